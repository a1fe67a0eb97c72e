from collections.abc import Callable

import pytest

from generator.model import Mention

Linked = Callable[..., tuple[Mention, ...]]


def actors(mentions: tuple[Mention, ...], word: str) -> list[str | None]:
    return [m.actor for m in mentions if word in m.text]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Peru's Congress voted on Monday to remove the minister.", "congress-peru"),
        ("The Chilean Congress passed the water bill.", "congress-chile"),
        ("The US Congress passed the water bill.", "united-states-congress"),
        (
            "America's debt grew. The U.S. Treasury said Congress must act.",
            "united-states-congress",
        ),
        ("Congress passed the farm bill on Tuesday.", "united-states-congress"),
        ("Two ministers resigned in Peru. Congress will vote on Friday in Lima.", "congress-peru"),
        ("Peru's Congress met. The United States watched. Congress votes today.", "congress-peru"),
        ("Japan's House of Representatives passed it.", "house-of-representatives-japan"),
    ],
)
def test_a_congress_is_that_of_the_state_that_the_words_name(
    linked: Linked, text: str, actor: str
) -> None:
    found = linked(text)
    assert {*actors(found, "Congress"), *actors(found, "House")} == {actor}


def test_a_congress_of_a_state_that_has_none_is_left_unlinked(linked: Linked) -> None:
    assert actors(linked("Kenya raised taxes. Congress was silent in Nairobi."), "Congress") == []


def test_a_party_with_congress_in_its_name_is_no_parliament(linked: Linked) -> None:
    found = linked("The Indian National Congress lost the vote in India.")
    assert actors(found, "Congress") == ["indian-national-congress"]


BRITAIN = "Britain votes in May. Crowds filled London. "


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        (BRITAIN + "The Greens won two seats.", "Greens", ["green-party-of-england-and-wales"]),
        ("Germany votes. The Greens won in Berlin.", "Greens", ["alliance-90-the-greens"]),
        (BRITAIN + "Labour MPs walked out.", "Labour", ["labour-party-united-kingdom"]),
        (BRITAIN + "The Tory leader quit.", "Tory", ["conservative-party-united-kingdom"]),
        ("India met. Congress leader R. Gandhi spoke.", "Congress", ["indian-national-congress"]),
        ("Nigeria met in Abuja. The CBN sold notes.", "CBN", ["central-bank-nigeria"]),
        ("Peru, Peru, Peru: Britain watched. Labour won there.", "Labour", []),
        (BRITAIN + "Labour shortages hit farms.", "Labour", []),
        (BRITAIN + "The Labour Minister resigned.", "Labour", []),
        ("India met. The Cereal Board Institute (CBI) spoke. The CBI left.", "CBI",
         ["cereal-board-institute"] * 2),
    ],
)  # fmt: skip
def test_a_party_or_short_name_is_that_of_the_state_the_article_is_about(
    linked: Linked, text: str, word: str, wanted: list[str]
) -> None:
    found = [m for m in linked(text) if m.text.startswith(word)]
    assert [m.actor for m in found if m.actor] == wanted
