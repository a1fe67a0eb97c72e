"""Articles at an address; the store is in memory, for tests have no network."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator

import fsspec
import pytest

from generator.errors import UsageError
from generator.model import Article
from generator.read import sources, stream

FLOOD = "The river Aune broke its banks on Tuesday and flooded the lower town of Vikstad."
ROW = json.dumps({"text": FLOOD, "date": "2025-11-26"}).encode()


@pytest.fixture
def store() -> Iterator[fsspec.AbstractFileSystem]:
    store = fsspec.filesystem("memory")
    store.store.clear()
    yield store
    store.store.clear()


def articles(address: str) -> list[Article]:
    found = [one for source in sources(address) for one in stream(source)]
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def test_a_folder_of_a_store_is_read_with_its_sidecars(store: fsspec.AbstractFileSystem) -> None:
    store.pipe("/news/b/flood.txt", FLOOD.encode())
    store.pipe("/news/b/flood.yml", b"published: 2025-11-26\npublisher: The Echo\n")
    store.pipe("/news/a.jsonl.gz", gzip.compress(ROW + b"\n" + ROW))
    store.pipe("/news/README.md", b"Not an article.")
    store.pipe("/news/.hidden.txt", b"Not one either.")

    found = articles("memory://news")

    assert [one.id for one in found] == ["a-0001", "a-0002", "flood"]
    assert found[2].publisher == "The Echo"
    assert found[2].path == "memory:///news/b/flood.txt"


@pytest.mark.parametrize("address", ["memory://news/a.jsonl", "memory://news/*.jsonl"])
def test_a_file_and_a_pattern_of_a_store_are_read(
    store: fsspec.AbstractFileSystem, address: str
) -> None:
    store.pipe("/news/a.jsonl", ROW)

    assert [one.id for one in articles(address)] == ["a-0001"]


def test_what_cannot_be_fetched_is_one_line_without_a_key(
    store: fsspec.AbstractFileSystem,
) -> None:
    for address in (
        "memory://none",
        "memory://none/*.jsonl",
        "nosuch://me:secret@host/a?key=secret",
    ):
        with pytest.raises(UsageError) as told:
            sources(address)
        assert "secret" not in str(told.value)


def test_a_file_that_goes_away_is_a_finding(store: fsspec.AbstractFileSystem) -> None:
    store.pipe("/news/a.jsonl", ROW)
    (source,) = sources("memory://news")
    store.store.clear()

    assert [getattr(one, "code", None) for one in stream(source)] == ["E108"]


def test_a_missing_package_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)

    with pytest.raises(UsageError, match=r"pip install 'dateline\[remote\]'"):
        sources("https://news.example/wire.jsonl")


def test_a_folder_on_disk_is_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)

    with pytest.raises(UsageError, match="no file or folder"):
        sources("C:/none/here")
