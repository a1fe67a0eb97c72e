"""How alike two sets of words or names are, the rare ones weighing most."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

T = TypeVar("T", int, str)
_ASKED = 1 << 14
"""Sets that are kept unpacked, and of which the length is known: each meets many others."""


class Vocabulary:
    """Numbers words, so that a set of them is packed in four bytes each."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: list[str] = []
        self.unpack = lru_cache(_ASKED)(_unpacked)
        """Returns the numbers of a packed set."""

    def pack(self, words: Iterable[str]) -> bytes:
        """Return a set of words, packed."""
        return array("I", sorted(map(self._number, words))).tobytes()

    def word(self, number: int) -> str:
        """Return the word of a number."""
        return self._words[number]

    def _number(self, word: str) -> int:
        found = self._numbers.setdefault(word, len(self._words))
        if found == len(self._words):
            self._words.append(word)
        return found


def _unpacked(packed: bytes) -> frozenset[int]:
    return frozenset(memoryview(packed).cast("I"))


class Rarity(Generic[T]):
    """Weighs each item by how few reports have it (inverse document frequency)."""

    def __init__(self, rows: Iterable[tuple[str, frozenset[T]]]) -> None:
        """Count the items of reports; the rows of a report follow each other."""
        known = 0
        held: Counter[T] = Counter()
        for _, group in groupby(rows, itemgetter(0)):
            items = frozenset[T]().union(*{items for _, items in group})
            known += bool(items)
            held.update(items)
        self._weights: dict[T, float] = {
            item: 1.0 + math.log((1 + known) / (1 + n)) for item, n in held.items()
        }
        self._squares: dict[T, float] = {item: w**2 for item, w in self._weights.items()}
        self._norm = lru_cache(_ASKED)(self._length)

    def __getitem__(self, item: T) -> float:
        return self._weights[item]

    def likeness(self, a: frozenset[T], b: frozenset[T]) -> float:
        """Return the weighted cosine: 0 for nothing shared, 1 for the same items."""
        shared = a & b
        if not shared:
            return 0.0
        length: float = self._norm(a) * self._norm(b)
        return math.fsum(map(self._squares.__getitem__, shared)) / length

    def telling(
        self, a: frozenset[T], b: frozenset[T], word: Callable[[T], str] = str
    ) -> list[str]:
        """Return the shared items as words, the rarest first."""
        shared = sorted((-self._weights[item], word(item)) for item in a & b)
        return [said for _, said in shared]

    def _length(self, items: frozenset[T]) -> float:
        """Return the length of a set's vector."""
        return math.sqrt(math.fsum(map(self._squares.__getitem__, items)))
