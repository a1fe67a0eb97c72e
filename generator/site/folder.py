"""The folder of a site, in which only what changed is written.

Making and removing files was a quarter of a build. So it is noted in the user's cache folder what
was written, with size and time as the file system tells them: a file that is as it was left, and
is to hold the same again, is left alone. Without the note all is written anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

from mkdocs.utils import clean_directory

from generator.content.cache import folder

Noted = tuple[str, int, int]
"""Digest of what a file holds, its size, and when it was written, in nanoseconds."""


class SiteFolder:
    """Takes the files of a site one by one; what it was not given is gone when it is closed."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self._note = _note_of(target)
        self._before = _read(self._note)
        self._now: dict[str, Noted] = {}
        if not self._before:
            clean_directory(str(target))

    def put(self, path: str, content: bytes) -> str:
        """Have a file hold this; return the digest."""
        file = self.target / path
        digest = hashlib.blake2b(content, digest_size=16).hexdigest()
        before = self._before.get(path)
        if before is None or before[0] != digest or _noted(file, digest) != before:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        self._now[path] = _noted(file, digest) or (digest, -1, -1)
        return digest

    def digest(self, path: str) -> str:
        """Return the digest of a file that was put."""
        return self._now[path][0]

    def take(self, source: Path) -> None:
        """Have every file under another folder too, and what is hidden in neither."""
        for path in _files(source):
            self.put(path, (source / path).read_bytes())

    def keep(self, under: str, made_from: str) -> bool:
        """Keep the files under a folder if they are as they were made from the same."""
        before = self._before.get(under)
        found = {path: each for path, each in self._before.items() if path.startswith(f"{under}/")}
        same = before is not None and before[0] == made_from
        if not same or any(_noted(self.target / p, each[0]) != each for p, each in found.items()):
            return False
        self._now |= found
        self._now[under] = (made_from, 0, 0)
        return True

    def made(self, under: str, made_from: str) -> None:
        """Note the files that another program made under a folder, and from what."""
        for path in _files(self.target / under):
            whole = f"{under}/{path}"
            self._now[whole] = _noted(self.target / whole, "") or ("", -1, -1)
        self._now[under] = (made_from, 0, 0)

    def close(self) -> None:
        """Remove what is no longer of the site, and note what is."""
        for path in _files(self.target):
            if path not in self._now:
                self._remove(self.target / path)
        with suppress(OSError):
            self._note.parent.mkdir(parents=True, exist_ok=True)
            self._note.write_text(json.dumps(self._now), encoding="utf-8")

    def _remove(self, file: Path) -> None:
        """Remove a file, and the folders that it leaves empty."""
        file.unlink()
        for above in file.relative_to(self.target).parents:
            with suppress(OSError):  # not empty
                if above != Path():
                    (self.target / above).rmdir()


def forget(target: Path) -> None:
    """Remove the note of a folder that will not be built again, as that of a server."""
    with suppress(OSError):
        _note_of(target).unlink()


def _note_of(target: Path) -> Path:
    name = hashlib.blake2b(os.fsencode(target.resolve()), digest_size=8).hexdigest()
    return folder() / "sites" / f"{name}.json"


def _read(note: Path) -> dict[str, Noted]:
    with suppress(OSError, ValueError, TypeError, AttributeError):
        return {
            path: (d, int(s), int(t)) for path, (d, s, t) in json.loads(note.read_text()).items()
        }
    return {}


def _noted(file: Path, digest: str) -> Noted | None:
    """Return what is noted of a plain file."""
    with suppress(OSError):
        found = file.lstat()
        return digest, found.st_size, found.st_mtime_ns
    return None


def _files(top: Path) -> list[str]:
    """Return the files under a folder but those that are hidden at its top, as MkDocs does."""
    found = []
    for place, folders, names in os.walk(top):
        under = Path(place).relative_to(top)
        if under == Path():
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        found += [(under / name).as_posix() for name in names]
    return sorted(found)
