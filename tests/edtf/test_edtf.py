"""Dates in EDTF: bounds, order, validity, and how they are said."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf

DAYS = st.dates(min_value=dt.date(1, 1, 1))
POINTS = st.builds(lambda day, size: day.isoformat()[:size], DAYS, st.sampled_from([4, 7, 10]))
MARKS = st.sampled_from(["", "~", "?", "%"])


@pytest.mark.parametrize(
    ("text", "lower", "upper", "precision"),
    [
        ("2021-03-04", "2021-03-04", "2021-03-04", "day"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2021-03-04/2021-03-05", "2021-03-04", "2021-03-05", "interval"),
        ("2021-03-04/2021", "2021-03-04", "2021-12-31", "interval"),
        ("2021-03~", "2021-03-01", "2021-03-31", "month"),
        ("2021-22", "2021-06-01", "2021-08-31", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2021-XX", "2021-01-01", "2021-12-31", "year"),
        ("2021-03-XX", "2021-03-01", "2021-03-31", "month"),
    ],
)
def test_bounds_and_precision_are_those_of_the_calendar(
    text: str, lower: str, upper: str, precision: str
) -> None:
    date = edtf.parse(text)
    assert (str(date.lower), str(date.upper), date.precision) == (lower, upper, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021-02-30",
        "2021-04-31",
        "2021-13",
        "2021-00",
        "0000",
        "-0044",
        "2021-3-4",
        "March 2021",
        "2021-03-05/2021-03-04",
        "../..",
        "/",
        "..",
        "2021/2022/2023",
        "2021-03-04T10:00:00Z",
        "2021-03-04\n",
        "２０２１",
        "2021-1X",
        "XXXX",
    ],
)
def test_what_is_no_date_or_does_not_exist_is_refused(text: str) -> None:
    assert not edtf.is_valid(text)
    with pytest.raises(ValueError, match=r"\S"):
        edtf.parse(text)


def test_open_ends_have_no_bound() -> None:
    assert edtf.parse("2021-03-04/..").upper is None
    assert edtf.parse("../2021").lower is None
    assert edtf.bounds("2021-03-04/..") == (dt.date(2021, 3, 4), dt.date.max)


def test_marks_are_read() -> None:
    assert edtf.parse("2021~").approximate
    assert edtf.parse("2021?").uncertain
    both = edtf.parse("2021-03-04%")
    assert both.approximate
    assert both.uncertain
    assert edtf.parse("2021-03~/2021-05").approximate


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2021-03-04", "4 March 2021"),
        ("2021-03", "March 2021"),
        ("2021", "2021"),
        ("2021-03-04~", "about 4 March 2021"),
        ("2021-03?", "March 2021 (uncertain)"),
        ("2021%", "about 2021 (uncertain)"),
        ("2021-03-04/2021-03-05", "4 – 5 March 2021"),
        ("2021-03-31/2021-04-01", "31 March – 1 April 2021"),
        ("2021-12-31/2022-01-01", "31 December 2021 – 1 January 2022"),
        ("2021-03/2021-04", "March – April 2021"),
        ("2021/2022", "2021 – 2022"),
        ("2021-03-04/..", "since 4 March 2021"),
        ("../2021-03", "until March 2021"),
        ("2021-21", "spring 2021"),
        ("199X", "1990s"),
        ("19XX", "1900–1999"),
    ],
)
def test_dates_are_said_for_readers(text: str, said: str) -> None:
    assert edtf.people(text) == said


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("overnight", "2021-03-05"),
        ("in the night to Friday", "2021-03-05"),
        ("the night of 4 to 5 March", "2021-03-05"),
        ("the night of March 4-5", "2021-03-05"),
        ("the night of 4", "2021-03-05"),
        ("late last night", "2021-03-04"),
        ("the night of 4 March 2021", "2021-03-04"),
        ("the night of March 4th", "2021-03-04"),
        ("on Thursday and Friday", None),
        ("from Thursday to midnight on Friday", None),
    ],
)
def test_a_night_stands_on_its_morning_unless_words_name_its_evening_alone(
    words: str, day: str | None
) -> None:
    assert edtf.day_of_night("2021-03-04/2021-03-05", words) == day


@pytest.mark.parametrize("text", ["2021-03-05", "2021-03-04/2021-03-06", "2021-03/2021-04"])
def test_only_two_days_in_a_row_are_a_night(text: str) -> None:
    assert edtf.day_of_night(text, "overnight") is None


def test_a_night_is_said_as_the_night_between_its_days() -> None:
    assert edtf.people("2021-03-04/2021-03-05", night=True) == "night of 4 to 5 March 2021"
    assert edtf.people("2021-03-31/2021-04-01", night=True) == "night of 31 March to 1 April 2021"


def test_what_is_planned_comes_after_its_day_and_not_since() -> None:
    assert edtf.people("2021-03-04/..", planned=True) == "after 4 March 2021"
    assert edtf.people("2021-03-04", planned=True) == "4 March 2021"


def test_other_locales_keep_their_order() -> None:
    assert edtf.people("2021-03-04", "en-US") == "March 4, 2021"
    assert edtf.people("2021-03-04", "fr") == "4 mars 2021"


@pytest.mark.parametrize(
    ("a", "b", "finer"),
    [
        ("2021-03-04", "2021-03", True),
        ("2021-03", "2021-03-04", False),
        ("2021-03-04", "2021-03-04/2021-03-05", True),
        ("2021-03-04/2021-03-05", "2021-03", True),
        ("2021", "2020", False),
        ("2021-02", "2021-03", False),
        ("2021", "2021-03-04/..", True),
    ],
)
def test_finer_claims_fewer_days(a: str, b: str, finer: bool) -> None:
    assert edtf.finer_than(a, b) is finer


@given(POINTS, MARKS)
def test_bounds_agree_with_the_edtf_package(point: str, mark: str) -> None:
    oracle = parse_edtf(point + mark)
    lower, upper = edtf.bounds(point + mark)
    assert tuple(oracle.lower_strict()[:3]) == (lower.year, lower.month, lower.day)
    assert tuple(oracle.upper_strict()[:3]) == (upper.year, upper.month, upper.day)


@given(POINTS, MARKS)
def test_what_is_parsed_keeps_its_text_and_is_never_said_finer(point: str, mark: str) -> None:
    date = edtf.parse(point + mark)
    assert date.text == point + mark
    said = edtf.people(point + mark)
    assert str(int(point[:4])) in said
    months = [month for month in calendar.month_name[1:] if month in said]
    assert len(months) == ("-" in point)


@given(DAYS, DAYS)
def test_sort_key_orders_days_as_the_calendar_does(a: dt.date, b: dt.date) -> None:
    assert (edtf.sort_key(str(a)) < edtf.sort_key(str(b))) == (a < b)


@given(POINTS, POINTS)
def test_overlap_is_mutual_and_a_containing_date_overlaps(a: str, b: str) -> None:
    assert edtf.overlaps(a, b) == edtf.overlaps(b, a)
    assert edtf.overlaps(a, a[:4])


@given(st.text(max_size=12))
def test_no_text_does_anything_but_parse_or_raise_value_error(text: str) -> None:
    edtf.is_valid(text)
