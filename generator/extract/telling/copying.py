"""How much of a text stands in another word for word."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


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
