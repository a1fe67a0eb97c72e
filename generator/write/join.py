"""Two entries that are one event, and one entry that is two: decided by a person, obeyed for good.

Taking up writes `same_as` into the entry that stays; parting writes `not_same_as` where the machine
would join the two again. Each is undone by the other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.content import EntryPage, Page, ids, ledger
from generator.content.frontmatter import parse
from generator.content.ledger import Record
from generator.errors import UsageError
from generator.model import Event, Reading
from generator.write import decision_log
from generator.write.decide import Settled, entry_of, held, settle, step_for, take_back, text_with
from generator.write.decision_log import Decision
from generator.write.identity import owner
from generator.write.run import plan_of
from generator.write.standing import Standing, by_hand
from generator.write.step import Step

Told = tuple[Sequence[Event], Mapping[str, Reading]]
"""Events of all remembered reports, and the reports as recalled."""


def join(content: Path, keep: str, others: Sequence[str], told: Told) -> tuple[str, ...]:
    """Have one entry take up others, whose ids redirect to it; return the ids taken up.

    Raises:
        UsageError: an entry is unknown, or named twice.

    """
    with held(content) as standing:
        into = entry_of(standing, keep)
        pages = [entry_of(standing, other) for other in others]
        names = tuple(page.id for page in pages)
        if len({into.id, *names}) <= len(names):
            raise UsageError("name two entries or more, each once")
        if take_back(standing, lambda d: _is(d, "split", into.id, names)):
            return names
        drafts = {into.path: _joining(standing, into, pages)}
        drafts |= {
            page.path: text_with(standing, page, {"not_same_as": left})
            for page in pages
            if (left := [own for own in page.meta.not_same_as if own != into.id])
            != list(page.meta.not_same_as)
        }
        existing = {**by_hand(standing.chronology, standing.entries, told[1]), **standing.entries}
        known = {name: existing.get(name, Record(id=name)) for name in names}
        drafted = _drafted(_with_records(standing, known), drafts)
        steps = _steps(drafted, told, {into.id, *names}, names)
        made = Decision(command="merge", entry=into.id, others=names, reports=_reports(known))
        settle(standing, made, Settled(steps=steps, standing=standing))
        return names


def part(content: Path, entry: str, reports: Sequence[str], told: Told) -> str:
    """Take reports out of an entry into one of their own; return its id.

    Raises:
        UsageError: the entry is unknown, or is not told by these reports and others.

    """
    with held(content) as standing:
        page = entry_of(standing, entry)
        back = take_back(
            standing,
            lambda d: _is(d, "merge", page.id) and set(reports) == set(d.reports),
        )
        if back is not None:
            return back.others[0]
        record = standing.entries.get(page.id, Record(id=page.id))
        missing = sorted(set(reports) - record.reports)
        if missing:
            raise UsageError(f"{page.id} is not told by {', '.join(missing)}")
        if set(reports) >= record.reports:
            raise UsageError(f"{page.id} is told by these reports alone; leave it one at least")
        moved = tuple(trace for trace in record.traces if trace.report in reports)
        left = replace(record, traces=tuple(t for t in record.traces if t.report not in reports))
        name, text = _name(standing, page, reports, told)
        fresh = Record(id=name, traces=moved)
        changed = _with_records(standing, {page.id: left, name: fresh})
        former = EntryPage.model_validate(parse(text).meta).aliases if text else ()
        parts = {page.id: left, name: fresh}
        drafts = {page.path: _parting(standing, page, name, told, parts, former)}
        if text is not None:
            kept = standing.entries[name]
            changed = _with_records(changed, {name: replace(kept, merged_into=None, traces=moved)})
            drafts[ids.entry_path(name)] = text
        steps = _steps(_drafted(changed, drafts), told, {page.id, name}, ())
        made = Decision(command="split", entry=page.id, others=(name,), reports=tuple(reports))
        settle(standing, made, Settled(steps=steps, standing=standing))
        return name


def _is(made: Decision, command: str, entry: str, others: Sequence[str] | None = None) -> bool:
    same = others is None or set(made.others) == set(others)
    return made.command == command and made.entry == entry and same


def _joining(standing: Standing, into: Page[EntryPage], pages: Sequence[Page[EntryPage]]) -> str:
    """Return the text of the entry that stays, which former ids of the others come to as well."""
    names = [page.id for page in pages]
    former = [old for page in pages for old in page.meta.aliases]
    changes = {
        "same_as": list(dict.fromkeys([*into.meta.same_as, *names])),
        "not_same_as": [own for own in into.meta.not_same_as if own not in names],
        "aliases": list(dict.fromkeys([*into.meta.aliases, *former])),
    }
    return text_with(standing, into, changes)


def _parting(
    standing: Standing,
    page: Page[EntryPage],
    name: str,
    told: Told,
    parts: Mapping[str, Record],
    former: Collection[str],
) -> str:
    """Return the page's text without `same_as`, and with `not_same_as` where the machine joins."""
    events, readings = told
    joined = any(
        {owner(mention, readings, parts) for mention in event.mentions} >= parts.keys()
        for event in events
    )
    same = [own for own in page.meta.same_as if own != name]
    apart = list(page.meta.not_same_as)
    return text_with(
        standing,
        page,
        {
            "same_as": same,
            "not_same_as": [*apart, name] if joined else apart,
            "aliases": [own for own in page.meta.aliases if own not in former],
        },
    )


