"""Which existing entry an event belongs to.

An event belongs to the entry whose ledger says that the same words told it: the same trigger in
the same report, or the same main passage. The best agreements are given out first, so that each
entry goes to one event; other entries that agree with an event were merged into it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from generator.content.ledger import Record, Trace
from generator.model import Event, EventMention, Reading
from generator.write.entry import opening, passage

_TRIGGER, _PASSAGE = 4, 2
"""Points of an agreement: two events told in one sentence differ by their triggers, so that a
passage alone says less, and only of the same kind; it never merges two entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """The entries of one event."""

    entry: str | None
    """The entry that it is; None for a new one."""
    merged: tuple[str, ...] = ()
    """Entries that tell the same and are no other event's."""


def assign(
    events: Sequence[Event],
    readings: Mapping[str, Reading],
    records: Mapping[str, Record],
    taken_up: Container[str] = (),
) -> tuple[Belonging, ...]:
    """Return the entries of each event; those in `taken_up` come after all others."""
    if not records:
        return (Belonging(entry=None),) * len(events)
    scores, strong = _scores(events, readings, records)
    entry_of: dict[int, str] = {}
    given: set[str] = set()

    def rank(pair: tuple[int, str]) -> tuple[bool, float, bool, tuple[int, str]]:
        record = records[pair[1]]
        at_hand = sum(trace.report in readings for trace in record.traces)
        # Against the size of both, so that what was merged and comes apart finds its own again.
        likeness = scores[pair] / (len(events[pair[0]].mentions) + at_hand)
        return pair[1] in taken_up, -likeness, _retired(record), pair

    ranked = sorted(scores, key=rank)
    for number, entry in ranked:
        if number not in entry_of and entry not in given:
            entry_of[number] = entry
            given.add(entry)
    merged: dict[int, list[str]] = defaultdict(list)
    for number, entry in ranked:
        if entry not in given and (number, entry) in strong and not _retired(records[entry]):
            given.add(entry)
            merged[number].append(entry)
    return tuple(
        Belonging(entry=entry_of.get(number), merged=tuple(sorted(merged[number])))
        for number in range(len(events))
    )


def owner(
    mention: EventMention, readings: Mapping[str, Reading], records: Mapping[str, Record]
) -> str | None:
    """Return the entry that tells a mention already; the first by id of those that agree best.

    Where one took another up, it is the other: the two are known apart only by what went in.
    """
    points = {
        entry: max(
            (
                _agreement(mention, readings[mention.report], trace)
                for trace in record.traces
                if trace.report == mention.report
            ),
            default=0,
        )
        for entry, record in records.items()
    }
    ranked = sorted(
        (-value, not _retired(records[entry]), entry) for entry, value in points.items() if value
    )
    return ranked[0][2] if ranked else None


def _retired(record: Record) -> bool:
    return record.merged_into is not None


def _scores(
    events: Sequence[Event], readings: Mapping[str, Reading], records: Mapping[str, Record]
) -> tuple[dict[tuple[int, str], int], set[tuple[int, str]]]:
    """Score every event with every entry that shares a report; say which share a trigger."""
    by_report: dict[str, list[tuple[str, Trace]]] = defaultdict(list)
    for entry, record in records.items():
        for trace in record.traces:
            by_report[trace.report].append((entry, trace))
    scores: dict[tuple[int, str], int] = defaultdict(int)
    strong: set[tuple[int, str]] = set()
    for number, event in enumerate(events):
        for mention in event.mentions:
            best: dict[str, int] = {}
            for entry, trace in by_report.get(mention.report, ()):
                points = _agreement(mention, readings[mention.report], trace)
                if points:
                    best[entry] = max(best.get(entry, 0), points)
            for entry, points in best.items():
                scores[number, entry] += points
                if points == _TRIGGER:
                    strong.add((number, entry))
    return scores, strong


def _agreement(mention: EventMention, reading: Reading, trace: Trace) -> int:
    trigger = (mention.trigger.start, mention.trigger.end)
    same_words = opening(mention, reading) == trace.quote
    if not same_words and not _overlap(passage(mention), trace.passage):
        return 0
    if _overlap(trigger, trace.trigger) and (same_words or mention.kind == trace.kind):
        return _TRIGGER
    return _PASSAGE if mention.kind == trace.kind else 0


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
