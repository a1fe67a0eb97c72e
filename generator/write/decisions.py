"""A person's decisions on what is one event: `same_as` joins, `not_same_as` parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.content.ledger import Record
from generator.model import Event, EventMention, Parting, Reading, Reason
from generator.write.identity import owner
from generator.write.lineage import Pages, Records, live
from generator.write.standing import Texts, nowhere

Fuse = Callable[[Sequence[EventMention], Sequence[Reason]], Event]
"""Makes one event of its mentions, as merging does."""

Regroup = Callable[[Parting], Sequence[Event]]
"""Merges once more, and joins nothing that people parted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the reports tell."""

    events: Sequence[Event]
    """What merging makes of them."""
    readings: Mapping[str, Reading]
    """The reports as read or recalled, by id."""
    fuse: Fuse
    """How merging would put together what people join or part."""
    regroup: Regroup | None = None
    """How merging would put together all reports once people parted some; None where it stands."""
    texts: Texts = nowhere
    """The articles at hand, whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the entries' front matter says of one another."""

    into: Mapping[str, str]
    """From an entry to the one that names it in `same_as`."""
    apart: frozenset[frozenset[str]]
    """Pairs of which one names the other in `not_same_as`."""


def decisions(pages: Pages, records: Records) -> Decisions:
    """Read the decisions that stand in the front matter."""

    def meant(named: str, by: str) -> str:
        found = live(named, records, pages)
        return found if found != by else named  # its own: an entry that it took up already

    into: dict[str, str] = {}
    for page in pages.values():
        for named in page.meta.same_as:
            other = meant(named, page.id)
            if _root(page.id, into) != other:  # two that name each other: the first by id stays
                into.setdefault(other, page.id)
    apart = (
        frozenset({page.id, other})
        for page in pages.values()
        for named in page.meta.not_same_as
        if (other := meant(named, page.id)) != page.id
    )
    return Decisions(into=into, apart=frozenset(apart))


def obey(told: Told, records: Mapping[str, Record], made: Decisions) -> Sequence[Event]:
    """Join and part events as people decided; without decisions they stay as they are."""
    if not made.into and not made.apart:
        return told.events
    readings, fuse = told.readings, told.fuse
    concerned = {*made.into, *made.into.values(), *(own for pair in made.apart for own in pair)}
    known = {own: record for own, record in records.items() if own in concerned}
    events = told.events
    if made.apart and told.regroup:
        events = told.regroup(_parting(events, readings, known, made))
    parted = [part for event in events for part in _parted(event, readings, known, made, fuse)]
    groups: dict[str, list[Event]] = {}
    for number, event in enumerate(parted):
        own = next((o for m in event.mentions if (o := owner(m, readings, known))), None)
        root = _root(own, made.into) if own else f" {number}"  # a space: no entry's id
        groups.setdefault(root, []).append(event)
    return tuple(_joined(group, fuse) for group in groups.values())


def _parting(
    events: Sequence[Event],
    readings: Mapping[str, Reading],
    known: Mapping[str, Record],
    made: Decisions,
) -> Parting:
    """Say which mentions tell entries that are not the same, so that others join either."""
    reports = {report for record in known.values() for report in record.reports}
    mentions = (m for event in events for m in event.mentions if m.report in reports)
    owners = {mention.key: owner(mention, readings, known) for mention in mentions}
    return Parting(part={key: own for key, own in owners.items() if own}, apart=made.apart)


def _parted(
    event: Event,
    readings: Mapping[str, Reading],
    known: Mapping[str, Record],
    made: Decisions,
    fuse: Fuse,
) -> Iterator[Event]:
    """Cut an event between entries that are not the same; the rest goes with its first part."""
    owners = [owner(mention, readings, known) for mention in event.mentions]
    parts: list[set[str | None]] = [{None}]
    for name in dict.fromkeys(own for own in owners if own):
        barred = {own for pair in made.apart if name in pair for own in pair}
        part = next((part for part in parts if not barred & part), None)
        if part is None:
            parts.append({name})
        else:
            part.add(name)
    if len(parts) == 1:
        yield event
        return
    for part in parts:
        mentions = tuple(m for m, own in zip(event.mentions, owners, strict=True) if own in part)
        reports = {mention.report for mention in mentions}
        yield fuse(mentions, [why for why in event.reasons if {why.a, why.b} <= reports])


def _joined(group: Sequence[Event], fuse: Fuse) -> Event:
    """Make one event of those that a person found to be the same."""
    if len(group) == 1:
        return group[0]
    mentions = {mention: None for event in group for mention in event.mentions}
    reasons = {reason: None for event in group for reason in event.reasons}
    return fuse(sorted(mentions, key=lambda m: (m.report, m.trigger.start)), list(reasons))


def _root(own: str, into: Mapping[str, str]) -> str:
    seen = {own}
    while own in into and into[own] not in seen:
        own = into[own]
        seen.add(own)
    return own
