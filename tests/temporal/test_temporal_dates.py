"""Golden cases: what news writes, what it means on 26 November 2025, a Wednesday."""

from __future__ import annotations

from collections.abc import Callable

import pytest

GOLDEN = [
    # Weekdays by tense
    ("The dam burst on Tuesday.", "Tuesday", "2025-11-25", "2025-11-25"),
    ("The ministers will meet on Monday.", "Monday", "2025-12-01", "2025-12-01"),
    ("Voters go to the polls on Sunday.", "Sunday", "2025-11-30", "2025-11-30"),
    ("The match was postponed until Friday.", "Friday", "2025-11-28", "2025-11-28"),
    ("The strike lasted until Friday.", "Friday", "2025-11-21", "2025-11-21"),
    ("The bank failed on Friday last week.", "Friday last week", "2025-11-21", "2025-11-21"),
    (
        "A hearing is set for Wednesday next week.",
        "Wednesday next week",
        "2025-12-03",
        "2025-12-03",
    ),
    ("The court ruled late Monday.", "late Monday", "2025-11-24", "2025-11-24"),
    ("Police arrived on Monday evening.", "Monday evening", "2025-11-24TEV", "2025-11-24"),
    # Nights
    ("The river rose overnight.", "overnight", "2025-11-26TNI", "2025-11-25/2025-11-26"),
    (
        "Fires spread overnight Friday into Saturday.",
        "overnight Friday into Saturday",
        "2025-11-22TNI",
        "2025-11-21/2025-11-22",
    ),
    (
        "A bridge fell overnight on Friday.",
        "overnight on Friday",
        "2025-11-22TNI",
        "2025-11-21/2025-11-22",
    ),
    (
        "The quake struck on the night of 24 November.",
        "the night of 24 November",
        "2025-11-24TNI",
        "2025-11-24/2025-11-25",
    ),
    # Days and months without a year
    ("The strike began on 3 May.", "3 May", "2025-05-03", "2025-05-03"),
    ("The rocket will fly on 3 May.", "3 May", "2026-05-03", "2026-05-03"),
    ("The deadline was extended to 17 December.", "17 December", "2025-12-17", "2025-12-17"),
    ("Troops crossed early on Nov. 25.", "early on Nov. 25", "2025-11-25", "2025-11-25"),
    ("By November, cases had doubled.", "November", "2025-11", "2025-11"),
    ("The plant will close in March.", "March", "2026-03", "2026-03"),
    ("On Monday, 24 November, he resigned.", "Monday, 24 November", "2025-11-24", "2025-11-24"),
    # Written out
    ("It sank on November 20th, 2019.", "November 20th, 2019", "2019-11-20", "2019-11-20"),
    ("It sank on the 5th of May, 2019.", "the 5th of May, 2019", "2019-05-05", "2019-05-05"),
    ("He fled on 5 August of last year.", "5 August of last year", "2024-08-05", "2024-08-05"),
    ("It sank on 25/12/2024.", "25/12/2024", "2024-12-25", "2024-12-25"),
    ("It sank on 2024-02-29.", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("It opened in early 2023.", "early 2023", "2023", "2023"),
    ("It opened in about 1910.", "about 1910", "1910", "1910~"),
    # Periods
    ("Profits rose in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3", None),
    ("Sales fell in Q4 2024.", "Q4 2024", "2024-Q4", "2024-10/2024-12"),
    ("Sales fell in fiscal 2024.", "fiscal 2024", "FY2024", None),
    ("Exports fell in the first half of 2024.", "the first half of 2024", "2024-H1", None),
    ("Mines closed in the late 1960s.", "the late 1960s", "196", "196X"),
    ("It was built in the 19th century.", "the 19th century", "18", "18XX"),
    ("The winter of 2010 was cold.", "The winter of 2010", "2010-WI", "2010-24"),
    ("Talks were held over the weekend.", "the weekend", "2025-W47-WE", "2025-11-22/2025-11-23"),
    ("Talks will be held at the weekend.", "the weekend", "2025-W48-WE", "2025-11-29/2025-11-30"),
    ("Prices rose last week.", "last week", "2025-W47", "2025-11-17/2025-11-23"),
    ("It closed earlier this month.", "earlier this month", "2025-11", "2025-11"),
    ("It will open early next year.", "early next year", "2026", "2026"),
    ("It will open by the end of the year.", "the end of the year", "2025", "2025"),
    # From the publication date
    ("The pope died yesterday.", "yesterday", "2025-11-25", "2025-11-25"),
    ("It erupted three days ago.", "three days ago", "2025-11-23", "2025-11-23"),
    ("It erupted the day before yesterday.", "the day before yesterday", "2025-11-24", None),
    ("They met this morning.", "This morning", "2025-11-26TMO", "2025-11-26"),
    # Holidays
    ("Shops were shut on Christmas Day.", "Christmas Day", "2024-12-25", "2024-12-25"),
    ("Shops will be shut on Christmas Day.", "Christmas Day", "2025-12-25", "2025-12-25"),
    ("The parade was held on Easter Monday.", "Easter Monday", "2025-04-21", "2025-04-21"),
    ("The parade was held on Thanksgiving 2021.", "Thanksgiving 2021", "2021-11-25", None),
    # Clock
    (
        "The launch will be at 10:30 a.m. GMT on Tuesday.",
        "10:30 a.m. GMT on Tuesday",
        "2025-12-02T10:30Z",
        "2025-12-02",
    ),
    # Neither day nor date
    ("Talks may resume in the next few days.", "the next few days", "PXD", None),
    ("The war lasted nearly four years.", "nearly four years", "P4Y", None),
    ("A 90-year-old was rescued.", "90-year-old", "P90Y", None),
    ("Prices rise every two weeks.", "every two weeks", "P2W", None),
    ("Trains run daily.", "daily", "P1D", None),
    ("Trains run each Monday.", "each Monday", "XXXX-WXX-1", None),
    ("Rents rose in recent months.", "recent months", "PAST_REF", None),
    ("The port is now closed.", "now", "PRESENT_REF", None),
    ("Decades ago the mine closed.", "Decades ago", "PAST_REF", None),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), GOLDEN)
