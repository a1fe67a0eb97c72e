"""A build that would give the same is left out, and no other is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from configured import ROOT, configured
from mkdocs.commands import build as mkdocs_build

from generator import site
from generator.site import standing

Edit = Callable[[Path], None]


@pytest.fixture
def built(invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Return what builds a site and says whether that was left out."""
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    shutil.copytree(invented, tmp_path / "content")
    left_out = shutil.ignore_patterns("web", "bundle")
    shutil.copytree(ROOT / "site_overrides", tmp_path / "look", ignore=left_out)
    configuration = configured(tmp_path, tmp_path / "content")
    loaded = yaml.safe_load(configuration.read_text(encoding="utf-8"))
    loaded |= {"theme": {"name": "material", "custom_dir": str(tmp_path / "look")}}
    configuration.write_text(yaml.safe_dump(loaded), encoding="utf-8")
    runs: list[object] = []
    whole = mkdocs_build.build
    monkeypatch.setattr(mkdocs_build, "build", lambda config: runs.append(whole(config)))

    def build() -> bool:
        before = len(runs)
        site.build(configuration)
        return len(runs) == before

    return build


def entry(folder: Path) -> Path:
    return folder / "content" / "entries" / "2025" / "2025-06-01-ferry-launch.md"


def edit_entry(folder: Path) -> None:
    """Change letters, but neither size nor the time that a program can set."""
    file = entry(folder)
    found = file.stat()
    file.write_bytes(file.read_bytes().replace(b"ferry", b"barge"))
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


def edit_ledger(folder: Path) -> None:
    (folder / "content" / ".ledger").mkdir(exist_ok=True)
    (folder / "content" / ".ledger" / "2031.jsonl").touch()


def edit_style(folder: Path) -> None:
    next((folder / "look" / "assets").rglob("*.css")).write_text("b {}", encoding="utf-8")


def edit_configuration(folder: Path) -> None:
    file = folder / "mkdocs.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}copyright: Nobody\n", encoding="utf-8")


def edit_site(folder: Path) -> None:
    (folder / "site" / "index.html").write_text("by hand", encoding="utf-8")


def add_to_site(folder: Path) -> None:
    (folder / "site" / "about" / "stray.html").touch()


EDITS = (edit_entry, edit_ledger, edit_style, edit_configuration, edit_site, add_to_site)


def test_only_a_build_that_would_give_the_same_is_left_out(
    built: Callable[[], bool], tmp_path: Path
) -> None:
    assert [built(), built()] == [False, True]
    for edit in EDITS:
        edit(tmp_path)
        assert not built(), edit.__name__
        assert built(), edit.__name__


def test_a_build_that_warned_warns_again(
    built: Callable[[], bool], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    entry(tmp_path).write_text("none", encoding="utf-8")
    for _ in range(2):
        caplog.clear()
        assert not built()
        assert "E002" in caplog.text


def test_nothing_is_noted_where_more_has_a_say(
    invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    configuration = configured(tmp_path, invented)
    loaded = yaml.safe_load(configuration.read_text(encoding="utf-8"))
    loaded["plugins"] = ["search", *loaded["plugins"]]
    configuration.write_text(yaml.safe_dump(loaded), encoding="utf-8")
    found = site.builders.load_configuration(configuration)
    assert standing.Sources(found).told((0, 0)) is None
