"""Score the reading of the gold, case by case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from likeness import (
    aligned,
    compare,
    date_of,
    has_role,
    is_name,
    named,
    same_figure,
    shared,
    touches,
)
from reading_gold import Case, GoldEvent
from tallies import FIGURES, Tally

from generator import link, reading
from generator.model import Article, EventMention, Mention, Publication, Reading, Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One case as the program reads it."""

    case: Case
    reading: Reading
    registry: Registry


def read(cases: Sequence[Case]) -> tuple[Read, ...]:
    """Read each case as an article of its own, names unified for it alone."""
    starter = link.starter()
    return tuple(_read(case, starter) for case in cases)


def _read(case: Case, starter: Registry) -> Read:
    day = dt.date.fromisoformat(case.published) if case.published else None
    published = Publication(date=day, evidence=day.isoformat(), origin="sidecar") if day else None
    article = Article(id=case.id, text=case.text, published=published)
    whole = reading.understand(article, starter)
    return Read(case=case, reading=whole.reading, registry=whole.registry)


def score(reads: Iterable[Read]) -> dict[str, Tally]:
    """Return the tally of each figure over all cases."""
    tallies = {name: Tally() for name in FIGURES}
    for one in reads:
        _times(one, tallies)
        _names(one, tallies["names_f"], tallies["roles"])
        if one.case.no_event:
            told = [f"{e.kind} {e.headline!r}" for e in one.reading.events]
            tallies["left_alone"].check(one.case, not told, f"read {told}")
        _events(one, tallies)
    return tallies


def _times(one: Read, tallies: dict[str, Tally]) -> None:
    extent, value = tallies["times_extent_f"], tallies["times_value_f"]
    for tally in (extent, value):
        tally.wanted += len(one.case.times)
        tally.found += len(one.reading.timexes)
    used: set[int] = set()
    for gold in one.case.times:
        near = [t for t in one.reading.timexes if t.overlaps(gold) and t.start not in used]
        best = max(near, key=lambda t: (shared(t, gold), -t.start), default=None)
        if best is None:
            extent.miss(one.case, f"no time {gold.text!r}")
            value.miss(one.case, f"no time {gold.text!r} ({gold.values[0]})")
            continue
        used.add(best.start)
        same = (best.start, best.end) == (gold.start, gold.end)
        extent.hits += same
        value.hits += best.value in gold.values
        if not same:
            extent.miss(one.case, f"{best.text!r} for {gold.text!r}")
        if best.value not in gold.values:
            value.miss(one.case, f"{gold.text!r} is {best.value}, gold {gold.values[0]}")
    for timex in one.reading.timexes:
        if timex.start not in used:
            value.miss(one.case, f"false time {timex.text!r} ({timex.value})")


def _names(one: Read, tally: Tally, roles: Tally) -> None:
    used: set[int] = set()
    wanted = [name for name in one.case.names if not name.optional]
    tally.wanted += len(wanted)
    for gold in wanted:
        near = [m for m in one.reading.mentions if m.overlaps(gold) and m.start not in used]
        right = next((m for m in near if is_name(m, gold, one.registry)), None)
        if right is not None:
            used.add(right.start)
            tally.hits += 1
            tally.found += 1
            if gold.roles:
                told = f"{gold.text!r} has the role {right.role}, gold {gold.roles[0]}"
                roles.check(one.case, has_role(right, gold, one.registry), told)
            continue
        said = [_told(m, one.registry) for m in near]
        tally.miss(one.case, f"{gold.text!r} is {said}, gold {gold.kinds[0]} {gold.names[0]}")
    for mention in one.reading.mentions:
        if mention.start in used or mention.adjective or not (mention.actor or mention.place):
            continue
        if any(is_name(mention, gold, one.registry) for gold in one.case.names):
            continue
        tally.found += 1
        tally.miss(one.case, f"false name {mention.text!r}: {_told(mention, one.registry)}")


