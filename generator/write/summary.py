"""What one run wrote, for people and for the command."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
    added: int = 0
    """What the files that were written add to the tally of the folder."""
    plain: bool = False
    """Whether no page holds a person's edit, and none was deleted, merged, failed or approved."""

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

    def again(self) -> Summary | None:
        """Return the summary of a next run from the same; None where only that run tells.

        What people wrote may take more than one run until all of it stands.
        """
        if not self.added:
            return self
        if not self.plain or self.stale or self.findings:
            return None
        return Summary(unchanged=tuple(sorted((*self.new, *self.updated, *self.unchanged))))


class Sums:
    """Sums up steps as they pass, and holds no page."""

    def __init__(self, *, diff: bool) -> None:
        self._wants_diff = diff
        self._diffs: dict[str, str] = {}
        self._by: dict[str, list[str]] = {}
        self._wishes: list[tuple[str, Proposal]] = []
        self._findings: list[Finding] = []
        self._plain = True

    def passing(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Yield the steps on, each counted."""
        for step in steps:
            self._count(step)
            yield step

    def _count(self, step: Step) -> None:
        self._findings.extend(step.findings)
        self._plain = self._plain and _is_plain(step)
        if self._wants_diff and step.before != step.after:
            self._diffs[step.path] = "".join(_diff(step))
        if step.kind != "entries":
            if step.before != step.after:
                self._by.setdefault("pages", []).append(f"{step.kind}/{step.id}")
            return
        self._by.setdefault(step.outcome, []).append(step.id)
        if step.edited or step.outcome is Outcome.DELETED:
            self._by.setdefault("kept", []).append(step.id)
        if step.proposals:
            self._by.setdefault("proposed", []).append(step.id)
            self._wishes.extend((step.id, wish) for wish in step.proposals)

    def whole(self, stale: Sequence[str], findings: Sequence[Finding], folder: str) -> Summary:
        """Return the summary, with what could not be planned; `folder` goes before paths."""

        def ids(name: str) -> tuple[str, ...]:
            return tuple(sorted(self._by.get(name, ())))

        told = (replace(f, path=f"{folder}/{f.path}") for f in (*findings, *self._findings))
        return Summary(
            new=ids(Outcome.NEW),
            updated=ids(Outcome.UPDATED),
            unchanged=ids(Outcome.UNCHANGED),
            kept=ids("kept"),
            proposed=ids("proposed"),
            merged=ids(Outcome.MERGED),
            stale=tuple(stale),
            failed=ids(Outcome.FAILED),
            pages=ids("pages"),
            proposals=tuple(sorted(self._wishes, key=lambda wish: wish[0])),
            findings=tuple(sorted(told)),
            diff="".join(text for _, text in sorted(self._diffs.items())),
            plain=self._plain,
        )


def _is_plain(step: Step) -> bool:
    """Whether a page is as the machine alone would have it; an approved one names things anew."""
    if step.edited or step.proposals or step.record is None:
        return False
    approved = step.kind != "entries" and step.record.fields.get("status") != "proposed"
    alone = step.outcome in (Outcome.NEW, Outcome.UPDATED, Outcome.UNCHANGED)
    return alone and (step.before == step.after or not approved)


def _diff(step: Step) -> Iterator[str]:
    old, new = f"a/{step.path}", f"b/{step.path}"
    return difflib.unified_diff(
        (step.before or "").splitlines(keepends=True),
        (step.after or "").splitlines(keepends=True),
        "/dev/null" if step.before is None else old,
        "/dev/null" if step.after is None else new,
    )
