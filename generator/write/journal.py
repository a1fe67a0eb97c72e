"""What a run is about to write, noted before it writes: a killed run is told from a person's edit.

The ledger is written after the pages. Where a run was killed between the two, the journal says
which pages hold what the machine wrote, by their hashes; their records are taken from it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pydantic_core import from_json

from generator.content import ledger
from generator.content.paths import LEDGER, safe_path
from generator.errors import DatelineError
from generator.write.files import remove, replace_text, sync_folder
from generator.write.step import Step

NAME = "journal"


def note(content: Path, steps: Iterable[Step]) -> None:
    """Write down what is to be written, before it is."""
    rows = [
        json.dumps(
            {
                "file": ledger_file(step),
                "path": step.path,
                "hash": None if step.after is None else _hash(encoded(step)),
                "record": ledger.line(step.record),
            }
        )
        for step in steps
        if step.record is not None
    ]
    path = _path(content)
    replace_text(path, "".join(f"{row}\n" for row in rows))
    sync_folder(path.parent)


def forget(content: Path) -> None:
    """Take the journal away: the ledger says it all."""
    remove(_path(content))


def recover(content: Path, records: ledger.Records) -> ledger.Records:
    """Return the ledger with the records of pages that a killed run had written already."""
    path = _path(content)
    if not path.is_file():
        return records
    whole = {name: dict(part) for name, part in records.items()}
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path}:{number}"
        try:
            row = from_json(text)
            name, page, stated, line = (
                str(row["file"]),
                str(row["path"]),
                row["hash"],
                str(row["record"]),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise DatelineError(f"{where}: this is not a line of the journal") from error
        record = ledger.parse(line, where)
        if _now(safe_path(content, page)) == stated:
            whole.setdefault(name, {})[record.id] = record
    return whole


def encoded(step: Step) -> str:
    """Return a step's text as it goes to disk, with the line ends that the page has."""
    text = step.after or ""
    return text.replace("\n", "\r\n") if step.windows else text


def ledger_file(step: Step) -> str:
    """Return the ledger file of a step's page."""
    return ledger.entry_file(step.id) if step.kind == "entries" else step.kind


def _path(content: Path) -> Path:
    return safe_path(content, f"{LEDGER}/{NAME}.jsonl")


def _now(path: Path) -> str | None:
    with suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
