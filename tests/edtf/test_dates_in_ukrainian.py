"""Dates are said in Ukrainian as finely as in English: names of months bend, years keep their р."""

from __future__ import annotations

import pytest

from generator import edtf


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2021-03-04", "4 березня 2021 р."),
        ("2021-03", "березень 2021 р."),
        ("2021", "2021"),
        ("2021-21", "весна 2021 р."),
        ("199X", "десятиліття від 1990 р."),
        ("19XX", "століття 1900–1999"),
        ("2021-03-04~", "приблизно 4 березня 2021 р."),
        ("2021-03?", "березень 2021 р. (непевно)"),
        ("2021-03-04/2021-03-05", "4 – 5 березня 2021 р."),
        ("2021-03-31/2021-04-01", "31 березня – 1 квітня 2021 р."),
        ("2021-12-31/2022-01-01", "31 грудня 2021 р. – 1 січня 2022 р."),
        ("2021-03/2021-04", "березень – квітень 2021 р."),
        ("2021-03-04/..", "з 4 березня 2021 р."),
        ("2021-03/..", "з березня 2021 р."),
        ("2021/..", "з 2021 р."),
        ("../2021-03", "до березня 2021 р."),
    ],
)
def test_dates_are_said_in_ukrainian(text: str, said: str) -> None:
    assert edtf.people(text, "uk").replace("\u00a0", " ").replace("\u202f", " ") == said


def test_a_night_is_said_as_the_night_from_one_day_to_the_next() -> None:
    said = edtf.people("2025-11-24/2025-11-25", "uk", night=True)
    assert said.replace("\u202f", " ") == "ніч з 24 на 25 листопада 2025 р."
