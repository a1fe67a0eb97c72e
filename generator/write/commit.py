"""Put a run's plan on disk: journal, pages, ledger, and the journal away."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from generator.content import ledger
from generator.content.paths import LEDGER, safe_path
from generator.errors import DatelineError
from generator.write import journal
from generator.write.files import remove, replace_text, sync_folder
from generator.write.step import Step

PROPOSALS = "proposals"


def commit(content: Path, steps: Sequence[Step], records: ledger.Records) -> None:
    """Write what changed, in an order in which a kill at any moment loses nothing."""
    changed = [step for step in steps if step.before != step.after]
    proposals = _proposals(content, steps)  # read before anything is written: it may be broken
    if changed:
        journal.note(content, changed)
    for folder in sorted({_write_page(content, step) for step in changed}):
        sync_folder(folder)
    for name, part in _with_steps(records, steps).items():
        _write_ledger(content, name, ledger.render(part.values()))
    _write_ledger(content, PROPOSALS, proposals)
    journal.forget(content)


def _write_page(content: Path, step: Step) -> Path:
    path = safe_path(content, step.path)
    if step.after is None:
        remove(path)
    else:
        replace_text(path, journal.encoded(step))
    return path.parent


def _with_steps(records: ledger.Records, steps: Sequence[Step]) -> ledger.Records:
    whole = {name: dict(part) for name, part in sorted(records.items())}
    for step in steps:
        if step.record is not None:
            whole.setdefault(journal.ledger_file(step), {})[step.id] = step.record
    return whole


def _write_ledger(content: Path, name: str, text: str) -> None:
    path = safe_path(content, f"{LEDGER}/{name}.jsonl")
    now = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text == now:
        return
    if text:
        replace_text(path, text)
    else:
        remove(path)


def _proposals(content: Path, steps: Sequence[Step]) -> str:
    """Return the open proposals: this run's, and those of entries that it did not touch."""
    seen = {step.id for step in steps}
    path = safe_path(content, f"{LEDGER}/{PROPOSALS}.jsonl")
    rows = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    kept = [row for row in map(_proposal, rows) if row["id"] not in seen]
    kept.extend(
        {"id": step.id, "field": wish.field, "yours": wish.yours, "machine": wish.machine}
        for step in steps
        for wish in step.proposals
    )
    kept.sort(key=lambda row: (row["id"], row["field"]))
    return "".join(f"{json.dumps(row, ensure_ascii=False, sort_keys=True)}\n" for row in kept)


def _proposal(text: str) -> dict[str, Any]:
    """Read one line of the open proposals."""
    try:
        row = from_json(text)
        return {"id": str(row["id"]), "field": str(row["field"]), **row}
    except (ValueError, KeyError, TypeError) as error:
        raise DatelineError(f"{LEDGER}/{PROPOSALS}.jsonl: {text[:80]!r} is no proposal") from error