def test_each_expression_has_its_words_value_and_date(
    tag: Callable, text: str, words: str, value: str, edtf: str | None
) -> None:
    (times, findings) = tag(text)
    assert not findings
    assert [(time.text.lower(), time.value) for time in times] == [(words.lower(), value)]
    if edtf is not None or value[:1] == "P":
        assert times[0].edtf == edtf


@pytest.mark.parametrize(
    ("text", "dates", "whole"),
    [
        ("Trains stopped on Nov 24 and 25.", ["Nov 24", "25"], "2025-11-24/2025-11-25"),
        ("Trains stopped on Nov 24 and Nov 25.", ["Nov 24", "Nov 25"], "2025-11-24/2025-11-25"),
        ("Trains stopped on 18–19 November.", ["18", "19 November"], "2025-11-18/2025-11-19"),
        ("It ran from 3 to 5 May.", ["3", "5 May"], "2025-05-03/2025-05-05"),
        ("It ran between 7 and 9 June 2024.", ["7", "9 June 2024"], "2024-06-07/2024-06-09"),
        ("It ran from Monday to Wednesday.", ["Monday", "Wednesday"], "2025-11-24/2025-11-26"),
        ("It ran from May to July 1943.", ["May", "July 1943"], "1943-05/1943-07"),
        ("It ran from 1914 to 1918.", ["1914", "1918"], "1914/1918"),
        ("The war of 1914–18 ruined it.", ["1914", "18"], "1914/1918"),
    ],
)
def test_each_end_of_a_range_has_the_whole_range_as_its_date(
    tag: Callable, text: str, dates: list[str], whole: str
) -> None:
    times, _ = tag(text)
    assert [time.text for time in times] == dates
    assert {time.edtf for time in times} == {whole}


def test_dates_of_a_list_that_do_not_follow_one_another_stay_apart(tag: Callable) -> None:
    times, _ = tag("Polls were held on 3 May and 7 June.")
    assert [time.edtf for time in times] == ["2025-05-03", "2025-06-07"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm may merge.",
        "They march on the capital.",
        "The fall of the government surprised few.",
        "About 2,000 workers walked out.",
        "Three quarters of voters agreed.",
        "The long march tired them.",
        "Prices sprang up, and he saw a second man.",
        "Aid went to 1500 families.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(tag: Callable, text: str) -> None:
    assert tag(text) == ((), ())


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("31 April 2024", "2024-04"),
        ("February 30, 2025", "2025-02"),
        ("2025-02-30", "2025-02"),
        ("31/04/2024", "2024-04"),
    ],
)
def test_a_day_that_does_not_exist_is_a_finding_and_its_month(
    tag: Callable, words: str, month: str
) -> None:
    (time,), (finding,) = tag(f"The plane crashed on {words}, officials said.")
    assert time.edtf == month
    assert finding.code == "E151"
    assert words in finding.message


def test_day_and_month_that_cannot_be_told_apart_give_the_year_only(tag: Callable) -> None:
    (time,), _ = tag("The vote took place on 03/04/2025.")
    assert (time.value, time.edtf) == ("2025", "2025")


def test_numeric_dates_follow_the_habit_of_the_text(tag: Callable) -> None:
    times, _ = tag("A vote fell on 03/04/2025. One fell on 12/25/2024.")
    assert [time.edtf for time in times] == ["2025-03-04", "2024-12-25"]
