"""Find the files of articles, in a folder or at an address."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from generator.errors import Finding, UsageError
from generator.lexicons import table
from generator.read.findings import UNKNOWN_FORMAT, finding
from generator.read.remote import find_remote, is_remote
from generator.read.sources import OnDisk, Source, ending_of, stem_of

_IGNORED = frozenset({"license", "readme"})
"""Stems of files that tell of a folder and are no article."""


def formats() -> dict[str, str]:
    """Return the kind of reader for each ending: `.txt` → `text`."""
    return {row[0]: row[1] for row in table("article_formats")}


def sources(seeds: str) -> tuple[Source, ...]:
    """Return the article files under a folder or an address (`s3://bucket/news`), sorted."""
    if is_remote(seeds):
        return _chosen(find_remote(seeds))
    return tuple(OnDisk(path, path.as_posix()) for path in find(Path(seeds)))


def _chosen(found: Sequence[Source]) -> tuple[Source, ...]:
    """Leave out what is no article, but not the one file that was named."""
    return tuple(found) if len(found) == 1 else tuple(one for one in found if _named(one.name))


def find(seeds: Path) -> tuple[Path, ...]:
    """Return the article files under a folder, sorted; a file is its own only member."""
    if seeds.is_file():
        return (seeds,)
    if not seeds.is_dir():
        raise UsageError(f"there is no file or folder {seeds.as_posix()!r} to read articles from")
    found = []
    for folder, folders, names in os.walk(seeds, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = [Path(folder, name) for name in names if not name.startswith(".")]
        found += [path for path in paths if _is_article(path)]
    return tuple(sorted(found))


def _is_article(path: Path) -> bool:
    return _named(path.name) and not path.is_symlink() and path.is_file()


def _named(name: str) -> bool:
    stem = stem_of(name)
    return (
        ending_of(name) in formats() and stem.lower() not in _IGNORED and not stem.startswith(".")
    )


def kind_of(name: str) -> str | Finding:
    """Return which reader a file wants by its ending."""
    kind = formats().get(ending_of(name))
    if kind is None:
        message = f"{ending_of(name)!r} is not an ending that articles are read from"
        return finding(name, UNKNOWN_FORMAT, message)
    return kind
