"""Regions and towns by their longest name."""

from collections.abc import Callable

import pytest

from generator.model import Mention

Linked = Callable[..., tuple[Mention, ...]]


def places(mentions: tuple[Mention, ...]) -> list[tuple[str, str | None]]:
    return [(m.text, m.place) for m in mentions if m.place]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Crops failed in Rio Grande do Sul.", "Rio Grande do Sul", "rio-grande-do-sul"),
        (
            "Ada Moss, premier of New South Wales, thanked them.",
            "New South Wales",
            "new-south-wales",
        ),
        ("Rivers burst their banks in Emilia-Romagna.", "Emilia-Romagna", "emilia-romagna"),
        ("The sky over Rondônia turned brown.", "Rondônia", "rondonia"),
        ("Fires spread through Alberta on Friday.", "Alberta", "alberta"),
        ("Fires around Viña del Mar spread.", "Viña del Mar", "vina-del-mar"),
        ("The doctors left Homs on Friday.", "Homs", "homs"),
        ("Shells struck Gaziantep at night.", "Gaziantep", "gaziantep"),
    ],
)
def test_the_longest_name_of_a_place_is_taken(
    linked: Linked, text: str, name: str, place: str
) -> None:
    assert places(linked(text)) == [(name, place)]


@pytest.mark.parametrize(
    "text", ["Five died of Marburg disease.", "The capsule docked at noon Beijing time."]
)
def test_what_is_only_called_after_a_place_is_not_there(linked: Linked, text: str) -> None:
    assert places(linked(text)) == []


def test_a_town_after_in_is_no_person_though_an_office_follows(linked: Linked) -> None:
    text = "Nine are missing in Christchurch, New Zealand's prime minister, Alan Moss, said."
    assert ("Christchurch", "christchurch-nz") in places(linked(text)) or (
        "Christchurch",
        "christchurch",
    ) in places(linked(text))
