"""What is made of an entry, and stands in many files, is made once and kept."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from generator.content.before import Before
from generator.content.cache import Cache
from generator.site.once import once
from generator.workers import aside, forked

ITEMS = {"flood": 1, "strike": 2, "launch": 3}
DIGESTS = {"flood": b"1", "strike": b"2", "launch": b"3"}


def made(rows: Path, digests: dict[str, bytes]) -> tuple[list[int], dict[str, str]]:
    """Return which items were made now, and what is made of all."""
    now = []

    def make(number: int) -> str:
        now.append(number)
        return str(number)

    cache = Cache(rows)
    found = once(Before(cache, b"base"), ITEMS, digests, make)
    cache.close()
    return now, found


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    rows = tmp_path / "rows.sqlite"
    first = made(rows, DIGESTS)
    again = made(rows, DIGESTS)
    after = made(rows, DIGESTS | {"strike": b"4"})

    assert first[0] == [1, 2, 3]
    assert again[0] == []
    assert after[0] == [2]
    assert first[1] == again[1] == {"flood": "1", "strike": "2", "launch": "3"}


def test_a_process_that_was_forked_forks_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # other tests may have left some
    monkeypatch.setattr("generator.workers.processors", lambda: 2)
    work = aside(lambda: forked() is None)

    assert work is not None
    assert work.result() is True
