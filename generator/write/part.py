"""One entry that is two: some of its reports tell another event, and later runs obey.

`not_same_as` is written where the machine would join the two again. Merging takes it back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.content import EntryPage, Page, ids
from generator.content.frontmatter import parse
from generator.content.ledger import Record
from generator.content.plain import plain
from generator.errors import DatelineError, UsageError
from generator.model import EventMention
from generator.write import decision_log, entry
from generator.write.absorb import shed, told_by
from generator.write.decide import Settled, entry_of, held, settle, take_back, text_with
from generator.write.decision_log import Decision
from generator.write.decisions import Told
from generator.write.draft import drafted, page_of, steps, with_records
from generator.write.dump import edit, render
from generator.write.fields import value_at
from generator.write.identity import owner
from generator.write.lineage import end, former, taken_up, with_former
from generator.write.paragraphs import added, without
from generator.write.standing import Standing
from generator.write.threeway import merge


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """What is split off, before the reports are asked what they tell."""

    record: Record
    """What the machine last wrote to it."""
    text: str
    """Its page."""


def part(content: Path, whole: str, reports: Sequence[str], told: Told) -> str:
    """Take reports out of an entry into one of their own; return its id.

    Raises:
        UsageError: the entry is unknown, or is not told by these reports and others.

    """
    with held(content) as standing:
        page = entry_of(standing, whole)
        back = take_back(standing, lambda d: d.joins(page.id, reports))
        if back is not None:
            return back.others[0]
        record = standing.entries.get(page.id, Record(id=page.id))
        missing = sorted(set(reports) - record.reports)
        if missing:
            raise UsageError(f"{page.id} is not told by {', '.join(missing)}")
        if set(reports) >= record.reports:
            raise UsageError(f"{page.id} is told by these reports alone; leave it one at least")
        other = _half(standing, page, record, reports, told)
        settle(standing, *_parted(standing, page, other, reports, told))
        return other.record.id


def _parted(
    standing: Standing, page: Page[EntryPage], other: Half, reports: Sequence[str], told: Told
) -> tuple[Decision, Settled]:
    name = other.record.id
    record = standing.entries[page.id]
    with_it = {
        own: replace(standing.entries[own], merged_into=name)
        for own in taken_up(standing.entries, page.id)
        if own != name and standing.entries[own].reports <= set(reports)
    }
    records = {**standing.entries, **with_it, name: other.record}
    olds = former(records, {page.id, name}).get(name, [])
    left = tuple(trace for trace in record.traces if trace.report not in reports)
    here = replace(
        record,
        traces=left,
        fields=_without(shed(record.fields, reports), {name, *olds}),
        offered=_not_of(record, other),
    )
    there = replace(other.record, fields=_leading(other.record.fields, olds))
    same = {own for own in page.meta.same_as if end(own, records) != name}
    joined = _joins(told, {page.id: here, name: there})
    fields = _without(shed(plain(page.meta), reports), {name, *olds})
    fields["same_as"] = [own for own in page.meta.same_as if own in same]
    fields["not_same_as"] = [*page.meta.not_same_as, *([name] if joined else [])]
    twin = page_of(ids.entry_path(name), other.text)
    body = without(page.body, added(there.body, twin.body, ""))
    wanted = _leading(plain(twin.meta), olds)
    drafts = {
        page.path: text_with(standing, page, _all(page, fields), body),
        twin.path: edit(other.text, plain(twin.meta), wanted, twin.body, EntryPage),
    }
    after = with_records(standing, {**with_it, page.id: here, name: there})
    made = Decision(command="split", entry=page.id, others=(name,), reports=tuple(reports))
    return made, Settled(steps=steps(drafted(after, drafts), told), standing=after)


def _half(
    standing: Standing, page: Page[EntryPage], record: Record, reports: Collection[str], told: Told
) -> Half:
    """Return the entry that had told these reports before, or tells them as well, or a new one."""
    found = _taken_up(standing, page, reports)
    if found is None:
        mentions = _mentions(page, record, reports, told)
        found = _beside(standing, page, reports, mentions, told) or _new(standing, mentions, told)
    meta = plain(EntryPage.model_validate(parse(found.text).meta))
    said, now = told_by(record.fields, reports), told_by(plain(page.meta), reports)
    if said != now:  # a person edited there what goes
        theirs = {key: meta[key] for key in ("figures", "sources") if key in meta}
        wanted = {**_without(meta, ()), **merge(said, theirs, now).value}
        ordered = plain(EntryPage.model_validate(wanted))
        found = replace(
            found, text=edit(found.text, meta, ordered, parse(found.text).body, EntryPage)
        )
    moved = [trace for trace in record.traces if trace.report in reports]
    own = found.record.traces if found.record.merged_into is None else ()
    traces = tuple(dict.fromkeys([*moved, *own]))
    return replace(found, record=replace(found.record, merged_into=None, traces=traces))


def _taken_up(standing: Standing, page: Page[EntryPage], reports: Collection[str]) -> Half | None:
    """Return the entry that was taken up with these reports, as it stood then."""
    known = standing.entries
    fits = [own for own in taken_up(known, page.id) if known[own].reports <= set(reports)]
    if not fits:
        return None
    name = max(fits, key=lambda own: len(known[own].reports))
    path = ids.entry_path(name)
    for made in reversed(decision_log.load(standing.content)):
        text = made.pages.get(path) if made.command == "merge" and name in made.others else None
        if text:
            return Half(record=known[name], text=text.replace("\r\n", "\n"))
    if not known[name].fields:
        return None
    return Half(record=known[name], text=render(known[name].fields, known[name].body, EntryPage))


def _mentions(
    page: Page[EntryPage], record: Record, reports: Collection[str], told: Told
) -> list[EventMention]:
    """Return what the reports tell of the entry."""
    mentions = [
        mention
        for event in told.events
        for mention in event.mentions
        if mention.report in reports and owner(mention, told.readings, {page.id: record})
    ]
    if not mentions:
        raise UsageError("these reports are not remembered; generate from them once more")
    return mentions


def _beside(
    standing: Standing,
    page: Page[EntryPage],
    reports: Collection[str],
    mentions: Sequence[EventMention],
    told: Told,
) -> Half | None:
    """Return an entry that stands and tells the same, as one that a person had edited does."""
    others = {
        own: record
        for own, record in standing.entries.items()
        if own != page.id and own in standing.chronology.entries and record.reports <= set(reports)
    }
    found = next(filter(None, (owner(m, told.readings, others) for m in mentions)), None)
    if found is None:
        return None
    text, _ = standing.text(ids.entry_path(found))
    return Half(record=others[found], text=text)


def _new(standing: Standing, mentions: Sequence[EventMention], told: Told) -> Half:
    """Return what the machine makes of the reports alone, under an id of its own."""
    event = told.fuse(mentions, ())
    name = ids.entry_id(event.date, event.title, standing.taken())
    try:
        made = entry.page_of(event, told.readings, standing.chronology.registry())
    except ValidationError as error:
        raise DatelineError(f"{name} cannot be written: {error.errors()[0]['msg']}") from error
    fields = plain(made)
    return Half(record=Record(id=name, fields=fields), text=render(fields, "", EntryPage))


def _joins(told: Told, parts: Mapping[str, Record]) -> bool:
    """Whether the machine would make one event of the two."""
    return any(
        {owner(mention, told.readings, parts) for mention in event.mentions} >= parts.keys()
        for event in told.events
    )


def _not_of(record: Record, other: Half) -> dict[str, Any]:
    """Return what is offered, but for what stands in the other entry itself."""
    fields = plain(EntryPage.model_validate(parse(other.text).meta))
    return {key: said for key, said in record.offered.items() if value_at(fields, key) != said}


def _without(fields: Mapping[str, Any], aliases: Collection[str]) -> dict[str, Any]:
    return {**fields, "aliases": [own for own in fields.get("aliases", ()) if own not in aliases]}


def _leading(fields: Mapping[str, Any], aliases: Sequence[str]) -> dict[str, Any]:
    """Return fields with the former ids that lead to their entry now."""
    found = {**fields, "aliases": with_former(fields.get("aliases", ()), aliases)}
    return {key: value for key, value in found.items() if value != []}


def _all(page: Page[EntryPage], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields with those that the page has no more, as None."""
    return {**dict.fromkeys(plain(page.meta)), **fields}
