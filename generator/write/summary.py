"""What one run wrote, for people and for the command."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.errors import Finding
from generator.write.step import Outcome, Step
from generator.write.threeway import Proposal
from generator.write.wish_text import worded


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one run did, or would do, by the ids of entries."""

    new: tuple[str, ...] = ()
    """Written for the first time."""
    updated: tuple[str, ...] = ()
    """Changed in the fields that no person has touched."""
    unchanged: tuple[str, ...] = ()
    """As they were."""
    kept: tuple[str, ...] = ()
    """Holding a person's edits, or deleted by one, and left so."""
    proposed: tuple[str, ...] = ()
    """Edited by a person where the machine would now write something else."""
    merged: tuple[str, ...] = ()
    """Taken up by another entry, which redirects from them."""
    stale: tuple[str, ...] = ()
    """Told by none of their reports any more, and left as they are."""
    failed: tuple[str, ...] = ()
    """Not written; `findings` says why."""
    pages: tuple[str, ...] = ()
    """Actors and places written: `actors/kyiv-city-council`."""
    proposals: tuple[tuple[str, Proposal], ...] = ()
    """What the machine would write over a person's edits, with the entry's id."""
    findings: tuple[Finding, ...] = ()
    """Why entries or pages failed."""
    diff: str = ""
    """The changes as a unified diff; of a dry run only."""

    def __str__(self) -> str:
        counts = [
            f"{len(getattr(self, name))} {name}"
            for name in ("new", "updated", "unchanged", "kept", "proposed", "failed")
        ]
        counts += [
            f"{len(getattr(self, name))} {name}"
            for name in ("merged", "stale")
            if getattr(self, name)
        ]
        rows = [f"Entries: {', '.join(counts)}. Actor and place pages written: {len(self.pages)}."]
        rows += [f"  {entry}: {worded(wish)}" for entry, wish in self.proposals]
        if self.proposals:
            rows.append("  `dateline accept ENTRY FIELD` takes one, `dateline refuse` ends it.")
        rows += [f"  {finding}" for finding in self.findings]
        return "\n".join(rows)


def summarise(
    steps: Sequence[Step], stale: Sequence[str], findings: Sequence[Finding], *, diff: bool
) -> Summary:
    """Sum up what each page comes to."""
    entries = sorted((s for s in steps if s.kind == "entries"), key=lambda s: s.id)

    def ids(*outcomes: Outcome) -> tuple[str, ...]:
        return tuple(step.id for step in entries if step.outcome in outcomes)

    return Summary(
        new=ids(Outcome.NEW),
        updated=ids(Outcome.UPDATED),
        unchanged=ids(Outcome.UNCHANGED),
        kept=tuple(s.id for s in entries if s.edited or s.outcome is Outcome.DELETED),
        proposed=tuple(s.id for s in entries if s.proposals),
        merged=ids(Outcome.MERGED),
        stale=tuple(stale),
        failed=ids(Outcome.FAILED),
        pages=tuple(
            sorted(f"{s.kind}/{s.id}" for s in steps if s.kind != "entries" and s.before != s.after)
        ),
        proposals=tuple((s.id, wish) for s in entries for wish in s.proposals),
        findings=tuple(findings),
        diff="".join(_diff(steps)) if diff else "",
    )


def _diff(steps: Sequence[Step]) -> Iterator[str]:
    for step in sorted(steps, key=lambda s: s.path):
        if step.before == step.after:
            continue
        old, new = f"a/{step.path}", f"b/{step.path}"
        yield from difflib.unified_diff(
            (step.before or "").splitlines(keepends=True),
            (step.after or "").splitlines(keepends=True),
            "/dev/null" if step.before is None else old,
            "/dev/null" if step.after is None else new,
        )
