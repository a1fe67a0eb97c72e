"""Entries that have most to do with another one.

Two entries are related by the actors, places and topics that both name, the wider places and
topics included. A shared name counts the more the fewer entries have it: log2(N / n), for n of N
entries, so that what all share counts nothing. The sum is halved for every month between them;
where one has no date, it counts as one such month. At least two names must be shared.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator import edtf
from generator.site.catalogue import Catalogue, Entry

MOST = 5
"""Related entries of one page."""
SHARED = 2
"""Fewest names in common: one alone, such as a country, relates almost any two."""
REACH = 25
"""Entries of a name that are looked at on each side in time: 10,000 entries would otherwise be
compared with each other through the names that most of them have."""
MONTH = 30
"""Days that halve a score."""

_Name = tuple[str, str]


class Related:
    """Finds the entries related to one, each name's entries ordered once."""

    def __init__(self, catalogue: Catalogue) -> None:
        # By numbers: the hash of a tuple is reckoned anew each time that two sets are compared.
        numbers: dict[_Name, int] = {}
        self._names = {
            entry.id: frozenset(
                [numbers.setdefault(name, len(numbers)) for name in _names(catalogue, entry)]
            )
            for entry in catalogue.entries
        }
        self._days = {entry.id: _day(entry) for entry in catalogue.entries}
        self._of = _with_name(catalogue.entries, self._names, self._days)
        self._ids = {name: [key for _, key in same] for name, same in self._of.items()}
        every = len(catalogue.entries)
        self._weights = {name: math.log2(every / len(same)) for name, same in self._of.items()}
        self._entries = {entry.id: entry for entry in catalogue.entries}

    def to(self, entry: Entry, *, without: Collection[str] = ()) -> tuple[Entry, ...]:
        """Return the most related entries, the nearest first, but those named."""
        if entry.id not in self._names:
            return ()
        mine, of, scores = self._names[entry.id], self._names, []
        for other in self._candidates(entry.id).difference(without):
            shared = mine & of[other]
            if len(shared) >= SHARED:
                scores.append((-self._score(entry.id, other, shared), other))
        return tuple(self._entries[other] for score, other in sorted(scores)[:MOST] if score < 0)

    def _candidates(self, entry: str) -> set[str]:
        """Return the entries of each of its names that are near in time."""
        place, found = (self._days[entry] or 0, entry), set[str]()
        for name in self._names[entry]:
            at = bisect_left(self._of[name], place)
            found.update(self._ids[name][max(at - REACH, 0) : at + REACH + 1])
        found.discard(entry)
        return found

    def _score(self, entry: str, other: str, shared: Iterable[int]) -> float:
        weights = math.fsum(map(self._weights.__getitem__, shared))
        first, second = self._days[entry], self._days[other]
        apart = MONTH if first is None or second is None else abs(first - second)
        return weights * math.pow(0.5, apart / MONTH)


def _names(catalogue: Catalogue, entry: Entry) -> frozenset[_Name]:
    meta = entry.meta
    wider: Mapping[str, Mapping[str, tuple[str, ...]]] = {
        "place": catalogue.around,
        "topic": catalogue.above,
    }
    named = {"actor": meta.actors, "place": meta.places, "topic": meta.topics}
    return frozenset(
        (sort, one)
        for sort, names in named.items()
        for name in names
        for one in (name, *wider.get(sort, {}).get(name, ()))
    )


def _day(entry: Entry) -> int | None:
    return edtf.bounds(entry.meta.date)[0].toordinal() if entry.meta.date else None


def _with_name(
    entries: Sequence[Entry],
    names: Mapping[str, frozenset[int]],
    days: Mapping[str, int | None],
) -> Mapping[int, Sequence[tuple[int, str]]]:
    """List the entries of each name in the order of time, those without a date first."""
    found: dict[int, list[tuple[int, str]]] = {}
    for entry in entries:
        for name in names[entry.id]:
            found.setdefault(name, []).append((days[entry.id] or 0, entry.id))
    return {name: sorted(listed) for name, listed in found.items()}
