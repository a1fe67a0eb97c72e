"""Put a run's plan, or a decision, on disk: all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from generator.content import ledger
from generator.content.paths import LEDGER, safe_path
from generator.content.reports import FOLDER, Remembered, files
from generator.write import journal, open_proposals
from generator.write.files import locked, place_all, remove, stage_all, sweep
from generator.write.step import Step


@contextmanager
def opened(content: Path) -> Iterator[None]:
    """Hold the content folder, with what a killed process left completed or swept away."""
    with locked(content):
        journal.complete(content)
        sweep(content)
        yield


def mend(content: Path) -> None:
    """Complete what a killed process left, so that what is read next is whole."""
    if journal.journal(content).is_file():
        with opened(content):
            pass


def commit(
    content: Path,
    steps: Sequence[Step],
    records: ledger.Records,
    reports: Sequence[Remembered] | None = None,
    own: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write what changed; `own` are further files of the ledger.

    All new text is on disk before any file is replaced, so that a full disk leaves what was there.
    """
    pages = {step.path: encoded(step) for step in steps if step.before != step.after}
    wishes = {open_proposals.FILE: open_proposals.rest(open_proposals.load(content), steps)}
    said = {**_reports(content, reports), **_ledger(records, steps), **own, **wishes}
    texts = {**dict(sorted(pages.items())), **_differing(content, said)}
    if not texts:
        return
    parts = stage_all({safe_path(content, name): text for name, text in texts.items() if text})
    try:
        journal.note(content, texts)
    except OSError:
        for part in parts.values():
            remove(part)
        raise
    place_all(parts, [safe_path(content, name) for name, text in texts.items() if not text])
    journal.forget(content)


def encoded(step: Step) -> str:
    """Return a step's text as it goes to disk, with the line ends that the page has."""
    text = step.after or ""
    return text.replace("\n", "\r\n") if step.windows else text


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
            whole.setdefault(_ledger_file(step), {})[step.id] = step.record
    return whole


def _ledger_file(step: Step) -> str:
    return ledger.entry_file(step.id) if step.kind == "entries" else step.kind
