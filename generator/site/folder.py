"""The folder of a site, in which only what changed is made and written.

Making and removing files was a quarter of a build. So it is noted in the user's cache folder what
was written, from what it was made, and size and time as the file system tells them: a file that is
as it was left is left alone where it is to hold the same again, and is not even made where it would
be made from the same. Without the note all is made and written anew.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from mkdocs.utils import clean_directory

from generator.content.cache import folder, key_of
from generator.site.data import Bunch, DataFile, LaterFile, SiteFile
from generator.site.making import made
from generator.workers import Aside, aside

_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | getattr(os, "O_BINARY", 0)
"""How a file is opened that is written whole."""

Noted = tuple[str, int, int, str]
"""Digest of what a file holds, its size, when it was written, in nanoseconds, and from what."""
Bunches = dict[str, tuple[str, list[str]]]
"""Files that are made from one thing, by a name: from what, and their paths."""
Seen = tuple[frozenset[str], dict[str, int]]
"""Files that do not lie as they were left, and when each folder last changed."""


class SiteFolder:
    """Takes the files of a site one by one; what it was not given is gone when it is closed."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self._top = str(target)
        self._note = note_of(target)
        self._before, self._folders, self._bunched = _read(self._note)
        self._now: dict[str, Noted] = {}
        self._bunches: Bunches = {}
        self.told: dict[str, bytes] = {}
        """What else came of making files, by their paths."""
        self._looking: Aside[Seen] | None = None
        if not self._before:
            clean_directory(str(target))

    def look(self, *, alone: bool) -> None:
        """Begin to look how all lies, in a process beside this one: some system calls a file.

        Where this program is alone, as in the folder of a server, all lies as it was left.
        """
        if alone:
            self.seen = frozenset(), self._folders
        else:
            self._looking = aside(self._look)

    def end(self) -> None:
        """End the process that looks, where nobody waits for it any more."""
        if self._looking is not None:
            self._looking.end()

    @cached_property
    def seen(self) -> Seen:
        """How all lay when it was looked at; what this build changes is not in it."""
        return (self._looking.result() if self._looking else None) or self._look()

    def _look(self) -> Seen:
        other = frozenset(
            path for path, noted in self._before.items() if not self._lies(path, noted)
        )
        return other, self._changed(self._folders)

    @property
    def noted(self) -> tuple[dict[str, Noted], Bunches]:
        """What is noted of the files that it was given."""
        return self._now, self._bunches

    def also(self, noted: tuple[Mapping[str, Noted], Bunches]) -> None:
        """Have files that another process put."""
        self._now |= noted[0]
        self._bunches |= noted[1]

    def put_all(self, files: Iterable[SiteFile]) -> None:
        """Have files hold what they are to hold, those that need not be made left as they are."""
        later: list[LaterFile] = []
        for file in files:
            if isinstance(file, DataFile):
                self.put(file.path, file.content)
            elif isinstance(file, LaterFile):
                later.append(file)
            elif not self.keep(file.name, file.made_from):
                later += self._bunch(file)
        self.have(later)

    def _bunch(self, bunch: Bunch) -> list[LaterFile]:
        """Note the files of a bunch, which are then to be had."""
        files = [*bunch.files()]
        self._bunches[bunch.name] = bunch.made_from, [file.path for file in files]
        return files

    def put(self, path: str, content: bytes, made_from: str = "") -> str:
        """Have a file hold this; return the digest."""
        self._now[path] = self._put(path, content, made_from)
        return self._now[path][0]

    def _put(self, path: str, content: bytes, made_from: str) -> Noted:
        """Have a file hold this, in any process; return what is noted of it."""
        digest = key_of(content).hex()
        before = self._before.get(path)
        if before is None or before[0] != digest or not self._lies(path, before):
            _write(f"{self._top}/{path}", content)
        return self._noted(path, digest, made_from) or (digest, -1, -1, "")

    def have(self, files: Iterable[LaterFile]) -> None:
        """Have files hold what is made, which is the same where it is made from the same."""
        missing = [file for file in files if not self._holds(file.path, file.made_from)]
        for file, (noted, told) in made(missing, self._made):
            self._now[file.path] = noted
            if told:
                self.told[file.path] = told

    def _made(self, file: LaterFile) -> tuple[Noted, bytes]:
        return self._put(file.path, file.make(), file.made_from), file.told()

    def _holds(self, path: str, made_from: str) -> bool:
        """Whether a file lies there that was made from the same; it is then left."""
        before = self._before.get(path)
        if before is None or before[3] != made_from or path in self.seen[0] or path in self._now:
            return False
        self._now[path] = before
        return True

    def digest(self, path: str) -> str:
        """Return the digest of a file that was put."""
        return self._now[path][0]

    def take(self, source: Path) -> None:
        """Have every file under another folder too, and what is hidden in neither."""
        for path in _files(source):
            self.put(path, (source / path).read_bytes())

    def keep(self, name: str, made_from: str) -> bool:
        """Keep the files of a bunch if they are as they were made from the same."""
        made_before, paths = self._bunched.get(name, ("", []))
        if made_before != made_from or not self.seen[0].isdisjoint(paths):
            return False
        self._now.update((path, self._before[path]) for path in paths)
        self._bunches[name] = made_from, paths
        return True

    def made(self, under: str, made_from: str) -> None:
        """Note the files that were made in a folder, and from what."""
        paths = [f"{under}/{path}" for path in _files(self.target / under)]
        for path in paths:
            self._now[path] = self._noted(path, "", "") or ("", -1, -1, "")
        self._bunches[under] = made_from, paths

    def close(self) -> None:
        """Remove what is no longer of the site, and note what is."""
        folders = _above(self._now)
        changed = self._since(folders)
        gone = list(self._strange(changed))
        for path in gone:
            self._remove(path)
        if gone:
            changed |= self._changed(_above(gone) & folders)
        with suppress(OSError):
            self._note.parent.mkdir(parents=True, exist_ok=True)
            self._note.write_bytes(marshal.dumps([self._now, changed, self._bunches]))

    def standing(self) -> str | None:
        """Return the digest of what was noted, if all of it and nothing else lies there."""
        self._now = self._before
        other, folders = self.seen
        if not self._before or other or any(self._strange(folders)):
            return None
        return digest_of_note(self.target)

    def _since(self, folders: set[str]) -> dict[str, int]:
        """Return when each folder last changed: as it was seen, but where files are new.

        Of one that changed after it was seen the older time is noted: the next build looks into it.
        """
        known = self.seen[1]
        new = _above(self._now.keys() - self._before.keys()) | (folders - known.keys())
        return {path: known.get(path, 0) for path in folders} | self._changed(new)

    def _changed(self, folders: Iterable[str]) -> dict[str, int]:
        """Return when something last came into each folder or went, which is 0 for none."""
        return {path: _time(f"{self._top}/{path}") for path in folders}

    def _strange(self, folders: Mapping[str, int]) -> Iterator[str]:
        """Yield what lies in the folders of a site and is not of it, hidden files at its top apart.

        A folder in which nothing came or went has the time that was noted, and is not looked into.
        """
        known = (*self._before, *self._folders)
        yield from (path for path in known if path not in self._now and path not in folders)
        for place, changed in folders.items():
            top = place == "."
            if changed == self._folders.get(place):
                continue
            try:
                names = [item.name for item in os.scandir(f"{self._top}/{place}")]
            except OSError:
                continue
            for name in names:
                path = name if top else f"{place}/{name}"
                hidden = top and name.startswith(".")
                if path not in self._now and path not in folders and not hidden:
                    yield path

    def _remove(self, path: str) -> None:
        """Remove a file, or a folder with all that is in it."""
        whole = self.target / path
        with suppress(FileNotFoundError):  # it went with the folder that it lay in
            if whole.is_dir() and not whole.is_symlink():
                shutil.rmtree(whole)
            else:
                whole.unlink()

    def _lies(self, path: str, noted: Noted) -> bool:
        """Whether a file is as it was left."""
        return self._noted(path, noted[0], noted[3]) == noted

    def _noted(self, path: str, digest: str, made_from: str) -> Noted | None:
        """Return what is noted of a plain file."""
        with suppress(OSError):
            found = os.lstat(f"{self._top}/{path}")
            return digest, found.st_size, found.st_mtime_ns, made_from
        return None


