"""Mentions of one event → the Event: the best title, date, kind, actors and places of all."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator import lexicons
from generator.merge.dating import common_date
from generator.merge.geography import Geography
from generator.merge.nights import Published
from generator.model import Entity, Event, EventMention, Mode, Reason
from generator.settings import HEADLINE_LIMIT

_TOLL = frozenset({"killed", "injured", "missing", "arrested", "displaced"})


_WORDS = 3
"""Fewer words name a kind of event and not the event."""


_TWO = 2
"""Actors that a headline has room for."""
_ROUGHLY = re.compile(r"\b(?:about|around|some) $", re.IGNORECASE)
"""What says less of a toll than the bound that takes its place."""
_TEN = 10
_MILLION = 1_000_000
_BARE = re.compile(r" (?:was|were) reported(?: (?:at|in|over)\b[^,]*)?\.$")
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
        date=common_date(told, published),
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
        tolls = sum(f.what in _TOLL for f in mention.figures)
        deadly = any(f.what == "killed" for f in mention.figures)
        figured = any(_number(f.value).search(line) for f in mention.figures)
        named = [p for p in mention.places if geography.name(p).casefold() in line]
        spot = any(not geography.is_country(p) for p in named)
        # How many were killed in a country says more than where in it the earth shook.
        told_toll = bool(named) and deadly and figured
        where = (spot and deadly, told_toll, spot, True).index(True)
        day = published.get(mention.report) or dt.date.min
        return (
            mention.mode == Mode.PLANNED,
            len(line.split()) < _WORDS or _BARE.search(mention.gist) is not None,
            mention.background,
            where,
            -min(tolls, _TWO),
            not deadly,
            not figured,
            -min(_TWO, sum(bool(words & _words(actors, a)) for a in mention.actors)),
            -day.toordinal(),
            len(line),
            mention.report,
            line,
        )

    return _lowest_tolls(min(told, key=rank), told)


def _lowest_tolls(best: EventMention, told: Sequence[EventMention]) -> str:
    """Give the lower bound, as `at least`, of a toll on which the reports differ."""
    line = best.headline
    for figure in best.figures:
        if figure.what not in _TOLL or figure.place is not None:
            continue
        values = _values(figure.what, told)
        starts = [row[1] for row in lexicons.table("en/toll_words") if row[0] == figure.what]
        tells = any(word.startswith(tuple(starts)) for word in line.casefold().split())
        found = _number(figure.value).search(line) if tells else None
        if len(values) < _TWO or found is None or figure.value != max(_values(figure.what, [best])):
            continue
        bound = "" if line[: found.start()].casefold().endswith("at least ") else "at least "
        word = _spelled(min(values))
        before = _ROUGHLY.sub("", line[: found.start()])
        text = f"{bound}{word}"
        start = text if before else text[:1].upper() + text[1:]
        longer = f"{before}{start}{line[found.end() :]}"
        line = longer if len(longer) <= HEADLINE_LIMIT else line
    return line


def _values(what: str, told: Sequence[EventMention]) -> set[float]:
    """Return the highest value that each report gives."""
    best: dict[str, float] = {}
    for mention in told:
        for figure in mention.figures:
            if figure.what == what and figure.place is None:
                best[mention.report] = max(figure.value, best.get(mention.report, 0))
    return set(best.values())


def _number(value: float) -> re.Pattern[str]:
    """Match a value as a headline writes it, in words or digits."""
    forms = {_spelled(value), f"{value:,g}"}
    either = "|".join(sorted(map(re.escape, forms)))
    return re.compile(rf"(?<![\w.,-])(?:{either})(?![\w-])", re.IGNORECASE)


def _spelled(value: float) -> str:
    words = {int(number): word for word, number in lexicons.table("en/number_words")}
    small = value == int(value) and 0 < value < _TEN
    return words[int(value)] if small else f"{value:,g}" if value < _MILLION else f"{value:,.0f}"


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
    """Join the places, the most specific first; a country goes where a place within it is told.

    It stays where one report has both: all of it was struck, and that place most of all.
    """
    ranked = _by_frequency(m.places for m in told)
    whole = {c for m in told for c in _holders(m.places, geography) & set(m.places)}
    held = _holders(ranked, geography) - whole
    left = [p for p in ranked if p not in held]
    return tuple(sorted(left, key=lambda p: (-len(geography.chain(p)), left.index(p))))


def _holders(places: Sequence[str], geography: Geography) -> set[str]:
    """Return the countries that the smaller places lie in."""
    return {c for p in places if not geography.is_country(p) and (c := geography.country(p))}
