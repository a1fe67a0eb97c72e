"""A site built over the one before is the site built anew, and only what changed is written."""

from __future__ import annotations

import os
import shutil
import threading
from functools import partial
from pathlib import Path

import pytest
from held import bytes_of

from generator.site.data import Bunch, LaterFile
from generator.site.folder import SiteFolder
from generator.spreading import FEW


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))


def put(target: Path, **files: str) -> None:
    folder = SiteFolder(target)
    for name, text in files.items():
        folder.put(f"{name}/index.html", text.encode())
    folder.close()


def test_a_file_that_is_to_hold_the_same_again_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path / "site", a="one", b="one")
    times = {name: (tmp_path / "site" / name).stat().st_mtime_ns for name in ("a", "b")}
    file = tmp_path / "site" / "a" / "index.html"
    before = file.stat()
    put(tmp_path / "site", a="one", b="two")
    assert file.stat() == before
    assert times["a"] == (tmp_path / "site" / "a").stat().st_mtime_ns
    assert (tmp_path / "site" / "b" / "index.html").read_text() == "two"


def test_a_file_that_someone_else_changed_is_written_anew(tmp_path: Path) -> None:
    put(tmp_path / "site", a="one", b="one")
    (tmp_path / "site" / "a" / "index.html").write_text("other")
    (tmp_path / "site" / "b" / "index.html").unlink()
    put(tmp_path / "site", a="one", b="one")
    assert set(bytes_of(tmp_path / "site").values()) == {b"one"}


def test_the_process_that_makes_a_file_puts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # other tests may have left some
    monkeypatch.setattr("generator.workers.processors", lambda: 2)
    folder = SiteFolder(tmp_path / "site")
    monkeypatch.setattr("generator.site.folder._write", partial(_signed, tmp_path / "writers"))
    folder.have([LaterFile(path=f"{n}/x", made_from="", make=lambda: b"x") for n in range(2 * FEW)])
    folder.close()
    writers = {path.name for path in (tmp_path / "writers").iterdir()}

    assert writers
    assert str(os.getpid()) not in writers
    assert SiteFolder(tmp_path / "site").standing() is not None


def _signed(signatures: Path, path: str, content: bytes) -> None:
    signatures.mkdir(exist_ok=True)
    (signatures / str(os.getpid())).touch()
    Path(path).parent.mkdir(exist_ok=True, parents=True)
    Path(path).write_bytes(content)


def test_a_file_is_made_again_only_where_it_is_made_from_other_things(tmp_path: Path) -> None:
    def run(made_from: str) -> bool:
        made: list[bytes] = []
        folder = SiteFolder(tmp_path / "site")
        make = lambda: made.append(b"one") or made_from.encode()  # noqa: E731
        folder.have([LaterFile(path="a", made_from=made_from, make=make)])
        folder.close()
        assert (tmp_path / "site" / "a").read_bytes() == made_from.encode()
        return bool(made)

    assert [run("x"), run("x"), run("y"), run("y")] == [True, False, True, False]
    (tmp_path / "site" / "a").write_bytes(b"other")
    assert run("y")


def test_strange_files_and_folders_are_gone_wherever_they_lie(tmp_path: Path) -> None:
    put(tmp_path / "site", a="one", b="one")
    (tmp_path / "site" / "a" / "stray.html").touch()
    (tmp_path / "site" / "c" / "d").mkdir(parents=True)
    (tmp_path / "site" / "c" / "d" / "stray.html").touch()
    put(tmp_path / "site", a="one", b="one")
    assert sorted(bytes_of(tmp_path / "site")) == ["a/index.html", "b/index.html"]
    assert not (tmp_path / "site" / "c").exists()


def test_what_is_no_longer_of_the_site_is_gone_but_for_what_is_hidden(tmp_path: Path) -> None:
    put(tmp_path / "site", a="one", b="one")
    (tmp_path / "site" / ".nojekyll").touch()
    (tmp_path / "site" / "stray.html").touch()
    put(tmp_path / "site", b="one")
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [".nojekyll", "b"]


def test_without_its_note_a_folder_is_emptied_first(tmp_path: Path) -> None:
    put(tmp_path / "site", a="one")
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "site" / "b").write_text("where a folder is to stand")
    put(tmp_path / "site", b="one")
    assert bytes_of(tmp_path / "site") == {"b/index.html": b"one"}


def test_files_of_another_program_are_kept_while_they_are_made_from_the_same(
    tmp_path: Path,
) -> None:
    def run(made_from: str) -> bool:
        folder = SiteFolder(tmp_path / "site")
        kept = folder.keep("index", made_from)
        if not kept:
            (tmp_path / "site" / "index").mkdir(parents=True, exist_ok=True)
            (tmp_path / "site" / "index" / "words").write_text(made_from)
            folder.made("index", made_from)
        folder.close()
        return kept

    assert [run("a"), run("a"), run("b"), run("b")] == [False, True, False, True]
    (tmp_path / "site" / "index" / "words").unlink()
    assert [run("b"), run("b")] == [False, True]


def test_files_of_a_bunch_are_told_only_where_one_may_be_another(tmp_path: Path) -> None:
    def run(made_from: str) -> bool:
        told: list[str] = []

        def files() -> list[LaterFile]:
            told.append(made_from)
            return [LaterFile(path=f"b/{n}", made_from=made_from, make=bytes) for n in range(2)]

        folder = SiteFolder(tmp_path / "site")
        folder.look(alone=False)
        folder.put_all([Bunch(name="b", made_from=made_from, files=files)])
        folder.close()
        assert sorted(bytes_of(tmp_path / "site")) == ["b/0", "b/1"]
        return bool(told)

    assert [run("x"), run("x"), run("y"), run("y")] == [True, False, True, False]
    (tmp_path / "site" / "b" / "1").unlink()
    assert [run("y"), run("y")] == [True, False]


@pytest.mark.parametrize(("alone", "left"), [(True, []), (False, ["a"])])
def test_a_folder_that_is_a_servers_own_is_not_looked_at(
    tmp_path: Path, alone: bool, left: list[str]
) -> None:
    file = LaterFile(path="a", made_from="x", make=lambda: b"one")
    for _ in range(2):
        folder = SiteFolder(tmp_path / "site")
        folder.look(alone=alone)
        folder.have([file])
        folder.close()
        found = sorted(bytes_of(tmp_path / "site"))
        (tmp_path / "site" / "a").unlink(missing_ok=True)
    assert found == left


def test_what_came_into_a_folder_while_a_site_was_built_is_gone_after_the_next(
    tmp_path: Path,
) -> None:
    put(tmp_path / "site", a="one")
    folder = SiteFolder(tmp_path / "site")
    folder.put("a/index.html", b"one")
    assert folder.seen
    (tmp_path / "site" / "a" / "stray.html").touch()
    folder.close()
    put(tmp_path / "site", a="one")
    assert bytes_of(tmp_path / "site") == {"a/index.html": b"one"}
