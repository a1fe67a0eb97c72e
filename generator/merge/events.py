"""The events that were found, each with its mentions when it is asked for."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import overload

from generator.content.shelf import Shelf
from generator.merge.cluster import Group
from generator.merge.facts import Facts
from generator.merge.fuse import fuse
from generator.merge.geography import Geography
from generator.merge.nights import in_time, late_reports
from generator.model import Entity, Event, EventMention, Reading


class Places:
    """Where each mention stands: which report's, and which of what that tells."""

    def __init__(self, told: Sequence[Facts]) -> None:
        numbers: dict[str, int] = {}
        self.reports = array("I", (numbers.setdefault(f.report, len(numbers)) for f in told))
        """Numbers of reports, as `ids` has them."""
        self.ids = tuple(numbers)
        self.events = array("I", (fact.event for fact in told))
        self.nights = bytearray(fact.night for fact in told)


class Events(Sequence[Event]):
    """Events by date; held are the numbers of their mentions, all else lies on disk."""

    def __init__(
        self,
        places: Places,
        groups: Sequence[Group],
        readings: Sequence[Reading],
        actors: Mapping[str, Entity],
        geography: Geography,
    ) -> None:
        self._readings = readings
        self._published: dict[str, dt.date | None] = {}
        order: dict[str, int] = {}
        for at, reading in enumerate(readings):
            order[reading.article.id] = at
            self._published[reading.article.id] = reading.article.dct
        self._places = places
        self._order = array("I", (order[report] for report in places.ids))
        self._late: set[str] = set()
        self._groups = groups
        self._late = late_reports(map(self._mentions, self._nights()), self._published)
        self._bare = Shelf[Event]()
        dates: list[str] = []
        once: dict[str, str] = {}
        for group, reasons in groups:
            event = fuse(self._mentions(group), reasons, actors, geography, self._published)
            self._bare.add(replace(event, mentions=()))
            date = event.date or ""
            dates.append(once.setdefault(date, date))
        # Of one day those are first whose first mention is, as the groups come.
        self._by_date = array("I", sorted(range(len(dates)), key=dates.__getitem__))

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Event]: ...
    def __getitem__(self, at: int | slice) -> Event | Sequence[Event]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        own = self._by_date[at]
        return replace(self._bare[own], mentions=self._mentions(self._groups[own][0]))

    def __len__(self) -> int:
        return len(self._by_date)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def _nights(self) -> Iterator[Sequence[int]]:
        """Yield the groups that tell a night which only the day of publication dates."""
        nights = self._places.nights
        return (group for group, _ in self._groups if any(nights[i] for i in group))

    def _mentions(self, group: Sequence[int]) -> tuple[EventMention, ...]:
        return tuple(in_time(self._mention(i), self._late, self._published) for i in group)

    def _mention(self, index: int) -> EventMention:
        reading = self._readings[self._order[self._places.reports[index]]]
        return reading.events[self._places.events[index]]
