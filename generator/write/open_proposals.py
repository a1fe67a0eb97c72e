"""What the machine would write over people's edits, kept until a person takes or refuses it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from pydantic_core import from_json

from generator.content.paths import LEDGER, safe_path
from generator.errors import DatelineError
from generator.write.threeway import Proposal

FILE = f"{LEDGER}/proposals.jsonl"

Open = tuple[tuple[str, Proposal], ...]
"""Open proposals with the ids of their pages."""


def load(content: Path) -> Open:
    """Read the open proposals.

    Raises:
        DatelineError: a line is no proposal.

    """
    path = safe_path(content, FILE)
    rows = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return tuple(_parse(row) for row in rows)


def of(proposals: Open, page: str) -> tuple[Proposal, ...]:
    """Return the proposals to one page."""
    return tuple(wish for own, wish in proposals if own == page)


def rest(proposals: Open, seen: Collection[str], new: Iterable[tuple[str, Proposal]]) -> str:
    """Return the file's text: new proposals, and those of pages that were not `seen` to."""
    kept = (row for row in proposals if row[0] not in seen)
    return _render([*kept, *new])


def _render(proposals: Iterable[tuple[str, Proposal]]) -> str:
    rows = []
    for own, wish in sorted(proposals, key=lambda row: (row[0], row[1].field)):
        row = {"id": own, "field": wish.field, "yours": wish.yours, "machine": wish.machine}
        row |= {} if wish.base is None else {"base": wish.base}
        rows.append(f"{json.dumps(row, ensure_ascii=False, sort_keys=True)}\n")
    return "".join(rows)


def _parse(text: str) -> tuple[str, Proposal]:
    try:
        row = from_json(text)
        wish = Proposal(
            field=str(row["field"]),
            yours=row["yours"],
            machine=row["machine"],
            base=row.get("base"),
        )
        return str(row["id"]), wish
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DatelineError(f"{FILE}: {text[:80]!r} is no proposal") from error
