"""The chronology seen from each side: in order of time, and by topic, actor and place."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from generator import edtf
from generator.content import (
    ActorPage,
    Chronology,
    EntryPage,
    Page,
    PlacePage,
    TopicPage,
)

Entry = Page[EntryPage]
Run = tuple[str, tuple[Entry, ...]]
"""A date, and entries that have it."""
_DATE = attrgetter("meta.date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A chronology with the indexes that its pages are made from."""

    chronology: Chronology
    dated: tuple[Entry, ...]
    """Entries with a date, newest first by the first day they can mean; none withdrawn."""
    undated: tuple[Entry, ...]
    """Entries without a date, by id; none withdrawn."""
    runs: tuple[Run, ...] = ()
    """The dated in the same order, those of one date that stand in a row together."""
    by_actor: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    by_place: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """Entries at a place or at any place within it."""
    by_topic: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """Entries of a topic or of any topic below it."""
    around: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The places around each place, the nearest first."""
    inside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The places right inside each place, those with most entries first."""
    above: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The topics above each topic, the nearest first."""
    below: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The topics right below each topic."""
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The actors that belong to each actor."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that lists show: the dated, then the undated."""
        return self.dated + self.undated

    @property
    def actors(self) -> Mapping[str, Page[ActorPage]]:
        """The pages of actors."""
        return self.chronology.actors

    @property
    def places(self) -> Mapping[str, Page[PlacePage]]:
        """The pages of places."""
        return self.chronology.places

    @property
    def topics(self) -> Mapping[str, Page[TopicPage]]:
        """The pages of topics."""
        return self.chronology.topics


def catalogue(chronology: Chronology) -> Catalogue:
    """Sort and index a chronology."""
    shown = [page for page in chronology.entries.values() if page.meta.status != "withdrawn"]
    dated = sorted((page for page in shown if page.meta.date), key=newest_first)
    undated = sorted((page for page in shown if not page.meta.date), key=lambda page: page.id)
    ordered = (*dated, *undated)
    within = {key: page.meta.within for key, page in chronology.places.items()}
    parents = {key: page.meta.parent for key, page in chronology.topics.items()}
    belongs = {key: page.meta.affiliation for key, page in chronology.actors.items()}
    around = {key: chain(key, within) for key in within}
    above = {key: chain(key, parents) for key in parents}
    by_place = _index((entry, _with_wider(entry.meta.places, around)) for entry in ordered)
    inside = _turned(within)
    return Catalogue(
        chronology=chronology,
        dated=tuple(dated),
        undated=tuple(undated),
        runs=tuple((date or "", tuple(run)) for date, run in itertools.groupby(dated, _DATE)),
        by_actor=_index((entry, entry.meta.actors) for entry in ordered),
        by_place=by_place,
        by_topic=_index((entry, _with_wider(entry.meta.topics, above)) for entry in ordered),
        around=around,
        inside={name: _by_number(places, by_place) for name, places in inside.items()},
        above=above,
        below=_turned(parents),
        members=_turned(belongs),
    )


def newest_first(entry: Entry) -> tuple[int, bool, int, str]:
    """Order dated entries: the latest first day first, then the shortest, then by id.

    A night comes after the day on which it begins.
    """
    return *_age(entry.meta.date or ""), entry.id


@lru_cache(maxsize=65_536)
def _age(date: str) -> tuple[int, bool, int]:
    """Order a date, which many entries have."""
    lower, upper = edtf.bounds(edtf.parse(date).text)
    night = edtf.parse(date).precision == "interval" and upper.toordinal() - lower.toordinal() == 1
    return -lower.toordinal(), not night, upper.toordinal()


def chain(start: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """Follow parents upwards; a circle ends where it would begin again."""
    found: list[str] = []
    current = above.get(start)
    while current is not None and current in above and current not in (start, *found):
        found.append(current)
        current = above[current]
    return tuple(found)


def together(
    entries: Iterable[Entry], kind: str, *, without: Iterable[str], most: int
) -> Mapping[str, int]:
    """Count the entries of the actors or places that most of them name, the most frequent first."""
    named = map(set, map(attrgetter(f"meta.{kind}"), entries))
    counts = Counter(itertools.chain.from_iterable(named))
    for name in without:
        counts.pop(name, None)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])


def _with_wider(names: Iterable[str], wider: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for name in names for n in (name, *wider.get(name, ()))))


def _turned(parents: Mapping[str, str | None]) -> Mapping[str, tuple[str, ...]]:
    """Turn each one's parent into each one's children, in the order of their ids."""
    found: dict[str, list[str]] = {}
    for name, parent in parents.items():
        if parent is not None and parent != name:
            found.setdefault(parent, []).append(name)
    return {parent: tuple(children) for parent, children in found.items()}


def _by_number(names: Iterable[str], entries: Mapping[str, tuple[Entry, ...]]) -> tuple[str, ...]:
    """Put names in order by the number of their entries, the most first."""
    return tuple(sorted(names, key=lambda name: (-len(entries.get(name, ())), name)))


def _index(pairs: Iterable[tuple[Entry, Iterable[str]]]) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry, names in pairs:
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}
