"""What later runs need of the reports that earlier runs read, under `content/.ledger/reports/`.

One line a report, in `YYYY.jsonl` by the year of its publication. So a new article alone joins the
entries that older ones told, by the same comparison as in a run over all of them. The article is
not kept: only its facts, the passages that tell its events, and the names that it names.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator import edtf
from generator.content import ids
from generator.content.paths import LEDGER, safe_path
from generator.errors import DatelineError
from generator.model import Entity, EventMention
from generator.settings import ARTICLE_LIMIT

FOLDER = f"{LEDGER}/reports"


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


_REPORT = TypeAdapter(Remembered)


def load(content: Path) -> dict[str, Remembered]:
    """Read what is remembered, by report.

    Raises:
        DatelineError: a line is not a report's; the message names it.

    """
    folder = safe_path(content, FOLDER)
    found: dict[str, Remembered] = {}
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        safe_path(content, f"{FOLDER}/{path.name}")
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            report = parse(row, f"{path}:{number}")
            found[report.id] = report
    return found


def parse(row: str, where: str) -> Remembered:
    """Read one line; `where` names it in the message of what is wrong."""
    try:
        report = _REPORT.validate_json(row)
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
    data: dict[str, Any] = _REPORT.dump_python(report, mode="json", exclude_defaults=True)
    for event in data.get("events", ()):
        if "lemmas" in event:
            event["lemmas"] = sorted(event["lemmas"])
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def files(reports: Iterable[Remembered]) -> dict[str, str]:
    """Return the text of each file by its path under the content folder."""
    parts: dict[str, list[Remembered]] = {}
    for report in sorted(reports, key=lambda r: r.id):
        year = str(report.published.year) if report.published else ids.UNDATED
        parts.setdefault(f"{FOLDER}/{year}.jsonl", []).append(report)
    return {path: "".join(f"{line(r)}\n" for r in part) for path, part in sorted(parts.items())}
