"""One run: from events to a plan for every page, and the plan to disk."""

from __future__ import annotations

from collections import ChainMap, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import cast

from generator.content import ids
from generator.content.ledger import Record
from generator.content.reports import Reports
from generator.errors import DatelineError, Finding
from generator.model import Entity, Event, Reading
from generator.workers import Engine
from generator.write import registry_pages
from generator.write.carry import carried, shared_names, still_named
from generator.write.commit import commit, opened
from generator.write.composition import MANY, Composed, Known, Task, composed
from generator.write.decisions import Told, decisions, obey
from generator.write.identity import Belonging, assign
from generator.write.lineage import end, former, with_former
from generator.write.plan import step, step_deleted, step_merged
from generator.write.standing import Standing, by_hand, stand
from generator.write.step import Outcome, Step
from generator.write.summary import Summary, Sums


def write(
    told: Told,
    entities: Sequence[Entity],
    content: Path,
    *,
    dry_run: bool = False,
    memory: Reports | None = None,
    engine: Engine | None = None,
) -> Summary:
    """Write entries for what is told, and pages for the actors and places that they name.

    What a person edited, removed or deleted stays so. A dry run writes nothing and returns the
    same summary, with a diff. `memory` is what later runs need of all reports; without it, what
    is there stays.
    """
    sums, added = Sums(diff=dry_run), 0
    try:
        if dry_run:
            plan = Plan(stand(content), told, entities, engine)
            deque(sums.passing(plan.steps()), maxlen=0)
        else:
            content.mkdir(parents=True, exist_ok=True)
            with opened(content):
                plan = Plan(stand(content), told, entities, engine)
                steps = sums.passing(plan.steps())
                added = commit(content, steps, plan.standing.records, memory)
    except OSError as error:
        raise DatelineError(f"could not write under {content}: {error}") from error
    return replace(sums.whole(plan.stale, plan.findings, content.name), added=added)


class Plan:
    """All that a run would do, found out a step at a time."""

    def __init__(
        self,
        standing: Standing,
        told: Told,
        entities: Sequence[Entity],
        engine: Engine | None = None,
    ) -> None:
        self.standing = standing
        """The content folder as it was."""
        self.stale: tuple[str, ...] = ()
        """Entries whose reports are all at hand and tell them no more; known after all steps."""
        self.findings: list[Finding] = []
        """What could not be planned."""
        self._told = told
        self._entities = entities
        self._engine = engine

    def steps(self) -> Iterator[Step]:
        """Yield what happens to each page: entries in the order of their events, then names.

        Entries are composed by the engine where there is one.
        """
        standing, told, known = self.standing, self._told, self.standing.entries
        readings = told.readings
        registry, findings = registry_pages.known(standing, self._entities)
        self.findings.extend(findings)
        written = by_hand(standing.chronology, known, readings, told.texts)
        existing = _over(known, written)
        made = decisions(standing.chronology.entries, known)
        events = obey(told, existing, made)
        found = assign(events, readings, existing, taken_up=made.into)
        belongings = tuple(_still_led(found, standing))
        names = tuple(_names(events, belongings, standing))
        retired = tuple(_retired(belongings, names, standing))
        topics = {key: topic.meta for key, topic in standing.chronology.topics.items()}
        engine = self._engine if len(events) >= MANY else None
        taken_up = {one.id: one.record for one in retired if one.record is not None}
        into = former(_over(taken_up, known), frozenset(names))
        tasks = _tasks(events, names, standing)
        everywhere = Known(registry=registry, topics=topics)
        entries = self._entries(composed(tasks, readings, everywhere, engine), into)
        planned: set[str] = set()
        named: set[str] = set()
        for one in chain(entries, retired):
            planned.add(one.id)
            named.update(_named(one))
            yield one
        yield from registry_pages.steps(standing, self._entities, registry, named)
        self.stale = tuple(_stale(standing, readings, planned))

    def _entries(
        self, made: Iterable[Composed], into: Mapping[str, Sequence[str]]
    ) -> Iterator[Step]:
        standing, readings = self.standing, self._told.readings
        shared = shared_names(standing.chronology.actors)
        for one in made:
            self.findings.extend(one.findings)
            if one.record is not None:
                aliases = into.get(one.record.id, ())
                record = _as_it_stands(one.record, readings, standing, aliases, shared)
                yield _entry_step(standing, record, one.text if record is one.record else None)


