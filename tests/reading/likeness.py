"""When what was read is what the gold says, and which event read is which of the gold."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reading_gold import GoldEvent, GoldFigure, GoldName
from tallies import Tally

from generator.model import Entity, EventMention, Figure, Mention, NameKind, Registry, Span

S = TypeVar("S")
T = TypeVar("T")
_GENERIC = frozenset(
    {"airport", "city", "county", "district", "oblast", "province", "region", "state", "the"}
)
_ALIKE = 0.9
"""Ratio from which two spellings are one name; `Béjaïa` and `Bejaia` are, after folding, equal."""
_TOUCH = 20
"""Characters that a quote shares with the sentence that it is taken from."""


def is_name(mention: Mention, gold: GoldName, registry: Registry) -> bool:
    """Whether a mention stands for what the gold says, in kind, name and country."""
    for kind in gold.kinds:
        if kind == NameKind.PLACE:
            place = registry.places.get(mention.place or "")
            if place and named(place, gold.names) and _in_country(place, gold):
                return True
        else:
            actor = registry.actors.get(mention.actor or "")
            if actor and actor.kind == kind and named(actor, gold.names):
                return True
    return False


def has_role(mention: Mention, gold: GoldName, registry: Registry) -> bool:
    """Whether the role as said, or the one proposed, has all the words of the gold's."""
    entity = registry.actors.get(mention.actor or "")
    said = fold(f"{mention.role or ''} {(entity and entity.role) or ''}").split()
    return any(set(fold(role).split()) <= set(said) for role in gold.roles)


def _in_country(place: Entity, gold: GoldName) -> bool:
    return None in (place.country, gold.country) or place.country == gold.country


def fold(text: str) -> str:
    """Take away case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", plain).strip()


def named(thing: Entity, names: Iterable[str]) -> bool:
    """Whether one of the names is the thing's own or its alias."""
    # A site's name may carry its town: `Buckingham Palace, London`.
    own_names = (thing.name, thing.name.split(",")[0], *thing.aliases)
    ours = [fold(name) for name in own_names]
    return any(_alike(own, fold(name)) for own in ours for name in names)


def _alike(a: str, b: str) -> bool:
    if a == b or difflib.SequenceMatcher(None, a, b).ratio() >= _ALIKE:
        return True
    left, right = set(a.split()) - _GENERIC, set(b.split()) - _GENERIC
    return bool(left) and left == right


def shared(a: Span, b: Span) -> int:
    """Return how many characters two spans share; below zero for those apart."""
    return min(a.end, b.end) - max(a.start, b.start)


def touches(event: EventMention, gold: GoldEvent) -> bool:
    """Whether an event tells of the sentence: by its quotes or by its trigger."""
    needed = min(_TOUCH, gold.end - gold.start)
    return any(shared(quote, gold) >= needed for quote in event.quotes) or event.trigger.overlaps(
        gold
    )


def aligned(
    gold_events: Sequence[GoldEvent], events: Sequence[EventMention]
) -> dict[int, EventMention]:
    """Pair gold events and those read, one to one, the best fit first."""
    pairs = []
    for number, gold in enumerate(gold_events):
        for event in events:
            if touches(event, gold):
                fit = (
                    3 * event.trigger.overlaps(gold)
                    + 3 * (date_of(event) in gold.dates)
                    + 2 * (event.kind in gold.kinds)
                    + (event.mode in gold.modes)
                    - 4 * gold.detail
                )
                pairs.append((-fit, number, event.trigger.start, event))
    taken: dict[int, EventMention] = {}
    used: set[int] = set()
    for _, number, _, event in sorted(pairs, key=lambda pair: pair[:3]):
        if number not in taken and id(event) not in used:
            taken[number] = event
            used.add(id(event))
    return taken


def date_of(event: EventMention) -> str | None:
    """Return the date of an event."""
    return event.date.edtf if event.date else None


def same_figure(figure: Figure, gold: GoldFigure) -> bool:
    """Whether both count the same and give the same value."""
    return figure.what in gold.whats and abs(figure.value - gold.value) < 1e-6 * max(1, gold.value)


def compare(
    ours: Iterable[S],
    wanted: Sequence[T],
    also: Sequence[T],
    same: Callable[[S, T], bool],
    tally: Tally,
) -> tuple[list[S], list[T]]:
    """Count what is right; return what is wrong and what is missed."""
    left, wrong = list(wanted), []
    tally.wanted += len(left)
    for thing in ours:
        match = next((gold for gold in left if same(thing, gold)), None)
        if match is not None:
            left.remove(match)
            tally.hits += 1
            tally.found += 1
        elif not any(same(thing, gold) for gold in (*wanted, *also)):
            tally.found += 1
            wrong.append(thing)
    return wrong, left
