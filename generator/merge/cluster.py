"""Mentions into events: the surest pairs first, never against what forbids."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np

from generator.content.shelf import Shelf
from generator.merge.compare import HARM, Comparer, differ, score
from generator.merge.facts import Facts
from generator.model import Parting, Reason
from generator.settings import MERGE_SAME_REPORT, MERGE_THRESHOLD, MERGE_TOLD_AGAIN

Edge = tuple[float, int, int]
"""How strongly two mentions agree, and their indices."""
Edges = tuple["array[float]", "array[int]", "array[int]"]
"""The same of many pairs, by columns."""
Group = tuple[tuple[int, ...], tuple[Reason, ...]]
"""The indices of the mentions of one event, and why they were joined."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cluster:
    """Mentions of one event."""

    number: int
    """The higher, the later it was joined; that of a single mention is its index."""
    members: tuple[int, ...]
    """Indices, sorted."""
    reasons: tuple[Reason, ...] = ()
    """The pairs that joined them, in the order of joining."""
    halves: tuple[Cluster, ...] = ()
    """The two that it was joined of."""
    parts: frozenset[str] = frozenset()
    """What a person's decisions call them, where any is about them."""


class Tally(NamedTuple):
    """How the members of two clusters agree, pair by pair."""

    total: float = 0.0
    best: float = 0.0
    pairs: int = 0

    def __bool__(self) -> bool:
        """Whether they are one event by the mean of the best pair and the average.

        The average alone leaves out a thin report that only the fullest of the others can place.
        """
        mean = (self.best + self.total / self.pairs) / 2
        return round(mean, 9) >= MERGE_THRESHOLD  # whatever the order of the sum


class Meetings:
    """What clusters agree on, each pair of mentions compared once: a whole sums up its halves."""

    def __init__(self, told: Sequence[Facts], comparer: Comparer) -> None:
        self._told = told
        self._comparer = comparer
        self._known: dict[tuple[int, int], Tally | None] = {}

    def may_join(self, one: Cluster, other: Cluster) -> bool:
        """Whether no two members forbid it, and they agree."""
        key = _key(one, other)
        if key not in self._known:
            self._known[key] = self._tally(one, other)
        return bool(self._known[key])

    def _tally(self, one: Cluster, other: Cluster) -> Tally | None:
        """Add up what is known of their parts, which is not asked for again, and what is not."""
        total, best, pairs = Tally()
        left = [(one, other)]
        while left:
            older, younger = sorted(left.pop(), key=lambda cluster: cluster.number)
            key = _key(older, younger)
            if key not in self._known and younger.halves:
                left.extend((older, half) for half in younger.halves)
                continue
            part = self._known.pop(key) if key in self._known else self._pair(*key)
            if part is None:
                return None
            total, best, pairs = total + part.total, max(best, part.best), pairs + part.pairs
        return Tally(total, best, pairs)

    def _pair(self, a: int, b: int) -> Tally | None:
        """Compare two mentions; None where they cannot be one event."""
        first, second = self._told[a], self._told[b]
        if self._comparer.forbidden(first, second):
            return None
        points = score(self._comparer.strength(first, second))
        if first.report == second.report and points < _bearable(first, second):
            return None
        return Tally(points, points, 1)


def clusters(
    told: Sequence[Facts],
    pairs: Iterable[tuple[int, int]],
    comparer: Comparer,
    parting: Parting,
) -> Iterator[Group]:
    """Join mentions over the candidate pairs, strongest first; yield each event's, in order.

    What no chain of pairs leads to has no say, so that one such chain after the other is joined.
    """
    found = Shelf[Group]()
    at: dict[int, int] = {}
    joined = bytearray(len(told))
    for edges in _chained(len(told), _edges(told, pairs, comparer)):
        for cluster in _joined(told, edges, comparer, parting):
            at[cluster.members[0]] = found.add((cluster.members, cluster.reasons))
            for member in cluster.members:
                joined[member] = True
    for index in range(len(told)):
        if not joined[index]:
            yield (index,), ()
        elif index in at:
            yield found[at[index]]


def _joined(
    told: Sequence[Facts],
    edges: Iterable[Edge],
    comparer: Comparer,
    parting: Parting,
) -> Iterable[Cluster]:
    """Join what one chain of pairs leads to."""
    meetings = Meetings(told, comparer)
    of: dict[int, Cluster] = {}
    number = len(told)
    for strength, a, b in edges:
        for i in (a, b):
            if i not in of:
                of[i] = Cluster(number=i, members=(i,), parts=_part(told[i], parting))
        one, other = of[a], of[b]
        if one is other or parting.divides(one.parts, other.parts):
            continue
        if not meetings.may_join(one, other):
            continue
        reason = Reason(
            a=told[a].report,
            b=told[b].report,
            score=score(strength),
            words=comparer.words(told[a], told[b]),
        )
        joined = Cluster(
            number=number,
            members=tuple(sorted((*one.members, *other.members))),
            reasons=(*one.reasons, *other.reasons, reason),
            halves=(one, other),
            parts=one.parts | other.parts,
        )
        number += 1
        for member in joined.members:
            of[member] = joined
    return {cluster.members[0]: cluster for cluster in of.values()}.values()


def _chained(count: int, edges: Edges) -> Iterator[Iterator[Edge]]:
    """Yield the pairs of one chain after the other, the surest first."""
    above = array("q", range(count))

    def top(index: int) -> int:
        while above[index] != index:
            above[index] = index = above[above[index]]
        return index

    strengths, firsts, seconds = edges
    for a, b in zip(firsts, seconds, strict=True):
        above[top(b)] = top(a)
    chains = np.array(array("q", map(top, firsts)))
    strong, first, second = map(np.asarray, edges)
    order = np.lexsort((second, first, -strong, chains))
    for _, rows in groupby(order, chains.__getitem__):
        yield ((strengths[e], firsts[e], seconds[e]) for e in rows)


def _part(fact: Facts, parting: Parting) -> frozenset[str]:
    part = parting.part.get(fact.key)
    return frozenset() if part is None else frozenset({part})


def _edges(told: Sequence[Facts], pairs: Iterable[tuple[int, int]], comparer: Comparer) -> Edges:
    strengths, firsts, seconds = array("d"), array("I"), array("I")
    for a, b in pairs:
        if comparer.forbidden(told[a], told[b]):
            continue
        strength = comparer.strength(told[a], told[b])
        if score(strength) >= _wanted(told[a], told[b]):
            strengths.append(strength)
            firsts.append(a)
            seconds.append(b)
    return strengths, firsts, seconds


def _wanted(a: Facts, b: Facts) -> float:
    """Two mentions of one report were told apart by their reader; only twins are one event."""
    return MERGE_SAME_REPORT if a.report == b.report else MERGE_THRESHOLD


def _bearable(a: Facts, b: Facts) -> float:
    """Two mentions of one report may both fit what others tell: it comes back to its main event.

    It tells apart on purpose figures that differ, what was and what is to be, a place and the
    whole, what other people did, and kinds that follow each other, as charge and verdict do.
    """
    alike = a.said == b.said and bool(a.spots) == bool(b.spots) and not differ(a, b)
    if a.takers.isdisjoint(b.takers):
        again = a.family == b.family == HARM and not (a.takers and b.takers)
    else:
        again = a.kind == b.kind or a.family == b.family == HARM
    return MERGE_TOLD_AGAIN if alike and again else MERGE_SAME_REPORT


def _key(one: Cluster, other: Cluster) -> tuple[int, int]:
    return min(one.number, other.number), max(one.number, other.number)
