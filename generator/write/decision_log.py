"""What each decision changed, so that its opposite gives the same bytes back.

`content/.ledger/decisions.jsonl`, one line a decision, the last one last: the pages and records as
they were before, and a fingerprint of them after. An entry that was merged away with a person's
edits in it is kept here word for word.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.content import ledger
from generator.content.paths import LEDGER, safe_path
from generator.errors import DatelineError
from generator.write.threeway import Proposal

FILE = f"{LEDGER}/decisions.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of a person's."""

    command: str
    """`merge`, `split`, `rename`, `withdraw`, `accept`, `refuse`."""
    entry: str
    """The entry it was made on."""
    others: tuple[str, ...] = ()
    """Entries merged away or split off, the new id, or the fields."""
    reports: tuple[str, ...] = ()
    """Reports that went from one entry to another."""
    pages: dict[str, str | None] = field(default_factory=dict)
    """Text before by path; None where there was no page. Line ends are as in the file."""
    records: dict[str, str | None] = field(default_factory=dict)
    """Line of the ledger before by id; None where there was none."""
    proposals: tuple[tuple[str, Proposal], ...] = ()
    """Open proposals to these pages before."""
    after: str = ""
    """Fingerprint of the same pages and records afterwards."""

    def joins(self, entry: str, reports: Collection[str]) -> bool:
        """Whether it had an entry take up these reports."""
        return (self.command, self.entry) == ("merge", entry) and {*reports} == {*self.reports}

    def parts(self, entry: str, others: Collection[str]) -> bool:
        """Whether it parted these from an entry."""
        return (self.command, self.entry) == ("split", entry) and {*others} == {*self.others}


_DECISION = TypeAdapter(Decision)


def load(content: Path) -> tuple[Decision, ...]:
    """Read the decisions.

    Raises:
        DatelineError: a line is no decision.

    """
    path = safe_path(content, FILE)
    rows = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    found: list[Decision] = []
    for number, row in enumerate(rows, start=1):
        try:
            found.append(_DECISION.validate_json(row))
        except ValidationError as error:
            raise DatelineError(f"{path}:{number}: this is not a line of the decisions") from error
    return tuple(found)


def render(decisions: Iterable[Decision]) -> str:
    """Write the file."""
    return "".join(
        f"{json.dumps(asdict(one), ensure_ascii=False, sort_keys=True)}\n" for one in decisions
    )


def fingerprint(
    pages: Mapping[str, str | None], records: Mapping[str, str | None], names: Sequence[str]
) -> str:
    """Return a hash of the pages by path and of the records by the ids in `names`."""
    said = [sorted(pages.items()), sorted((name, records.get(name)) for name in names)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def now(content: Path, paths: Iterable[str]) -> dict[str, str | None]:
    """Return the pages as they stand, line ends included; None where there is none."""
    found: dict[str, str | None] = {}
    for path in paths:
        file = safe_path(content, path)
        found[path] = file.read_bytes().decode("utf-8") if file.is_file() else None
    return found


def lines(known: Mapping[str, ledger.Record], names: Iterable[str]) -> dict[str, str | None]:
    """Return the ledger's line of each entry; None where it has none."""
    return {name: ledger.line(known[name]) if name in known else None for name in names}
