"""What stands before and after each entry, and what is related: kept by all that it follows from.

All entries are compared with each other, by their dates and by what they name. Few changes touch
either, so what was found is kept as one, month by month: a page takes up its own month alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from generator.site.catalogue import Entry
from generator.site.neighbours import Beside, Neighbourhood
from generator.site.related import Related
from generator.site.rendering import Rendering

Relation = tuple[Beside, Sequence[str]]
"""An entry's neighbours and the ids of those related that do not stand beside it already."""
_MONTH = len("2025-11")


def months(site: Rendering) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the entries of the chronology by the beginning of their ids, which is a month."""
    entries = site.catalogue.chronology.entries.values()
    yield from ((month, [*run]) for month, run in groupby(entries, lambda e: e.id[:_MONTH]))


class Relations:
    """Finds the relations of the entries of a month."""

    def __init__(self, site: Rendering) -> None:
        self._site = site
        placed = list(map(_placed, site.catalogue.chronology.entries.values()))
        self.depends = site.kept.key((site.prints.names, placed)).hex()
        """Digest of all that relations follow from."""

    def of(self, month: str) -> Mapping[str, Relation]:
        """Return the relations of each entry of a month, by its id."""
        text = self._site.kept.text(
            ("relations", month, self.depends), lambda: json.dumps(self._found[month])
        )
        found: Mapping[str, Relation] = json.loads(text)
        return found

    @cached_property
    def others(self) -> Mapping[str, Sequence[str]]:
        """The entries, by month, that any entry of the month has relations with."""

        def named() -> str:
            return json.dumps({month: _others(found) for month, found in self._found.items()})

        text = self._site.kept.text(("others", self.depends), named)
        found: Mapping[str, Sequence[str]] = json.loads(text)
        return found

    @cached_property
    def _found(self) -> Mapping[str, Mapping[str, Relation]]:
        neighbours, related = Neighbourhood(self._site), Related(self._site.catalogue)

        def relation(entry: Entry) -> Relation:
            beside = neighbours.of(entry)
            return beside, [each.id for each in related.to(entry, without=ids(beside))]

        return {
            month: {entry.id: relation(entry) for entry in run} for month, run in months(self._site)
        }


def _placed(entry: Entry) -> tuple[object, ...]:
    meta = entry.meta
    return entry.id, meta.status, meta.date, meta.actors, meta.places, meta.topics


def ids(beside: Beside) -> list[str]:
    """Return the entries that stand before or after one."""
    return [end for _, ends in beside for end in ends if end]


def _others(found: Mapping[str, Relation]) -> list[str]:
    return sorted({other for beside, more in found.values() for other in (*ids(beside), *more)})
