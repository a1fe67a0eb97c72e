"""What was made of pages before, in the user's cache folder: it saves time and nothing else.

Reading YAML and typing it takes ten times as long as taking up what it gave. What was made of a
page is found by its path, the digest of all that it was made from, the program and its packages. It
is pickled, for the folder holds compiled templates too: who can write there could run code already.
"""

from __future__ import annotations

import gc
import os
import pickle
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from generator.content.cache import Cache, cache, key_of
from generator.content.kept import program
from generator.content.looks import Looks

PACKAGES = ("edtf", "pydantic", "pydantic-core", "python-dateutil", "pyyaml")
"""What pages are read with besides the program itself."""
SHARDS = 64
"""Parts of what is kept: one that a page changed in is kept anew, some 1,500 of 100,000 pages."""

_Shard = dict[str, tuple[bytes, Any]]
"""By the path of a page: the digest of what it was made from, and what was made."""


Memory = dict[int, tuple[bytes, _Shard]]
"""Shards that a process that makes the same again and again holds, each with its key."""


class Before:
    """What was made of pages before; `lasting` keeps what nobody asks for this time too."""

    def __init__(
        self,
        rows: Cache,
        base: bytes,
        *,
        lasting: bool = False,
        memory: Memory | None = None,
        looks: Looks | None = None,
    ) -> None:
        self._rows = rows
        self._base = base
        self._lasting = lasting
        self._memory = memory
        self._looks = looks
        self._known: dict[int, _Shard] = {}
        self._now: dict[int, _Shard] = {}

    def take(self, name: str, digest: bytes, make: Callable[[], Any]) -> Any:
        """Return what was made of a page of this name, from what has this digest, or make it."""
        number, known = self._find(name)
        now = self._now.setdefault(number, {})
        known = now.get(name, known)
        kept = known if known and known[0] == digest else (digest, make())
        now[name] = kept
        return kept[1]

    def has(self, name: str, digest: bytes) -> bool:
        """Whether there is what was made of this page, from what has this digest."""
        _, known = self._find(name)
        return known is not None and known[0] == digest

    def read(self, name: str, path: str) -> bytes | None:
        """Return the digest of a file that is as it was read, where it is known what was made."""
        digest = self._looks.digest(path, name) if self._looks else None
        return digest if digest is not None and self.has(name, digest) else None

    def note(self, name: str, digest: bytes) -> None:
        """Note the digest of a file that had to be read."""
        if self._looks:
            self._looks.note(name, digest)

    def use(self) -> None:
        """Note that all of it is of use, though nothing is taken."""
        for number in range(SHARDS):
            self._rows.use(self._key(number))

    def _find(self, name: str) -> tuple[int, tuple[bytes, Any] | None]:
        number = zlib.crc32(name.encode("utf-8", "surrogateescape")) % SHARDS
        if number not in self._known:
            self._known[number] = self._shard(number)
            if self._lasting:
                self._now[number] = dict(self._known[number])
        return number, self._known[number].get(name)

    def keep(self) -> None:
        """Keep what was made in place of what had been."""
        if self._looks:
            self._looks.keep()
        if self._lasting:
            self.use()
        for number, shard in self._now.items():
            known = self._known[number]
            if known.keys() != shard.keys() or any(known[n] is not shard[n] for n in shard):
                self._rows.put(self._key(number), pickle.dumps(shard, pickle.HIGHEST_PROTOCOL))
                self._known[number] = shard
                self._hold(number, shard)

    def _shard(self, number: int) -> _Shard:
        key, held = (self._memory or {}).get(number, (b"", {}))
        if key == self._key(number):
            self._rows.use(key)
            return held
        row = self._rows.get(self._key(number))
        with suppress(Exception):  # whatever a damaged row makes of itself
            if row is not None:
                found = dict(pickle.loads(row))  # noqa: S301 -- from the user's own cache folder
                self._hold(number, found)
                return found
        return {}

    def _hold(self, number: int, shard: _Shard) -> None:
        if self._memory is not None:
            self._memory[number] = self._key(number), shard

    def _key(self, number: int) -> bytes:
        return key_of(self._base, bytes([number]))


@contextmanager
def before(content: Path, memory: Memory | None = None) -> Iterator[Before]:
    """Open what was read in a content folder before; at the end, keep what was read now."""
    base = program(frozenset(), PACKAGES)
    with cache("content", os.fsencode(content.resolve())) as rows, _uncollected():
        found = Before(rows, base, memory=memory, looks=Looks(rows, base))
        yield found
        found.keep()
        rows.prune()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the garbage collector out: all that is read is held, and it would look at all of it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
