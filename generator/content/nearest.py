"""The nearest of the known names to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable

LIKENESS = 0.6
"""Share of letters in common from which a name is offered: `kral` for `jan-kral` has .67."""


def nearest(value: str, known: Iterable[str], *, likeness: float = LIKENESS) -> str | None:
    """Return the known name most like a value, the first of several; None where none is near."""
    from rapidfuzz import fuzz, process  # what is never mistyped need not load it

    found = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=likeness * 100)
    return str(found[0]) if found else None


def few(value: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return the known names most like a value, the nearest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        value, known, scorer=fuzz.ratio, limit=most, score_cutoff=LIKENESS * 100
    )
    return tuple(str(one[0]) for one in found)
