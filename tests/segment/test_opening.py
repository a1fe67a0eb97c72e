from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.segment.opening import calmed


@pytest.mark.parametrize(
    ("text", "rest", "calm"),
    [
        ("A MAN has been held in Graz.", "", "A man has been held in Graz."),
        ("MORE THAN 300 HOMES were flooded.", "", "More than 300 homes were flooded."),
        ("NATO leaders met in Oslo.", "NATO said so.", "NATO leaders met in Oslo."),
        ("NATO leaders met in Oslo.", "", "NATO leaders met in Oslo."),
        ("A NATO summit began in Oslo.", "", "A NATO summit began in Oslo."),
        ("WHO officials met in Oslo.", "", "WHO officials met in Oslo."),
        ("ANA QUISPE has won.", "Ana Quispe is 40.", "Ana Quispe has won."),
        ("A HERON was seen in Graz.", "The heron left.", "A heron was seen in Graz."),
        ("FLOODS IN GRAZ", "The floods came.", "FLOODS IN GRAZ"),
        ("“TWO MEN were held,” she said.", "", "“Two men were held,” she said."),
        ("I saw TWO MEN there.", "", "I saw TWO MEN there."),
    ],
)
def test_an_opening_in_capitals_is_read_as_a_sentence_has_it(
    text: str, rest: str, calm: str
) -> None:
    assert calmed(text, 0, f"{text} {rest}") == calm


def test_what_stands_before_the_opening_stays() -> None:
    text = "GRAZ — POLICE held two men."
    assert calmed(text, len("GRAZ — "), text) == "GRAZ — Police held two men."


@given(st.text(max_size=60), st.integers(0, 60))
def test_no_letter_moves(text: str, start: int) -> None:
    calm = calmed(text, min(start, len(text)), text)
    assert len(calm) == len(text)
    assert calm.casefold() == text.casefold()
