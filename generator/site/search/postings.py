"""Which pages have which word, and where: turned round from the pages of one share.

Numbers are packed as in many formats, seven bits a byte, the eighth saying that more follow; the
files are compressed here, for few hosts compress what they do not know.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generator.site.search.reading import Found
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
class Word:
    """One word, with the pages of its share that have it."""

    word: str
    pages: int
    """How many."""
    said: int
    """In how many of them it stands in the headline or the text, and not beside it alone."""
    where: bytes
    """Their numbers, each as the distance from the one before."""
    grades: bytes
    """How much each is about the word, a byte each; nothing for the value of a facet."""
    places: bytes
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
            for letters in text.split():
                self.words.extend(self.split[letters])
            self._part(len(self.words) - before, weight)
        values = ["", *found.facets] if found.facets else []
        self.words.extend(self.split.numbers[FACET + value] for value in values)
        self._part(len(values), 0.0)
        self.pages.append(len(parts) + 1)

    def _part(self, words: int, weight: float) -> None:
        self.parts.append(words)
        self.weights.append(weight)


def postings(pages: Iterable[Found]) -> Iterator[Word]:
    """Yield the words of pages in order, with what they are found by."""
    tokens = _Tokens(Split(), array("I"), array("I"), array("d"), array("I"))
    for page in pages:
        tokens.take(page)
    known = sorted(tokens.split.numbers, key=compared)
    if known:
        yield from _inverted(tokens, known)


def _inverted(tokens: _Tokens, known: Sequence[str]) -> Iterator[Word]:
    """Yield each word with its pages."""
    rank = np.empty(len(known), np.int64)
    rank[[tokens.split.numbers[word] for word in known]] = np.arange(len(known))
    page, at, weight = _placed(tokens)
    long = np.bincount(page, weight, len(tokens.pages)) / _USUAL
    word = rank[np.frombuffer(tokens.words, np.uint32)]
    order = np.argsort(word, kind="stable")
    word, page, at, weight = word[order], page[order], at[order], weight[order]
    new_word = np.diff(word, prepend=-1) != 0
    first = np.flatnonzero(new_word | (np.diff(page, prepend=-1) != 0))
    said = np.add.reduceat(weight, first)
    grade = np.ceil(_STEPS * said / (said + _ENOUGH * (1 - _LONG + _LONG * long[page[first]])))
    where = _apart(page[first], new_word[first])
    started = np.zeros(len(at), bool)
    started[first] = True
    counts = np.diff(first, append=len(at))
    places = np.insert(_apart(at, started), first, counts)
    begins = np.append(np.flatnonzero(new_word[first]), len(first))
    in_text = np.add.reduceat((said >= 1).astype(np.int64), begins[:-1])
    where_bytes, where_ends = _packed(where)
    place_bytes, place_ends = _packed(places)
    grades = grade.astype(np.uint8).tobytes()
    ends = np.append(first + np.arange(len(first)), len(places))
    for number, name in enumerate(known):
        a, b = int(begins[number]), int(begins[number + 1])
        yield Word(
            word=name,
            pages=b - a,
            said=int(in_text[number]),
            where=where_bytes[where_ends[a] : where_ends[b]],
            grades=b"" if name[0] == FACET else grades[a:b],
            places=place_bytes[place_ends[ends[a]] : place_ends[ends[b]]],
        )


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


def _packed(numbers: _Ints) -> tuple[bytes, _Ints]:
    """Return numbers as bytes, and where each begins, and the end."""
    long = 1 + (numbers > 0x7F) + (numbers > 0x3FFF) + (numbers > 0x1FFFFF)
    begins = np.append(0, np.cumsum(long))
    found = np.zeros(begins[-1], np.uint8)
    for byte in range(int(long.max(initial=1))):
        chosen = long > byte
        more = np.where(long[chosen] > byte + 1, 0x80, 0)
        found[begins[:-1][chosen] + byte] = numbers[chosen] >> (7 * byte) & 0x7F | more
    return found.tobytes(), begins


@lru_cache(10_000)
def packed(number: int) -> bytes:
    """Return one number as bytes."""
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    found.append(number)
    return bytes(found)
