"""Pairs of mentions that may tell one event, found by shared keys and never by trying all."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.merge.facts import Facts
from generator.model import Mode
from generator.settings import (
    MERGE_BLOCK,
    MERGE_LATE,
    MERGE_NEIGHBOURS,
    MERGE_RARE_WORDS,
    MERGE_TELLING,
)

Key = tuple[str, ...]
_LATE = frozenset({"at", "word"})
"""What two mentions must share that are dated a day or two apart: a place or a rare word."""
_MONTHS = 12
"""Months of a date that are all named; of a wider one only those at its ends."""
Pair = tuple[int, int]


def pairs(told: Sequence[Facts]) -> list[Pair]:
    """Return candidate pairs of indices, each once, sorted."""
    common = Counter(lemma for f in told for lemma in f.mention.lemmas)
    by_day: dict[Key, list[int]] = {}
    by_month: dict[Key, list[int]] = {}
    coarse: dict[Key, list[int]] = {}
    shared = [list(_shared(fact, common)) for fact in told]
    for index, fact in enumerate(told):
        for moment, late in _days(fact):
            for key in shared[index]:
                if not late or key[0] in _LATE:
                    by_day.setdefault((moment, *key), []).append(index)
        for month in _months(fact):
            for key in shared[index]:
                (coarse if fact.coarse else by_month).setdefault((month, *key), []).append(index)
    found: set[Pair] = set()
    for block in set(map(tuple, by_day.values())):  # one block often stands under many keys
        found.update(_within(told, block))
    for dated, members in coarse.items():
        found.update(_within(told, members))
        found.update(_across(told, members, by_month.get(dated, [])))
    found.update(_undated(told, shared))
    return sorted(p for p in found if _speech(told[p[0]]) == _speech(told[p[1]]))


def _undated(told: Sequence[Facts], shared: Sequence[list[Key]]) -> Iterator[Pair]:
    """Pair each mention that nothing dates with all that share a name, a place or a rare word."""
    loose: dict[Key, list[int]] = {}
    for index, fact in enumerate(told):
        if fact.first is None:
            for key in shared[index]:
                loose.setdefault(key, []).append(index)
    dated: dict[Key, list[int]] = {key: [] for key in loose if key[0] != "kind"}
    for index, fact in enumerate(told):
        for key in shared[index] if fact.first is not None else ():
            if key in dated:
                dated[key].append(index)
    for key, members in dated.items():
        yield from _across(told, loose[key], members)


def _speech(fact: Facts) -> bool:
    return fact.mention.mode == Mode.STATEMENT


def _shared(fact: Facts, common: Counter[str]) -> Iterator[Key]:
    """Name what a mention must share with another one: a speaker, or place, actor or rare word."""
    who = [("by", s) for s in sorted(fact.speakers)] if _speech(fact) else list(_subjects(fact))
    rare = sorted(fact.mention.lemmas, key=lambda w: (common[w], w))[:MERGE_RARE_WORDS]
    yield from who
    if not _speech(fact):
        yield "kind", fact.mention.kind
        telling = ((what, n) for what, n in sorted(fact.figures) if n >= MERGE_TELLING)
        yield from (("count", f"{n:g} {what}") for what, n in telling)
        yield from (("word", lemma) for lemma in rare)


def _subjects(fact: Facts) -> Iterator[tuple[str, str]]:
    for spot in sorted(fact.spots):
        yield "at", spot
    for country in sorted(fact.countries):
        yield "in " + fact.family, country
    for actor in sorted(fact.actors):
        yield "who " + fact.family, actor


def _days(fact: Facts) -> Iterator[tuple[str, bool]]:
    """Name the days of a date that is not coarse, and those just after it; say which are these."""
    if not fact.coarse and fact.first is not None and fact.last is not None:
        days = (fact.last - fact.first).days
        for offset in range(days + MERGE_LATE.days + 1):
            yield (fact.first + dt.timedelta(days=offset)).isoformat(), offset > days


def _months(fact: Facts) -> Iterator[str]:
    """Name the months of a date's bounds, of wide ones those at both ends, or `undated`."""
    if fact.first is None or fact.last is None:
        yield "undated"
        return
    first, last = (12 * day.year + day.month - 1 for day in (fact.first, fact.last))
    months = range(first, last + 1) if last - first < _MONTHS else (first, last)
    for month in months:
        yield f"{month // 12:04}-{month % 12 + 1:02}"


def _within(told: Sequence[Facts], members: Sequence[int]) -> Iterator[Pair]:
    """Pair all of a small block; of a crowded one each with its nearest by place and figures."""
    if len(members) <= MERGE_BLOCK:
        yield from combinations(members, 2)
        return
    ranked = sorted(members, key=lambda i: (_likeness(told[i]), i))
    for at, one in enumerate(ranked):
        for other in ranked[at + 1 : at + 1 + MERGE_NEIGHBOURS]:
            yield min(one, other), max(one, other)


def _across(told: Sequence[Facts], few: Sequence[int], many: Sequence[int]) -> Iterator[Pair]:
    if len(few) * len(many) <= MERGE_BLOCK**2 // 2:
        yield from ((min(a, b), max(a, b)) for a in few for b in many)
        return
    yield from _within(told, sorted({*few, *many}))


def _likeness(fact: Facts) -> tuple[object, ...]:
    spots, figures = sorted(fact.spots), sorted(fact.figures)
    return (fact.family, spots, figures, sorted(fact.actors), sorted(fact.mention.lemmas))
