"""The files of one share of the index: words with their pages, places of words, texts, facets."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.site.jsontext import json_compact
from generator.site.search.found import Found
from generator.site.search.postings import FACET, Postings, packed, postings

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


def share(found: Sequence[tuple[str, Found]]) -> tuple[Share, dict[str, bytes]]:
    """Return a share, and its files by name, from its pages in order with their addresses."""
    index = postings(page for _, page in found)
    made = dict(_texts(found))
    begins = []
    for number, (first, end) in enumerate(_files(index)):
        made[f"w{number}"] = _words(index, first, end)
        made[f"p{number}"] = index.places.lengths(first, end) + index.places.of(first, end)
        if number:
            begins.append(_told_apart(index.words[first - 1], index.words[first]))
    facets = [number for number, word in enumerate(index.words) if word[0] == FACET]
    made["f"] = _words(index, facets[0], facets[-1] + 1) if facets else b"\0"
    compressed = {f"{name}.z": zlib.compress(content) for name, content in made.items()}
    values = {value for _, page in found for value in page.facets}
    months = sorted(value.removeprefix(_MONTH) for value in values if value.startswith(_MONTH))
    about = Share(
        at=_digest(compressed),
        pages=len(found),
        entries=sum(bool(page.facets) for _, page in found),
        months=tuple(months),
        begins="\n".join(begins),
        said={
            word: pages
            for word, pages in zip(index.words, index.said, strict=True)
            if pages and _MISTYPED.fullmatch(word)
        },
    )
    return about, compressed


def _files(index: Postings) -> Iterator[tuple[int, int]]:
    """Yield from which word to which a file reaches, so that files are about as long."""
    size = index.where.begins[1:] + index.grades.begins[1:]
    starts = np.flatnonzero(np.diff(size // _FILE, prepend=-1))
    yield from pairwise([*starts.tolist(), len(index.words)])


def _words(index: Postings, first: int, end: int) -> bytes:
    """Return some words in a row as the browser reads them."""
    text = "\n".join(index.words[first:end]).encode("utf-8", "surrogatepass")
    length, _ = packed(np.array([len(text)]))
    rows = (index.grades, index.where)
    return b"".join(
        [length, text, *(r.lengths(first, end) for r in rows), *(r.of(first, end) for r in rows)]
    )


def _told_apart(before: str, word: str) -> str:
    """Return as much of a word as tells it from the one before, at least a letter."""
    pairs = enumerate(zip(before, word, strict=False))
    same = next((n for n, (a, b) in pairs if a != b), min(len(before), len(word)))
    return word[: same + 1]


def _digest(files: Mapping[str, bytes]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for name, content in sorted(files.items()):
        digest.update(name.encode() + len(content).to_bytes(4) + content)
    return digest.hexdigest()


def _texts(found: Sequence[tuple[str, Found]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of what is shown of pages that were found."""
    for number, (start, end) in enumerate(pairwise([*range(0, len(found), TEXTS), len(found)])):
        rows = [
            [url, page.title, page.date, int(page.differ), " ".join(text for _, text in page.parts)]
            for url, page in found[start:end]
        ]
        yield f"t{number}", json_compact(rows)
