"""Pieces of HTML that stand on many pages alike: rows of lists, and maps.

A row stands on some ten pages, and most of what a list costs is its rows. Addresses go by the root
of the site, so a piece is the same on all pages of one depth, and is made once for each.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.site import addresses
from generator.site.kept import Kept
from generator.site.maps import SmallMaps, Wanted
from generator.site.rows import Row


class Pieces:
    """Pieces as they stand on the pages of one depth."""

    def __init__(
        self, environment: Environment, maps: SmallMaps, kept: Kept, root: str, *, directories: bool
    ) -> None:
        self._row: Callable[..., Markup] = _macro(environment, "parts.html", "line")
        self._small: Callable[..., Markup] = _macro(environment, "map.html", "small")
        self._drawings = maps
        self._kept = kept
        self._root = root
        self._directories = directories
        self._rows: dict[tuple[str, bool], Markup] = {}
        self._maps: dict[Wanted, Markup] = {}
        self.to = lru_cache(maxsize=65_536)(self._way)

    def row(self, row: Row, label: str = "") -> Markup:
        """Return a row; its date is left out where it stands above it as the label."""
        key = row.path, row.said == label
        if key not in self._rows:
            self._rows[key] = self._row(row, self.to, label)
        return self._rows[key]

    def map(self, wanted: Wanted) -> Markup:
        """Return a small map; one that outlines no country is sooner made than looked up."""
        if wanted not in self._maps:
            drawings = self._drawings
            make = partial(self._map, wanted)
            if drawings.outlines(wanted):
                depends = "map", self._root, drawings.facts(wanted)
                self._maps[wanted] = Markup(self._kept.text(depends, make))  # noqa: S704 -- ours
            else:
                self._maps[wanted] = make()
        return self._maps[wanted]

    def _map(self, wanted: Wanted) -> Markup:
        return self._small(self._drawings.drawn(wanted), self.to)

    def _way(self, target: str) -> str:
        return addresses.from_root(self._root, target, directories=self._directories)


def _macro(environment: Environment, template: str, name: str) -> Any:
    return getattr(environment.get_template(template).module, name)
