"""How the claims on one figure stand to each other: an update, bounds that agree, or a conflict.

A toll that rises from report to report is an update, and `at least six` beside `seven` is no
contradiction. What is left are claims that cannot all be right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from generator import lexicons
from generator.model import Bound

_ABOUT = 0.1
"""Share by which a number said with `about` may miss: news rounds to one or two digits."""


class Agreement(StrEnum):
    """How the claims on one figure agree."""

    SAME = "same"
    """All give one value with one bound."""
    UPDATED = "updated"
    """Later reports give more of what is counted as it becomes known."""
    COMPATIBLE = "compatible"
    """Bounds that one value meets: at least six, and seven."""
    CONFLICT = "conflict"
    """They cannot all be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one voice gives for a figure."""

    value: float
    bound: Bound = Bound.EXACTLY
    source: str = ""
    """The report that has it."""
    by: str = ""
    """Who says so; empty where the report itself does."""
    day: str = ""
    """Day of publication, ISO 8601; empty where it is not known."""

    @property
    def ends(self) -> tuple[float, float]:
        """Lowest and highest true value that the words allow."""
        spread = _ABOUT * abs(self.value)
        ends: dict[Bound, tuple[float, float]] = {
            Bound.EXACTLY: (self.value, self.value),
            Bound.AT_LEAST: (self.value, math.inf),
            Bound.MORE_THAN: (math.nextafter(self.value, math.inf), math.inf),
            Bound.ABOUT: (self.value - spread, self.value + spread),
            Bound.UP_TO: (-math.inf, self.value),
            Bound.FEWER_THAN: (-math.inf, math.nextafter(self.value, -math.inf)),
        }
        return ends[self.bound]


def agreement(what: str, given: Iterable[Given]) -> Agreement:
    """Say how the claims on a figure stand to each other."""
    claims = highest(given)
    if len({(c.value, c.bound) for c in claims}) <= 1:
        return Agreement.SAME
    if rises(what) and _only_rises(claims):
        return Agreement.UPDATED
    if max(c.ends[0] for c in claims) <= min(c.ends[1] for c in claims):
        return Agreement.COMPATIBLE
    return Agreement.CONFLICT


def highest(given: Iterable[Given]) -> list[Given]:
    """Keep the highest value of each voice, in the order of publication.

    What one voice counts lower is a part; so is what a report says itself beside a speaker's count.
    """
    best: dict[tuple[str, str], Given] = {}
    for claim in given:
        voice = claim.source, claim.by
        if voice not in best or claim.value > best[voice].value:
            best[voice] = claim
    kept = [c for c in best.values() if not any(_holds(other, c) for other in best.values())]
    return sorted(kept, key=lambda c: (c.day or "9999", c.source, c.value, c.by))


def _holds(whole: Given, part: Given) -> bool:
    one_voice = whole.source == part.source and not (whole.by and part.by)
    return one_voice and whole.value > part.value


def rises(what: str) -> bool:
    """Whether a count grows as more becomes known, as tolls do."""
    return what.rpartition(" ")[2] in lexicons.lines("en/rising_counts")


def width(given: Iterable[Given]) -> float:
    """Return how far apart the values lie, as a share of the largest: 0 equal, towards 1 wide."""
    values = [abs(claim.value) for claim in highest(given)]
    most = max(values, default=0.0)
    return 1 - min(values) / most if most else 0.0


def _only_rises(claims: Sequence[Given]) -> bool:
    """Whether no two of one day differ, and no later value is lower."""
    return all(
        a.value == b.value or (a.day and b.day and a.day < b.day and a.value < b.value)
        for a, b in combinations(claims, 2)
    )
