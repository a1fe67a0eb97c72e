from __future__ import annotations

import pytest
from reading_of import read

from generator.model import Mode


@pytest.mark.parametrize(
    "text",
    [
        "What caused the explosion in Lima?",
        "If the levee breaks, thousands of people in Ghent would be evacuated.",
        "The vaccine could save thousands of lives in Peru.",
        "The strike in Lyon was called off.",
        "No one was injured in the crash near Oslo.",
        "Police denied that three people had been arrested in Leeds.",
        "The airline often cancels flights to Malta.",
        "Guards in Lima beat prisoners every night.",
        "There are fears of a new attack on Mombasa.",
        "The union threatened to strike in Ghent.",
        "Analysts believe that the bank will fail.",
        "The minister failed to reach an agreement with Peru.",
        "Officials want to avoid a clash in Nairobi.",
        "The road ahead remains full of uncertainty.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    assert [e for e in read(text).events if e.mode is not Mode.STATEMENT] == []


@pytest.mark.parametrize(
    "text",
    [
        "The president will visit Jakarta on Monday.",
        "Chile is to hold a referendum on 14 September.",
        "The trial is due to begin in Oslo on 9 June.",
        "Lawmakers are expected to vote on the bill on Tuesday.",
        "The rocket is scheduled to lift off from Florida on Saturday.",
        "Teachers in Ghent plan to strike on Friday.",
    ],
)
def test_what_is_set_for_a_day_is_planned(text: str) -> None:
    assert [event.mode for event in read(text).events] == [Mode.PLANNED]


@pytest.mark.parametrize(
    "text",
    [
        "Storm Ada has flooded 200 homes in Cork.",
        "Firefighters managed to rescue 12 people in Porto on Monday.",
        "A bomb went off in Lagos on Sunday, killing three people.",
        "The rebels claimed to have captured the town of Goma on Tuesday.",
        "Miners continued to strike in Katowice on Monday.",
    ],
)
def test_what_took_place_is_an_occurrence(text: str) -> None:
    assert [event.mode for event in read(text).events] == [Mode.OCCURRENCE]


def test_a_plan_without_a_day_is_dated_from_publication_on() -> None:
    (event,) = read("Prime Minister Ana Ruiz is set to meet President Omar Diallo in Dakar.").events
    assert event.mode is Mode.PLANNED
    assert event.date is not None
    assert event.date.edtf == "2025-06-05/.."


@pytest.mark.parametrize(
    "text",
    [
        "The governor stayed away from the summit in Lima.",
        "Students kept away from the march in Mombasa on Tuesday.",
    ],
)
def test_what_somebody_stays_away_from_is_not_told_by_it(text: str) -> None:
    assert not [event for event in read(text).events if event.kind in {"meeting", "protest"}]
