"""Named days → dates, from the rules of the lexicon."""

from __future__ import annotations

import calendar
import datetime as dt

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter  # type: ignore[import-untyped]  # ships no types

_EASTERS = {"easter": EASTER_WESTERN, "orthodox": EASTER_ORTHODOX}


def holiday(rule: str, year: int) -> dt.date:
    """Return the day in a year: `12-25`, `easter -2`, `orthodox 0`, `nth 11 4 4`.

    Raises ValueError for years without an Easter rule (before 326).
    """
    kind, *numbers = rule.split()
    if kind in _EASTERS:
        date: dt.date = easter(year, _EASTERS[kind])
        return date + dt.timedelta(days=int(numbers[0]))
    if kind == "nth":
        month, weekday, count = map(int, numbers)
        last = calendar.monthrange(year, month)[1]
        days = [
            day for day in range(1, last + 1) if dt.date(year, month, day).isoweekday() == weekday
        ]
        return dt.date(year, month, days[count if count < 0 else count - 1])
    month, day = map(int, rule.split("-"))
    return dt.date(year, month, day)
