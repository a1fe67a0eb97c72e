import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from reading_gold import GoldTime, load

from generator import edtf, lexicons
from generator.model import Bound, Mode, NameKind

ROOT = Path(__file__).resolve().parents[2]
RUN = 8
"""Words in a row that count as copied."""

PART = r"H[12]|Q[1-4]|SP|SU|FA|WI|(?:W\d\d|WXX)(?:-(?:WE|[1-7]))?|\d\d|XX"
POINT = rf"(?:\d{{3}}|\d{{4}}|XXXX)(?:-(?:{PART}))?"
DAY = r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
CLOCK = r"T(?:MO|AF|EV|NI|DW|\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?)"
LENGTH = r"P(?:\d+|X)(?:[DWMYN]|DE|WE)|PT(?:\d+|X)[HMS]|PXH"
TIMEX3 = re.compile(
    rf"{POINT}|{DAY}(?:{CLOCK})?|{CLOCK}|{LENGTH}|FY\d{{4}}(?:-Q[1-4])?|(?:PAST|PRESENT|FUTURE)_REF"
    rf"|{DAY}/{DAY}"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

CASES = load()


def test_there_are_at_least_160_cases_over_at_least_ten_subjects() -> None:
    assert len(CASES) >= 160
    assert len({case.subject for case in CASES}) >= 10


def test_ids_of_cases_are_unique() -> None:
    ids = [case.id for case in CASES]
    assert len(ids) == len(set(ids))


def test_a_case_has_events_or_says_that_it_has_none() -> None:
    assert [case.id for case in CASES if case.no_event != (not case.events)] == []


def test_dates_of_events_are_edtf() -> None:
    dates = [
        (case.id, date)
        for case in CASES
        for event in case.events
        for date in event.dates
        if date is not None and not edtf.is_valid(date)
    ]
    assert dates == []


def test_values_of_times_are_timex3() -> None:
    values = [
        (case.id, value)
        for case in CASES
        for time in case.times
        for value in time.values
        if not TIMEX3.fullmatch(value)
    ]
    assert values == []


def test_a_time_that_names_one_weekday_has_a_day_that_falls_on_it() -> None:
    wrong = [(case.id, time.text) for case in CASES for time in case.times if _off_weekday(time)]
    assert wrong == []


def _off_weekday(time: GoldTime) -> bool:
    named = [day for day in WEEKDAYS if day in time.text.lower()]
    days = [value[:10] for value in time.values if re.match(r"\d{4}-\d\d-\d\d", value)]
    return (
        len(named) == 1
        and bool(days)
        and named[0] not in {WEEKDAYS[edtf.bounds(day)[0].weekday()] for day in days}
    )


def test_kinds_modes_and_bounds_are_known() -> None:
    kinds = {row[0] for row in lexicons.table("en/event_kinds")}
    events = [event for case in CASES for event in case.events]
    assert {kind for event in events for kind in event.kinds} <= kinds
    assert {mode for event in events for mode in event.modes} <= set(Mode)
    assert {figure.bound for event in events for figure in event.figures} <= set(Bound)
    names = [name for case in CASES for name in case.names]
    assert {kind for name in names for kind in name.kinds} <= set(NameKind)


def test_no_text_shares_eight_words_in_a_row_with_the_evaluation_articles() -> None:
    folder = Path(os.environ.get("DATELINE_EVAL", ROOT.parent / "shared" / "eval")) / "articles"
    if not folder.is_dir():
        pytest.skip("the evaluation articles are not at hand")
    articles = {run for path in sorted(folder.glob("*.txt")) for run in _runs_of_file(path)}
    assert [case.id for case in CASES if articles & set(_runs(case.text))] == []


@cache
def _runs_of_file(path: Path) -> frozenset[tuple[str, ...]]:
    return frozenset(_runs(path.read_text(encoding="utf-8", errors="replace")))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)
