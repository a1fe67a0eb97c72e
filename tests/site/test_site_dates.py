"""A page never states a finer date than its entry."""

from __future__ import annotations

import datetime as dt

import pytest
from dated import DATES, entry
from hypothesis import given, settings

from generator import site
from generator.content import Chronology
from generator.site.catalogue import catalogue
from generator.site.dates import days_of, month_grid, months_of, years_of
from generator.site.linked_data import coverage
from generator.site.rows import Rows
from generator.site.stream import single_day
from generator.site.strip import strip


@pytest.mark.parametrize(
    ("date", "days", "months", "years"),
    [
        ("2025-11-25", 1, 1, 1),
        ("2025-11-24/2025-11-25", 2, 1, 1),
        ("2025-11-19~", 1, 1, 1),
        ("2025-11-28/2025-12-02", 5, 2, 1),
        ("2025-11-01/2025-11-20", 0, 1, 1),
        ("2025-11", 0, 1, 1),
        ("2025-10/2025-11", 0, 2, 1),
        ("2025", 0, 0, 1),
        ("2025-22", 0, 0, 1),
        ("2014-02/2022-02", 0, 0, 9),
        ("2022-02-24/..", 0, 0, 1),
        ("../2024", 0, 0, 1),
        ("202X", 0, 0, 10),
        ("19XX", 0, 0, 0),
    ],
)
def test_a_date_stands_on_the_pages_that_it_can_mean(
    date: str, days: int, months: int, years: int
) -> None:
    assert (len(days_of(date)), len(months_of(date)), len(years_of(date))) == (days, months, years)


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2025-11-25", dt.date(2025, 11, 25)),
        ("2025-11-24/2025-11-25", dt.date(2025, 11, 24)),
        ("2025-11-24/2025-11-26", None),
        ("2025-11", None),
        ("2025-11-24/..", None),
    ],
)
def test_only_a_day_or_a_night_is_listed_under_a_day(date: str, day: dt.date | None) -> None:
    assert single_day(date) == day


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-11", "2025-11"),
        ("2025-11-24/2025-11-25", "2025-11-24/2025-11-25"),
        ("2025-11-19~", "2025-11-19"),
        ("2022-02-24/..", "2022-02-24/.."),
        ("202X", "2020-01-01/2029-12-31"),
        ("2025-21", "2025-03-01/2025-05-31"),
    ],
)
def test_linked_data_states_the_date_as_finely_as_the_entry(date: str, said: str) -> None:
    assert coverage(date) == said


@settings(deadline=None)  # the first page made reads the templates
@given(DATES)
def test_each_valid_date_has_pages(date: str) -> None:
    pages = site.pages(Chronology(entries={"2025-x": entry("2025-x", date)}))
    assert "2025/2025-x.md" in {page.path for page in pages}


def test_a_night_comes_after_the_day_on_which_it_begins() -> None:
    dates = (
        "2025-11-12",
        "2025-11-11/2025-11-12",
        "2025-11-11",
        "2025-11-10/2025-11-11",
        "2025-11",
    )
    entries = {date: entry(f"e{number}", date) for number, date in enumerate(reversed(dates))}
    ordered = catalogue(Chronology(entries={e.id: e for e in entries.values()})).dated
    assert [e.meta.date for e in ordered] == list(dates)


def test_the_strip_spans_the_known_days_and_counts_the_rest() -> None:
    days = [f"2025-11-{day:02}" for day in range(1, 9)]
    entries = [entry(f"e{day}", day) for day in (*days, *days, *days, "2025-12-09", "2025-11")]
    entries.append(entry("later", "2027-05-01", "planned"))
    rows = Rows(catalogue(Chronology()))
    drawn = strip(entries, rows.hue, rows.strings)
    assert drawn is not None
    assert (drawn.first, drawn.last) == ("1 November 2025", "9 December 2025")
    assert drawn.outside == ("1 not known to the day", "1 planned")


def test_a_month_begins_under_its_weekday() -> None:
    grid = month_grid(2025, 3, {}, "en")
    assert grid.columns == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    assert grid.cells[:6].count(None) == 5
    assert len([cell for cell in grid.cells if cell]) == 31
