"""The texts of files of many articles once more: each file is gone through at most once."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from weakref import finalize

from generator.model import Article
from generator.read.articles import stream
from generator.read.sources import Source


class Again:
    """Texts by report, kept in a temporary file and not in memory."""

    def __init__(self) -> None:
        self._rows: sqlite3.Connection | None = None
        self._done: set[str] = set()

    def get(self, source: Source, report: str) -> str | None:
        """Return the text of a report of a file."""
        if not report.isascii():
            return None  # no id has other letters
        rows = self._opened()
        if source.name not in self._done:
            rows.executemany("INSERT OR IGNORE INTO texts VALUES (?, ?, ?)", _packed(source))
            self._done.add(source.name)
        wanted = "SELECT text FROM texts WHERE file = ? AND report = ?"
        found = rows.execute(wanted, (source.name, report)).fetchone()
        return zlib.decompress(found[0]).decode() if found else None

    def _opened(self) -> sqlite3.Connection:
        if self._rows is None:
            self._rows = sqlite3.connect("")  # a file that nobody else sees, gone when closed
            finalize(self, self._rows.close)
            self._rows.execute("CREATE TABLE texts (file, report, text, UNIQUE (file, report))")
        return self._rows


def _packed(source: Source) -> Iterator[tuple[str, str, bytes]]:
    for one in stream(source):
        if isinstance(one, Article):
            yield source.name, one.id, zlib.compress(one.text.encode(), 1)
