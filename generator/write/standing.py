"""The pages as they stand in the content folder when a run begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.content import Chronology, Page, ledger, load
from generator.content.frontmatter import decode
from generator.content.ledger import Record, Records, Trace
from generator.content.plain import plain
from generator.content.schema import PAGES, EntryPage, Strict
from generator.content.shelf import Shelved
from generator.errors import Finding
from generator.model import Reading, Registry

Texts = Callable[[str], str | None]
"""From a report's id to its text; None where that is not at hand."""


def nowhere(report: str) -> None:
    """Return no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Files and ledger together."""

    content: Path
    """The content folder."""
    chronology: Chronology
    """Its pages."""
    findings: tuple[Finding, ...]
    """Pages that could not be read."""
    records: Records = field(default_factory=dict)
    """What the generator last wrote, under the ids that the pages have now."""
    entries: Mapping[str, Record] = field(default_factory=dict)
    """Those of `records` that are of entries, by id."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    """Texts by path that a decision is about to write, with plain line ends."""

    def record(self, kind: str, page: str) -> Record | None:
        """Return the record of a page; `kind` is its folder."""
        file = ledger.entry_file(page) if kind == "entries" else kind
        return self.records.get(file, {}).get(page)

    def page(self, kind: str, page: str) -> Page[Strict] | None:
        """Return a page that could be read; `kind` is its folder."""
        pages: Mapping[str, Page[Strict]] = getattr(self.chronology, kind)
        return pages.get(page)

    def exists(self, path: str) -> bool:
        """Whether a file stands there, readable or not."""
        file = self.content / path
        return file.is_symlink() or file.exists()

    def text(self, path: str) -> tuple[str, bool]:
        """Return a page's text with plain line ends, and whether it has those of Windows."""
        file = self.content / path
        windows = file.is_file() and b"\r\n" in file.read_bytes()
        return self.drafts[path] if path in self.drafts else decode(file), windows

    def taken(self) -> set[str]:
        """Return every id that an entry has or had."""
        pages = self.chronology.entries
        former = {alias for page in pages.values() for alias in page.meta.aliases}
        files = {path.stem for path in (self.content / "entries").glob("*/*.md")}
        return {*pages, *former, *files, *self.entries}


def stand(content: Path, only: Collection[str] = (*PAGES, "site")) -> Standing:
    """Read the content folder, which need not exist, and its ledger.

    Entries and what the ledger says of them lie on disk, for there may be any number.
    """
    if not content.is_dir():
        return Standing(content=content, chronology=Chronology(), findings=())
    chronology, findings = load(content, only, entries=Shelved())
    records = _renamed(ledger.load(content, only), chronology)
    return Standing(
        content=content,
        chronology=chronology,
        findings=findings,
        records=records,
        entries=ledger.entries(records),
    )


def unchanged(record: Record, page: Page[Strict]) -> bool:
    """Whether no person has edited the page since the machine wrote it."""
    return plain(page.meta) == record.fields and page.body == record.body


def curated(content: Path) -> Registry:
    """Return the actors and places that people wrote, edited or approved.

    What the machine proposed and nobody has touched is left out: it is found anew in the same
    words, so that a second run reads the articles as the first did.
    """
    standing = stand(content, ("actors", "places"))
    whole = standing.chronology.registry()
    own = {"actors": whole.actors, "places": whole.places}
    for kind, entities in own.items():
        for key in list(entities):
            page, record = standing.page(kind, key), standing.record(kind, key)
            proposed = entities[key].status == "proposed"
            if proposed and page and record and unchanged(record, page):
                del entities[key]
    return whole


def by_hand(
    chronology: Chronology,
    known: Mapping[str, Record],
    readings: Mapping[str, Reading],
    texts: Texts = nowhere,
) -> dict[str, Record]:
    """Return, for entries that the ledger does not know, where their quotes stand in the reports.

    So an entry that a person wrote is found again when the generator reads its report. `texts` are
    the reports at hand, whole; of the others their passages are known.
    """
    found: dict[str, Record] = {}
    for own in chronology.entries:
        if own in known:
            continue
        page = chronology.entries[own]
        traces = _traces(page.meta, readings, texts)
        if traces:
            found[page.id] = Record(id=page.id, traces=traces)
    return found


def _traces(meta: EntryPage, readings: Mapping[str, Reading], texts: Texts) -> tuple[Trace, ...]:
    traces: list[Trace] = []
    for source in meta.sources:
        report = source.report
        if report is None or report not in readings:
            continue
        text = texts(report) or readings[report].article.text
        traces.extend(
            Trace(report=report, kind=meta.kind, passage=span, trigger=span)
            for quote in source.quotes
            if (span := _find(quote.exact, text))
        )
    return tuple(traces)


def _find(passage: str, text: str) -> tuple[int, int] | None:
    words = (re.escape(word) for word in passage.split())
    match = re.search(r"\s+".join(words), text)
    return match.span() if match else None


def _renamed(records: Records, chronology: Chronology) -> Records:
    """Move the record of an entry that a person renamed, leaving its old id as an alias."""
    now = {alias: page.id for page in chronology.entries.values() for alias in page.meta.aliases}
    known = ledger.entries(records)
    moved = [
        (now[old], record)
        for old in known
        if old in now and old not in chronology.entries and now[old] not in known
        if (record := known[old]).merged_into is None
    ]
    for new, record in moved:
        records[ledger.entry_file(record.id)][record.id] = Record(id=record.id, merged_into=new)
        records.setdefault(ledger.entry_file(new), {})[new] = replace(record, id=new)
    return records
