from __future__ import annotations

import datetime as dt

import pytest
from reading_of import read


def date_and_rule(text: str, day: dt.date | None = dt.date(2025, 6, 5)) -> tuple[str, str]:
    event = read(text, day).events[0]
    assert event.date is not None
    return event.date.edtf, event.date.rule


@pytest.mark.parametrize(
    ("text", "date", "rule"),
    [
        ("A bus crashed near Lima on Monday, killing two people.", "2025-06-02", "same clause"),
        ("Police said on Tuesday that a dam burst in Chad on Sunday.", "2025-06-01", "same clause"),
        ("A dam collapsed in Chad, police said on Tuesday.", "2025-06-03", "when it was said"),
        ("In 1998, a flood killed 300 people in Honduras.", "1998", "same clause"),
        (
            "Wildfires have killed nine people in Chile since Monday.",
            "2025-06-02/2025-06-05",
            "same clause",
        ),
        ("Ministers made progress in recent talks in Geneva.", "2025-06~", "recent"),
        ("An earthquake struck Nepal.", "2025-06-05", "publication day"),
        (
            "Seven people were killed in a raid in Gao this week.",
            "2025-06-02/2025-06-05",
            "same clause",
        ),
    ],
)
def test_the_nearest_words_in_the_grammar_date_an_event(text: str, date: str, rule: str) -> None:
    assert date_and_rule(text) == (date, rule)


def test_an_undated_detail_takes_the_date_of_the_main_event() -> None:
    events = read(
        "A cyclone hit Madagascar on Monday, killing 40 people.\n\n"
        "In Toamasina, 12 people were killed when a school collapsed."
    ).events
    assert [(e.date.edtf, e.date.rule) for e in events if e.date] == [
        ("2025-06-02", "same clause"),
        ("2025-06-02", "main event"),
    ]


def test_words_are_kept_as_the_evidence_of_a_date() -> None:
    reading = read("A bus crashed near Lima on Monday, killing two people.")
    date = reading.events[0].date
    assert date is not None
    assert date.span is not None
    assert reading.quote(date.span) == date.evidence == "Monday"


def test_without_a_publication_date_and_without_words_an_event_is_undated() -> None:
    assert read("An earthquake struck Nepal.", None).events[0].date is None


def test_what_lies_before_the_news_is_background() -> None:
    events = read(
        "The former mayor of Ghent was jailed on Monday. He was arrested in March 2023."
    ).events
    assert [event.background for event in events] == [False, True]
