"""How much of a text stands in another word for word."""

from __future__ import annotations

import re

from generator import lexicons

_WORD = re.compile(r"\w+")


def reworded(line: str) -> str:
    """Say a line's stock phrases in other words of the same meaning."""
    for theirs, ours in lexicons.table("en/rewordings"):
        line = re.sub(rf"\b{re.escape(theirs)}\b", ours, line)
    return line


def longest_run(ours: str, theirs: str) -> int:
    """Return the length in words of the longest run that both share."""
    mine = _WORD.findall(ours.casefold())
    before: list[int] = [0] * (len(mine) + 1)
    best = 0
    for word in _WORD.findall(theirs.casefold()):
        now = [0] * (len(mine) + 1)
        for at, own in enumerate(mine, start=1):
            if own == word:
                now[at] = before[at - 1] + 1
        best = max(best, *now)
        before = now
    return best
