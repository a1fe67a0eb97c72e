"""Pairs of mentions that may tell one event, found by shared keys and never by trying all."""

from __future__ import annotations

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from generator.content.shelf import Shelf
from generator.merge.facts import Facts
from generator.merge.wording import Vocabulary
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
_Numbers = npt.NDArray[np.int64]
_AT_ONCE = 1 << 18
"""Pairs that are gathered before they are written."""
_SHARES = 64
"""Shares in which all pairs are read again: of 30 million pairs, 4 MB each."""
_RANKED = 1 << 14
"""Mentions of crowded blocks that are kept at hand as they are sorted."""


class _Keys:
    """What each mention must share with another, as numbers: a key is many mentions'."""

    def __init__(self, told: Sequence[Facts], words: Vocabulary) -> None:
        common = Counter(lemma for fact in told for lemma in words.unpack(fact.lemmas))
        numbers: dict[Key, int] = {}
        self._all = array("I")
        self._starts = array("Q", [0])
        for fact in told:
            keys = dict.fromkeys(_shared(fact, common, words))
            self._all.extend(numbers.setdefault(key, len(numbers)) for key in keys)
            self._starts.append(len(self._all))
        self._kinds = [key[0] for key in numbers]

    def __getitem__(self, index: int) -> Sequence[int]:
        return self._all[self._starts[index] : self._starts[index + 1]]

    def kind(self, key: int) -> str:
        """Return what sort of thing is shared."""
        return self._kinds[key]


class _Found:
    """The pairs found so far, as numbers, in a temporary file: some hundreds a report.

    They lie in shares by their first mentions, of which one is at hand at a time in the end.
    """

    def __init__(self, told: Sequence[Facts], words: Vocabulary) -> None:
        self._count = len(told)
        self._rank = lru_cache(_RANKED)(lambda i: (_likeness(told[i], words), i))
        self._waiting: list[_Numbers] = []
        self._size = 0
        width = -(-self._count // _SHARES) or 1
        self._bounds = np.arange(width, self._count, width, dtype=np.int64) * self._count
        self._pieces = Shelf[_Numbers]()
        self._shares: list[list[int]] = [[] for _ in range(len(self._bounds) + 1)]

    def within(self, members: Sequence[int]) -> None:
        """Pair all of a small block; of a crowded one each with those nearest to it."""
        if len(members) <= MERGE_BLOCK:
            block = np.array(members, np.int64)
            first, second = _corners(len(block))
            self._add(block[first], block[second])
            return
        ranked = np.array(sorted(members, key=self._rank), np.int64)
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
        self._put_away()
        speech = np.array([_speech(fact) for fact in told])
        for share in self._shares:
            known = _once([self._pieces[piece] for piece in share])
            first, second = np.divmod(known, self._count)
            alike = speech[first] == speech[second]
            yield from zip(first[alike].tolist(), second[alike].tolist(), strict=True)

    def _add(self, some: _Numbers, others: _Numbers) -> None:
        self._waiting.append(np.minimum(some, others) * self._count + np.maximum(some, others))
        self._size += len(some)
        if self._size > _AT_ONCE:
            self._put_away()

    def _put_away(self) -> None:
        """Write what was found, once: most pairs share several keys on neighbouring days."""
        found = _once(self._waiting)
        cuts = np.searchsorted(found, self._bounds)
        for share, piece in zip(self._shares, np.split(found, cuts), strict=True):
            if len(piece):
                share.append(self._pieces.add(piece))
        self._waiting, self._size = [], 0


def _once(numbers: Sequence[_Numbers]) -> _Numbers:
    """Return numbers in order, each once."""
    return np.unique(np.concatenate(numbers)) if numbers else np.empty(0, np.int64)


def pairs(told: Sequence[Facts], words: Vocabulary) -> Iterator[Pair]:
    """Yield candidate pairs of indices, each once, in order."""
    shared = _Keys(told, words)
    found = _Found(told, words)
    _pair_days(told, shared, found)
    _pair_months(told, shared, found)
    _pair_undated(told, shared, found)
    del shared
    yield from found.pairs(told)


def _pair_days(told: Sequence[Facts], shared: _Keys, found: _Found) -> None:
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
                if shared.kind(key) in _LATE:
                    blocks.setdefault(key, []).append(index)
        # One block often stands under many keys, and on the next day again.
        today = {tuple(block) for block in blocks.values() if len(block) > 1}
        for block in today - before:
            found.within(block)
        before = today


def _pair_months(told: Sequence[Facts], shared: _Keys, found: _Found) -> None:
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


def _pair_undated(told: Sequence[Facts], shared: _Keys, found: _Found) -> None:
    """Pair each mention that nothing dates with all that share a name, a place or a rare word."""
    loose = _by_key([index for index, fact in enumerate(told) if fact.first is None], shared)
    dated: dict[int, list[int]] = {key: [] for key in loose if shared.kind(key) != "kind"}
    for index, fact in enumerate(told):
        for key in shared[index] if fact.first is not None else ():
            if key in dated:
                dated[key].append(index)
    for key, members in dated.items():
        if members:
            found.across(loose[key], members)


def _by_key(members: Iterable[int], shared: _Keys) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index in members:
        for key in shared[index]:
            found.setdefault(key, []).append(index)
    return found


@cache
def _corners(size: int) -> tuple[_Numbers, _Numbers]:
    """Return the numbers of all pairs of a block of that size."""
    return np.triu_indices(size, 1)


def _speech(fact: Facts) -> bool:
    return fact.said == Mode.STATEMENT


def _shared(fact: Facts, common: Counter[int], words: Vocabulary) -> Iterator[Key]:
    """Name what a mention must share with another one: a speaker, or place, actor or rare word."""
    who = [("by", s) for s in sorted(fact.speakers)] if _speech(fact) else list(_subjects(fact))
    lemmas = sorted((common[n], words.word(n)) for n in words.unpack(fact.lemmas))
    rare = lemmas[:MERGE_RARE_WORDS]
    yield from who
    if not _speech(fact):
        yield "kind", fact.kind
        telling = ((what, n) for what, n in sorted(fact.figures) if n >= MERGE_TELLING)
        yield from (("count", f"{n:g} {what}") for what, n in telling)
        yield from (("word", lemma) for _, lemma in rare)


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


def _likeness(fact: Facts, words: Vocabulary) -> tuple[object, ...]:
    spots, figures = sorted(fact.spots), sorted(fact.figures)
    lemmas = sorted(map(words.word, words.unpack(fact.lemmas)))
    return (fact.family, spots, figures, sorted(fact.actors), lemmas)
