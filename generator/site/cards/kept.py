"""Cards drawn before, in the user's cache folder: they save time and nothing else.

A card is found by all that it is drawn from: its words, the faces, this code, and Pillow.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.site.cards.drawing import SANS, SERIF, Card
from generator.site.cards.faces import parts

_SCHEMA = "CREATE TABLE IF NOT EXISTS card (key BLOB PRIMARY KEY, png BLOB) WITHOUT ROWID"


class Kept:
    """Cards by their words; a database that cannot be used keeps nothing."""

    def __init__(self, connection: sqlite3.Connection | None, base: bytes) -> None:
        self._connection = connection
        self._base = base
        self._used: set[bytes] = set()

    def get(self, card: Card) -> bytes | None:
        """Return the card as drawn before."""
        key = self._key(card)
        if self._connection is not None:
            with suppress(sqlite3.Error):
                found = self._connection.execute("SELECT png FROM card WHERE key = ?", (key,))
                row = found.fetchone()
                return bytes(row[0]) if row else None
        return None

    def put(self, card: Card, png: bytes) -> bytes:
        """Keep a card and return it."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                row = (self._key(card), png)
                self._connection.execute("INSERT OR REPLACE INTO card VALUES (?, ?)", row)
        return png

    def prune(self) -> None:
        """Drop what the site, now whole, had no use for."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                rows = self._connection.execute("SELECT key FROM card").fetchall()
                gone = [row for row in rows if row[0] not in self._used]
                self._connection.executemany("DELETE FROM card WHERE key = ?", gone)

    def _key(self, card: Card) -> bytes:
        said = repr(card).encode("utf-8", "surrogatepass")
        key = hashlib.blake2b(self._base + said, digest_size=16).digest()
        self._used.add(key)
        return key


@contextmanager
def kept(site: str, bundle: Path) -> Iterator[Kept]:
    """Open what was drawn before for the site of an address."""
    connection = _connection(site)
    cards = Kept(connection, _base(bundle))
    try:
        yield cards
        cards.prune()
    finally:
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.commit()
            connection.close()


def _connection(site: str) -> sqlite3.Connection | None:
    home = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    folder = Path(os.environ.get("DATELINE_CACHE") or Path(home, "dateline")) / "cards"
    path = folder / f"{hashlib.blake2b(site.encode(), digest_size=8).hexdigest()}.sqlite"
    for _ in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path)
            connection.execute(_SCHEMA)
        except sqlite3.DatabaseError:  # damaged: begun anew
            with suppress(OSError):
                path.unlink(missing_ok=True)
        except OSError:
            return None
        else:
            return connection
    return None


@cache
def _base(bundle: Path) -> bytes:
    digest = hashlib.blake2b(version("pillow").encode())
    code = sorted(Path(__file__).parent.glob("*.py"))
    files = [part.file for family in (SERIF, SANS) for part in parts(bundle, family)]
    for path in (*code, *files):
        digest.update(hashlib.blake2b(path.read_bytes()).digest())
    return digest.digest()
