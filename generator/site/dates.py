"""Pages of years, months and days, and of what has no date.

A date stands on the page of every day, month or year that it can mean, unless it is so wide that
this would say nothing: a month is on no day's page, a decade on no month's.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from babel.dates import format_date, get_day_names

from generator import edtf
from generator.site import addresses
from generator.site.catalogue import Entry, Run
from generator.site.saying import said

WEEK = 7
"""Days of the longest date that stands on the pages of its days."""
QUARTER = 92
"""Days of the longest date that stands on the pages of its months."""
DECADE = 3_653
"""Days of the longest date that stands on the pages of its years."""

MANY = 65_536
"""Dates of which it is remembered where they stand: many entries have one."""

K = TypeVar("K", int, dt.date, tuple[int, int])


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day of a month or a month of a year."""

    label: str
    name: str
    """Whole, for people who hear the page: `25 November 2025`."""
    path: str | None
    """None where it has no entries."""
    count: int
    level: int
    """0 for none, to 4 for the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A calendar."""

    columns: tuple[str, ...]
    """Names of weekdays; none for months."""
    cells: tuple[Cell | None, ...]
    """None for the empty places before the first of a month."""


@lru_cache(maxsize=MANY)
def days_of(date: str) -> tuple[dt.date, ...]:
    """Return the days on whose pages a date stands."""
    parsed = edtf.parse(date)
    if parsed.lower is None or parsed.upper is None:
        return ()
    exact = all(edtf.parse(end).precision == "day" for end in date.split("/"))
    length = (parsed.upper - parsed.lower).days + 1
    if not exact or length > WEEK:
        return ()
    return tuple(parsed.lower + dt.timedelta(days=n) for n in range(length))


@lru_cache(maxsize=MANY)
def months_of(date: str) -> tuple[tuple[int, int], ...]:
    """Return the months on whose pages a date stands."""
    parsed = edtf.parse(date)
    if parsed.lower is None or parsed.upper is None:
        return ()
    if (parsed.upper - parsed.lower).days >= QUARTER or parsed.precision in ("year", "season"):
        return ()
    first = parsed.lower.year * 12 + parsed.lower.month - 1
    last = parsed.upper.year * 12 + parsed.upper.month - 1
    return tuple((number // 12, number % 12 + 1) for number in range(first, last + 1))


@lru_cache(maxsize=MANY)
def years_of(date: str) -> tuple[int, ...]:
    """Return the years on whose pages a date stands; an open end counts its one known year."""
    parsed = edtf.parse(date)
    known = parsed.lower or parsed.upper
    if known is None:
        return ()
    lower, upper = parsed.lower or known, parsed.upper or known
    if (upper - lower).days >= DECADE:
        return ()
    return tuple(range(lower.year, upper.year + 1))


def by_date(
    runs: Iterable[Run], dates: Callable[[str], Iterable[K]]
) -> Mapping[K, tuple[Entry, ...]]:
    """Index entries by each of their days, months or years."""
    found: dict[K, list[Entry]] = {}
    for date, same in runs:
        for key in dates(date):
            found.setdefault(key, []).extend(same)
    return {key: tuple(found[key]) for key in sorted(found)}


def month_grid(
    year: int, month: int, days: Mapping[dt.date, tuple[Entry, ...]], language: str
) -> Grid:
    """Return the calendar of a month, weeks beginning on Monday."""
    first, length = calendar.monthrange(year, month)
    dates = [dt.date(year, month, number) for number in range(1, length + 1)]
    most = max((len(days.get(date, ())) for date in dates), default=0)
    cells = tuple(
        _cell(
            str(date.day),
            date.isoformat(),
            addresses.day(date),
            len(days.get(date, ())),
            most,
            language,
        )
        for date in dates
    )
    names = get_day_names("abbreviated", locale=language.replace("-", "_"))
    return Grid(columns=tuple(names[number] for number in range(7)), cells=(None,) * first + cells)


def year_grid(
    year: int, months: Mapping[tuple[int, int], tuple[Entry, ...]], language: str
) -> Grid:
    """Return the months of a year."""
    counts = {month: len(months.get((year, month), ())) for month in range(1, 13)}
    most = max(counts.values())
    locale = language.replace("-", "_")
    return Grid(
        columns=(),
        cells=tuple(
            _cell(
                format_date(dt.date(year, month, 1), "LLL", locale=locale),
                f"{year:04}-{month:02}",
                addresses.month(year, month),
                count,
                most,
                language,
            )
            for month, count in counts.items()
        ),
    )


def _cell(label: str, date: str, path: str, count: int, most: int, language: str) -> Cell:
    return Cell(
        label=label,
        name=said(date, language),
        path=path if count else None,
        count=count,
        level=level(count, most),
    )


def level(count: int, most: int) -> int:
    """Return how dark a cell is: 0 for none, to 4 for the most."""
    return 0 if not count else 1 + 3 * (count - 1) // max(most - 1, 1)
