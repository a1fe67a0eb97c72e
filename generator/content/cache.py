"""What was made before, in the user's cache folder: it saves time and nothing else.

A row is found by all that it was made from, so that a stale one is never found; without the file
the same is made again.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, row BLOB) WITHOUT ROWID"


def key_of(*parts: bytes | str) -> bytes:
    """Return the key of what is made from these parts, in this order."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        found.update(part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part)
    return found.digest()


def folder() -> Path:
    """Return the cache folder: `DATELINE_CACHE`, or the user's."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    return Path(os.environ.get("DATELINE_CACHE") or Path(home, "dateline"))


class Cache:
    """Rows by key; a database that cannot be used keeps nothing."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._used: set[bytes] = set()
        self._connections: dict[int, sqlite3.Connection | None] = {}

    @property
    def _connection(self) -> sqlite3.Connection | None:
        """Return this process's own: SQLite's are not to be used in a process that is forked."""
        if self._path is None:
            return None
        process = os.getpid()
        if process not in self._connections:
            self._connections[process] = _connection(self._path)
        return self._connections[process]

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
        self._path = None

    def get(self, key: bytes) -> bytes | None:
        """Return the row of a key."""
        if self._connection is None:
            return None
        self._used.add(key)
        with suppress(sqlite3.Error):
            row = self._connection.execute("SELECT row FROM kept WHERE key = ?", (key,)).fetchone()
            return bytes(row[0]) if row else None
        return None

    def began(self) -> tuple[int, int] | None:
        """Return what time it is by the clock of the file system, and which that is."""
        if self._path is not None:
            with suppress(OSError):
                mark = self._path.with_suffix(".began")
                mark.parent.mkdir(parents=True, exist_ok=True)
                mark.write_bytes(b"")
                return mark.stat().st_mtime_ns, mark.stat().st_dev
        return None

    @property
    def used(self) -> frozenset[bytes]:
        """Return the keys of what was of use to this run."""
        return frozenset(self._used)

    def use(self, key: bytes) -> None:
        """Note that a row is of use, though nothing asks for it."""
        self._used.add(key)

    def put(self, key: bytes, row: bytes) -> None:
        """Keep a row; at once, for a run may be killed."""
        if self._connection is None:
            return
        self._used.add(key)
        with suppress(sqlite3.Error):
            self._connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, row))

    def prune(self, spare: int = 0) -> None:
        """Drop what this run, which came to its end, had no use for.

        What is made of what need not be made is not asked for, and may be of use again: so it can
        be left until it weighs `spare` times as much as the rest.
        """
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            sizes = dict(self._connection.execute("SELECT key, length(row) FROM kept").fetchall())
            gone = [(key,) for key in sizes if key not in self._used]
            weight = sum(sizes[key] for (key,) in gone)
            if weight <= spare * (sum(sizes.values()) - weight):
                return
            self._connection.execute("BEGIN")
            self._connection.executemany("DELETE FROM kept WHERE key = ?", gone)
            self._connection.execute("COMMIT")


@contextmanager
def cache(kind: str, of: bytes) -> Iterator[Cache]:
    """Open what is kept of a kind, `readings`, for what the bytes name; a folder of content."""
    name = hashlib.blake2b(of, digest_size=8).hexdigest()
    found = Cache(folder() / kind / f"{name}.sqlite")
    try:
        yield found
    finally:
        found.close()


def _connection(path: Path) -> sqlite3.Connection | None:
    """Open a file; one that is damaged is begun anew."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, isolation_level=None)
            # A power failure may cost the file, which is then begun anew.
            connection.execute("PRAGMA synchronous = OFF")
            # Rows are large: with 4 kB as it is by default, reading them took twice as long.
            connection.execute("PRAGMA page_size = 16384")
            # Made and removed for each row, the journal cost six times as much as the row.
            connection.execute("PRAGMA journal_mode = PERSIST")
            connection.execute(_SCHEMA)
        except sqlite3.DatabaseError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        except OSError:
            return None
        else:
            return connection
    return None
