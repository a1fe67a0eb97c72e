"""Which pages have which word, and where: turned round from the pages of one share.

Numbers are packed as in many formats, seven bits a byte, the eighth saying that more follow; the
files are compressed here, for few hosts compress what they do not know.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from generator.site.search.found import Found
from generator.site.search.words import Split, compared

HEADLINE = 7.0
"""How much a word of the headline counts, as Pagefind has it."""
DATE = 0.1
"""How much a word of the date counts, as what stands beside the text."""
FACET = "="
"""What a facet's value begins with among the words, as no word does; alone it stands for all pages
that have facets: the entries."""
_STEPS = 15
"""Grades of how much a page is about a word."""
_ENOUGH = 1.2
"""BM25's k₁: how often a word is said before once more says little."""
_LONG = 0.75
"""BM25's b: how much less a word says in a long page than in a short one."""
_USUAL = 120.0
"""Weighted words of a page of usual length; a constant, so that shares do not hang together."""

_Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Bytes one after another, and where those of each word begin, and the end."""

    content: bytes
    begins: _Ints

    def of(self, first: int, end: int) -> bytes:
        """Return those of some words in a row."""
        return self.content[self.begins[first] : self.begins[end]]

    def lengths(self, first: int, end: int) -> bytes:
        """Return how many bytes each of them has, packed."""
        return packed(np.diff(self.begins[first : end + 1]))[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """All words of a share in order, with the pages that have them."""

    words: Sequence[str]
    said: Sequence[int]
    """In how many pages each stands in the headline or the text, and not beside it alone."""
    where: Row
    """The numbers of its pages, each as the distance from the one before."""
    grades: Row
    """How much each of them is about the word, a byte each."""
    places: Row
    """For each of them how many times the word stands in it, and where."""


@dataclass(slots=True)
class _Tokens:
    """All words of all pages, one after another."""

    split: Split
    words: array[int]
    """By number."""
    parts: array[int]
    """How many words each part has."""
    weights: array[float]
    """How much those of each part count."""
    pages: array[int]
    """How many parts each page has."""

    def take(self, found: Found) -> None:
        """Add a page: its headline, text, date, and the values of its facets."""
        parts = [(HEADLINE, found.title), *found.parts, (DATE, found.date)]
        for weight, text in parts:
            before = len(self.words)
            self.words.extend(chain.from_iterable(map(self.split.__getitem__, text.split())))
            self._part(len(self.words) - before, weight)
        values = ["", *found.facets] if found.facets else []
        self.words.extend(self.split.numbers[FACET + value] for value in values)
        self._part(len(values), 0.0)
        self.pages.append(len(parts) + 1)

    def _part(self, words: int, weight: float) -> None:
        self.parts.append(words)
        self.weights.append(weight)


def postings(pages: Iterable[Found]) -> Postings:
    """Return the words of pages in order, with what they are found by; there is one at least."""
    tokens = _Tokens(Split(), array("I"), array("I"), array("d"), array("I"))
    for found in pages:
        tokens.take(found)
    numbers = tokens.split.numbers
    words = sorted(numbers, key=compared)
    rank = np.empty(len(words), np.int64)
    rank[[numbers[word] for word in words]] = np.arange(len(words))
    page, at, weight = _placed(tokens)
    long = np.bincount(page, weight, len(tokens.pages)) / _USUAL
    word = rank[np.frombuffer(tokens.words, np.uint32)]
    order = np.argsort(word, kind="stable")
    word, page, at, weight = word[order], page[order], at[order], weight[order]
    new_word = np.diff(word, prepend=-1) != 0
    new = new_word | (np.diff(page, prepend=-1) != 0)
    first = np.flatnonzero(new)
    said = np.add.reduceat(weight, first)
    grade = np.ceil(_STEPS * said / (said + _ENOUGH * (1 - _LONG + _LONG * long[page[first]])))
    begins = np.flatnonzero(new_word[first])
    counts = np.diff(first, append=len(at))
    return Postings(
        words=words,
        said=np.add.reduceat((said >= 1).astype(np.int64), begins).tolist(),
        where=_row(_apart(page[first], new_word[first]), begins),
        grades=Row(content=grade.astype(np.uint8).tobytes(), begins=np.append(begins, len(first))),
        places=_row(np.insert(_apart(at, new), first, counts), first[begins] + begins),
    )


def _row(numbers: _Ints, begins: _Ints) -> Row:
    """Return numbers packed, by the place where those of each word begin."""
    content, each = packed(numbers)
    return Row(content=content, begins=each[np.append(begins, len(numbers))])


def _placed(tokens: _Tokens) -> tuple[_Ints, _Ints, NDArray[np.float64]]:
    """Return of each word its page, its place there, and its weight.

    Between two parts one place is left free, so that no phrase reaches from one into the other.
    """
    parts = np.frombuffer(tokens.parts, np.uint32).astype(np.int64)
    of_page = np.frombuffer(tokens.pages, np.uint32).astype(np.int64)
    page_of_part = np.repeat(np.arange(len(of_page)), of_page)
    page = np.repeat(page_of_part, parts)
    at = np.arange(len(page)) + np.repeat(np.arange(len(parts)), parts)
    first_part = np.cumsum(of_page) - of_page
    first_word = (np.cumsum(parts) - parts)[first_part]
    weight = np.repeat(np.frombuffer(tokens.weights, np.float64), parts)
    return page, at - (first_word + first_part)[page], weight


def _apart(numbers: _Ints, new: NDArray[np.bool_]) -> _Ints:
    """Return the distance from the one before; where a row is new, the number itself."""
    return np.where(new, numbers, np.diff(numbers, prepend=0))


def packed(numbers: _Ints) -> tuple[bytes, _Ints]:
    """Return numbers as bytes, and where each begins, and the end."""
    long = 1 + (numbers > 0x7F) + (numbers > 0x3FFF) + (numbers > 0x1FFFFF)
    begins = np.append(0, np.cumsum(long))
    found = np.zeros(begins[-1], np.uint8)
    for byte in range(int(long.max(initial=1))):
        chosen = long > byte
        more = np.where(long[chosen] > byte + 1, 0x80, 0)
        found[begins[:-1][chosen] + byte] = numbers[chosen] >> (7 * byte) & 0x7F | more
    return found.tobytes(), begins
