"""What came right before and after an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.site.catalogue import Entry
from generator.site.rendering import Rendering
from generator.site.rows import Row
from generator.site.text import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What came before and after."""

    label: str
    before: Row | None
    after: Row | None


class Neighbourhood:
    """Finds what came right before and after an entry, in all and within a topic."""

    def __init__(self, site: Rendering) -> None:
        self._site = site
        self._orders: dict[str, tuple[Sequence[Entry], Mapping[str, int]]] = {}

    def of(self, entry: Entry) -> Iterator[Neighbours]:
        """Yield an entry's neighbours in time, then in its first topic where that is less."""
        if entry.meta.date is None or entry.meta.status == "withdrawn":
            return
        yield self._beside(entry, "")
        dated, catalogue = self._site.catalogue.dated, self._site.catalogue
        for topic in entry.meta.topics[:1]:
            if topic in catalogue.topics and len(self._order(topic)[0]) < len(dated):
                yield self._beside(entry, topic)

    def _order(self, topic: str) -> tuple[Sequence[Entry], Mapping[str, int]]:
        if topic not in self._orders:
            catalogue = self._site.catalogue
            same = catalogue.by_topic.get(topic, ()) if topic else catalogue.dated
            entries = [entry for entry in same if entry.meta.date]
            self._orders[topic] = entries, {entry.id: n for n, entry in enumerate(entries)}
        return self._orders[topic]

    def _beside(self, entry: Entry, topic: str) -> Neighbours:
        entries, positions = self._order(topic)
        position = positions[entry.id]
        older = entries[position + 1 : position + 2]
        newer = entries[position - 1 : position] if position else ()
        row, topics = self._site.rows.row, self._site.catalogue.topics
        return Neighbours(
            label=plain(topics[topic].meta.name) if topic else "In time",
            before=next(map(row, older), None),
            after=next(map(row, newer), None),
        )
