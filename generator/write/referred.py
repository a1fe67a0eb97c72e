"""The days that a report refers to, for the ranking of key dates."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from generator import edtf
from generator.model import Timex


def days_referred_to(timexes: Iterable[Timex]) -> tuple[tuple[dt.date, int], ...]:
    """Return each day that time expressions mean, with the number of sentences, in order."""
    found = {
        (day, timex.sentence)
        for timex in timexes
        if timex.edtf
        for day in edtf.known_days(timex.edtf)
    }
    return tuple(sorted(Counter(day for day, _ in found).items()))
