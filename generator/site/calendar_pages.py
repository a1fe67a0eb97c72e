"""Pages of years, months and days, and the list of all dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.dates import (
    Grid,
    by_date,
    days_of,
    month_grid,
    months_of,
    year_grid,
    years_of,
)
from generator.site.follow import follow
from generator.site.listing import Head, Link, listing
from generator.site.page import Page
from generator.site.rendering import Rendering
from generator.site.rows import Row
from generator.site.saying import said

Days = Mapping[dt.date, tuple[Entry, ...]]
Months = Mapping[tuple[int, int], tuple[Entry, ...]]
Years = Mapping[int, tuple[Entry, ...]]
Beside = tuple[str | None, str | None]
"""The dates before and after one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """A year in the list of dates."""

    label: str
    path: str
    count: int
    grid: Grid


def date_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page of each year, month and day that has entries, and of them all."""
    runs = site.catalogue.runs
    days = by_date(runs, days_of)
    months = by_date(runs, months_of)
    years = by_date(runs, years_of)
    beside = _beside([f"{year:04}" for year in years])
    beside |= _beside([f"{year:04}-{month:02}" for year, month in months])
    beside |= _beside([day.isoformat() for day in days])
    yield _index(site, months, years)
    for year, entries in years.items():
        shown = {month: len(months.get((year, month), ())) for month in range(1, 13)}
        around = beside[f"{year:04}"]
        compose = partial(_year, site, year, entries, months, around)
        yield from site.sketches.of(addresses.year(year), entries, (around, shown), compose)
    counted: dict[tuple[int, int], dict[int, int]] = {}
    for day, same in days.items():
        counted.setdefault((day.year, day.month), {})[day.day] = len(same)
    for (year, month), entries in months.items():
        around = beside[f"{year:04}-{month:02}"]
        told = around, counted.get((year, month))
        compose = partial(_month, site, (year, month), entries, days, around)
        yield from site.sketches.of(addresses.month(year, month), entries, told, compose)
    for day, entries in days.items():
        around = beside[day.isoformat()]
        compose = partial(_day, site, day, entries, around)
        yield from site.sketches.of(addresses.day(day), entries, around, compose)


def _year(
    site: Rendering, year: int, entries: Sequence[Entry], months: Months, beside: Beside
) -> list[Page]:
    title = _said(f"{year:04}", site)
    head = Head(
        title=title,
        named=False,
        kicker=site.strings.text("period.year"),
        crumbs=(_crumb(site),),
        grid=year_grid(year, months, site.options.language),
        follow=follow(addresses.year(year), title, site.strings),
        facts=_facts(*beside, site),
    )
    return _list(site, addresses.year(year), head, entries)


def _month(
    site: Rendering, of: tuple[int, int], entries: Sequence[Entry], days: Days, beside: Beside
) -> list[Page]:
    year, month = of
    head = Head(
        title=_said(f"{year:04}-{month:02}", site),
        named=False,
        kicker=site.strings.text("period.month"),
        crumbs=(_crumb(site), _link(f"{year:04}", site)),
        grid=month_grid(year, month, days, site.options.language),
        facts=_facts(*beside, site),
    )
    return _list(site, addresses.month(year, month), head, entries)


def _day(site: Rendering, day: dt.date, entries: Sequence[Entry], beside: Beside) -> list[Page]:
    key = day.isoformat()
    head = Head(
        title=_said(key, site),
        named=False,
        kicker=site.strings.text("period.day"),
        crumbs=(_crumb(site), _link(key[:4], site), _link(key[:7], site)),
        facts=_facts(*beside, site),
    )
    return _list(site, addresses.day(day), head, entries)


def _crumb(site: Rendering) -> Link:
    return Link(label=site.strings.text("page.dates"), path=addresses.DATES)


def _list(site: Rendering, path: str, head: Head, entries: Sequence[Entry]) -> list[Page]:
    said = f"{site.strings.text('count.entries', n=len(entries))}: {head.title}"
    return listing(site, path, head, entries, description=said)


def _said(key: str, site: Rendering) -> str:
    return said(key, site.options.language)


def _link(key: str, site: Rendering) -> Link:
    numbers = [int(part) for part in key.split("-")]
    if len(numbers) == 3:
        path = addresses.day(dt.date(*numbers))
    else:
        path = addresses.month(*numbers) if len(numbers) == 2 else addresses.year(*numbers)
    return Link(label=_said(key, site), path=path)


def _beside(keys: Sequence[str]) -> dict[str, Beside]:
    """Return the date before and the one after each of those that have entries, in order."""
    around = [None, *keys, None]
    return {key: (around[at], around[at + 2]) for at, key in enumerate(keys)}


def _facts(
    before: str | None, after: str | None, site: Rendering
) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Return the ways to the nearest dates before and after that have entries."""
    return tuple(
        (site.strings.text(label), (_link(other, site),))
        for label, other in (("fact.before", before), ("fact.after", after))
        if other
    )


def _index(site: Rendering, months: Months, years: Years) -> Page:
    lines = [
        YearLine(
            label=_said(f"{year:04}", site),
            path=addresses.year(year),
            count=len(entries),
            grid=year_grid(year, months, site.options.language),
        )
        for year, entries in reversed(list(years.items()))
    ]
    wide: list[Row] = [
        site.rows.row(entry)
        for entry in site.catalogue.dated
        if not years_of(entry.meta.date or "")
    ]
    title = site.strings.text("page.dates")
    text = site.later(
        "dates.html",
        addresses.DATES,
        title=title,
        lines=lines,
        wide=wide,
        undated=len(site.catalogue.undated),
        undated_path=addresses.UNDATED,
        each_year_path=addresses.ON_THIS_DAY,
    )
    return Page(path=addresses.DATES, title=title, text=text, searchable=False, order=40)
