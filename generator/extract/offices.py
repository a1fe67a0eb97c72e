"""Words for those who speak, and what their words weigh."""

from __future__ import annotations

from functools import cache

from generator import lexicons


@cache
def offices() -> dict[str, str]:
    """Return what the words of a speaker weigh, by the word for the speaker."""
    return {row[0]: row[1] for row in lexicons.table("en/offices")}
