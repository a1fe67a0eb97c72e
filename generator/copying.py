"""How much of a text stands in another word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator import lexicons
from generator.settings import COPY_LIMIT

_WORD = re.compile(r"\w+")


def reworded(line: str) -> str:
    """Say a line's stock phrases in other words of the same meaning."""
    for theirs, ours in lexicons.table("en/rewordings"):
        line = re.sub(rf"\b{re.escape(theirs)}\b", ours, line)
    return line


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
