"""Pages that were read before are what reading them anew gives, and so are their findings."""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.content import Chronology, load, looks, tree
from generator.content import before as reading
from generator.workers import forked

BROKEN = "---\ntitle: Ferry service halted\ndate: next week\n---\nNo more ferries.\n"


def loaded(content: Path) -> object:
    with reading.before(content) as before:
        return load(content, before=before)


def lineless(content: Path) -> tuple[Chronology, object]:
    chronology, findings = load(content)
    for pages in (chronology.entries, chronology.actors, chronology.places, chronology.topics):
        for key, page in pages.items():
            pages[key] = replace(page, lines={})
    site = {key: replace(page, lines={}) for key, page in chronology.site.items()}
    return replace(chronology, site=site), findings


@pytest.fixture
def content(invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    shutil.copytree(invented, tmp_path / "content")
    broken = tmp_path / "content" / "entries" / "2025" / "2025-04-01-ferry-halted.md"
    broken.write_text(BROKEN, encoding="utf-8")
    return tmp_path / "content"


def test_pages_and_findings_are_the_same_from_what_was_kept(content: Path) -> None:
    anew = lineless(content)
    assert anew[1]
    assert [loaded(content), loaded(content)] == [anew, anew]


def test_many_pages_are_read_side_by_side_and_are_the_same(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "actors" / "2025-04-01-folder.md").mkdir()
    (content / "actors" / "gone.md").symlink_to("nowhere")
    anew = lineless(content)
    monkeypatch.setattr("generator.spreading.FEW", 1)
    monkeypatch.setattr("generator.spreading.TOGETHER", 0.5)
    here = os.getpid()

    def elsewhere(path: str, *given: Any, **how: Any) -> object:
        assert os.getpid() != here
        return whole(path, *given, **how)

    whole = tree.page_of
    if forked():
        monkeypatch.setattr(tree, "page_of", elsewhere)
    assert [loaded(content), loaded(content)] == [anew, anew]


def test_only_what_changed_is_read_again(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(content)
    read: list[str] = []

    def noted(path: str, *given: Any, **how: Any) -> object:
        read.append(path)
        return whole(path, *given, **how)

    whole = tree.page_of
    monkeypatch.setattr(tree, "page_of", noted)
    loaded(content)
    assert not read
    file = content / "entries" / "2025" / "2025-04-01-ferry-halted.md"
    file.write_text(BROKEN.replace("next week", "2025-04-01"), encoding="utf-8")
    loaded(content)
    assert read == ["entries/2025/2025-04-01-ferry-halted.md"]


def test_a_page_that_is_gone_is_not_taken_from_what_was_kept(content: Path) -> None:
    loaded(content)
    next((content / "entries" / "2025").glob("*.md")).unlink()
    assert loaded(content) == lineless(content)


def test_what_is_kept_and_damaged_is_read_again(content: Path, tmp_path: Path) -> None:
    anew = loaded(content)
    for file in (tmp_path / "cache" / "content").glob("*.sqlite"):
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE kept SET row = substr(row, 1, 9)")
        connection.close()
    assert loaded(content) == anew


@pytest.mark.skipif(os.name != "posix", reason="elsewhere all files are read")
def test_a_file_that_rests_is_not_opened_again(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "RESTED", -3_600_000_000_000)
    anew = loaded(content)
    opened: list[str] = []

    def noted(path: str, name: str) -> object:
        opened.append(name)
        return whole(path, name)

    whole = tree.opened
    monkeypatch.setattr(tree, "opened", noted)
    assert loaded(content) == anew
    assert not opened
    file = content / "entries" / "2025" / "2025-04-01-ferry-halted.md"
    file.write_text(BROKEN.replace("next week", "2025-04-01"), encoding="utf-8")
    assert loaded(content) == lineless(content)
    assert opened[0].endswith("2025-04-01-ferry-halted.md")


@pytest.mark.skipif(os.name != "posix", reason="elsewhere all files are read")
def test_nothing_is_believed_of_a_file_that_had_not_rested(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_bytes(b"one")
    found = file.stat()
    later = found.st_ctime_ns + 2 * looks.RESTED
    assert looks.told_of(found, (found.st_ctime_ns + 1, found.st_dev)) is None
    assert looks.told_of(found, (later, found.st_dev + 1)) is None
    assert looks.told_of(found, (later, found.st_dev))
