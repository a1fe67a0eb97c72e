"""On this day: what happened on a day of a month, over all years, and the list of such days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from babel.dates import format_date, format_skeleton

from generator import edtf
from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.data.formats import CALENDARS
from generator.site.dates import Cell, Grid, by_date, days_of, level
from generator.site.follow import follow, named
from generator.site.listing import Head, Link, listing
from generator.site.page import Page
from generator.site.rendering import Rendering

_LEAP = 2000
"""A year that has every day."""

Day = tuple[int, int]
"""Month and day."""
Days = Mapping[Day, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """A month of all years."""

    label: str
    grid: Grid


def each_year_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page of each day of a month that has entries, and of them all."""
    days = by_date(site.catalogue.runs, _days)
    yield _index(site, days)
    keys = list(days)
    for at, (key, entries) in enumerate(days.items()):
        beside = {"fact.before": keys[max(at - 1, 0) : at], "fact.after": keys[at + 1 : at + 2]}
        compose = partial(_day, site, key, entries, beside)
        yield from site.sketches.of(addresses.each_year(*key), entries, beside, compose)


def _day(
    site: Rendering, key: Day, entries: Sequence[Entry], beside: Mapping[str, Sequence[Day]]
) -> list[Page]:
    t = site.strings.text
    head = Head(
        title=_said(key, site),
        named=False,
        crumbs=(Link(label=t("page.on_this_day"), path=addresses.ON_THIS_DAY),),
        facts=tuple(
            (t(label), (Link(label=_said(other, site), path=addresses.each_year(*other)),))
            for label, others in beside.items()
            for other in others
        ),
        density=site.strip(entries),
    )
    number = t("count.entries", n=len(entries))
    said = t("on_this_day.description", entries=number, day=head.title)
    return listing(site, addresses.each_year(*key), head, entries, description=said)


def _days(date: str) -> tuple[tuple[int, int], ...]:
    return tuple((day.month, day.day) for day in days_of(date))


def _said(key: tuple[int, int], site: Rendering) -> str:
    return format_skeleton("MMMMd", dt.date(_LEAP, *key), locale=_locale(site))


def _locale(site: Rendering) -> str:
    return edtf.locale(site.options.language)


def _index(site: Rendering, days: Days) -> Page:
    most = max(map(len, days.values()), default=0)
    lines = [
        MonthLine(
            label=format_date(dt.date(_LEAP, month, 1), "LLLL", locale=_locale(site)).capitalize(),
            grid=Grid(columns=(), cells=tuple(_cells(site, days, month, most))),
        )
        for month in sorted({month for month, _ in days})
    ]
    title = site.strings.text("page.on_this_day")
    ways = follow(addresses.ON_THIS_DAY, title, site.strings, CALENDARS)
    text = site.later(
        "on_this_day.html",
        addresses.ON_THIS_DAY,
        title=title,
        lines=lines,
        density=site.density,
        follow=ways,
    )
    return Page(
        path=addresses.ON_THIS_DAY,
        title=title,
        text=text,
        searchable=False,
        follow=named(site, addresses.ON_THIS_DAY, ways),
    )


def _cells(site: Rendering, days: Days, month: int, most: int) -> Iterator[Cell]:
    day = dt.date(_LEAP, month, 1)
    while day.month == month:
        key = (month, day.day)
        count = len(days.get(key, ()))
        yield Cell(
            label=str(day.day),
            name=_said(key, site),
            path=addresses.each_year(*key) if count else None,
            count=count,
            level=level(count, most),
        )
        day += dt.timedelta(days=1)
