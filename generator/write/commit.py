"""Put a run's plan, or a decision, on disk: all of it or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType

from generator.content import ledger
from generator.content.ledger import Record
from generator.content.paths import LEDGER
from generator.content.reports import Reports
from generator.write import journal, open_proposals
from generator.write.files import locked, sweep
from generator.write.step import Step
from generator.write.threeway import Proposal


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
    steps: Iterable[Step],
    records: ledger.Records,
    reports: Reports | None = None,
    own: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Write what changed; `own` are further files of the ledger.

    Returns what that adds to the tally of the folder.

    Each step is staged when it comes, and none is held. All new text is on disk before any file is
    replaced, so that a full disk leaves what was there.
    """
    known = open_proposals.load(content)
    seen: set[str] = set()
    wishes: list[tuple[str, Proposal]] = []
    with journal.staging(content) as staging, closing(_Lines(records)) as lines:
        for step in steps:
            seen.add(step.id)
            wishes.extend((step.id, wish) for wish in step.proposals)
            lines.take(step)
            if step.before != step.after:
                staging.change(step.path, (encoded(step),))
        for name, text in lines.files():
            staging.change(f"{LEDGER}/{name}.jsonl", text)
        for path, text in reports.files(content) if reports else ():
            staging.change(path, text)
        for path, whole in own.items():
            staging.change(path, (whole,))
        staging.change(open_proposals.FILE, (open_proposals.rest(known, seen, wishes),))
    return staging.added


def encoded(step: Step) -> str:
    """Return a step's text as it goes to disk, with the line ends that the page has."""
    text = step.after or ""
    return text.replace("\n", "\r\n") if step.windows else text


class _Lines:
    """The ledger's lines by file and id, in a temporary file and not in memory."""

    def __init__(self, records: ledger.Records) -> None:
        self._rows = sqlite3.connect("")  # a file that nobody else sees, gone when closed
        self._rows.execute("CREATE TABLE lines (file, id, line, PRIMARY KEY (file, id))")
        self._files = {*records}
        for file, part in records.items():
            self._put(file, part.values())

    def take(self, step: Step) -> None:
        """Keep what the ledger is to say of a page."""
        if step.record is not None:
            file = ledger.entry_file(step.id) if step.kind == "entries" else step.kind
            self._files.add(file)
            self._put(file, (step.record,))

    def files(self) -> Iterator[tuple[str, Iterator[str]]]:
        """Yield the lines of each file, sorted by id."""
        for file in sorted(self._files):
            wanted = "SELECT line FROM lines WHERE file = ? ORDER BY id"
            yield file, (f"{line}\n" for (line,) in self._rows.execute(wanted, (file,)))

    def close(self) -> None:
        """Give the file back."""
        self._rows.close()

    def _put(self, file: str, records: Iterable[Record]) -> None:
        rows = ((file, record.id, ledger.line(record)) for record in records)
        self._rows.executemany("INSERT OR REPLACE INTO lines VALUES (?, ?, ?)", rows)
