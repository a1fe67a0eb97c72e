"""The names of `dateline read --json` lie where they say."""

from __future__ import annotations

from typing import Any

from generator import link, reading, show
from generator.model import Article


def names(text: str) -> list[dict[str, Any]]:
    whole = reading.understand(Article(id="report", text=text), link.starter(), reading.as_found)
    rows = show.as_json(whole.reading, whole.registry)["names"]
    assert isinstance(rows, list)
    for row in rows:
        assert text[row["start"] : row["end"]] == row["text"]
    return rows


def where(rows: list[dict[str, Any]], text: str) -> tuple[str, bool]:
    (row,) = [row for row in rows if row["text"] == text]
    return row["id"], row["lat"] is not None and row["lon"] is not None


def test_a_state_inside_the_name_of_its_institution_has_its_own_row() -> None:
    rows = names("The dam broke on Monday. Peru's transport ministry closed the road to Puno.")
    assert where(rows, "Peru's transport ministry") == ("ministry-of-transport-peru", False)
    assert where(rows, "Peru") == ("peru", True)


def test_an_adjective_inside_the_name_of_a_body_counts_too() -> None:
    rows = names("The Lebanese Red Cross treated 40 people in Tyre on Monday.")
    assert where(rows, "Lebanese") == ("lebanon", True)


def test_a_demonym_lies_where_its_state_does() -> None:
    rows = names("Colombian miners went on strike on Monday.")
    assert where(rows, "Colombian") == ("colombia", True)


def test_a_body_that_names_no_state_has_one_row() -> None:
    rows = names("The Bundestag voted on Monday.")
    assert [row["text"] for row in rows] == ["Bundestag"]
