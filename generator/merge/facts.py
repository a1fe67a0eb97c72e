"""What is compared of each mention: its days, places, actors, figures and words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from generator import edtf, lexicons
from generator.merge.geography import Geography
from generator.merge.nights import counted_night, is_relative
from generator.merge.wording import Vocabulary
from generator.model import EventMention, MentionKey, Mode, NameKind, Reading, Registry
from generator.settings import MERGE_COARSE, MERGE_LAG, MERGE_REACH_AHEAD, MERGE_REACH_BACK

H = TypeVar("H", bound=Hashable)
_DAY = dt.timedelta(days=1)
_ASKED = 1 << 14
"""Sets of figures whose highest are kept at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One mention with all that decides which event it tells."""

    key: MentionKey
    """Of the mention, which itself is not held."""
    event: int
    """Its place among what its report tells."""
    kind: str
    said: Mode
    """How the text stands to it."""
    mode: Mode
    """The same, but that what was set for a day and what took place on it may be one event."""
    first: dt.date | None
    """First day on which it may have happened; None where nothing bounds it."""
    last: dt.date | None
    """Last such day."""
    dated: bool
    """Whether words of the text say the day, and not only the day of publication."""
    places: tuple[str, ...]
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
    night: bool
    """Whether it is the night to the day of publication, which only that day tells."""
    lemmas: bytes
    """Content lemmas of its main passage, packed."""
    matter: bytes
    """Names and content words of the whole report, packed: what it is about."""

    @property
    def report(self) -> str:
        """Id of its report."""
        return self.key[0]

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
        return self.kind in lexicons.lines("en/daily_kinds")

    @property
    def coarse(self) -> bool:
        """Whether its bounds are wider than a week or two."""
        return self.first is None or self.last is None or (self.last - self.first) > MERGE_COARSE


class _Once:
    """Gives what is equal as one: most mentions share their sets, of 200 bytes and more each."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}

    def __call__(self, found: H) -> H:
        shared: H = self._known.setdefault(found, found)
        return shared


def facts(
    readings: Iterable[Reading], registry: Registry, geography: Geography, words: Vocabulary
) -> list[Facts]:
    """Collect the facts of all mentions, sorted by report and position; no reading is held."""
    families = {row[0]: row[2] for row in lexicons.table("en/event_kinds")}
    once = _Once()
    found = [
        _of(mention, event, reading, registry, geography, families, words, matter, once)
        for reading in readings
        for matter in (words.pack(_matter(reading)),)
        for event, mention in enumerate(reading.events)
    ]
    return sorted(found, key=lambda f: f.key)


def _of(
    mention: EventMention,
    event: int,
    reading: Reading,
    registry: Registry,
    geography: Geography,
    families: dict[str, str],
    words: Vocabulary,
    matter: bytes,
    once: _Once,
) -> Facts:
    date, published = mention.date, reading.article.dct
    first, last = _days(mention, published)
    spots = once(frozenset(p for p in mention.places if not geography.is_country(p)))
    held = {c for p in mention.places if (c := geography.country(p))}
    roles: dict[str, set[str]] = {}
    for argument in mention.arguments:
        roles.setdefault(argument.role, set()).add(argument.actor)
    takers = (a.actor for a in mention.arguments if a.role != "speaker")
    doers = (a for a in roles.get("agent", ()) if _is_state(registry, a))
    trigger = mention.trigger
    return Facts(
        key=(once(mention.report), once(trigger.start), once(trigger.end), once(mention.kind)),
        event=event,
        kind=once(mention.kind),
        said=mention.mode,
        mode=Mode.OCCURRENCE if mention.mode == Mode.PLANNED else mention.mode,
        first=once(first),
        last=once(last),
        dated=date is not None and bool(date.evidence),
        places=once(mention.places),
        spots=spots,
        countries=once(frozenset(held)),
        actors=once(frozenset(mention.actors)),
        speakers=once(frozenset(_speakers(registry, roles))),
        takers=once(frozenset(takers)),
        states=once(frozenset(a for a in mention.actors if _is_state(registry, a))),
        doers=once(frozenset(doers)),
        family=families.get(mention.kind, mention.kind),
        figures=once(frozenset((f.what, f.value) for f in mention.figures)),
        relative=date is not None and is_relative(date.evidence),
        waters=bool(spots)
        and all(registry.places[p].kind == "water" for p in spots if p in registry.places),
        names_any=bool(mention.actors or mention.places),
        night=date is not None and published is not None and counted_night(date, published),
        lemmas=once(words.pack(mention.lemmas)),
        matter=matter,
    )


@lru_cache(_ASKED)
def _highest(figures: frozenset[tuple[str, float]]) -> Mapping[str, float]:
    return dict(sorted(figures))


def _matter(reading: Reading) -> set[str]:
    """Collect what a report is about: all that its events name, and their words."""
    names = (name for m in reading.events for name in (*m.actors, *m.places))
    return {*names, *(lemma for m in reading.events for lemma in m.lemmas)}


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
