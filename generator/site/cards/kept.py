"""Cards drawn before, kept in the user's cache folder.

A card is found by all that it is drawn from: its words, the faces, this code, and Pillow.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache as once
from importlib.metadata import version
from pathlib import Path

from generator.content.cache import Cache, cache, key_of
from generator.site.cards.drawing import SANS, SERIF, Card
from generator.site.cards.faces import parts


class Kept:
    """Cards by all that they are drawn from."""

    def __init__(self, rows: Cache, base: bytes) -> None:
        self._rows = rows
        self._base = base
        self._known: set[bytes] = set()

    def get(self, card: Card) -> bytes | None:
        """Return the card as drawn before."""
        key = self._key(card)
        found = self._rows.get(key)
        if found is not None:
            self._known.add(key)
        return found

    def put(self, card: Card, png: bytes) -> bytes:
        """Keep a card, unless it was drawn before, and return it."""
        key = self._key(card)
        if key not in self._known:
            self._rows.put(key, png)
        return png

    def _key(self, card: Card) -> bytes:
        return key_of(self._base, repr(card).encode("utf-8", "surrogatepass"))


@contextmanager
def kept(site: str, bundle: Path) -> Iterator[Kept]:
    """Open what was drawn before for the site of an address; drop what the site no longer uses."""
    with cache("cards", site.encode()) as rows:
        yield Kept(rows, _base(bundle))
        rows.prune()


@once
def _base(bundle: Path) -> bytes:
    digest = hashlib.blake2b(version("pillow").encode())
    code = sorted(Path(__file__).parent.glob("*.py"))
    files = [part.file for family in (SERIF, SANS) for part in parts(bundle, family)]
    for path in (*code, *files):
        digest.update(hashlib.blake2b(path.read_bytes()).digest())
    return digest.digest()
