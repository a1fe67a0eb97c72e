"""What came right before and after an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.site.catalogue import Entry
from generator.site.rendering import Rendering
from generator.site.rows import Row
from generator.site.text import plain

_Order = tuple[Sequence[Entry], Mapping[str, int]]
_WHOLE = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What came before and after."""

    label: str
    before: Row | None
    after: Row | None

    @property
    def told(self) -> tuple[str, ...]:
        """Return what tells it from all others."""
        return self.label, *(row.told if row else "" for row in (self.before, self.after))


class Neighbourhood:
    """Finds what came right before and after an entry: in all, by topic, actor and place."""

    def __init__(self, site: Rendering) -> None:
        self._site = site
        self._in_time = site.strings.text("entry.in_time")
        self._orders: dict[tuple[str, str], _Order] = {}
        catalogue = site.catalogue
        self._indexes = {
            "topic": catalogue.by_topic,
            "actor": catalogue.by_actor,
            "place": catalogue.by_place,
        }
        self._names = {
            "topic": {key: plain(page.meta.name) for key, page in catalogue.topics.items()},
            "actor": {key: plain(page.meta.name) for key, page in catalogue.actors.items()},
            "place": {key: plain(page.meta.name) for key, page in catalogue.places.items()},
        }

    def of(self, entry: Entry) -> Iterator[Neighbours]:
        """Yield an entry's neighbours in time, in each topic, for its main actor and place.

        A pair of which both stand there already is left out.
        """
        if entry.meta.date is None or entry.meta.status == "withdrawn":
            return
        meta, shown = entry.meta, set[str]()
        named = [("topic", name) for name in dict.fromkeys(meta.topics)]
        named += [("actor", name) for name in meta.actors[:1]]
        named += [("place", name) for name in meta.places[:1]]
        for sort, name in (_WHOLE, *named):
            if sort and name not in self._names[sort]:
                continue
            pair = self._beside(entry, sort, name)
            ends = {row.path for row in (pair.before, pair.after) if row}
            if ends - shown:
                shown |= ends
                yield pair

    def _order(self, sort: str, name: str) -> _Order:
        key = (sort, name)
        if key not in self._orders:
            same = self._indexes[sort].get(name, ()) if sort else self._site.catalogue.dated
            entries = [entry for entry in same if entry.meta.date]
            self._orders[key] = entries, {entry.id: n for n, entry in enumerate(entries)}
        return self._orders[key]

    def _beside(self, entry: Entry, sort: str, name: str) -> Neighbours:
        entries, positions = self._order(sort, name)
        position = positions[entry.id]
        older = entries[position + 1 : position + 2]
        newer = entries[position - 1 : position] if position else ()
        row = self._site.rows.row
        return Neighbours(
            label=self._names[sort][name] if sort else self._in_time,
            before=next(map(row, older), None),
            after=next(map(row, newer), None),
        )
