"""Pairs of mentions that may tell one event, found by shared keys and never by trying all."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

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
_Shared = Sequence[Sequence[Key]]
"""The keys of each mention."""
_Numbers = npt.NDArray[np.int64]
_AT_ONCE = 1 << 18
"""Pairs that are gathered before those that are known already are left out."""


class _Found:
    """The pairs found so far, as numbers: eight bytes each, where a tuple takes a hundred."""

    def __init__(self, told: Sequence[Facts]) -> None:
        self._count = len(told)
        self._rank = np.empty(len(told), np.int64)
        self._rank[sorted(range(len(told)), key=lambda i: (_likeness(told[i]), i))] = range(
            len(told)
        )
        self._known = np.empty(0, np.int64)
        self._waiting: list[_Numbers] = []
        self._size = 0

    def within(self, members: Sequence[int]) -> None:
        """Pair all of a small block; of a crowded one each with those nearest to it."""
        block = np.array(members, np.int64)
        if len(block) <= MERGE_BLOCK:
            first, second = _corners(len(block))
            self._add(block[first], block[second])
            return
        ranked = block[np.argsort(self._rank[block])]
        for apart in range(1, MERGE_NEIGHBOURS + 1):
            self._add(ranked[:-apart], ranked[apart:])

    def across(self, few: Sequence[int], many: Sequence[int]) -> None:
        """Pair each of few with each of many, unless that makes a crowd of them."""
        if len(few) * len(many) > MERGE_BLOCK**2 // 2:
            self.within(sorted({*few, *many}))
            return
        self._add(
            np.repeat(np.array(few, np.int64), len(many)),
            np.tile(np.array(many, np.int64), len(few)),
        )

    def pairs(self, told: Sequence[Facts]) -> Iterator[Pair]:
        """Yield each pair once, in order; what is said is compared with what is said only."""
        self._settle()
        speech = np.array([fact.mention.mode == Mode.STATEMENT for fact in told])
        for at in range(0, len(self._known), _AT_ONCE):
            first, second = np.divmod(self._known[at : at + _AT_ONCE], self._count)
            alike = speech[first] == speech[second]
            yield from zip(first[alike].tolist(), second[alike].tolist(), strict=True)

    def _add(self, some: _Numbers, others: _Numbers) -> None:
        self._waiting.append(np.minimum(some, others) * self._count + np.maximum(some, others))
        self._size += len(some)
        if self._size > max(_AT_ONCE, len(self._known) // 2):
            self._settle()

    def _settle(self) -> None:
        """Keep what was found once: most pairs share several keys on several days."""
        found = np.concatenate([self._known, *self._waiting])
        found.sort()
        new = np.append(True, found[1:] != found[:-1])[: len(found)]
        self._known, self._waiting, self._size = found[new], [], 0


def pairs(told: Sequence[Facts]) -> Iterator[Pair]:
    """Yield candidate pairs of indices, each once, in order."""
    common = Counter(lemma for f in told for lemma in f.mention.lemmas)
    once: dict[Key, Key] = {}
    shared = [tuple(once.setdefault(k, k) for k in _shared(fact, common)) for fact in told]
    found = _Found(told)
    _pair_days(told, shared, found)
    _pair_months(told, shared, found)
    _pair_undated(told, shared, found)
    yield from found.pairs(told)


def _pair_days(told: Sequence[Facts], shared: _Shared, found: _Found) -> None:
    """Pair what shares a day and a key; day by day, so that few blocks are at hand at a time."""
    dated: dict[dt.date, list[int]] = {}
    later: dict[dt.date, list[int]] = {}
    for index, fact in enumerate(told):
        for day, late in _days(fact):
            (later if late else dated).setdefault(day, []).append(index)
    before: set[tuple[int, ...]] = set()
    for day in sorted(dated.keys() | later.keys()):
        blocks = _by_key(dated.get(day, ()), shared)
        for index in later.get(day, ()):
            for key in shared[index]:
                if key[0] in _LATE:
                    blocks.setdefault(key, []).append(index)
        # One block often stands under many keys, and on the next day again.
        today = {tuple(block) for block in blocks.values() if len(block) > 1}
        for block in today - before:
            found.within(block)
        before = today


def _pair_months(told: Sequence[Facts], shared: _Shared, found: _Found) -> None:
    """Pair what is coarsely dated with all that shares a month and a key with it."""
    coarse: dict[str, list[int]] = {}
    fine: dict[str, list[int]] = {}
    for index, fact in enumerate(told):
        for month in _months(fact):
            (coarse if fact.coarse else fine).setdefault(month, []).append(index)
    for month, members in coarse.items():
        others = _by_key(fine.get(month, ()), shared)
        for key, block in _by_key(members, shared).items():
            found.within(block)
            if key in others:
                found.across(block, others[key])


def _pair_undated(told: Sequence[Facts], shared: _Shared, found: _Found) -> None:
    """Pair each mention that nothing dates with all that share a name, a place or a rare word."""
    loose = _by_key([index for index, fact in enumerate(told) if fact.first is None], shared)
    dated: dict[Key, list[int]] = {key: [] for key in loose if key[0] != "kind"}
    for index, fact in enumerate(told):
        for key in shared[index] if fact.first is not None else ():
            if key in dated:
                dated[key].append(index)
    for key, members in dated.items():
        if members:
            found.across(loose[key], members)


def _by_key(members: Iterable[int], shared: _Shared) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for index in members:
        for key in shared[index]:
            found.setdefault(key, []).append(index)
    return found


@cache
def _corners(size: int) -> tuple[_Numbers, _Numbers]:
    """Return the numbers of all pairs of a block of that size."""
    return np.triu_indices(size, 1)


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


def _days(fact: Facts) -> Iterator[tuple[dt.date, bool]]:
    """Name the days of a date that is not coarse, and those just after it; say which are these."""
    if not fact.coarse and fact.first is not None and fact.last is not None:
        days = (fact.last - fact.first).days
        for offset in range(days + MERGE_LATE.days + 1):
            yield fact.first + dt.timedelta(days=offset), offset > days


def _months(fact: Facts) -> Iterator[str]:
    """Name the months of a date's bounds, of wide ones those at both ends, or `undated`."""
    if fact.first is None or fact.last is None:
        yield "undated"
        return
    first, last = (12 * day.year + day.month - 1 for day in (fact.first, fact.last))
    months = range(first, last + 1) if last - first < _MONTHS else (first, last)
    for month in months:
        yield f"{month // 12:04}-{month % 12 + 1:02}"


def _likeness(fact: Facts) -> tuple[object, ...]:
    spots, figures = sorted(fact.spots), sorted(fact.figures)
    return (fact.family, spots, figures, sorted(fact.actors), sorted(fact.mention.lemmas))
