"""Files of many articles, read record by record, so that their size does not matter.

A format is one module with one function: from a stream to drafts, and to a finding for each record
that gives none. What cannot be read on ends that file and not the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from generator.errors import DatelineError, Finding
from generator.read.archives.lines import from_lines
from generator.read.archives.parquet import from_parquet
from generator.read.archives.warc import from_warc
from generator.read.findings import BROKEN_OFF, finding
from generator.read.records import Outcome
from generator.read.sources import Source
from generator.settings import BROKEN_IN_A_ROW

Reader = Callable[[BinaryIO, str], Iterator[Outcome]]

READERS: Mapping[str, Reader] = {
    "jsonl": from_lines,
    "parquet": from_parquet,
    "warc": from_warc,
}
"""The reader of each kind that `lexicons/article_formats.tsv` names."""


def records(source: Source, kind: str) -> Iterator[Outcome]:
    """Yield what each record gives, one at a time."""
    file = source.open()
    if isinstance(file, Finding):
        yield file
        return
    last = broken = 0
    with file:
        outcomes = READERS[kind](file, source.name)
        while True:
            try:
                outcome = next(outcomes, None)
            except DatelineError:
                raise
            except Exception as error:  # noqa: BLE001 -- unpackers and stores raise what they like
                message = f"the file cannot be read on: {type(error).__name__}: {error}"
                yield finding(source.name, BROKEN_OFF, message[:300], line=last)
                return
            if outcome is None:
                return
            last = max(last, outcome.line)
            yield outcome
            broken = broken + 1 if isinstance(outcome, Finding) else 0
            if broken == BROKEN_IN_A_ROW:
                message = f"{broken:,} records in a row cannot be read; the rest was not tried"
                yield finding(source.name, BROKEN_OFF, message, line=last)
                return
