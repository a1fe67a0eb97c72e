"""Plain spellings of names and words, for the search: `Kovačević` is found by `kovacevic`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anyascii import anyascii

_WORD = re.compile(r"[^\W\d_]+")


def plain_spellings(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words that hold letters beyond ASCII, in ASCII, each once."""
    found: dict[str, None] = {}
    for text in texts:
        if text.isascii():
            continue
        for match in _WORD.finditer(text):
            word = match.group()
            if not word.isascii() and len(word) > 1:
                found[anyascii(word).replace("'", "")] = None
    return tuple(word for word in found if word)
