"""Mentions of one event → the Event: the best title, date, kind, actors and places of all."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.merge.dating import common_date
from generator.merge.geography import Geography
from generator.model import Entity, Event, EventMention, Mode, Reason

Published = Mapping[str, dt.date | None]
"""Publication date by report."""

_TOLL = frozenset({"killed", "injured", "missing", "arrested", "displaced"})


_WORDS = 3
"""Fewer words name a kind of event and not the event."""


_TWO = 2
"""Actors that a headline has room for."""
_BARE = " reported."
"""How the gist of an event ends of which a sentence gives no more than the kind."""


def fuse(
    mentions: Sequence[EventMention],
    reasons: Sequence[Reason],
    actors: Mapping[str, Entity],
    geography: Geography,
    published: Published,
) -> Event:
    """Make one event of its mentions."""
    told = sorted(mentions, key=lambda m: (m.report, m.trigger.start, m.trigger.end, m.kind))
    return Event(
        mentions=tuple(told),
        title=_title(told, actors, geography, published),
        date=common_date(told),
        kind=_kind(told),
        actors=_by_frequency(m.actors for m in told),
        places=_places(told, geography),
        background=all(m.background for m in told),
        reasons=tuple(reasons),
    )


def _title(
    told: Sequence[EventMention],
    actors: Mapping[str, Entity],
    geography: Geography,
    published: Published,
) -> str:
    """Take the headline of the fullest mention; of equals the latest report's."""

    def rank(mention: EventMention) -> tuple[object, ...]:
        line = mention.headline.casefold()
        words = set(line.replace("'", " ").replace("’", " ").split())
        names = (geography.name(p) for p in mention.places if not geography.is_country(p))
        placed = any(name.casefold() in line for name in names)
        tolls = sum(f.what in _TOLL for f in mention.figures)
        day = published.get(mention.report) or dt.date.min
        return (
            mention.mode == Mode.PLANNED,
            len(line.split()) < _WORDS or mention.gist.endswith(_BARE),
            mention.background,
            not placed,
            -min(tolls, 2),
            -min(_TWO, sum(bool(words & _words(actors, a)) for a in mention.actors)),
            -day.toordinal(),
            len(line),
            mention.report,
            line,
        )

    return min(told, key=rank).headline


def _words(actors: Mapping[str, Entity], actor: str) -> set[str]:
    """Return the words by which a headline names an actor."""
    entity = actors.get(actor)
    names = (entity.name, *entity.aliases) if entity else ()
    return {word for name in names for word in name.casefold().split()}


def _kind(told: Sequence[EventMention]) -> str:
    """Take what most reports call it; what took place is no longer planned."""
    if all(m.mode == Mode.PLANNED for m in told):
        return "planned"
    if all(m.mode == Mode.STATEMENT for m in told):
        return "statement"
    took_place = [m.kind for m in told if m.mode in (Mode.OCCURRENCE, Mode.STATE)]
    counts = Counter(took_place or [m.kind for m in told])
    return min(counts, key=lambda kind: (kind == "other", -counts[kind], kind))


def _by_frequency(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    counts = Counter(item for items in lists for item in dict.fromkeys(items))
    return tuple(sorted(counts, key=lambda item: (-counts[item], item)))


def _places(told: Sequence[EventMention], geography: Geography) -> tuple[str, ...]:
    """Join the places, the most specific first; a country goes where a place within it is told."""
    ranked = _by_frequency(m.places for m in told)
    held = {c for p in ranked if not geography.is_country(p) and (c := geography.country(p))}
    left = [p for p in ranked if p not in held]
    return tuple(sorted(left, key=lambda p: (-len(geography.chain(p)), left.index(p))))
