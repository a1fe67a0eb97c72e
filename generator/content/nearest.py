"""The nearest of the known names to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIKENESS = 0.6
"""Share of letters in common from which a name is offered: `kral` for `jan-kral` has .67."""


def nearest(value: str, known: Iterable[str], *, likeness: float = LIKENESS) -> str | None:
    """Return the known name most like a value, the first of several; None where none is near."""
    found = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=likeness * 100)
    return str(found[0]) if found else None
