"""How alike two sets of words or names are, the rare ones weighing most."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

Weights = dict[str, float]


def weigh(reports: Iterable[tuple[str, frozenset[str]]]) -> Weights:
    """Weigh each item by how few reports have it (inverse document frequency)."""
    seen = {(report, item) for report, items in reports for item in items}
    known = {report for report, _ in seen}
    held = Counter(item for _, item in seen)
    return {item: 1.0 + math.log((1 + len(known)) / (1 + n)) for item, n in held.items()}


def likeness(a: frozenset[str], b: frozenset[str], weight: Weights) -> float:
    """Return the weighted cosine: 0 for nothing shared, 1 for the same items."""
    if not a or not b:
        return 0.0
    norms = [math.sqrt(math.fsum(weight[w] ** 2 for w in items)) for items in (a, b)]
    shared = math.fsum(weight[w] ** 2 for w in a & b)
    return shared / math.prod(norms)


def telling(a: frozenset[str], b: frozenset[str], weight: Weights) -> list[str]:
    """Return the shared items, the rarest first."""
    return sorted(a & b, key=lambda w: (-weight[w], w))
