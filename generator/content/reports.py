"""What later runs need of the reports that earlier runs read, under `content/.ledger/reports/`.

One line a report, in `YYYY.jsonl` by the year of its publication. So a new article alone joins the
entries that older ones told, by the same comparison as in a run over all of them. The article is
not kept: only its facts, the passages that tell its events, and the names that it names.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator import edtf
from generator.content import ids
from generator.content.paths import LEDGER, safe_path
from generator.content.shelf import Rows
from generator.errors import DatelineError
from generator.model import Entity, EventMention
from generator.settings import ARTICLE_LIMIT

FOLDER = f"{LEDGER}/reports"
RECENT = 2048
"""Reports that are kept once parsed, some 30 MB: those of events of neighbouring days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What one or more mentions in a report stand for."""

    kind: str
    """`NameKind` of the mentions."""
    actor: str | None = None
    """Id of the actor, as it was given over all reports."""
    place: str | None = None
    """Id of the place, as it was given over all reports."""
    proposal: Entity | None = None
    """The page proposed in the report itself, for a name in no registry."""
    times: int = 1
    """Mentions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """One report as later runs know it."""

    id: str
    """Report id."""
    publisher: str | None = None
    """As in `Article`."""
    title: str | None = None
    """As in `Article`."""
    url: str | None = None
    """As in `Article`."""
    archive: str | None = None
    """As in `Article`."""
    published: dt.date | None = None
    """The document creation time."""
    passages: tuple[tuple[int, str], ...] = ()
    """Where in the article's text a passage begins, and the passage; none overlap."""
    blanks: tuple[tuple[int, int], ...] = ()
    """Boilerplate within the passages: start and end."""
    words: tuple[tuple[str, str, str], ...] = ()
    """Text, part of speech and dependency of words that a body may begin or name a speaker with."""
    named: tuple[str, ...] = ()
    """Those of them that stand in names."""
    names: tuple[Name, ...] = ()
    """What its mentions stand for."""
    events: tuple[EventMention, ...] = ()
    """What it tells."""
    days: tuple[tuple[dt.date, int], ...] = ()
    """Days that its text refers to, each with the number of sentences that do."""


@cache
def _reader() -> TypeAdapter[Remembered]:
    return TypeAdapter(Remembered)  # made where reports are read, of which a site may have none


def load(content: Path) -> dict[str, Remembered]:
    """Read what is remembered, by report.

    Raises:
        DatelineError: a line is not a report's; the message names it.

    """
    return {report.id: report for report in each(content)}


def each(content: Path) -> Iterator[Remembered]:
    """Read what is remembered as `load` does, one report after the other."""
    folder = safe_path(content, FOLDER)
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        safe_path(content, f"{FOLDER}/{path.name}")
        with path.open(encoding="utf-8") as rows:
            for number, row in enumerate(rows, start=1):
                yield parse(row, f"{path}:{number}")


def parse(row: str, where: str) -> Remembered:
    """Read one line; `where` names it in the message of what is wrong."""
    try:
        report = _reader().validate_json(row)
    except ValidationError as error:
        problem = error.errors()[0]["msg"]
        raise DatelineError(f"{where}: this is not a line of the reports: {problem}") from error
    ends = [start + len(text) for start, text in report.passages]
    starts = [start for start, _ in report.passages]
    if min([0, *starts]) < 0 or max([0, *ends]) > ARTICLE_LIMIT:
        raise DatelineError(f"{where}: a passage lies outside the article")
    for date in (event.date.edtf for event in report.events if event.date):
        try:
            edtf.parse(date)
        except ValueError as error:
            fix = "mend it, or take the line away and run over the article again"
            raise DatelineError(f"{where}: events.date.edtf: {error}; {fix}") from error
    return report


def line(report: Remembered) -> str:
    """Write one line, what is empty left out."""
    data: dict[str, Any] = _reader().dump_python(report, mode="json", exclude_defaults=True)
    for event in data.get("events", ()):
        if "lemmas" in event:
            event["lemmas"] = sorted(event["lemmas"])
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_line(row: bytes) -> Remembered:
    """Read a line that this program wrote in this run."""
    return _reader().validate_json(row)


class Reports(Mapping[str, Remembered]):
    """Reports by id, sorted, as lines of a temporary file; each is parsed when it is asked for."""

    def __init__(self) -> None:
        self._lines = Rows()
        self._places: dict[str, tuple[int, int, str]] = {}
        self._recent = lru_cache(RECENT)(self._parsed)

    def put(self, report: Remembered) -> None:
        """Add a report, or replace the one of that id."""
        raw = f"{line(report)}\n".encode()
        start = self._lines.add(raw)
        year = str(report.published.year) if report.published else ids.UNDATED
        self._places[report.id] = (start, len(raw), year)

    def __getitem__(self, report: str) -> Remembered:
        start, size, _ = self._places[report]
        return self._recent(start, size)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._places))

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, report: object) -> bool:
        return report in self._places

    def files(self, content: Path) -> Iterator[tuple[str, Iterator[str]]]:
        """Yield each file by its path under the content folder; one without lines is to go."""
        years: dict[str, list[str]] = {}
        for path in safe_path(content, FOLDER).glob("*.jsonl"):
            years[path.stem] = []
        for report in self:
            years.setdefault(self._places[report][2], []).append(report)
        for year, reports in sorted(years.items()):
            yield f"{FOLDER}/{year}.jsonl", (self.line(report).decode() for report in reports)

    def line(self, report: str) -> bytes:
        """Return the line of a report."""
        start, size, _ = self._places[report]
        return self._lines.read(start, size)

    def _parsed(self, start: int, size: int) -> Remembered:
        return from_line(self._lines.read(start, size))
