"""A moment of the calendar, as a TIMEX3 value and as an EDTF date.

Years before Christ are negative (-387 is 387 BC): TIMEX3 writes them, EDTF of this program not.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from functools import cache

_SEASON_CODES = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
SIZES = {"century": 6, "decade": 5, "year": 4, "half": 3, "season": 3, "quarter": 3, "month": 2}
SIZES |= {"week": 1, "weekend": 1, "day": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a time expression names, as finely as it names it."""

    grain: str
    """`century`, `decade`, `year`, `half`, `season`, `quarter`, `month`, `week`, `weekend`, `day`;
    or `fiscal` for a year that is not the calendar's."""
    year: int
    month: int = 0
    day: int = 0
    """Day of the month; of a week or a weekend, its Monday's."""
    index: int = 0
    """Number of the half, quarter or EDTF season."""
    time: str = ""
    """Time of day as TIMEX3 writes it after the date: `TMO`, `T14:30Z`."""
    night: bool = False
    """The night from this day to the next."""
    morning: bool = False
    """The night from the day before to this day."""

    @property
    def date(self) -> dt.date | None:
        """The day, or a week's Monday; None where it is coarser or before the year 1."""
        return dt.date(self.year, self.month, self.day) if self.day and self.year > 0 else None

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        era, year = ("BC", -self.year) if self.year < 0 else ("", self.year)
        if self.grain in ("century", "decade"):
            digits = 2 if self.grain == "century" else 3
            return era + f"{year:04d}"[:digits]
        if self.grain == "fiscal":
            return f"FY{year:04d}"
        if self.grain in ("week", "weekend") and self.date:
            iso = self.date.isocalendar()
            tail = "-WE" if self.grain == "weekend" else ""
            return f"{iso.year:04d}-W{iso.week:02d}{tail}"
        text = f"{era}{year:04d}"
        if self.grain == "season":
            return f"{text}-{_SEASON_CODES[str(self.index)]}"
        if self.grain in ("half", "quarter"):
            return f"{text}-{self.grain[0].upper()}{self.index}"
        for part in (self.month, self.day):
            text += f"-{part:02d}" if part else ""
        return text + self.time

    @property
    def edtf(self) -> str | None:
        """The EDTF date; None for fiscal years and for what lies before the year 1."""
        if self.year < 1 or self.grain == "fiscal":
            return None
        if self.grain in ("century", "decade"):
            return self.value + ("XX" if self.grain == "century" else "X")
        if self.grain in ("half", "quarter"):
            months = 12 // (2 if self.grain == "half" else 4)
            last = self.index * months
            return f"{self.year:04d}-{last - months + 1:02d}/{self.year:04d}-{last:02d}"
        if self.grain == "season":
            return f"{self.year:04d}-{self.index}"
        if self.date is None:
            return replace(self, time="").value
        first, last_day = self._days(self.date)
        return first.isoformat() if first == last_day else f"{first}/{last_day}"

    def _days(self, day: dt.date) -> tuple[dt.date, dt.date]:
        step = dt.timedelta(days=1)
        if self.grain == "week":
            return day, day + 6 * step
        if self.grain == "weekend":
            return day + 5 * step, day + 6 * step
        return day - step if self.morning else day, day + step if self.night else day


def day(date: dt.date) -> Moment:
    """Make a moment of a date."""
    return Moment(grain="day", year=date.year, month=date.month, day=date.day)


def week(date: dt.date, grain: str = "week") -> Moment:
    """Make a moment of the week, or the weekend, that the date lies in."""
    monday = date - dt.timedelta(days=date.weekday())
    return Moment(grain=grain, year=monday.year, month=monday.month, day=monday.day)


@cache
def month_length(year: int, month: int) -> int:
    """Return the number of days of a month; leap years before the year 1 are not told apart."""
    return calendar.monthrange(year if year > 0 else 2000, month)[1]


def shifted(moment: Moment, unit: str, count: int) -> Moment | None:
    """Move a moment by days (D), weeks (W), months (M), quarters (Q) or years (Y).

    The result is no finer than the unit: two months after 5 May is July. None where the moment is
    too coarse for the unit, or the calendar ends.
    """
    if unit == "Y":
        year = moment.year + count
        return Moment(grain="year", year=year) if year and year < 10_000 else None
    if unit in ("M", "Q"):
        if not moment.month:
            return None
        months = moment.year * 12 + moment.month - 1 + count * (3 if unit == "Q" else 1)
        year, month = divmod(months, 12)
        if not 0 < year < 10_000:
            return None
        if unit == "Q":
            return Moment(grain="quarter", year=year, index=month // 3 + 1)
        return Moment(grain="month", year=year, month=month + 1)
    if moment.date is None:
        return None
    try:
        date = moment.date + dt.timedelta(days=count * (1 if unit == "D" else 7))
    except OverflowError:
        return None
    return day(date) if unit == "D" else week(date, "weekend" if unit == "WE" else "week")


def truncated(moment: Moment, unit: str) -> Moment | None:
    """Return the day, week, month, quarter or year that the moment lies in."""
    return shifted(moment, unit, 0)
