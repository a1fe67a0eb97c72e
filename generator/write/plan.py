"""What a run would do to each page: pure, so that a dry run and a real one are the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from generator.content.frontmatter import RefusedError
from generator.content.ledger import Record
from generator.content.plain import plain
from generator.content.schema import PAGES, Strict
from generator.errors import Finding
from generator.write.dump import UnwritableError, edit, render
from generator.write.fields import value_at
from generator.write.paragraphs import merge_body
from generator.write.standing import Standing, unchanged
from generator.write.step import Outcome, Step
from generator.write.threeway import Hold, Proposal, merge

_IDENTITY = ("aliases", "same_as", "not_same_as")
"""Fields that say which entry a page is."""


def step(
    standing: Standing,
    kind: str,
    path: str,
    record: Record,
    last: Record | None,
    text: str | None = None,
) -> Step:
    """Plan one page: `record` is what the machine would write, `last` what it last wrote.

    `text` is the record as a new page, where it is at hand.
    """
    page = standing.page(kind, record.id)
    made = Step(kind=kind, id=record.id, path=path, outcome=Outcome.NEW, record=record)
    if page is None and standing.exists(path):
        return _fail(made, last, "the page cannot be read, and is left as it is")
    try:
        if page is None and last is not None and last.fields:
            return step_deleted(path, record, last, kind)
        if page is None:
            return replace(made, after=text or render(record.fields, record.body, PAGES[kind]))
        return _reconciled(made, standing, page.meta, page.body, last)
    except (UnwritableError, RefusedError, ValidationError, OSError) as error:
        return _fail(made, last, str(error))


def step_merged(standing: Standing, path: str, last: Record, into: str) -> Step:
    """Plan the end of an entry that another takes up; one that a person edited stays."""
    page = standing.chronology.entries.get(last.id)
    made = Step(kind="entries", id=last.id, path=path, outcome=Outcome.UNCHANGED, record=last)
    if page is None:
        return replace(made, outcome=Outcome.DELETED)
    text, windows = standing.text(path)
    if unchanged(last, page):
        return replace(
            made,
            outcome=Outcome.MERGED,
            before=text,
            windows=windows,
            record=replace(last, merged_into=into),
        )
    wish = Proposal(field="same_as", yours=list(page.meta.same_as) or None, machine=[into])
    return replace(made, before=text, after=text, edited=True, proposals=(wish,))


def adopted(record: Record, now: Mapping[str, Any]) -> Record:
    """Return what counts as last written for an entry that a person wrote.

    As though the machine had written what it would write now, but for the reports that the
    person does not cite: those are added, and all else is theirs.
    """
    cited = {source.get("report") for source in now.get("sources", ())}
    fields = dict(record.fields)
    fields["sources"] = [s for s in fields.get("sources", ()) if s.get("report") in cited]
    fields["figures"] = [
        {**figure, "claims": claims}
        for figure in fields.get("figures", ())
        if (claims := [claim for claim in figure["claims"] if claim.get("source") in cited])
    ]
    return replace(record, fields=fields)


def _reconciled(
    made: Step, standing: Standing, meta: Strict, body: str, last: Record | None
) -> Step:
    record = made.record or Record(id=made.id)
    now = plain(meta)
    base = last if last is not None and last.fields else adopted(record, now)
    hold = _hold(base, now, body)
    fields = merge(base.fields, now, record.fields, frozenset(base.theirs), hold=hold)
    text = merge_body(base.body, body, record.body, hold)
    before, windows = standing.text(made.path)
    wanted = plain(type(meta).model_validate(fields.value))
    after = before
    if wanted != now or text.value != body:
        after = edit(before, now, wanted, text.value, type(meta))
    last_written = replace(
        record, fields=fields.base, body=text.base, theirs=tuple(sorted(fields.theirs))
    )
    wishes = (*fields.proposals, *text.proposals)
    proposed = {wish.field for wish in wishes}
    offered = (w for w in offers(wanted, last_written) if w.field not in proposed)
    return replace(
        made,
        outcome=Outcome.UNCHANGED if after == before else Outcome.UPDATED,
        before=before,
        after=after,
        windows=windows,
        record=last_written,
        edited=now != base.fields or body != base.body,
        proposals=(*wishes, *offered),
    )


def _hold(base: Record, now: Mapping[str, Any], body: str) -> Hold:
    """Return what people have done with a page; decisions on what is one event leave it as is."""
    if now.get("status") == "reviewed":
        return Hold.ALL
    said, written = (
        {key: value for key, value in fields.items() if key not in _IDENTITY}
        for fields in (now, base.fields)
    )
    own = {field for field in base.theirs if field.partition(".")[0] not in _IDENTITY}
    return Hold.ITEMS if own or said != written or body != base.body else Hold.NOTHING


def offers(fields: Mapping[str, Any], record: Record) -> Iterator[Proposal]:
    """Propose what people wrote into entries that this one took up."""
    for field, said in record.offered.items():
        here = value_at(fields, field)
        if here != said:
            base = value_at(record.fields, field)
            yield Proposal(field=field, yours=here, machine=said, base=base)


def step_deleted(path: str, record: Record, last: Record, kind: str = "entries") -> Step:
    """Leave a deleted page deleted, remembering the reports that tell it now."""
    kept = replace(last, traces=tuple(dict.fromkeys([*last.traces, *record.traces])))
    return Step(kind=kind, id=last.id, path=path, outcome=Outcome.DELETED, record=kept)


def _fail(made: Step, last: Record | None, reason: str) -> Step:
    fix = "Mend the page; `dateline check` says what is wrong with it."
    finding = Finding(made.path, 0, "", "E201", f"not written: {reason}", fix)
    known = last if last is not None and last.fields else None
    return replace(made, outcome=Outcome.FAILED, record=known, findings=(finding,))
