"""What a run would do to one page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.content.ledger import Record
from generator.errors import Finding
from generator.write.threeway import Proposal


class Outcome(StrEnum):
    """What happens to one page."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DELETED = "deleted"
    """A person deleted it, and it stays deleted."""
    MERGED = "merged"
    """Taken up by another entry; its file goes."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What happens to one page."""

    kind: str
    """Its folder: `entries`, `actors`, `places`."""
    id: str
    """Its id."""
    path: str
    """Under the content folder."""
    outcome: Outcome
    """What happens to it."""
    before: str | None = None
    """Its text now, with plain line ends; None where there is none."""
    after: str | None = None
    """Its text afterwards; None where there is to be none."""
    windows: bool = False
    """Whether its lines end as those of Windows."""
    record: Record | None = None
    """What the ledger is to say of it."""
    edited: bool = False
    """Whether a person's edits stand in it."""
    proposals: tuple[Proposal, ...] = ()
    """What the machine would have written over them."""
    findings: tuple[Finding, ...] = ()
    """Why it failed."""
