"""The full-text index as it is published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dated import entry

from generator.content import Chronology, load
from generator.site.catalogue import catalogue
from generator.site.options import Options
from generator.site.search import index, search_files

PAGE = "<html lang='{}'><body data-pagefind-body><h1>Flood</h1><p>Help came.</p></body></html>"


@pytest.mark.parametrize(("language", "program"), [("en", "en"), ("uk", "unknown")])
def test_only_what_the_search_asks_for_is_published(
    tmp_path: Path, language: str, program: str
) -> None:
    (tmp_path / "index.html").write_text(PAGE.format(language), encoding="utf-8")

    index(tmp_path, language)

    files = {file.name for file in (tmp_path / "pagefind").iterdir() if file.is_file()}
    assert {name for name in files if not name.endswith(".pf_meta")} == {
        "pagefind-entry.json",
        "pagefind.js",
        f"wasm.{program}.pagefind",
    }


def published(chronology: Chronology) -> dict[str, bytes]:
    return {file.path: file.content for file in search_files(catalogue(chronology), Options())}


def test_the_months_in_which_entries_can_lie_are_told_apart_from_their_text() -> None:
    dates = {"a": "2025-03", "b": "2025-03-31/2025-04-01", "c": "2024-12-30"}
    entries = {name: entry(name, date) for name, date in dates.items()}

    extent = json.loads(published(Chronology(entries=entries))["search/extent.json"])

    assert extent == {"entries": 3, "months": ["2024-12", "2025-03", "2025-04"]}


@pytest.mark.parametrize(
    ("name", "others"), [("Jana Kovačević", []), ("Mieczysław Wójcik", ["Mieczyslaw"])]
)
def test_names_carry_only_spellings_that_the_browser_does_not_find_itself(
    tmp_path: Path, name: str, others: list[str]
) -> None:
    page = tmp_path / "actors" / "someone.md"
    page.parent.mkdir()
    page.write_text(f"---\nname: {name}\nkind: person\n---\n", encoding="utf-8")

    rows = json.loads(published(load(tmp_path)[0])["search/names.json"])

    assert [row[5] for row in rows] == [others]
