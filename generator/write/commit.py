"""Put a run's plan on disk: journal, pages, ledger, and the journal away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from generator.content import ledger
from generator.content.paths import LEDGER, safe_path
from generator.content.reports import FOLDER, Remembered, files
from generator.write import journal, open_proposals
from generator.write.files import place_all, stage_all, sweep
from generator.write.step import Step


def commit(
    content: Path,
    steps: Sequence[Step],
    records: ledger.Records,
    reports: Sequence[Remembered] | None = None,
    own: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write what changed, in an order in which a kill at any moment loses nothing.

    The journal is first and goes last. All new text is on disk before any file is replaced, so
    that a full disk leaves what was there. `own` are further files of the ledger.
    """
    changed = [step for step in steps if step.before != step.after]
    wishes = {open_proposals.FILE: open_proposals.rest(open_proposals.load(content), steps)}
    memory = _differing(content, _reports(content, reports))
    pages = {step.path: journal.encoded(step) if step.after else "" for step in changed}
    said = _differing(content, {**_ledger(records, steps), **own, **wishes})
    if changed:
        journal.note(content, changed)
    # With what is remembered of the reports, the next run completes one that was killed; pages
    # that go are gone before the ledger says so.
    batches = (memory, dict(sorted(pages.items())), said)
    try:
        staged = [
            stage_all({safe_path(content, name): text for name, text in batch.items() if text})
            for batch in batches
        ]
    except OSError:
        sweep(content)
        journal.forget(content)
        raise
    for parts, batch in zip(staged, batches, strict=True):
        place_all(parts, [safe_path(content, name) for name, text in batch.items() if not text])
    journal.forget(content)


def _differing(content: Path, texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if _now(content, name) != text}


def _now(content: Path, name: str) -> str:
    path = safe_path(content, name)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _reports(content: Path, reports: Sequence[Remembered] | None) -> dict[str, str]:
    """Return the files of remembered reports; those that hold none any more are empty."""
    if reports is None:
        return {}
    folder = safe_path(content, FOLDER)
    old = {f"{FOLDER}/{path.name}": "" for path in sorted(folder.glob("*.jsonl"))}
    return {**old, **files(reports)}


def _ledger(records: ledger.Records, steps: Sequence[Step]) -> dict[str, str]:
    whole = _with_steps(records, steps)
    return {f"{LEDGER}/{name}.jsonl": ledger.render(part.values()) for name, part in whole.items()}


def _with_steps(records: ledger.Records, steps: Sequence[Step]) -> ledger.Records:
    whole = {name: dict(part) for name, part in sorted(records.items())}
    for step in steps:
        if step.record is not None:
            whole.setdefault(journal.ledger_file(step), {})[step.id] = step.record
    return whole