def _write(path: str, content: bytes) -> None:
    """Write a file, whose folder is made where it is the first in it.

    By the calls of the system: `open` makes three more of them, which a first build felt.
    """
    try:
        file = os.open(path, _ANEW, 0o666)
    except FileNotFoundError:
        _make_folder(path.rpartition("/")[0])
        file = os.open(path, _ANEW, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    """Make a folder, which another process may be about to make as well."""
    try:
        os.mkdir(path)  # noqa: PTH102 -- a `Path` costs more than the folder
    except OSError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103 -- the same


def stands(target: Path) -> str | None:
    """Return the digest of what was noted of a folder, if all of it and nothing else lies there."""
    site = SiteFolder(target) if note_of(target).is_file() else None
    return site.standing() if site else None


def digest_of_note(target: Path) -> str:
    """Return the digest of what was noted of a folder."""
    return key_of(note_of(target).read_bytes()).hex()


def forget(target: Path) -> None:
    """Remove the note of a folder that will not be built again, as that of a server."""
    with suppress(OSError):
        note_of(target).unlink()


def note_of(target: Path) -> Path:
    """Return where it is noted what a folder holds."""
    name = hashlib.blake2b(os.fsencode(target.resolve()), digest_size=8).hexdigest()
    return folder() / "sites" / f"{name}.note"


def _time(path: str) -> int:
    """Return when a folder changed, in nanoseconds; 0 where there is none."""
    with suppress(OSError):
        return os.lstat(path).st_mtime_ns
    return 0


def _read(note: Path) -> tuple[dict[str, Noted], dict[str, int], Bunches]:
    """Return what was noted of files, when their folders last changed, and their bunches.

    Of 10,000 entries JSON needed a tenth of a second for it. What another Python wrote so that this
    one cannot read it is as good as none.
    """
    with suppress(OSError, ValueError, TypeError, EOFError):
        files, folders, bunches = marshal.loads(note.read_bytes())  # noqa: S302 -- user's own cache
        return dict(files), dict(folders), dict(bunches)
    return {}, {}, {}


def _above(paths: Iterable[str]) -> set[str]:
    """Return the folders that files lie in, the top one as `.`."""
    found = {"."}
    for place in {path.rpartition("/")[0] for path in paths}:
        above = place
        while above and above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


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
