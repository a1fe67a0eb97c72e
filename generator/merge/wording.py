"""How alike two sets of words or names are, the rare ones weighing most."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable


class Rarity:
    """Weighs each item by how few reports have it (inverse document frequency)."""

    def __init__(self, reports: Iterable[tuple[str, frozenset[str]]]) -> None:
        seen = {(report, item) for report, items in reports for item in items}
        known = {report for report, _ in seen}
        held = Counter(item for _, item in seen)
        self._weights = {i: 1.0 + math.log((1 + len(known)) / (1 + n)) for i, n in held.items()}
        self._squares = {item: weight**2 for item, weight in self._weights.items()}
        self._norms: dict[frozenset[str], float] = {}

    def __getitem__(self, item: str) -> float:
        return self._weights[item]

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Return the weighted cosine: 0 for nothing shared, 1 for the same items."""
        shared = a & b
        if not shared:
            return 0.0
        return math.fsum(map(self._squares.__getitem__, shared)) / (self._norm(a) * self._norm(b))

    def telling(self, a: frozenset[str], b: frozenset[str]) -> list[str]:
        """Return the shared items, the rarest first."""
        return sorted(a & b, key=lambda w: (-self._weights[w], w))

    def _norm(self, items: frozenset[str]) -> float:
        """Return the length of a set's vector, worked out once: each set meets many others."""
        found = self._norms.get(items)
        if found is None:
            found = math.sqrt(math.fsum(map(self._squares.__getitem__, items)))
            self._norms[items] = found
        return found
