"""A proposal in words: what stands and what the machine would write, from where they part."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from generator.write.threeway import Proposal

_SHOWN = 120
"""Characters of either side in a run's summary: two lines of a terminal."""
_BEFORE = 30
"""Characters before the place where the two part, for the reader to find it."""


def worded(wish: Proposal) -> str:
    """Say in one line what a proposal would change."""
    yours, machine = said(wish.yours), said(wish.machine)
    if wish.machine is None:
        return f"{wish.field}: kept “{_from(yours, 0)}”; proposed: take it out"
    if wish.yours is None:
        return f"{wish.field}: kept out; proposed “{_from(machine, 0)}”"
    pairs = zip(yours, machine, strict=False)
    parting = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return f"{wish.field}: kept “{_from(yours, parting)}”; proposed “{_from(machine, parting)}”"


def said(value: Any) -> str:
    """Say a value as a person would: `injured: 7, 8`, and no brackets."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {said(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "; ".join(map(said, value))
    return " ".join(str(value).split())


def _from(text: str, parting: int) -> str:
    """Return the part of a text that begins a few words before a place."""
    start = text.rfind(" ", 0, max(0, parting - _BEFORE)) + 1 if parting > _BEFORE else 0
    end = start + _SHOWN
    return f"{'…' if start else ''}{text[start:end].rstrip()}{'…' if end < len(text) else ''}"
