"""Text of content made fit for one line of a page."""

from __future__ import annotations

import unicodedata

_LEFT_OUT = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Marks that turn the direction of what follows: one name could reorder the rest of a line."""


def plain(text: str) -> str:
    """Fold white space and drop what no reader sees and a YAML or XML reader refuses."""
    folded = " ".join(text.split())
    if folded.isprintable():
        return folded
    return "".join(
        char
        for char in folded
        if char not in _DIRECTION and unicodedata.category(char) not in _LEFT_OUT
    )


def shortened(text: str, limit: int) -> str:
    """Cut between words, with an ellipsis, at a number of characters."""
    folded = plain(text)
    if len(folded) <= limit:
        return folded
    return folded[:limit].rpartition(" ")[0].rstrip(" ,;:.–-") + " …"
