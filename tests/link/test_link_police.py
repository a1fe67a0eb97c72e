"""Police that are named after a town, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Mention

Linked = Callable[..., tuple[Mention, ...]]


def owners(mentions: tuple[Mention, ...]) -> list[str | None]:
    return [m.actor for m in mentions if m.text.casefold() == "police"]


def test_police_called_by_their_town_are_its_own(linked: Linked) -> None:
    mentions = linked("Three men broke into a bank in Utrecht, Utrecht police said.")
    assert owners(mentions) == ["utrecht-police"]


def test_bare_police_are_the_one_force_that_the_article_names(linked: Linked) -> None:
    text = "The Boise Police Department closed a road. Police say they took two men into custody."
    assert owners(linked(text)) == ["boise-police-department"]


def test_bare_police_are_the_national_force_of_the_state_told_of(linked: Linked) -> None:
    text = "Floods cut roads in Kenya. On Sunday police fired tear gas in Eldoret."
    assert owners(linked(text)) == ["kenya-police-service"]


@pytest.mark.parametrize(
    "text",
    [
        "Floods cut roads in Ohio. Police closed a bridge.",
        "Peru and Chile met in Oslo. Police closed a bridge.",
        "Floods cut roads in Kenya. Riot police closed a bridge in Eldoret.",
        "Floods cut roads in Kenya. A man ran from a police station in Eldoret.",
        "Floods cut roads in Kenya. “The police failed us,” a farmer said.",
        "The Utrecht Police and the Leiden Police met. Police closed a bridge.",
    ],
)
def test_police_are_nobodys_where_no_one_force_is_plain(linked: Linked, text: str) -> None:
    assert owners(linked(text)) == []


def test_a_general_of_the_police_is_not_the_police(linked: Linked) -> None:
    mentions = linked("A South African police general was held in Pretoria on Monday.")
    assert "south-african-police-service" not in {mention.actor for mention in mentions}
    assert "south-african-police-service" in {
        mention.actor for mention in linked("South African police held a man in Pretoria.")
    }
