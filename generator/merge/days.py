"""How the days of two mentions agree."""

from __future__ import annotations

import datetime as dt

from generator.merge.facts import Facts
from generator.settings import MERGE

_NIGHT = dt.timedelta(days=1)


def apart(a: Facts, b: Facts) -> bool:
    """Whether their bounds exclude one day, or they are two nights in a row."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    if a.last < b.first or b.last < a.first:
        return True
    nights = a.dated and b.dated and a.last - a.first == _NIGHT == b.last - b.first
    return nights and a.first != b.first


def agreement(a: Facts, b: Facts) -> tuple[float, str]:
    """Weigh how narrowly their bounds agree."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0.0, ""
    first, last = max(a.first, b.first), min(a.last, b.last)
    days = first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
    if a.dated and b.dated and not a.coarse and not b.coarse:
        return MERGE.day, f"dates overlap {days}"
    return MERGE.day_loose, f"dates may overlap {days}"
