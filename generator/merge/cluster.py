"""Mentions into events: the surest pairs first, never against what forbids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.merge.compare import Comparer, Verdict
from generator.merge.facts import Facts
from generator.model import Parting, Reason
from generator.settings import MERGE_SAME_REPORT, MERGE_THRESHOLD, MERGE_WITNESSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Mentions of one event."""

    members: tuple[int, ...]
    """Indices, sorted."""
    reasons: tuple[Reason, ...] = ()
    """The pairs that joined them, in the order of joining."""
    parts: frozenset[str] = frozenset()
    """What a person's decisions call them, where any is about them."""


def clusters(
    told: Sequence[Facts],
    pairs: Sequence[tuple[int, int]],
    comparer: Comparer,
    parting: Parting,
) -> list[Cluster]:
    """Join mentions over the candidate pairs, strongest first."""
    edges = sorted(_edges(told, pairs, comparer), key=lambda e: (-e[0].strength, e[1], e[2]))
    of = list(range(len(told)))
    groups = {i: Cluster(members=(i,), parts=_part(f, parting)) for i, f in enumerate(told)}
    for verdict, a, b in edges:
        one, other = groups[of[a]], groups[of[b]]
        if one is other or parting.divides(one.parts, other.parts):
            continue
        if not _may_join(told, one, other, comparer):
            continue
        reason = Reason(
            a=told[a].mention.report,
            b=told[b].mention.report,
            score=verdict.score,
            words=verdict.words,
        )
        joined = Cluster(
            members=tuple(sorted((*one.members, *other.members))),
            reasons=(*one.reasons, *other.reasons, reason),
            parts=one.parts | other.parts,
        )
        gone, kept = max(of[a], of[b]), min(of[a], of[b])
        for member in joined.members:
            of[member] = kept
        del groups[gone]
        groups[kept] = joined
    return [groups[i] for i in sorted(groups)]


def _part(fact: Facts, parting: Parting) -> frozenset[str]:
    part = parting.part.get(fact.mention.key)
    return frozenset() if part is None else frozenset({part})


def _edges(
    told: Sequence[Facts], pairs: Sequence[tuple[int, int]], comparer: Comparer
) -> list[tuple[Verdict, int, int]]:
    found = []
    for a, b in pairs:
        if comparer.forbidden(told[a], told[b]):
            continue
        verdict = comparer.verdict(told[a], told[b])
        if verdict.score >= _wanted(told[a], told[b]):
            found.append((verdict, a, b))
    return found


def _wanted(a: Facts, b: Facts) -> float:
    """Two mentions of one report were told apart by their reader; only twins are one event."""
    return MERGE_SAME_REPORT if a.mention.report == b.mention.report else MERGE_THRESHOLD


def _may_join(told: Sequence[Facts], one: Cluster, other: Cluster, comparer: Comparer) -> bool:
    """Whether no two members forbid it, and they agree by the mean of the best and the average.

    The average alone leaves out a thin report that only the fullest of the others can place.
    """
    scores = []
    for a in one.members:
        for b in _witnesses(other.members):
            first, second = told[a], told[b]
            if comparer.forbidden(first, second):
                return False
            score = comparer.verdict(first, second).score
            if first.mention.report == second.mention.report and score < MERGE_SAME_REPORT:
                return False
            scores.append(score)
    average = sum(scores) / len(scores)
    return (max(scores) + average) / 2 >= MERGE_THRESHOLD


def _witnesses(members: Sequence[int]) -> Sequence[int]:
    """Sample a large cluster evenly, so that a join costs no more than its size."""
    if len(members) <= MERGE_WITNESSES:
        return members
    step = len(members) / MERGE_WITNESSES
    return [members[int(i * step)] for i in range(MERGE_WITNESSES)]
