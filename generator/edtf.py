"""Dates of events: Extended Date/Time Format, levels 0 and 1 (Library of Congress, 2019).

Days, months, years and intervals of them, open ends and the marks `~ ? %` are read by a direct
pattern, because the parser of the `edtf` package takes 10 to 20 ms a date (microseconds here);
the rest of level 1 (seasons, unspecified digits) goes to that package. A test compares the two.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date, format_skeleton, get_date_format

from generator.lexicons import interface, spoken

_POINT = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)"
_PLAIN = re.compile(_POINT, re.ASCII)
_INTERVAL = re.compile(r"([0-9~?%-]{4,11}|\.\.|)/([0-9~?%-]{4,11}|\.\.|)", re.ASCII)
_REST = re.compile(
    r"\d{3}X|\d\dXX|\d{4}-2[1-4]|\d{4}-\d\d-XX|\d{4}-XX(?:-XX)?",
    re.ASCII,
)
_SEASONS = {"21": "spring", "22": "summer", "23": "fall", "24": "winter"}
NIGHT = 2
"""Days of a night, which may be dated by both."""
_NIGHT = re.compile(r"\b(?:over)?night\b", re.IGNORECASE)
_EVENING = re.compile(
    r"\blast night\b|\bnight of (?=.*[^\W\d]{3})(?!.*(?:\b(?:and|into|to)\b|[–/-]))",
    re.IGNORECASE,
)
"""Words that name the evening of a night and not its morning: `the night of 3 June`."""
IN_THE_NIGHT = "In the night of "
"""How a text begins that tells of a night by its two days."""
_PRECISIONS = ("year", "month", "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One EDTF date with its bounds."""

    text: str
    """As written: `2025-11-24/2025-11-25`."""
    lower: dt.date | None
    """First day it can mean; None for an interval without a beginning."""
    upper: dt.date | None
    """Last day it can mean; None for an interval without an end."""
    precision: str
    """`day`, `month`, `season`, `year`, `decade`, `century` or `interval`."""
    approximate: bool = False
    """Marked `~` or `%`."""
    uncertain: bool = False
    """Marked `?` or `%`."""


@lru_cache(maxsize=65_536)
def parse(text: str) -> Date:
    """Read an EDTF date; raise ValueError, with the reason, for what is none or does not exist."""
    if "/" in text:
        return _interval(text)
    if _REST.fullmatch(text):
        return _level_1(text)
    plain = _PLAIN.fullmatch(text)
    if plain:
        return _point(text, plain)
    raise ValueError(f"{text!r} is not a date in EDTF level 0 or 1")


