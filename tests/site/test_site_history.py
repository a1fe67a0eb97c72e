"""How an entry's page tells what changed, and who brought it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.content import Chronology, EntryPage, Page, ledger, load
from generator.site.catalogue import Entry, catalogue
from generator.site.figures import figures
from generator.site.history import NOTHING, History, Written, history, written
from generator.site.rows import Rows
from generator.site.strings import strings

EDIT = "https://code.example/averly/edit/main/content/entries/2025/ID.md"


@pytest.fixture
def entry(invented: Path) -> Entry:
    """A strike of which two publishers give the number of strikers on two days."""
    return load(invented)[0].entries["2025-03-03-dockers-walk-out"]


def told(entry: Entry, before: Written = NOTHING, edit: str = EDIT) -> History:
    chronology = Chronology(entries={entry.id: entry})
    rows = Rows(catalogue(chronology))
    return history(entry, figures(entry, rows), before, strings("en"), edit)


def as_written(entry: Entry, **changed: object) -> Written:
    fields = entry.meta.model_dump(mode="json", exclude_defaults=True)
    return {entry.id: ledger.Record(id=entry.id, fields=fields | changed, body=entry.body)}


def with_sources(entry: Entry, sources: list[dict[str, object]], figures_: object) -> Entry:
    meta = EntryPage.model_validate(
        {"title": "Bridge closed", "kind": "other", "sources": sources, "figures": figures_}
    )
    return Page(id=entry.id, path=entry.path, meta=meta, body=entry.body, lines={})


def test_days_are_those_of_the_reports_and_the_first_one_adds(entry: Entry) -> None:
    steps = told(entry).steps

    assert [(step.day, step.first) for step in steps] == [
        ("3 March 2025", True),
        ("4 March 2025", False),
    ]
    assert steps[0].reports[0].number == 1


def test_each_report_brings_what_none_before_it_told(entry: Entry) -> None:
    first, second = told(entry).steps

    assert "Strikers: more than 1,200" in first.reports[0].facts
    assert {"Strikers: 900", "Strikers: about 1,000"} <= set(second.reports[0].facts)


def test_a_report_that_says_the_same_changes_nothing(entry: Entry) -> None:
    claims = [{"value": 4, "source": "a"}, {"value": 4, "source": "b"}]
    sources: list[dict[str, object]] = [
        {"report": "a", "published": "2025-05-01"},
        {"report": "b", "published": "2025-05-02"},
        {"report": "c", "published": "2025-05-03", "tells": {"date": "2025-04-30"}},
    ]
    one = with_sources(entry, sources, [{"what": "lanes", "claims": claims}])

    assert [step.changed for step in told(one).steps] == [True, False, True]
    assert told(one).steps[2].reports[0].facts == ("Another day: 30 April 2025",)


def test_a_report_without_a_day_comes_last(entry: Entry) -> None:
    one = with_sources(entry, [{"report": "a"}, {"report": "b", "published": "2025-05-02"}], [])

    assert [step.day for step in told(one).steps] == ["2 May 2025", ""]


def test_what_differs_from_the_ledger_a_person_changed(entry: Entry) -> None:
    assert told(entry, as_written(entry)).edited == ()
    assert told(entry, as_written(entry, title="Dockers strike")).edited == ("headline",)
    record = replace(as_written(entry)[entry.id], body="Something else.")
    assert told(entry, {entry.id: record}).edited == ("text",)


def test_what_the_ledger_does_not_know_a_person_wrote(entry: Entry) -> None:
    other = {"2025-01-01-other": ledger.Record(id="2025-01-01-other")}

    assert told(entry, other).by_hand
    assert not told(entry, as_written(entry)).by_hand
    assert not told(entry).by_hand  # without a ledger nobody knows


def test_every_edit_is_linked_where_the_repository_has_such_a_page(entry: Entry) -> None:
    assert told(entry).file == EDIT.replace("/edit/", "/commits/")
    assert told(entry, edit="").file == ""
    assert told(entry, edit="https://code.example/averly/_edit/main/x.md").file == ""


def test_a_broken_ledger_tells_nothing(tmp_path: Path) -> None:
    folder = tmp_path / ".ledger"
    folder.mkdir()
    (folder / "2025.jsonl").write_text("{broken\n")

    assert written(tmp_path) == {}