def _name(
    standing: Standing, page: Page[EntryPage], reports: Collection[str], told: Told
) -> tuple[str, str | None]:
    """Return the id for what is split off: the one that was taken up, or a new one.

    With it comes the page as it stood when it was taken up, where a person had edited it.
    """
    for made in reversed(decision_log.load(standing.content)):
        if _is(made, "merge", page.id) and set(made.reports) == set(reports):
            name = made.others[0]
            record = standing.entries.get(name)
            if record is not None and record.merged_into == page.id:
                text = made.pages.get(ids.entry_path(name))
                return name, text.replace("\r\n", "\n") if text else None
    for name, record in sorted(standing.entries.items()):
        if record.merged_into == page.id and record.reports and record.reports <= set(reports):
            return name, None
    events, readings = told
    known = {page.id: standing.entries[page.id]}
    first = next(
        (
            mention
            for event in events
            for mention in event.mentions
            if mention.report in reports and owner(mention, readings, known)
        ),
        None,
    )
    if first is None:
        raise UsageError("these reports are not remembered; generate from them once more")
    date = first.date.edtf if first.date else None
    return ids.entry_id(date, first.headline or page.meta.title, standing.taken()), None


def _with_records(standing: Standing, changed: Mapping[str, Record]) -> Standing:
    records = {name: dict(part) for name, part in standing.records.items()}
    for name, record in changed.items():
        records.setdefault(ledger.entry_file(name), {})[name] = record
    return replace(standing, records=records, entries=ledger.entries(records))


def _drafted(standing: Standing, drafts: Mapping[str, str]) -> Standing:
    """Return the content folder as though the drafts stood in it."""
    entries = dict(standing.chronology.entries)
    for path, text in drafts.items():
        document = parse(text)
        meta = EntryPage.model_validate(document.meta)
        name = Path(path).stem
        entries[name] = Page(
            id=name, path=path, meta=meta, body=document.body, lines=document.lines
        )
    chronology = replace(standing.chronology, entries=dict(sorted(entries.items())))
    return replace(standing, chronology=chronology, drafts=dict(drafts))


def _steps(
    drafted: Standing, told: Told, concerned: Collection[str], taken_up: Collection[str]
) -> tuple[Step, ...]:
    """Return what happens to the entries concerned, and to no other."""
    events, readings = told
    plan = plan_of(drafted, events, readings, (), taken_up)
    planned = [s for s in plan.steps if s.kind == "entries" and s.id in concerned]
    done = {step.path for step in planned}
    entries = drafted.chronology.entries
    for path, text in drafted.drafts.items():
        if path not in done:
            planned.append(step_for(drafted, entries[Path(path).stem], text))
    return tuple(replace(step, before=_before(drafted, step)) for step in planned)


def _before(drafted: Standing, step: Step) -> str | None:
    """Return what stands on disk, and not the draft."""
    if not drafted.exists(step.path):
        return None
    return replace(drafted, drafts={}).text(step.path)[0]


def _reports(known: Mapping[str, Record]) -> tuple[str, ...]:
    return tuple(sorted({report for record in known.values() for report in record.reports}))
