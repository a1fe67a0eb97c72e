"""The whole way from the seeds that ship to the entries."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from held import bytes_of
from own_words import copied

from generator import check, content, pipeline, read
from generator.content import Chronology
from generator.settings import HEADLINE_LIMIT

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"


def curated(folder: Path) -> Path:
    """Copy the chronology's own pages, without entries and proposed names."""
    for name in ("actors", "places", "topics"):
        (folder / name).mkdir(parents=True)
    for name in ("actors", "places", "topics"):
        for path in (ROOT / "content" / name).glob("*.md"):
            text = path.read_text(encoding="utf-8")
            if name == "topics" or "status: reviewed" in text:
                shutil.copy(path, folder / name / path.name)
    return folder


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = curated(tmp_path_factory.mktemp("written") / "content")
    pipeline.generate(SEEDS, folder)
    return folder


@pytest.fixture(scope="module")
def chronology(written: Path) -> Chronology:
    loaded, findings = content.load(written)
    assert findings == ()
    return loaded


def test_each_seed_is_a_source_of_entries(chronology: Chronology) -> None:
    reports = {s.report for e in chronology.entries.values() for s in e.meta.sources}

    assert reports == {path.stem for path in SEEDS.glob("*.md")}


def test_no_title_and_no_body_repeats_a_long_run_of_words_of_a_seed(written: Path) -> None:
    assert copied(written, SEEDS) == []


def test_no_title_is_longer_than_its_line(chronology: Chronology) -> None:
    assert max(len(e.meta.title) for e in chronology.entries.values()) <= HEADLINE_LIMIT


def test_one_night_told_by_three_reports_is_one_entry(chronology: Chronology) -> None:
    attacks = [
        entry
        for entry in chronology.entries.values()
        if entry.meta.kind == "attack" and "kyiv" in entry.meta.places
    ]
    most = max(attacks, key=lambda entry: len(entry.meta.sources))

    assert len(most.meta.sources) == 3
    assert most.meta.date == "2025-11-25"
    tolls = {c.value for f in most.meta.figures if f.what == "killed" for c in f.claims}
    assert {6, 7} <= tolls


def test_the_checks_find_nothing_wrong_with_what_was_generated(written: Path) -> None:
    findings = check.check(written, texts=read.Texts(SEEDS).get)

    assert [str(finding) for finding in findings] == []


def test_a_second_run_changes_nothing(written: Path) -> None:
    before = bytes_of(written)

    pipeline.generate(SEEDS, written)

    assert bytes_of(written) == before


def test_the_number_of_workers_changes_nothing(written: Path, tmp_path: Path) -> None:
    folder = curated(tmp_path / "content")

    pipeline.generate(SEEDS, folder, jobs=2)

    assert bytes_of(folder) == bytes_of(written)


def test_a_dry_run_writes_nothing_and_shows_the_change(tmp_path: Path) -> None:
    folder = curated(tmp_path / "content")
    before = bytes_of(folder)

    outcome = pipeline.generate(SEEDS, folder, dry_run=True)

    assert bytes_of(folder) == before
    assert "+title:" in outcome.summary.diff


def test_the_entries_in_the_repository_are_what_the_seeds_give(written: Path) -> None:
    made = bytes_of(written)
    committed = bytes_of(ROOT / "content")

    assert {name for name in made if name.startswith("entries/")} == {
        name for name in committed if name.startswith("entries/")
    }


Edit = Callable[[str], str]
EDITS: dict[str, Edit] = {
    "the body": lambda text: text + "\nA sentence that an editor added.\n",
    "the status": lambda text: text.replace("status: draft", "status: reviewed"),
    "a comment": lambda text: text.replace("status: draft", "status: draft  # look again"),
}


@pytest.mark.parametrize("edited", sorted(EDITS))
def test_an_edit_survives_the_next_run(edited: str, written: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(written, folder)
    entry = min((folder / "entries").rglob("*.md"))
    text = EDITS[edited](entry.read_text(encoding="utf-8"))
    entry.write_text(text, encoding="utf-8")

    pipeline.generate(SEEDS, folder)

    assert entry.read_text(encoding="utf-8") == text


def test_a_deleted_entry_stays_deleted(written: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(written, folder)
    entry = min((folder / "entries").rglob("*.md"))
    entry.unlink()

    pipeline.generate(SEEDS, folder)

    assert not entry.exists()