def _still_led(belongings: Sequence[Belonging], standing: Standing) -> Iterator[Belonging]:
    """Give no event an id that leads to an entry which stands and which no event tells now."""
    told = {belonging.entry for belonging in belongings}
    for belonging in belongings:
        home = end(belonging.entry, standing.entries) if belonging.entry else None
        free = home in told or home not in standing.chronology.entries
        yield belonging if free else replace(belonging, entry=None)


def _names(
    events: Sequence[Event], belongings: Sequence[Belonging], standing: Standing
) -> Iterator[str]:
    """Yield the id of each event's entry, giving new ones in the order of the events."""
    taken = standing.taken()
    for event, belonging in zip(events, belongings, strict=True):
        name = belonging.entry or ids.entry_id(event.date, event.title, taken)
        taken.add(name)
        yield name


def _tasks(events: Sequence[Event], names: Sequence[str], standing: Standing) -> Iterator[Task]:
    for event, name in zip(events, names, strict=True):
        new = name not in standing.entries and standing.page("entries", name) is None
        yield Task(name=name, event=event, new=new)


def _retired(
    belongings: Sequence[Belonging],
    names: Sequence[str],
    standing: Standing,
) -> Iterator[Step]:
    """Plan the end of entries that are merged into others."""
    known = standing.entries
    for belonging, name in zip(belongings, names, strict=True):
        for other in belonging.merged:
            if other in known:
                path = _path(standing, other)
                yield step_merged(standing, path, known[other], name)


def _over(records: Mapping[str, Record], others: Mapping[str, Record]) -> Mapping[str, Record]:
    """Return records over others, which are not copied: they lie on disk."""
    return ChainMap(cast(dict[str, Record], records), cast(dict[str, Record], others))


def _entry_step(standing: Standing, record: Record, text: str | None) -> Step:
    """Plan one entry: a new one, one that stands, or one that comes apart from another.

    `text` is that of a new page, where it is at hand.
    """
    last = standing.entries.get(record.id)
    path = _path(standing, record.id)
    if last is None or last.merged_into is None:
        return step(standing, "entries", path, record, last, text)
    home = standing.entries.get(end(record.id, standing.entries))
    if home is not None and home.fields and not standing.exists(_path(standing, home.id)):
        return step_deleted(path, record, last)  # it was part of what a person deleted
    return step(standing, "entries", path, record, None)


def _as_it_stands(
    record: Record,
    readings: Mapping[str, Reading],
    standing: Standing,
    aliases: Sequence[str],
    shared: Set[str],
) -> Record:
    """Return what the machine would write with what its entry has of earlier runs."""
    last = standing.entries.get(record.id)
    if aliases:
        stated = last.fields.get("aliases", ()) if last else ()
        former_ids = with_former((own for own in stated if own in aliases), aliases)
        record = replace(record, fields={**record.fields, "aliases": former_ids})
    if last is None:
        return record
    record = replace(record, offered=last.offered)
    if not last.fields or last.merged_into is not None:
        return record
    return still_named(last, carried(last, record, last.reports - readings.keys()), shared)


def _path(standing: Standing, name: str) -> str:
    page = standing.chronology.entries.get(name)
    return page.path if page else ids.entry_path(name)


def _named(step: Step) -> Iterator[str]:
    """Yield the actors and places that an entry names: `actors/ID`, `places/ID`."""
    if step.record is None or step.outcome in (Outcome.DELETED, Outcome.MERGED):
        return
    fields = step.record.fields
    yield from (f"actors/{actor}" for actor in fields.get("actors", ()))
    yield from (f"places/{place}" for place in fields.get("places", ()))
    for figure in fields.get("figures", ()):
        if "place" in figure:
            yield f"places/{figure['place']}"


def _stale(standing: Standing, readings: Mapping[str, Reading], planned: set[str]) -> Iterator[str]:
    for name in standing.entries:
        if name in planned or name not in standing.chronology.entries:
            continue
        record = standing.entries[name]
        if record.merged_into is None and record.reports and record.reports <= readings.keys():
            yield name
