"""Whether a run of `generate` would change nothing, from the very things that it is made from.

Reading in the cache what articles tell, and finding that all of it is written, was most of a run
over articles that have not changed. So it is noted what a run that changed nothing was made from:
the bytes of all files of the articles and of the content, the program with its word lists, Python
and all packages. From the same it would change nothing once more, and say the same.

Of a run that changed something it is noted what the next would say, where that is known: all is as
it was when the run began but for what it put in place itself. Else what a person wrote while
it went on may have had no part in it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import distributions
from pathlib import Path

from pydantic import TypeAdapter

from generator.content import tally
from generator.content.cache import folder, key_of
from generator.content.kept import program
from generator.content.paths import LOCK


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a run said."""

    findings: tuple[str, ...]
    """What is wrong with the articles."""
    summary: str
    """What it wrote, which is nothing, and how all entries stand."""
    wrong: bool
    """Whether it ended with findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """What a run that changes nothing is made from."""

    made_from: str
    """Digest of all of it."""
    said: Said


_NOTE = TypeAdapter(_Note)


class Settled:
    """What is noted of runs over these articles, and what this one is made from as it begins."""

    def __init__(self, seeds: str, content: Path) -> None:
        self._seeds, self._content = seeds, content
        names = f"{Path(seeds).resolve()}\0{content.resolve()}"
        self._note = folder() / "settled" / f"{key_of(os.fsencode(names)).hex()}.json"
        self._made_from = made_from(seeds, content)

    def said(self) -> Said | None:
        """Return what this run would say, if it is known to change nothing."""
        with suppress(OSError, ValueError):
            note = _NOTE.validate_json(self._note.read_bytes())
            if self._made_from is not None and note.made_from == f"{self._made_from:x}":
                return note.said
        return None

    def note(self, said: Said, added: int) -> None:
        """Note what the next run will say, if nothing changed but by what this one `added`."""
        if self._made_from is None:
            return
        expected = (self._made_from + added) % tally.LIMIT
        if made_from(self._seeds, self._content) == expected:
            note = _Note(made_from=f"{expected:x}", said=said)
            with suppress(OSError):
                self._note.parent.mkdir(parents=True, exist_ok=True)
                self._note.write_text(json.dumps(asdict(note)), encoding="utf-8")


def made_from(seeds: str, content: Path) -> int | None:
    """Return the tally of all that a run is made from; None where not all of it is known.

    So it is at an address, and where a link or a device lies.
    """
    if "://" in seeds:
        return None
    digest = hashlib.blake2b(program(frozenset(), ()), digest_size=16)
    packages = sorted(f"{package.name} {package.version}" for package in distributions())
    digest.update(
        "\0".join([*packages, os.fspath(content), seeds]).encode("utf-8", "surrogatepass")
    )
    found = tally.share("", digest.hexdigest())
    try:
        for path in _articles(Path(seeds)):
            found += tally.share(f"\0{path}", _held(path))  # as no page can be called
        for path in _files(content) if content.is_dir() else ():
            name = Path(path).relative_to(content).as_posix()
            if name != LOCK:
                found += tally.share(name, _held(path))
    except OSError:
        return None
    return found % tally.LIMIT


def _held(path: str) -> str:
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _articles(seeds: Path) -> Iterator[str]:
    """Yield the files under a folder; of a single file, those that may be its sidecar too."""
    if seeds.is_dir():
        yield from _files(seeds)
    else:
        stem = seeds.name.partition(".")[0]
        with os.scandir(seeds.parent) as scan:
            yield from _plain(item for item in scan if item.name.startswith(stem))


def _files(top: Path | str) -> Iterator[str]:
    with os.scandir(top) as scan:
        yield from _plain(scan)


def _plain(items: Iterable[os.DirEntry[str]]) -> Iterator[str]:
    """Yield files in order, those in folders too; a link or a device raises OSError."""
    for item in sorted(items, key=lambda item: item.name):
        if item.is_dir(follow_symlinks=False):
            yield from _files(item.path)
        elif item.is_file(follow_symlinks=False):
            yield item.path
        else:
            raise OSError(f"{item.path} is no plain file")
