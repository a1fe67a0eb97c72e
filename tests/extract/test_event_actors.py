"""Who takes part in an event beside those whom the grammar of its word names."""

from __future__ import annotations

from reading_of import read


def actors(text: str) -> set[str]:
    return set(read(text).events[0].actors)


def test_a_minister_acts_for_the_state() -> None:
    text = "Kenyan Foreign Minister Amina Otieno met negotiators in Geneva on Monday."
    assert {"amina-otieno", "kenya"} <= actors(text)


def test_a_head_of_state_acts_in_person() -> None:
    text = "Peruvian President Ana Quispe met Chilean President Luis Rojas in Oslo on Monday."
    assert actors(text) == {"ana-quispe", "luis-rojas"}


def test_all_of_three_who_meet_take_part() -> None:
    text = (
        "French President Paul Lacombe, British Prime Minister John Harlow, and "
        "German Chancellor Lena Brandt are set to meet in Oslo on Monday."
    )
    assert {"paul-lacombe", "john-harlow", "lena-brandt"} <= actors(text)


def test_a_second_body_that_speaks_in_the_sentence_is_heard_too() -> None:
    text = (
        "The World Health Organization warned of a new wave of cholera on Monday, "
        "though UNICEF dismissed the forecast."
    )
    assert {"world-health-organization", "unicef"} <= actors(text)
