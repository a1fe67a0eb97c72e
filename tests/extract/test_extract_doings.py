from __future__ import annotations

import pytest
from reading_of import read


def told(text: str) -> list[tuple[str, str]]:
    return [(e.kind, e.date.edtf if e.date else "") for e in read(text).events]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oxfam handed over sixty tents to the town of Gonder on Tuesday.", "2025-06-03"),
        ("Norway will mothball the old fortress in Bergen on 1 July.", "2025-07-01"),
        ("The Red Cross had repainted all its lorries in Nairobi on Monday.", "2025-06-02"),
    ],
)
def test_a_dated_deed_is_an_event_though_no_event_word_names_it(text: str, day: str) -> None:
    assert told(text) == [("other", day)]


@pytest.mark.parametrize(
    "text",
    [
        "Oxfam hopes that the tents will do.",
        "Many in Gonder remained without shelter on Tuesday.",
        "“We painted the whole school on Monday,” said a boy.",
        "They often repaint the school.",
    ],
)
def test_a_state_a_thought_or_a_memory_is_no_event(text: str) -> None:
    assert told(text) == []


def test_what_was_called_off_is_told_by_the_verb_that_did_so() -> None:
    text = "President Macron shelved a trip to Oslo on Tuesday."
    assert told(text) == [("other", "2025-06-03")]


def test_a_month_is_no_march() -> None:
    text = "The library in Turin has been under repair since 10 March."
    assert [kind for kind, _ in told(text)] == []


def test_points_that_head_a_bulletin_are_read() -> None:
    text = (
        "HIGHLIGHTS\n- Nine people died in Beira on 3 June when a dyke burst.\n\n"
        "OVERVIEW\nRoads in Dondo were flooded on 4 June.\n"
    )
    assert [day for _, day in told(text)][:1] == ["2025-06-03"]


def test_deaths_elsewhere_do_not_belong_to_a_road_that_is_shut() -> None:
    text = (
        "The road from Sake to Goma has been closed since 2 June. "
        "In Bukavu there were 41 deaths in hospital."
    )
    shut = next(e for e in read(text).events if e.kind == "outage")
    assert not shut.figures
