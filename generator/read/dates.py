"""Full calendar dates as publications write them: a year, a month and a day, or nothing.

`03/05/2024` is March in one country and May in another, so it is no date; `26/11/2025` is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel.dates import get_month_names

_MONTHS = {
    name.lower().rstrip("."): number
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale="en").items()
} | {"sept": 9}
_MONTH = "(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<{}>\d{{1,2}})"
_YEAR = r"(?P<{}>(?:1[6-9]|20|21)\d\d)(?!\d)"
_NUMERIC = r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)" + _YEAR.format("y4")

DATE = (
    rf"(?<![\w/.-])(?:"
    rf"{_YEAR.format('y1')}(?P<sep>[-/.]){_DAY.format('m1')}(?P=sep){_DAY.format('d1')}(?!\d)"
    rf"|{_MONTH.format('m2')}\s{{0,3}}{_DAY.format('d2')}(?:st|nd|rd|th)?,?\s{{1,3}}"
    rf"{_YEAR.format('y2')}"
    rf"|{_DAY.format('d3')}(?:st|nd|rd|th)?[\s-]{{1,3}}(?:of\s)?{_MONTH.format('m3')},?[\s-]{{1,3}}"
    rf"{_YEAR.format('y3')}"
    rf"|{_NUMERIC}"
    rf")"
)
"""One date; for building longer patterns, with groups that `Found` reads."""

_DATE = re.compile(DATE, re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_PATH = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?=/)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date with the words that say it."""

    date: dt.date
    words: str
    start: int
    end: int


def dates(text: str) -> Iterator[Found]:
    """Yield the full dates of a text; days that no calendar has are passed over."""
    for match in _DATE.finditer(text):
        day = _calendar(match)
        if day is not None:
            yield Found(date=day, words=match[0], start=match.start(), end=match.end())


def given(text: str) -> Found | None:
    """Return the date that a value of front matter or metadata begins with or holds."""
    text = text.strip()[:100]
    if match := _COMPACT.fullmatch(text):
        day = _day(match[1], match[2], match[3])
        return Found(date=day, words=text, start=0, end=len(text)) if day else None
    return next(dates(text), None)


def _calendar(match: re.Match[str]) -> dt.date | None:
    part = match.groupdict()
    if part["y1"]:
        return _day(part["y1"], part["m1"], part["d1"])
    if part["y2"]:
        return _day(part["y2"], _MONTHS[part["m2"].lower()], part["d2"])
    if part["y3"]:
        return _day(part["y3"], _MONTHS[part["m3"].lower()], part["d3"])
    first, second = int(part["a"]), int(part["b"])
    if part["mark"] == "." or first > 12 or first == second:
        return _day(part["y4"], second, first)
    return _day(part["y4"], first, second) if second > 12 else None


def _day(year: str, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def in_address(url: str | None) -> Found | None:
    """Return the day that an address holds between slashes: `/2025/11/26/`."""
    for match in _PATH.finditer(url or ""):
        day = _day(match[1], match[2], match[3])
        if day:
            return Found(date=day, words=match[0], start=match.start(), end=match.end())
    return None
