"""How much of a text stands in another word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator import lexicons
from generator.settings import COPY_LIMIT

_WORD = re.compile(r"\w++(?:[.,](?<=\d.)\d++)*+")
"""A number is one word, whatever marks part its digits."""


def reworded(line: str) -> str:
    """Say a line's stock phrases in other words of the same meaning."""
    pattern, ours = _stock()
    return pattern.sub(lambda found: ours[found.group()], line)


@cache
def _stock() -> tuple[re.Pattern[str], dict[str, str]]:
    ours = {row[0]: row[1] for row in lexicons.table("en/rewordings")}
    longest_first = sorted(ours, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), ours


def copies(ours: str, theirs: str) -> bool:
    """Whether a line shares as many words in a row with a text as count as copying."""
    known = _runs(theirs)
    return any(run in known for run in _in_runs(ours))


@lru_cache(maxsize=2)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(_in_runs(text))


def _in_runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return zip(*(words[at:] for at in range(COPY_LIMIT)), strict=False)
