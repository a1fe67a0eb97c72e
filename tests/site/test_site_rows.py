"""Rows of lists: each is made once, whoever asks first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.content import load
from generator.site.catalogue import Entry, catalogue
from generator.site.rows import Row, Rows


def test_a_row_that_was_made_to_be_told_is_shown_as_it_is(invented: Path) -> None:
    asked: list[str] = []

    def take(entry: Entry, make: Callable[[], Row]) -> Row:
        asked.append(entry.id)
        return make()

    chronology = load(invented)[0]
    entry = chronology.entries["2025-03-03-dockers-walk-out"]
    rows = Rows(catalogue(chronology), take=take)
    told = rows.told(entry)
    row = rows.row(entry)

    assert row.title == entry.meta.title
    assert row.told == told
    assert asked == [entry.id]
