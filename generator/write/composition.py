"""What the machine would write of each event, from nothing but the event and its reports.

So any process may do it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from pydantic import ValidationError

from generator import workers
from generator.content.ledger import Record
from generator.content.plain import plain
from generator.content.schema import EntryPage, TopicPage
from generator.errors import Finding
from generator.model import Event, Reading, Registry
from generator.write import compose, entry
from generator.write.dump import UnwritableError, render
from generator.write.remember import Recollection
from generator.write.topics import topics_for

MANY = 1000
"""Events from which processes are worth their start; few are composed sooner than one starts."""
_BATCH = 32
"""Events that go to a process together: neighbours often have reports in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of all events."""

    registry: Registry
    """Every actor and place that has a page, or may get one."""
    topics: Mapping[str, TopicPage]
    """The pages of topics by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One event to compose."""

    name: str
    """The id of its entry."""
    event: Event
    new: bool
    """Whether its page is to be written whole: none stands there."""


_Batch = tuple[tuple[Task, ...], Mapping[str, Reading]]
"""Tasks, and the reports of all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What the machine would write."""

    record: Record | None = None
    """None where no entry can be made."""
    text: str | None = None
    """The whole page, where it is new and can be written."""
    findings: tuple[Finding, ...] = ()
    """Why none can be made."""


def composed(
    tasks: Iterable[Task],
    readings: Mapping[str, Reading],
    known: Known,
    engine: workers.Engine | None,
) -> Iterator[Composed]:
    """Yield what would be written of each event, in order; composed here without an engine.

    `readings` are the reports that tell them, by id.
    """
    if engine is None:
        yield from (_one(known, task, readings) for task in tasks)
        return
    batches = _batches(tasks, readings)
    for batch, made in workers.in_order(_several, batches, known, _nothing, engine):
        yield from made or _several(known, batch)  # what ends a process fails here as it should


def _batches(tasks: Iterable[Task], readings: Mapping[str, Reading]) -> Iterator[_Batch]:
    left = iter(tasks)
    while batch := tuple(islice(left, _BATCH)):
        reports = {mention.report for task in batch for mention in task.event.mentions}
        yield batch, _part(readings, sorted(reports))


def _part(readings: Mapping[str, Reading], reports: Sequence[str]) -> Mapping[str, Reading]:
    """Return some readings for another process; what is remembered is recalled there."""
    if isinstance(readings, Recollection):
        return readings.part(reports)
    return {report: readings[report] for report in reports}


def _nothing(batch: _Batch) -> None:
    """Know nothing of a batch beforehand."""


def _several(known: Known, batch: _Batch) -> tuple[Composed, ...]:
    tasks, readings = batch
    return tuple(_one(known, task, readings) for task in tasks)


def _one(known: Known, task: Task, readings: Mapping[str, Reading]) -> Composed:
    event = task.event
    body = compose.body(event, readings, known.registry).strip()
    try:
        page = entry.page_of(event, readings, known.registry)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        message = f"not written: {where}: {problem['msg']}"
        fix = "Look at its report with `dateline read`."
        path = f"entries/{task.name}.md"
        return Composed(findings=(Finding(path, 0, "", "E203", message, fix),))
    page = page.model_copy(update={"topics": _topics(page, body, known)})
    record = Record(
        id=task.name,
        fields=plain(page),
        body=body,
        dates=entry.date_words(event),
        traces=entry.traces(event, readings),
        reasons=entry.reasons(event),
    )
    return Composed(record=record, text=_whole(record) if task.new else None)


def _whole(record: Record) -> str | None:
    try:
        return render(record.fields, record.body, EntryPage)
    except UnwritableError:
        return None  # the plan says why


def _topics(page: EntryPage, body: str, known: Known) -> tuple[str, ...]:
    quotes = [quote.exact for source in page.sources for quote in source.quotes]
    return topics_for(page.title, body, quotes, page.kind, page.actors, page.places, known.topics)
