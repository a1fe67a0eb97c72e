"""A person's decisions on what is one event: `same_as` joins, `not_same_as` parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.content import EntryPage, Page
from generator.content.ledger import Record
from generator.model import Event, EventMention, Mode, Reading
from generator.write.identity import owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the entries' front matter says of one another."""

    into: Mapping[str, str]
    """From an entry to the one that names it in `same_as`."""
    apart: frozenset[frozenset[str]]
    """Pairs of which one names the other in `not_same_as`."""


def decisions(pages: Mapping[str, Page[EntryPage]]) -> Decisions:
    """Read the decisions that stand in the front matter."""
    into: dict[str, str] = {}
    now = {old: page.id for page in pages.values() for old in page.meta.aliases}
    for page in pages.values():
        for named in page.meta.same_as:
            # An alias of its own is an entry that it took up already.
            other = named if named in pages or now.get(named) == page.id else now.get(named, named)
            if _root(page.id, into) != other:  # two that name each other: the first by id stays
                into.setdefault(other, page.id)
    apart = (
        frozenset({page.id, other})
        for page in pages.values()
        for named in page.meta.not_same_as
        for other in (named if named in pages else now.get(named, named),)
        if other != page.id
    )
    return Decisions(into=into, apart=frozenset(apart))


def obey(
    events: Sequence[Event],
    readings: Mapping[str, Reading],
    records: Mapping[str, Record],
    made: Decisions,
) -> tuple[Event, ...]:
    """Join and part events as people decided; without decisions they stay as they are."""
    if not made.into and not made.apart:
        return tuple(events)
    concerned = {*made.into, *made.into.values(), *(own for pair in made.apart for own in pair)}
    known = {own: record for own, record in records.items() if own in concerned}
    parted = [part for event in events for part in _parted(event, readings, known, made)]
    groups: dict[str, list[Event]] = {}
    for number, event in enumerate(parted):
        own = next((o for m in event.mentions if (o := owner(m, readings, known))), None)
        root = _root(own, made.into) if own else f" {number}"  # a space: no entry's id
        group = groups.setdefault(root, [])
        group.insert(0 if own == root else len(group), event)
    return tuple(_joined(group) for group in groups.values())


def _parted(
    event: Event, readings: Mapping[str, Reading], known: Mapping[str, Record], made: Decisions
) -> Iterator[Event]:
    """Cut an event between entries that are not the same; the rest goes with its first part."""
    owners = [owner(mention, readings, known) for mention in event.mentions]
    named = sorted({own for own in owners if own})
    if not any(frozenset({a, b}) in made.apart for a in named for b in named if a < b):
        yield event
        return
    first = next(own for own in owners if own)
    for name in dict.fromkeys([first, *named]):
        mentions = tuple(
            mention
            for mention, own in zip(event.mentions, owners, strict=True)
            if own == name or (own is None and name == first)
        )
        yield _part(event, mentions)


def _part(event: Event, mentions: tuple[EventMention, ...]) -> Event:
    lead = next((m for m in mentions if m.headline == event.title), mentions[0])
    reports = {mention.report for mention in mentions}
    date = next((mention.date.edtf for mention in mentions if mention.date), None)
    kinds = {Mode.STATEMENT: "statement", Mode.PLANNED: "planned"}
    return replace(
        event,
        mentions=mentions,
        title=lead.headline or event.title,
        date=date,
        kind=kinds.get(lead.mode, lead.kind),
        actors=tuple(dict.fromkeys(actor for m in mentions for actor in m.actors)),
        places=tuple(dict.fromkeys(place for m in mentions for place in m.places)),
        background=all(mention.background for mention in mentions),
        reasons=tuple(r for r in event.reasons if r.a in reports and r.b in reports),
    )


def _joined(group: Sequence[Event]) -> Event:
    """Make one event of those that a person found to be the same; the first leads."""
    first = group[0]
    if len(group) == 1:
        return first
    mentions = {mention: None for event in group for mention in event.mentions}
    return replace(
        first,
        mentions=tuple(sorted(mentions, key=lambda m: (m.report, m.trigger.start))),
        actors=tuple(dict.fromkeys(actor for event in group for actor in event.actors)),
        places=tuple(dict.fromkeys(place for event in group for place in event.places)),
        reasons=tuple(dict.fromkeys(reason for event in group for reason in event.reasons)),
    )


def _root(own: str, into: Mapping[str, str]) -> str:
    seen = {own}
    while own in into and into[own] not in seen:
        own = into[own]
        seen.add(own)
    return own
