"""What is about to be put in place, noted first: a run or a decision either happened or did not.

All new text lies on disk under temporary names before the journal is written. Where a process was
killed after that, the next one puts the rest in place; where it was killed before, nothing has
happened. A file that somebody changed in between is left as it is: that change is a person's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.content.paths import LEDGER, safe_path
from generator.errors import DatelineError
from generator.write.files import part_of, place, remove, replace_text, sync_folder


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


def note(content: Path, texts: Mapping[str, str]) -> None:
    """Write down which files change, before one does; an empty text takes the file away."""
    rows = (
        Row(path=path, before=_now(safe_path(content, path)), after=_hash(text) if text else None)
        for path, text in texts.items()
    )
    path = journal(content)
    replace_text(path, "".join(f"{_line(row)}\n" for row in rows))
    sync_folder(path.parent)


def _line(row: Row) -> str:
    return json.dumps({"path": row.path, "before": row.before, "after": row.after})


def forget(content: Path) -> None:
    """Take the journal away: all is in place."""
    remove(journal(content))


def complete(content: Path) -> None:
    """Put in place what a killed process had noted.

    Raises:
        DatelineError: the journal is none, or names a file outside the folder.

    """
    path = journal(content)
    if not path.is_file():
        return
    try:
        rows = [_ROW.validate_json(line) for line in path.read_bytes().splitlines()]
    except ValidationError as error:
        raise DatelineError(f"{path}: this is not a journal; take it away") from error
    files = [safe_path(content, row.path) for row in rows]
    for row, file in zip(rows, files, strict=True):
        if _now(file) != row.before:
            continue
        if row.after is None:
            remove(file)
        elif _now(part_of(file)) == row.after:
            place(part_of(file), file)
    for folder in sorted({file.parent for file in files}):
        sync_folder(folder)
    forget(content)


def journal(content: Path) -> Path:
    """Return where the journal lies."""
    return safe_path(content, f"{LEDGER}/journal.jsonl")


def _now(path: Path) -> str | None:
    with suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
