"""What is compared of each mention: its days, places, actors, figures and words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import edtf, lexicons
from generator.merge.geography import Geography
from generator.merge.nights import is_relative
from generator.model import EventMention, Mode, NameKind, Reading, Registry
from generator.settings import MERGE_COARSE, MERGE_LAG, MERGE_REACH_AHEAD, MERGE_REACH_BACK

_DAY = dt.timedelta(days=1)
_ASKED = 1 << 14
"""Sets of figures whose highest are kept at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One mention with all that decides which event it tells."""

    mention: EventMention
    mode: Mode
    """That of the mention; what was set for a day and what took place on it may be one event."""
    first: dt.date | None
    """First day on which it may have happened; None where nothing bounds it."""
    last: dt.date | None
    """Last such day."""
    dated: bool
    """Whether words of the text say the day, and not only the day of publication."""
    spots: frozenset[str]
    """Ids of places smaller than a country."""
    countries: frozenset[str]
    """Ids of countries named as places, and of those that hold the spots."""
    actors: frozenset[str]
    speakers: frozenset[str]
    takers: frozenset[str]
    """Actors that take part, and do not only speak of it."""
    states: frozenset[str]
    """States among its actors."""
    doers: frozenset[str]
    """States that do it: two doers are two events."""
    family: str
    """Family of the kind: `harm`, `talks`."""
    figures: frozenset[tuple[str, float]]
    relative: bool
    """Whether the day is only told from that of publication: `overnight`, `today`."""
    waters: bool
    """Whether its spots are seas and rivers, which reach along many coasts."""
    names_any: bool
    """Whether it names anyone or any place."""
    matter: frozenset[str]
    """Names and content words of the whole report: what it is about."""

    def alike_takers(self, other: Facts) -> bool:
        """Whether it makes a difference that the two name different actors.

        One report names a person or a body where another names its state alone.
        """
        return (self.takers <= self.states) == (other.takers <= other.states)

    @property
    def highest(self) -> Mapping[str, float]:
        """The highest figure of each sort."""
        return _highest(self.figures)

    @property
    def daily(self) -> bool:
        """Whether events of its kind come again the next day at the same place."""
        return self.mention.kind in lexicons.lines("en/daily_kinds")

    @property
    def coarse(self) -> bool:
        """Whether its bounds are wider than a week or two."""
        return self.first is None or self.last is None or (self.last - self.first) > MERGE_COARSE


class _Once:
    """Gives equal sets as one: mentions of a report share theirs, of 200 bytes and more each."""

    def __init__(self) -> None:
        self._known: dict[frozenset[str], frozenset[str]] = {}

    def __call__(self, items: Iterable[str]) -> frozenset[str]:
        found = frozenset(items)
        return self._known.setdefault(found, found)


def facts(readings: Sequence[Reading], registry: Registry, geography: Geography) -> list[Facts]:
    """Collect the facts of all mentions, sorted by report and position."""
    families = {row[0]: row[2] for row in lexicons.table("en/event_kinds")}
    once = _Once()
    found = [
        _of(mention, reading, registry, geography, families, matter, once)
        for reading in readings
        for matter in (_matter(reading),)
        for mention in reading.events
    ]
    return sorted(found, key=lambda f: f.mention.key)


def _of(
    mention: EventMention,
    reading: Reading,
    registry: Registry,
    geography: Geography,
    families: dict[str, str],
    matter: frozenset[str],
    once: _Once,
) -> Facts:
    first, last = _days(mention, reading.article.dct)
    spots = once(p for p in mention.places if not geography.is_country(p))
    held = {c for p in mention.places if (c := geography.country(p))}
    roles: dict[str, set[str]] = {}
    for argument in mention.arguments:
        roles.setdefault(argument.role, set()).add(argument.actor)
    return Facts(
        mention=mention,
        mode=Mode.OCCURRENCE if mention.mode == Mode.PLANNED else mention.mode,
        first=first,
        last=last,
        dated=mention.date is not None and bool(mention.date.evidence),
        spots=spots,
        countries=once(held),
        actors=once(mention.actors),
        speakers=once(_speakers(registry, roles)),
        takers=once(a.actor for a in mention.arguments if a.role != "speaker"),
        states=once(a for a in mention.actors if _is_state(registry, a)),
        doers=once(a for a in roles.get("agent", ()) if _is_state(registry, a)),
        family=families.get(mention.kind, mention.kind),
        figures=frozenset((f.what, f.value) for f in mention.figures),
        relative=mention.date is not None and is_relative(mention.date.evidence),
        waters=bool(spots)
        and all(registry.places[p].kind == "water" for p in spots if p in registry.places),
        names_any=bool(mention.actors or mention.places),
        matter=matter,
    )


@lru_cache(_ASKED)
def _highest(figures: frozenset[tuple[str, float]]) -> Mapping[str, float]:
    return dict(sorted(figures))


def _matter(reading: Reading) -> frozenset[str]:
    """Collect what a report is about: all that its events name, and their words."""
    names = (name for m in reading.events for name in (*m.actors, *m.places))
    return frozenset([*names, *(lemma for m in reading.events for lemma in m.lemmas)])


def _speakers(registry: Registry, roles: Mapping[str, set[str]]) -> set[str]:
    """Return who says it; a person speaks for a state, but not for another of its people."""
    said = roles.get("speaker") or roles.get("agent") or set()
    persons = {a for a in said if a in registry.actors and registry.actors[a].kind == "person"}
    return persons or said


def _is_state(registry: Registry, actor: str) -> bool:
    entity = registry.actors.get(actor)
    return entity is not None and entity.kind == NameKind.STATE


def _days(mention: EventMention, dct: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """Bound the days: by the words, or for news without a date by the day of publication."""
    if mention.date is not None:
        day = edtf.parse(mention.date.edtf)
        guessed = not mention.date.evidence
        first = day.lower - MERGE_LAG if day.lower and guessed else day.lower
        last = day.upper + _DAY if day.upper and guessed else day.upper
        if first is None and last is None:
            return None, None
        if last is None and first is not None and mention.mode == Mode.PLANNED:
            last = first + MERGE_REACH_AHEAD
        return first or last, last or first
    if dct is None or mention.background:
        return None, None
    if mention.mode == Mode.PLANNED:
        return dct, dct + MERGE_REACH_AHEAD
    return dct - MERGE_REACH_BACK, dct + _DAY
