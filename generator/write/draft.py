"""A content folder as a decision would leave it, before it is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from generator.content import EntryPage, Page, ledger
from generator.content.frontmatter import parse
from generator.content.ledger import Record
from generator.content.plain import plain
from generator.write.decide import step_for
from generator.write.decisions import Told
from generator.write.plan import offers
from generator.write.run import Plan
from generator.write.standing import Standing
from generator.write.step import Step


def with_records(standing: Standing, changed: Mapping[str, Record]) -> Standing:
    """Return the content folder as though the ledger held these records."""
    records: ledger.Records = {name: dict(part) for name, part in standing.records.items()}
    for name, record in changed.items():
        records.setdefault(ledger.entry_file(name), {})[name] = record
    return replace(standing, records=records, entries=ledger.entries(records))


def drafted(standing: Standing, drafts: Mapping[str, str], gone: Collection[str] = ()) -> Standing:
    """Return the content folder as though the drafts stood in it, and `gone` did not."""
    entries = {own: page for own, page in standing.chronology.entries.items() if own not in gone}
    entries |= {Path(path).stem: page_of(path, text) for path, text in drafts.items()}
    chronology = replace(standing.chronology, entries=dict(sorted(entries.items())))
    return replace(standing, chronology=chronology, drafts=dict(drafts))


def page_of(path: str, text: str) -> Page[EntryPage]:
    """Read a draft."""
    document = parse(text)
    meta = EntryPage.model_validate(document.meta)
    return Page(id=Path(path).stem, path=path, meta=meta, body=document.body, lines=document.lines)


def steps(standing: Standing, told: Told) -> tuple[Step, ...]:
    """Return what happens to the drafts, as the next run would have them, and to nothing else."""
    wanted = {Path(path).stem for path in standing.drafts}
    made = Plan(standing, told, ()).steps()
    found = {s.id: s for s in made if s.kind == "entries" and s.id in wanted}
    for path, text in standing.drafts.items():
        page = page_of(path, text)
        if page.id not in found:
            step = step_for(standing, page, text)
            wishes = offers(plain(page.meta), step.record) if step.record else ()
            new = (wish for wish in wishes if wish not in step.proposals)
            found[page.id] = replace(step, proposals=(*step.proposals, *new))
    return tuple(replace(step, before=_before(standing, step)) for step in found.values())


def _before(standing: Standing, step: Step) -> str | None:
    """Return what stands on disk, and not the draft."""
    if not standing.exists(step.path):
        return None
    return replace(standing, drafts={}).text(step.path)[0]