def bounds(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day it can mean; an open end is the calendar's own."""
    date = parse(text)
    return date.lower or dt.date.min, date.upper or dt.date.max


def is_valid(text: str) -> bool:
    """Whether the text is an EDTF date, level 0 or 1, that exists."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def overlaps(a: str, b: str) -> bool:
    """Whether the two can mean the same day."""
    (first, last), (begin, end) = bounds(a), bounds(b)
    return first <= end and begin <= last


@lru_cache(maxsize=65_536)
def known_days(text: str) -> tuple[dt.date, ...]:
    """Return the day, or both days of a night, that a date is known to; of any other date none."""
    date = parse(text)
    if date.lower is None or date.upper is None or date.approximate or date.uncertain:
        return ()
    nights = (date.upper - date.lower).days
    return (date.lower, date.upper)[: nights + 1] if nights < NIGHT else ()


def is_night(text: str, words: str) -> bool:
    """Whether a date of two days is one night, for words call it so."""
    return "/" in text and len(known_days(text)) == NIGHT and _NIGHT.search(words) is not None


def day_of_night(text: str, words: str) -> str | None:
    """Return the day that stands for a night; None for what is no night.

    It is the morning, as `overnight` has it, or the evening where the words name that alone.
    """
    if not is_night(text, words):
        return None
    evening, morning = known_days(text)
    return (evening if _EVENING.search(words) else morning).isoformat()


def sort_key(text: str) -> tuple[dt.date, dt.date, str]:
    """Order by first day, then by last day, then by spelling."""
    return *bounds(text), text


def finer_than(a: str, b: str) -> bool:
    """Whether `a` claims more than `b`: it is of a finer precision, or a shorter interval."""
    first, second = parse(a), parse(b)
    if first.precision == second.precision != "interval":
        return False
    return _days(first) < _days(second)


@lru_cache(maxsize=4096)
def people(text: str, language: str = "en", *, night: bool = False, planned: bool = False) -> str:
    """Say the date as a reader would.

    `night` says a two-day interval as the night between; `planned` what has only a beginning as
    what lies after it, not as what has gone on since.
    """
    date = parse(text)
    said = _say_interval(date, language, night, planned) if "/" in text else _say(date, language)
    if date.approximate:
        said = _phrase("about", language, date=said)
    if date.uncertain:
        said = _phrase("uncertain", language, date=said)
    return said


def locale(language: str) -> str:
    """Return the locale that dates and numbers of a language are said in."""
    # Bare English would put the month first; a chronology's readers are anywhere.
    return "en_GB" if language == "en" else language.replace("-", "_")


def _point(text: str, match: re.Match[str]) -> Date:
    year, month, day, mark = match.groups()
    if year == "0000":
        raise ValueError(f"{text!r} is before the year 1, which is not supported")
    try:
        lower = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"{text!r} does not exist: {error}") from error
    upper = lower
    if not day:
        last = int(month or 12)
        upper = dt.date(lower.year, last, calendar.monthrange(lower.year, last)[1])
    return Date(
        text=text,
        lower=lower,
        upper=upper,
        precision=_PRECISIONS[bool(month) + bool(day)],
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def _interval(text: str) -> Date:
    match = _INTERVAL.fullmatch(text)
    ends = [parse(end) if end.strip(".") else None for end in match.groups()] if match else []
    if not any(ends):
        raise ValueError(f"{text!r} is not an interval in EDTF level 0 or 1")
    first, last = ends
    lower = first.lower if first else None
    upper = last.upper if last else None
    if lower and upper and lower > upper:
        raise ValueError(f"{text!r} ends before it begins")
    return Date(
        text=text,
        lower=lower,
        upper=upper,
        precision="interval",
        approximate=any(end is not None and end.approximate for end in ends),
        uncertain=any(end is not None and end.uncertain for end in ends),
    )


def _level_1(text: str) -> Date:
    # Imported here: it costs a quarter of a second, and few chronologies need it.
    from edtf import EDTFParseException, parse_edtf

    try:
        read = parse_edtf(text)
        lower, upper = dt.date(*read.lower_strict()[:3]), dt.date(*read.upper_strict()[:3])
    except (EDTFParseException, ValueError) as error:
        raise ValueError(f"{text!r} is not a date in EDTF level 0 or 1") from error
    if text[5:] == "24":  # the package ends a winter with December
        year = min(lower.year + 1, dt.MAXYEAR)
        upper = dt.date(year, 2, calendar.monthrange(year, 2)[1])
    return Date(text=text, lower=lower, upper=upper, precision=_level_1_precision(text))


def _level_1_precision(text: str) -> str:
    if text[5:] in _SEASONS:
        return "season"
    if "-" in text:
        return "month" if text[5:7] != "XX" else "year"
    return "decade" if text.endswith("X") and text[2] != "X" else "century"


def _days(date: Date) -> int:
    return ((date.upper or dt.date.max) - (date.lower or dt.date.min)).days


def _phrase(key: str, language: str, **dates: object) -> str:
    """Fill in a phrase of the interface; in English where that has not the language."""
    known = spoken(language) or "en"
    said = interface(known)[f"date.{key}"]
    return said.format(**dates) if isinstance(said, str) else key


def _say(date: Date, language: str, *, of: bool = False) -> str:
    """Say a point in time; `of` in the form that stands after a preposition, as a genitive."""
    lower, upper = date.lower or dt.date.min, date.upper or dt.date.max
    where = locale(language)
    if date.precision == "day":
        return format_date(lower, "long", locale=where)
    if date.precision == "month":
        pattern = Locale.parse(where).datetime_skeletons["yMMMM"].pattern
        # `LLLL` is a month's name that stands alone, `MMMM` the one within a date.
        return format_date(lower, pattern.replace("LLLL", "MMMM") if of else pattern, locale=where)
    if date.precision == "year":
        said = format_skeleton("y", lower, locale=where)
        return _phrase("of_year", language, first=said) if of else said
    key = _SEASONS[date.text[5:]] if date.precision == "season" else date.precision
    in_phrase = of and date.precision == "season"
    return _phrase(f"of_{key}" if in_phrase else key, language, first=lower.year, last=upper.year)


def _say_interval(date: Date, language: str, night: bool, planned: bool) -> str:
    first, _, last = (end.rstrip("~?%") for end in date.text.partition("/"))
    if not last.strip("."):
        said = _say(parse(first), language, of=True)
        return _phrase("after" if planned else "since", language, of=said)
    if not first.strip("."):
        return _phrase("until", language, of=_say(parse(last), language, of=True))
    begin = _shortened(parse(first), parse(last), locale(language))
    ends = {"first": begin or _say(parse(first), language), "last": _say(parse(last), language)}
    return _phrase("night" if night else "interval", language, **ends)


def _shortened(first: Date, last: Date, where: str) -> str:
    """Say the first date without the month and year that the last one repeats, where it can be."""
    begin, end = first.lower or dt.date.min, last.lower or dt.date.min
    day_first = get_date_format("long", locale=where).pattern.startswith("d")
    if begin.year != end.year or first.precision != last.precision or not day_first:
        return ""
    if first.precision == "month":
        return format_date(begin, "LLLL", locale=where)
    if first.precision != "day":
        return ""
    if begin.month == end.month:
        return format_date(begin, "d", locale=where)
    return format_skeleton("MMMMd", begin, locale=where)
