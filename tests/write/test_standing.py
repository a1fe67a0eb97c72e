"""What stands in a content folder lies on disk, but for its names."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from generator.content import EntryPage, ledger
from generator.content.ledger import Record
from generator.write.standing import stand

PAGE = """---
title: A storm floods a harbour
date: 2026-03-04
kind: disaster
status: draft
sources: [{report: a, title: Storm}]
---

A storm floods a harbour.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder of some entries, with their ledger."""
    names = [f"2026-03-04-storm-{number}" for number in range(9)]
    pages, folder = tmp_path / "entries" / "2026", tmp_path / ".ledger"
    pages.mkdir(parents=True)
    folder.mkdir()
    for own in names:
        (pages / f"{own}.md").write_text(PAGE, encoding="utf-8")
    rows = ledger.render(Record(id=own, body="A storm.") for own in names)
    (folder / "2026.jsonl").write_text(rows, encoding="utf-8")
    return tmp_path


def _held() -> list[EntryPage | Record]:
    """Return all entries and records of the ledger in this process, of other tests too."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, EntryPage | Record)]


def test_neither_entries_nor_what_the_ledger_says_of_them_are_held(content: Path) -> None:
    held_by_others = len(_held())
    standing = stand(content)

    assert len(standing.chronology.entries) == len(standing.entries) == 9, standing.findings
    assert len(_held()) <= held_by_others


def test_of_a_kind_of_page_only_its_own_records_are_read(content: Path) -> None:
    (content / ".ledger" / "actors.jsonl").write_text('{"id": "nato"}\n', encoding="utf-8")

    assert [*ledger.load(content, ("actors",))] == ["actors"]
    assert [*ledger.load(content)] == ["2026", "actors"]
