"""How the days of two mentions agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from generator.merge.facts import Facts
from generator.model import Mode
from generator.settings import MERGE, MERGE_LATE

_NONE = dt.timedelta(0)
_EQUAL_FIGURES = 2
"""One equal figure may be chance; two, such as the dead and the injured, are not."""
_NIGHT = dt.timedelta(days=1)


def gap(a: Facts, b: Facts) -> dt.timedelta:
    """Return how far their bounds lie apart: nothing or less where they share a day."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return _NONE
    return max(a.first, b.first) - min(a.last, b.last)


def apart(a: Facts, b: Facts) -> bool:
    """Whether their bounds exclude one day, or they are two nights in a row."""
    beyond = gap(a, b)
    if beyond <= _NONE and not _two_nights(a, b):
        return False
    return beyond > _NIGHT or not _republished(a, b)


def _two_nights(a: Facts, b: Facts) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    nights = a.dated and b.dated and a.last - a.first == _NIGHT == b.last - b.first
    return nights and a.first != b.first


def told_late(a: Facts, b: Facts) -> bool:
    """Whether they may be one event although their days differ, which all else then must show.

    A toll is counted later, a strike goes on, and a launch at midnight has two days.
    """
    took_place = a.said == b.said == Mode.OCCURRENCE
    return took_place and _NONE < gap(a, b) <= MERGE_LATE and not _two_nights(a, b)


def _republished(a: Facts, b: Facts) -> bool:
    """Whether one is dated from its own day of publication, and equal figures say it is the same.

    Reports are published again a day later, and `overnight` then means the night before.
    """
    return (a.relative or b.relative) and len(a.figures & b.figures) >= _EQUAL_FIGURES


def agreement(a: Facts, b: Facts) -> tuple[float, Callable[[], str]]:
    """Weigh how narrowly their bounds agree; the function says it in words."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0.0, str
    if (beyond := gap(a, b)) > _NONE:
        return 0.0, lambda: f"dates {beyond.days} day{'s' if beyond > _NIGHT else ''} apart"
    first, last = max(a.first, b.first), min(a.last, b.last)
    longest = max(a.last - a.first, b.last - b.first)
    if a.dated and b.dated and longest <= _NIGHT:
        points = MERGE.day_evening if _evening_only(a, b) else MERGE.day
        return points, lambda: f"dates overlap {_from_to(first, last)}"
    return MERGE.day_loose, lambda: f"dates may overlap {_from_to(first, last)}"


def _from_to(first: dt.date, last: dt.date) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _evening_only(a: Facts, b: Facts) -> bool:
    """Whether one tells of a night and the other of the day before it: a night is its morning's."""
    return any(
        night.last == _after(night.first) and day.first == day.last == night.first
        for night, day in ((a, b), (b, a))
    )


def _after(day: dt.date | None) -> dt.date | None:
    return day + _NIGHT if day else None
