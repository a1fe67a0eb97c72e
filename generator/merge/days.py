"""How the days of two mentions agree."""

from __future__ import annotations

import datetime as dt

from generator.merge.facts import Facts
from generator.settings import MERGE

_NONE = dt.timedelta(0)
_EQUAL_FIGURES = 2
"""One equal figure may be chance; two, such as the dead and the injured, are not."""
_NIGHT = dt.timedelta(days=1)


def apart(a: Facts, b: Facts) -> bool:
    """Whether their bounds exclude one day, or they are two nights in a row."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    beyond = max(a.first, b.first) - min(a.last, b.last)
    nights = a.dated and b.dated and a.last - a.first == _NIGHT == b.last - b.first
    if beyond <= _NONE and not (nights and a.first != b.first):
        return False
    return beyond > _NIGHT or not _republished(a, b)


def _republished(a: Facts, b: Facts) -> bool:
    """Whether one is dated from its own day of publication, and equal figures say it is the same.

    Reports are published again a day later, and `overnight` then means the night before.
    """
    return (a.relative or b.relative) and len(a.figures & b.figures) >= _EQUAL_FIGURES


def agreement(a: Facts, b: Facts) -> tuple[float, str]:
    """Weigh how narrowly their bounds agree."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0.0, ""
    first, last = sorted((max(a.first, b.first), min(a.last, b.last)))
    days = first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
    longest = max(a.last - a.first, b.last - b.first)
    if a.dated and b.dated and longest <= _NIGHT:
        points = MERGE.day_evening if _evening_only(a, b) else MERGE.day
        return points, f"dates overlap {days}"
    return MERGE.day_loose, f"dates may overlap {days}"


def _evening_only(a: Facts, b: Facts) -> bool:
    """Whether one tells of a night and the other of the day before it: a night is its morning's."""
    return any(
        night.last == _after(night.first) and day.first == day.last == night.first
        for night, day in ((a, b), (b, a))
    )


def _after(day: dt.date | None) -> dt.date | None:
    return day + _NIGHT if day else None
