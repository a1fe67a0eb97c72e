"""What is about to be put in place, noted first: a run or a decision either happened or did not.

Each text is staged under a temporary name when it is made, and noted in the journal's own draft, so
that none is held. Before the journal has its name, nothing has happened: what a killed process
left is swept away. After that the next process puts the rest in place. A file that somebody
changed in between is left as it is: that change is a person's.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.content import tally
from generator.content.paths import LEDGER, safe_path
from generator.errors import DatelineError
from generator.write.files import flush_all, part_of, place, remove, stage, sweep, sync_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One file that changes."""

    path: str
    """Under the content folder."""
    before: str | None
    """Hash of what stands there; None where there is no file."""
    after: str | None
    """Hash of what is to stand there; None where the file goes."""


_ROW = TypeAdapter(Row)
_FLUSHED = 512
"""Files that are flushed together."""
_EMPTY = hashlib.sha256().hexdigest()


class Staging:
    """Files that are to change, each on disk under a temporary name as soon as it is known."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._part = part_of(journal(content))
        remove(self._part)
        self._rows = self._part.open("x", encoding="utf-8")
        self._folders = {self._part.parent}
        self._waiting: list[Path] = []
        self._any = False
        self.added = 0
        """What the changes add to the tally of the folder."""

    def change(self, name: str, pieces: Iterable[str]) -> None:
        """Stage a file's new text; an empty one takes the file away."""
        path = safe_path(self._content, name)
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        part, staged = stage(path, pieces, flushed=False)
        before, after = _now(path), None if staged == _EMPTY else staged
        if after in (None, before):
            remove(part)
        else:
            self._waiting.append(part)
        if before != after:
            row = {"path": name, "before": before, "after": after}
            self._rows.write(f"{json.dumps(row)}\n")
            self._any = True
            self.added += tally.share(name, after) - tally.share(name, before)
        if len(self._waiting) >= _FLUSHED:
            self._flush()

    def note(self) -> bool:
        """Give the journal its name, all else being on disk; return whether anything changes."""
        self._flush()
        with self._rows as rows:
            rows.flush()
            os.fsync(rows.fileno())
        for folder in sorted(self._folders):
            sync_folder(folder)
        if not self._any:
            remove(self._part)
            return False
        place(self._part, journal(self._content))
        sync_folder(self._part.parent)
        return True

    def _flush(self) -> None:
        flush_all(self._waiting)
        self._waiting.clear()

    def drop(self) -> None:
        """Take away what was staged."""
        self._rows.close()
        sweep(self._content)


@contextmanager
def staging(content: Path) -> Iterator[Staging]:
    """Have files staged, and put them in place together; an error leaves all as it was."""
    files = Staging(content)
    try:
        yield files
        noted = files.note()
    except BaseException:
        with suppress(OSError):
            files.drop()
        raise
    if noted:
        _place_all(content)


def complete(content: Path) -> None:
    """Put in place what a killed process had noted.

    Raises:
        DatelineError: the journal is none, or names a file outside the folder.

    """
    if journal(content).is_file():
        for row in _rows(content):  # all of it is looked at before anything is done
            safe_path(content, row.path)
        _place_all(content, wary=True)


def _place_all(content: Path, *, wary: bool = False) -> None:
    """Put noted files in place, and forget the journal; a `wary` one looks what stands there."""
    folders: set[Path] = set()
    for row in _rows(content):
        file = safe_path(content, row.path)
        folders.add(file.parent)
        if wary and _now(file) != row.before:
            continue
        if row.after is None:
            remove(file)
        elif not wary or _now(part_of(file)) == row.after:
            place(part_of(file), file)
    for folder in sorted(folders):
        sync_folder(folder)
    remove(journal(content))


def _rows(content: Path) -> Iterator[Row]:
    path = journal(content)
    with path.open("rb") as lines:
        try:
            yield from map(_ROW.validate_json, lines)
        except ValidationError as error:
            raise DatelineError(f"{path}: this is not a journal; take it away") from error


def journal(content: Path) -> Path:
    """Return where the journal lies."""
    return safe_path(content, f"{LEDGER}/journal.jsonl")


def _now(path: Path) -> str | None:
    with suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return None
