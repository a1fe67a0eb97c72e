"""The events that were found, each with its mentions when it is asked for."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, overload

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
    """Events by date; of each all but its mentions is held, which are the greater part."""

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
        nights = (group for group, _ in groups if any(places.nights[i] for i in group))
        self._late = late_reports(map(self._mentions, nights), self._published)
        bare = []
        once: dict[Any, Any] = {}
        for at, (group, reasons) in enumerate(groups):
            event = fuse(self._mentions(group), reasons, actors, geography, self._published)
            first = event.mentions[0]
            key = (event.date or "", first.report, first.trigger.start, first.trigger.end)
            shared = {n: once.setdefault(v := getattr(event, n), v) for n in ("actors", "places")}
            bare.append((key, at, replace(event, mentions=(), **shared)))
        bare.sort(key=lambda row: row[0])
        self._groups = [groups[at][0] for _, at, _ in bare]
        self._bare = [event for _, _, event in bare]

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Event]: ...
    def __getitem__(self, at: int | slice) -> Event | Sequence[Event]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        return replace(self._bare[at], mentions=self._mentions(self._groups[at]))

    def __len__(self) -> int:
        return len(self._bare)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def _mentions(self, group: Sequence[int]) -> tuple[EventMention, ...]:
        return tuple(in_time(self._mention(i), self._late, self._published) for i in group)

    def _mention(self, index: int) -> EventMention:
        reading = self._readings[self._order[self._places.reports[index]]]
        return reading.events[self._places.events[index]]
