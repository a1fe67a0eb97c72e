"""A site's data is the same whether this process made it or another one."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from held import bytes_of

from generator.site.data import DataFile, LaterFile, SiteFile
from generator.site.folder import SiteFolder
from generator.site.halves import Half
from generator.site.kept import Kept


@pytest.fixture(autouse=True)
def _own_cache_and_no_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # other tests may have left some
    monkeypatch.setattr("generator.workers.processors", lambda: 2)


def files(text: bytes, made: Path) -> Iterator[SiteFile]:
    """Yield two files, one of which says in another file which process made it."""

    def make() -> bytes:
        made.write_text(str(os.getpid()), encoding="utf-8")
        return text

    yield DataFile(path="a", content=text)
    yield LaterFile(path="b", made_from=text.decode(), make=make)


def built(folder: Path, text: bytes) -> str:
    """Build a site of two files; return which process made one, which need not be made again."""
    made = folder / "made"
    made.write_text("", encoding="utf-8")
    site = SiteFolder(folder / "site")
    half = Half(site, lambda: files(text, made), Kept())
    half.take()
    site.close()
    assert bytes_of(folder / "site") == {"a": text, "b": text}
    return made.read_text(encoding="utf-8")


def test_another_process_puts_what_is_new_or_changed(tmp_path: Path) -> None:
    here = str(os.getpid())
    first, again, changed = (built(tmp_path, text) for text in (b"one", b"one", b"two"))

    assert again == ""
    assert {first, changed}.isdisjoint({here, ""})


def test_what_another_process_fails_at_is_done_here(tmp_path: Path) -> None:
    here = os.getpid()
    built(tmp_path, b"one")
    site = SiteFolder(tmp_path / "site")

    def only_here() -> Iterator[SiteFile]:
        if os.getpid() != here:
            os._exit(1)
        yield DataFile(path="a", content=b"here")

    half = Half(site, only_here, Kept())
    half.take()
    site.close()
    assert bytes_of(tmp_path / "site") == {"a": b"here"}


def test_a_build_that_fails_waits_for_nobody(tmp_path: Path) -> None:
    built(tmp_path, b"one")

    def endless() -> Iterator[SiteFile]:
        threading.Event().wait()
        yield DataFile(path="a", content=b"never")

    Half(SiteFolder(tmp_path / "site"), endless, Kept()).end()
    assert bytes_of(tmp_path / "site") == {"a": b"one", "b": b"one"}