def _told(mention: Mention, registry: Registry) -> str:
    things = (registry.actors.get(mention.actor or ""), registry.places.get(mention.place or ""))
    return "/".join(f"{thing.kind} {thing.name}" for thing in things if thing) or "unlinked"


def _events(one: Read, tallies: dict[str, Tally]) -> None:
    taken = aligned(one.case.events, one.reading.events)
    recall, precision = tallies["event_recall"], tallies["event_precision"]
    for number, gold in enumerate(one.case.events):
        event = taken.get(number)
        if event is not None:
            _facts(one, gold, event, tallies)
        if not gold.optional:
            told = gold.detail and any(touches(e, gold) for e in one.reading.events)
            recall.check(one.case, event is not None or told, f"no {gold.kinds[0]}: {gold.quote}")
    right = {id(event) for event in taken.values()}
    for event in one.reading.events:
        words = f"false {event.mode} {event.kind} {_words(one, event)!r}: {event.headline}"
        precision.check(one.case, id(event) in right, words)


def _words(one: Read, event: EventMention) -> str:
    return one.reading.quote(event.trigger)


def _facts(one: Read, gold: GoldEvent, event: EventMention, tallies: dict[str, Tally]) -> None:
    case, date = one.case, date_of(event)
    rule = event.date.rule if event.date else "no date"
    told = f"{gold.quote!r} dated {date} ({rule}), gold {gold.dates[0]}"
    tallies["event_dates"].check(case, date in gold.dates, told)
    told = f"{gold.quote!r} is {event.kind} ({_words(one, event)}), gold {'|'.join(gold.kinds)}"
    tallies["event_kinds"].check(case, event.kind in gold.kinds, told)
    told = f"{gold.quote!r} is {event.mode} ({_words(one, event)}), gold {'|'.join(gold.modes)}"
    tallies["event_modes"].check(case, event.mode in gold.modes, told)
    actors = [one.registry.actors[a] for a in event.actors if a in one.registry.actors]
    places = [one.registry.places[p] for p in event.places if p in one.registry.places]
    others = [g for g in case.events if g is not gold and touches(event, g)]
    for key, things, wanted, also in (
        ("actors_f", actors, gold.actors, _also(gold, others, "actors")),
        ("places_f", places, gold.places, _also(gold, others, "places")),
    ):
        wrong, missed = compare(things, wanted, also, named, tallies[key])
        for thing in wrong:
            tallies[key].miss(case, f"{gold.quote!r} false {thing.name}")
        for names in missed:
            tallies[key].miss(case, f"{gold.quote!r} without {names[0]}")
    _numbers(case, gold, event, _also(gold, others, "figures"), tallies)


def _also(gold: GoldEvent, others: Sequence[GoldEvent], what: str) -> tuple[Any, ...]:
    """Return what is no miss and no mistake: details of the other events that it takes in."""
    rest = [getattr(g, f"{also}{what}") for g in others for also in ("", "also_")]
    return tuple(chain(getattr(gold, f"also_{what}"), *rest))


def _numbers(
    case: Case,
    gold: GoldEvent,
    event: EventMention,
    also: tuple[Any, ...],
    tallies: dict[str, Tally],
) -> None:
    tally, bounds = tallies["figures_f"], tallies["figure_bounds"]
    wrong, missed = compare(event.figures, gold.figures, also, same_figure, tally)
    for figure in wrong:
        tally.miss(case, f"false {figure.what} {figure.value:g}")
    for lost in missed:
        tally.miss(case, f"without {lost.whats[0]} {lost.value:g}")
    for wanted in gold.figures:
        ours = next((f for f in event.figures if same_figure(f, wanted)), None)
        if ours is not None:
            told = f"{ours.what} {ours.value:g} {ours.bound}, gold {wanted.bound}"
            bounds.check(case, ours.bound == wanted.bound, told)
