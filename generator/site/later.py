"""Texts that are made when they are asked for, and a key of all that each is made from.

A page of which nothing changed need not be made, and whether anything did is told by the very
values that its template is given: what a template cannot see is not on the page. A value of a sort
that is not known here is refused, so that no part of a page can be forgotten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.content.cache import key_of
from generator.site.maps import SmallMaps, Wanted
from generator.site.rows import Listed, Row

_FUNCTIONS = (type(lambda: None), type(cache(lambda: None)))
_PLAIN = frozenset({bool, int, float, dt.date, type(None)})
_SEQUENCES = frozenset({tuple, list})


class Told(NamedTuple):
    """What a page shows, where more than its text comes of its making."""

    html: str
    description: str
    """Plain text for search engines and previews."""
    searched: bytes
    """What the search finds it by, packed."""


class Later:
    """A text that is made when it is asked for."""

    __slots__ = ("_key", "made")

    def __init__(self, key: bytes | Callable[[], bytes], made: Callable[[], str | Told]) -> None:
        self._key = key
        self.made = made
        """Make it, at each call anew."""

    @property
    def key(self) -> bytes:
        """Return what is the same for the same text, and for another one another."""
        return self._key if isinstance(self._key, bytes) else self._key()


class Digests:
    """Digests of what templates are given: equal where they write alike, and nowhere else."""

    def __init__(self, maps: SmallMaps) -> None:
        self._maps = maps
        self._wanted: dict[Wanted, str] = {}

    def of(self, *values: object) -> bytes:
        """Return the digest of values in their order."""
        out: list[str] = []
        self._tell_all(values, out)
        return key_of("".join(out))

    def _tell_all(self, values: Sequence[object], out: list[str]) -> None:
        """Add to a list the text of each value; none is the beginning of another's."""
        out.append("(")
        for value in values:
            kind = type(value)
            if kind is str:
                out.append(f"{len(value)}:{value}")  # type: ignore[arg-type]
            elif kind in _PLAIN:
                out.append(f"{kind.__name__} {value!r};")
            elif kind in _SEQUENCES:
                self._tell_all(value, out)  # type: ignore[arg-type]
            else:
                self._tell(kind, value, out)
        out.append(")")

    def _tell(self, kind: type[Any], value: Any, out: list[str]) -> None:
        """Add to a list the text of a value that is met less often."""
        if kind is Row:
            out.append(value.told)
        elif kind is Listed:
            out.append(f"({value.told})")
        elif kind is Markup:
            out.append(f"html {len(value)}:{value}")
        elif kind is Wanted:
            out.append(self._map(value))
        elif parts := _parts(kind):  # type: ignore[arg-type]
            out.append(f"{kind.__module__}.{kind.__qualname__} ")
            self._tell_all(parts(value), out)
        elif kind in _FUNCTIONS:  # its code goes with the program
            out.append(f"{value.__module__}.{value.__qualname__};")
        elif isinstance(value, Enum):
            out.append(f"{kind.__qualname__}.{value.name};")
        elif isinstance(value, Mapping):
            self._tell_all([part for pair in value.items() for part in pair], out)
        else:
            raise TypeError(f"a template is given {kind.__qualname__}, which has no digest")

    def _map(self, wanted: Wanted) -> str:
        """Tell a map with all that it is drawn from."""
        if wanted not in self._wanted:
            facts = repr(self._maps.facts(wanted))
            self._wanted[wanted] = f"map {len(facts)}:{facts}"
        return self._wanted[wanted]


@cache
def _parts(kind: Any) -> Callable[[Any], tuple[object, ...]] | None:
    """Return what takes a value of a dataclass apart."""
    if not is_dataclass(kind):
        return None
    first, *rest = [field.name for field in fields(kind)]
    # With one name alone `attrgetter` gives no tuple: so the first is asked for twice.
    return attrgetter(first, first, *rest)
