"""What relative words are counted from: the dates before them, the quotation, nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

HISTORY = """The canal was begun on 4 March 1869. Work stopped in May. The next day, crews left.

In 1871, a new company took over. In June, digging began again. Two weeks later, a wall fell.
The minister, who died in 1902, resigned on 9 September. That year, no ship passed.

Locks were finished in December 1872. In January, the first ship passed."""


def values(tag: Callable, text: str, published: str | None = "2025-11-26") -> dict[str, str]:
    return {time.text: time.value for time in tag(text, published)[0]}


def test_dates_without_a_year_take_the_year_of_the_story(tag: Callable) -> None:
    found = values(tag, HISTORY, "2019-06-30")
    assert found["May"] == "1869-05"
    assert found["June"] == "1871-06"
    assert found["Two weeks later"] == "XXXX-WXX"
    assert found["9 September"] == "1871-09-09"
    assert found["January"] == "1873-01"


def test_a_month_of_the_news_goes_on_from_the_year_named_before_it(tag: Callable) -> None:
    text = "The mill opened in May 2023. In November crews struck, and in February it was sold."
    found = values(tag, text)
    assert (found["November"], found["February"]) == ("2023-11", "2024-02")


def test_what_is_told_with_had_goes_back_from_the_month_before_it(tag: Callable) -> None:
    found = values(tag, "The mill opened in May 2023. In April the owner had bought the land.")
    assert found["April"] == "2023-04"


def test_the_next_day_follows_the_last_day_named(tag: Callable) -> None:
    found = values(tag, "The court ruled on November 20th, 2019. The next day, he appealed.")
    assert found["The next day"] == "2019-11-21"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bank burned on Sunday, police said on Monday. That night", "2025-11-23"),
        (
            "A bank burned on Sunday.\n\nThe mayor resigned, police said on Monday.\n\nThat night",
            "2025-11-24",
        ),
        (
            "A bank burned on Sunday.\n\nIt fell, police said on Monday.\n\nNo.\n\nThat night",
            "2025-11-23",
        ),
    ],
)
def test_that_night_is_of_a_deed_told_beside_its_report_or_of_a_report_that_is_near(
    tag: Callable, text: str, day: str
) -> None:
    assert values(tag, f"{text} shops were shut.")["That night"] == f"{day}TNI"


def test_weeks_later_are_counted_from_the_last_day_named(tag: Callable) -> None:
    found = values(tag, "The dam burst on 3 May 2019. Two weeks later, the mayor resigned.")
    assert found["Two weeks later"] == "2019-05-17"


def test_that_year_and_the_following_spring_follow_the_story(tag: Callable) -> None:
    text = "The trial opened on 5 May 2019. That year, two more opened. The following spring, none."
    found = values(tag, text)
    assert (found["That year"], found["The following spring"]) == ("2019", "2020-SP")


def test_words_in_a_quotation_count_from_when_it_was_said(tag: Callable) -> None:
    found = values(tag, "“We will strike tomorrow,” the union leader said on Friday.")
    assert (found["Friday"], found["tomorrow"]) == ("2025-11-21", "2025-11-22")


def test_dates_within_one_quotation_do_not_anchor_each_other(tag: Callable) -> None:
    found = values(tag, "“Late Monday and throughout Tuesday, engineers worked,” the firm said.")
    assert (found["Late Monday"], found["Tuesday"]) == ("2025-11-24", "2025-11-25")


def test_without_a_publication_date_relative_words_stay_unresolved(tag: Callable) -> None:
    times, _ = tag("On Tuesday the river rose, as it did last week and on 4 May.", None)
    assert [time.value for time in times] == ["XXXX-WXX-2", "XXXX-WXX", "XXXX-05-04"]
    assert {time.edtf for time in times} == {None}


def test_without_a_publication_date_written_years_still_count(tag: Callable) -> None:
    found = values(tag, "On 4 May 2021 the river rose. On 6 May it fell.", None)
    assert found == {"4 May 2021": "2021-05-04", "6 May": "2021-05-06"}


def test_a_line_that_is_the_publication_date_dates_no_event(tag: Callable) -> None:
    assert tag("Port reopens\n\nNovember 26, 2025\n\nThe port reopened.")[0] == ()


def test_a_clock_time_takes_its_day_from_its_paragraph(tag: Callable) -> None:
    times, _ = tag("The outage began on 12 November. It was over by 5:40 a.m. in most towns.")
    assert (times[1].value, times[1].edtf) == ("2025-11-12T05:40", "2025-11-12")


def test_a_clock_time_without_a_day_is_no_date_of_an_event(tag: Callable) -> None:
    (time,), _ = tag("The quake hit at 9:59 p.m. near the coast.")
    assert (time.value, time.edtf) == ("2025-11-26T21:59", None)


def test_january_after_a_december_of_the_paragraph_is_the_next_years(tag: Callable) -> None:
    text = "The first patient fell ill on 29 December 2024. On 2 January a laboratory confirmed it."
    assert values(tag, text, "2025-01-21")["2 January"] == "2025-01-02"
