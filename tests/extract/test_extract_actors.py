from __future__ import annotations

import pytest
from reading_of import read


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rosa Prado, who flew to Lima on Wednesday, called the vote a farce.", "rosa-prado"),
        ("Shares in Lufthansa closed 3% lower on Wednesday.", "lufthansa"),
    ],
)
def test_who_and_whose_workers_or_shares_are_meant_takes_part(text: str, actor: str) -> None:
    assert any(actor in event.actors for event in read(text).events)


def test_the_holder_of_an_office_acts_and_not_the_state_whose_office_it_is() -> None:
    text = "The president of Peru, Rosa Prado, who visited Cusco on Wednesday, promised tents."
    visit = next(event for event in read(text).events if event.kind == "meeting")
    assert visit.actors == ("rosa-prado",)


@pytest.mark.parametrize(
    ("text", "state", "acts"),
    [
        ("Peruvian troops shelled Tumbes on Monday, killing two people.", "peru", True),
        ("Peruvian envoys met mediators in Quito on Monday.", "peru", True),
        ("A Peruvian court sentenced Rosa Prado to six years on Monday.", "peru", False),
        ("Rosa Prado won Peru's runoff on Sunday.", "peru", False),
        ("Peruvian senator Rosa Prado resigned on Monday.", "peru", False),
    ],
)
def test_a_state_takes_part_by_its_forces_and_envoys_and_not_by_all_that_is_there(
    text: str, state: str, acts: bool
) -> None:
    assert any(state in event.actors for event in read(text).events) is acts


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Amazon Web Services suffered an outage on Monday that hit Spotify and Shopify.",
            {"amazon-web-services", "spotify", "shopify"},
        ),
        (
            "Rosa Prado was jailed on Monday for taking money from the banker Carlo Rimini.",
            {"rosa-prado", "carlo-rimini"},
        ),
    ],
)
def test_all_who_are_named_in_the_words_of_an_event_take_part(text: str, actors: set[str]) -> None:
    assert actors <= set(read(text).events[0].actors)


@pytest.mark.parametrize(
    "text",
    [
        "Thieves took a brooch on Monday that had belonged to Rosa Prado.",
        "The army took Tumbes on Monday, Carlo Rimini told Radio Lufthansa.",
    ],
)
def test_a_name_that_only_describes_a_thing_or_hears_it_takes_no_part(text: str) -> None:
    found = {actor for event in read(text).events for actor in event.actors}
    assert not found & {"rosa-prado", "radio-lufthansa", "lufthansa"}


def test_who_speaks_paragraphs_later_tells_another_event() -> None:
    text = """A storm killed two people in Quito on Monday.

A bus overturned in Cusco on Sunday and nine people were hurt.

Engineer Carlo Rimini said that the lifts of the tower were old."""
    assert all("carlo-rimini" not in event.actors for event in read(text).events)
