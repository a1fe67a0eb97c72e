"""Ways of local news and of newspapers outside Europe: streets, blocks, passives cut in two."""

from __future__ import annotations

import pytest
from reading_of import read

LEAD = "This page has more on what is known so far.\n\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A former minister was on Monday sentenced to six years by a court in Abuja.",
            "Former minister sentenced to six years by court in Abuja",
        ),
        (
            "According to Cleveland police, a bank on Brook Road was robbed on Monday.",
            "Bank on Brook Road robbed, Cleveland police say",
        ),
        (
            "British American Tobacco (BAT) has agreed a takeover of a rival.",
            "BAT agrees takeover of rival",
        ),
        (
            "Landslides continued on Monday but there were no reports of casualties.",
            "Landslides continue",
        ),
    ],
)
def test_governors_are_mended(text: str, line: str) -> None:
    assert [event.headline for event in read(LEAD + text).events] == [line]


def test_a_dozen_more_are_counted_apart() -> None:
    text = "At least 14 people were killed and a dozen more injured in mudslides in Nagaland."
    (event,) = read(LEAD + text).events
    assert [(f.what, f.value) for f in event.figures] == [("killed", 14.0), ("injured", 12.0)]


def test_a_block_of_a_street_is_no_year() -> None:
    (event,) = read(LEAD + "Officers stopped a man in the 1300 block of Fourth Avenue.").events
    assert event.date is not None
    assert event.date.edtf == "2025-06-05"


def test_zeros_that_a_space_cut_off_count_nobody() -> None:
    text = "A man was arrested on Monday after stealing a sum of N500, 000 in Akure."
    (event,) = read(LEAD + text).events
    assert all(figure.value for figure in event.figures)


def test_a_plan_does_not_date_what_was_done_before_it() -> None:
    text = "Four men were held in Akure and will be tried next week."
    events = read(LEAD + text).events
    assert all(e.date is None or e.date.edtf <= "2025-06-05" for e in events if e.kind == "arrest")


def test_a_ministry_is_not_that_of_a_state_next_door() -> None:
    text = (
        "A hill collapsed on Monday on a village in Manipur near the border with Myanmar. "
        "So far 630 people have been rescued in Rajasthan, the home ministry said on Tuesday."
    )
    assert "ministry-of-home-affairs-myanmar" not in {
        name for event in read(LEAD + text).events for name in event.actors
    }


def test_a_town_behind_two_measures_is_only_a_landmark() -> None:
    text = (
        "Rescuers reached the village on Monday, some 80 km (50 miles) from Manipur capital Imphal."
    )
    (event,) = read(LEAD + text).events
    assert "Imphal" not in event.headline


def test_a_firm_is_not_one_of_its_name_told_of_later() -> None:
    text = (
        "Tyson Foods bought a rival on Monday. Tyson agreed to pay $30 a share on Tuesday. "
        "“We are pleased,” said John Tyson, its chairman."
    )
    paid = [event for event in read(LEAD + text).events if "agree" in event.headline]
    assert [event.actors for event in paid] == [("tyson-foods",)]


def test_a_part_of_a_country_may_have_a_hyphen() -> None:
    (event,) = read(LEAD + "A bomb killed six people in north-eastern Nigeria on Monday.").events
    assert event.places == ("northeastern-nigeria",)


@pytest.mark.parametrize("mark", ["CLEVELAND– ", "LIMA (Peru) • "])
def test_datelines_have_other_marks_too(mark: str) -> None:
    (event,) = read(mark + "Authorities caught three men in Quito on Monday.").events
    assert event.headline == "Authorities catch three men in Quito"


def test_the_city_is_not_the_one_that_a_report_is_sent_from() -> None:
    text = (
        "CAIRO — Floods in a Sudanese town killed 40 people on Monday, officials said.\n\n"
        "They closed two schools in the town on Tuesday."
    )
    assert {place for event in read(text).events for place in event.places} == {"sudan"}
