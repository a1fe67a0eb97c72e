"""Files that need not be read again, for the file system tells that they are as they were.

What is told of a file stands for its bytes only where it cannot lie. No program can set when a file
was last changed (`st_ctime`), but a file may change twice within what the clock tells apart. So, as
Git does, it is believed of files that had rested when the reading began; those that had not, or
that lie on another file system, whose clock may be another, are read; on Windows all are.
"""

from __future__ import annotations

import marshal
import os
from contextlib import suppress

from generator.content.cache import Cache, key_of

RESTED = 3_000_000_000
"""Nanoseconds: no file system in use tells times apart more coarsely than by 2 seconds (FAT)."""

Began = tuple[int, int]
"""When something began, by the clock of a file system, and which that is."""
_Look = tuple[str, bytes]
"""What was told of a file, and the digest of its bytes."""


def told_of(found: os.stat_result, began: Began) -> str | None:
    """Return what tells a file as it is from what it may become after something began."""
    at, device = began
    if os.name == "posix" and found.st_dev == device and found.st_ctime_ns < at - RESTED:
        return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
    return None


class Looks:
    """Digests of files by what was told of them when they were read."""

    def __init__(self, rows: Cache, base: bytes) -> None:
        self._rows = rows
        self._key = key_of(base, "looks")
        self._began = rows.began()
        self._known: dict[str, _Look] = {}
        self._now: dict[str, _Look] = {}
        self._told: dict[str, str] = {}
        with suppress(ValueError, TypeError, EOFError):
            row = rows.get(self._key)
            self._known = dict(marshal.loads(row)) if row else {}  # noqa: S302 -- user's own cache

    def digest(self, path: str, name: str) -> bytes | None:
        """Return the digest of a file that is as it was; None where it must be read."""
        if self._began is None:
            return None
        with suppress(OSError):
            told = told_of(os.lstat(path), self._began)
            known = self._known.get(name)
            if told and known and known[0] == told:
                self._now[name] = known
                return known[1]
            if told:
                self._told[name] = told
        return None

    def note(self, name: str, digest: bytes) -> None:
        """Note the digest of a file that was read after its digest was asked for."""
        if name in self._told:
            self._now[name] = self._told[name], digest

    def keep(self) -> None:
        """Keep what was noted in place of what had been."""
        if self._now != self._known:
            self._rows.put(self._key, marshal.dumps(self._now))
