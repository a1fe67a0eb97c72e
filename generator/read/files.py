"""Find seed files and take in their bytes; links, devices and oversized files are refused."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.errors import Finding, UsageError
from generator.lexicons import table
from generator.read.findings import (
    EMPTY,
    NOT_A_FILE,
    TOO_LARGE,
    UNKNOWN_FORMAT,
    UNREADABLE,
    finding,
)
from generator.settings import ARTICLE_LIMIT

_IGNORED = frozenset({"license", "readme"})
"""Stems of files that tell of a folder and are no article."""

_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""No link is followed, and a pipe without a writer does not block. Windows has neither flag."""


def formats() -> dict[str, str]:
    """Return the kind of reader for each ending: `.txt` → `text`."""
    return {row[0]: row[1] for row in table("article_formats")}


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
    return (
        path.suffix.lower() in formats()
        and path.stem.lower() not in _IGNORED
        and not path.is_symlink()
        and path.is_file()
    )


def load(path: Path, name: str) -> bytes | Finding:
    """Return the bytes of a regular file of bearable size; `name` is its path in findings."""
    try:
        if path.is_symlink():
            return finding(name, NOT_A_FILE, "this is a symbolic link, which is not followed")
        with os.fdopen(os.open(path, _OPEN | getattr(os, "O_BINARY", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return finding(name, NOT_A_FILE, "this is not a regular file")
            raw = file.read(ARTICLE_LIMIT + 1)
    except IsADirectoryError:
        return finding(name, NOT_A_FILE, "this is a folder")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return finding(name, UNREADABLE, f"the file cannot be opened: {reason}")
    if len(raw) > ARTICLE_LIMIT:
        return finding(name, TOO_LARGE, f"the file is larger than {ARTICLE_LIMIT:,} bytes")
    if not raw.strip():
        return finding(name, EMPTY, "the file is empty")
    return raw


def kind_of(path: Path, name: str) -> str | Finding:
    """Return which reader a file wants by its ending."""
    kind = formats().get(path.suffix.lower())
    if kind is None:
        message = f"{path.suffix!r} is not an ending that articles are read from"
        return finding(name, UNKNOWN_FORMAT, message)
    return kind
