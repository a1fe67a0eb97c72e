"""Where the bytes of articles lie: files on disk; links, devices and pipes are refused."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from generator.errors import Finding
from generator.read.findings import EMPTY, NOT_A_FILE, TOO_LARGE, UNREADABLE, finding
from generator.settings import ARTICLE_LIMIT

_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""No link is followed, and a pipe without a writer does not block. Windows has neither flag."""
_PACKED = ".gz"


class Source(Protocol):
    """One file of articles, on disk or in a store."""

    @property
    def name(self) -> str:
        """Its path or address, as messages name it."""

    def __hash__(self) -> int:
        """Return what tells it from others."""

    def open(self) -> BinaryIO | Finding:
        """Return its bytes as a stream, or why there are none."""

    def beside(self, ending: str) -> Source | None:
        """Return the file of the same stem with another ending, where there is one."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file on disk."""

    path: Path
    name: str

    def open(self) -> BinaryIO | Finding:
        """Open a regular file."""
        try:
            if self.path.is_symlink():
                message = "this is a symbolic link, which is not followed"
                return finding(self.name, NOT_A_FILE, message)
            file = os.fdopen(os.open(self.path, _OPEN | getattr(os, "O_BINARY", 0)), "rb")
        except IsADirectoryError:
            return finding(self.name, NOT_A_FILE, "this is a folder")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return finding(self.name, UNREADABLE, f"the file cannot be opened: {reason}")
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            return finding(self.name, NOT_A_FILE, "this is not a regular file")
        return file

    def beside(self, ending: str) -> OnDisk | None:
        """Return a sidecar, a link too, which is then refused."""
        path = self.path.with_name(stem_of(self.path.name) + ending)
        if not (path.is_symlink() or path.exists()):
            return None
        return OnDisk(path, self.name[: len(self.name) - len(self.path.name)] + path.name)


def ending_of(name: str) -> str:
    """Return the ending of a file's name in lower case, of a packed one both: `.jsonl.gz`."""
    endings = [one.lower() for one in Path(name).suffixes[-2:]]
    return "".join(endings if endings[-1:] == [_PACKED] else endings[-1:])


def stem_of(name: str) -> str:
    """Return the name of a file without its ending."""
    last = name.rpartition("/")[2]
    return last[: len(last) - len(ending_of(last))]


def load(source: Source) -> bytes | Finding:
    """Return the bytes of a file of bearable size."""
    file = source.open()
    if isinstance(file, Finding):
        return file
    try:
        with file:
            raw = file.read(ARTICLE_LIMIT + 1)
    except OSError as error:
        return finding(source.name, UNREADABLE, f"the file cannot be read: {error}")
    if len(raw) > ARTICLE_LIMIT:
        message = f"the file is larger than {ARTICLE_LIMIT:,} bytes"
        return finding(source.name, TOO_LARGE, message)
    if not raw.strip():
        return finding(source.name, EMPTY, "the file is empty")
    return raw
