"""The files of one share of the index: words with their pages, places of words, texts, facets."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.site.search.postings import FACET, Word, packed, postings
from generator.site.search.reading import Found

_FILE = 8_000
"""Bytes of a file of words before it is compressed; half of it after."""
TEXTS = 8
"""Pages whose texts stand in one file: of ten results, each is in another at worst."""
_MONTH = "month:"
_MISTYPED = re.compile(r"[^\W\d_]{4,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What the browser is told of a share before it loads any of it."""

    at: str
    """Name of its folder: the digest of what stands there."""
    pages: int
    entries: int
    """Pages that have facets."""
    months: tuple[str, ...]
    """Months in which its pages can lie."""
    begins: str
    """What the words of each file but the first begin with, a line each, as far as
    that tells them apart."""
    said: dict[str, int]
    """In how many texts each word stands that may be mistyped."""


@dataclass(slots=True)
class _Files:
    """Files of words that are being filled."""

    made: dict[str, bytes] = field(default_factory=dict)
    begins: list[str] = field(default_factory=list)
    held: list[Word] = field(default_factory=list)
    size: int = 0
    last: str = ""

    def add(self, word: Word) -> None:
        """Add a word, to a new file where the one at hand is full."""
        if self.size > _FILE:
            self.close()
            self.begins.append(_told_apart(self.last, word.word))
        self.held.append(word)
        self.size += len(word.word) + len(word.where) + len(word.grades)
        self.last = word.word

    def close(self) -> None:
        """Write what is held."""
        number = len(self.begins)
        self.made[f"w{number}"] = _words(self.held)
        self.made[f"p{number}"] = b"".join(packed(len(w.places)) + w.places for w in self.held)
        self.held, self.size = [], 0


def share(found: Sequence[tuple[str, Found]]) -> tuple[Share, dict[str, bytes]]:
    """Return a share, and its files by name, from its pages in order with their addresses."""
    files = _Files()
    facets = []
    said = {}
    for word in postings(page for _, page in found):
        files.add(word)
        if word.said and _MISTYPED.fullmatch(word.word):
            said[word.word] = word.said
        if word.word[0] == FACET != word.word and not word.word.startswith(FACET + _MONTH):
            facets.append(word)
    files.close()
    made = files.made | {"f": _words(facets)} | dict(_texts(found))
    packed_files = {f"{name}.z": zlib.compress(content, 9) for name, content in made.items()}
    digest = hashlib.blake2b(digest_size=8)
    for name, content in sorted(packed_files.items()):
        digest.update(name.encode() + len(content).to_bytes(4) + content)
    values = {value for _, page in found for value in page.facets}
    months = sorted(value.removeprefix(_MONTH) for value in values if value.startswith(_MONTH))
    about = Share(
        at=digest.hexdigest(),
        pages=len(found),
        entries=sum(bool(page.facets) for _, page in found),
        months=tuple(months),
        begins="\n".join(files.begins),
        said=said,
    )
    return about, packed_files


def _words(words: Sequence[Word]) -> bytes:
    """Return words as the browser reads them, each without what it shares with the one before."""
    found = [packed(len(words))]
    before = b""
    for word in words:
        letters = word.word.encode("utf-8", "surrogatepass")
        same = _shared(before, letters)
        parts = (same, len(letters) - same, word.pages, len(word.where), len(word.grades))
        found += [*map(packed, parts), letters[same:], word.where, word.grades]
        before = letters
    return b"".join(found)


def _shared(before: Sequence[object], word: Sequence[object]) -> int:
    """Return with how many letters, or bytes, both begin."""
    pairs = enumerate(zip(before, word, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(before), len(word)))


def _told_apart(before: str, word: str) -> str:
    """Return as much of a word as tells it from the one before, at least a letter."""
    return word[: _shared(before, word) + 1]


def _texts(found: Sequence[tuple[str, Found]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of what is shown of pages that were found."""
    for number, (start, end) in enumerate(pairwise([*range(0, len(found), TEXTS), len(found)])):
        rows = [
            [url, page.title, page.date, int(page.differ), " ".join(text for _, text in page.parts)]
            for url, page in found[start:end]
        ]
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        yield f"t{number}", text.encode("utf-8", "surrogatepass")
