"""Nights, and the reports that count them from a day too late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from generator import edtf, lexicons
from generator.model import EventDate, EventMention

Published = Mapping[str, dt.date | None]
"""Publication date by report."""

_DAY = dt.timedelta(days=1)
_LATE = "an earlier report"


def is_night(date: EventDate) -> bool:
    """Whether it is a night by its words: `overnight`, `the night to Tuesday`."""
    return any(word in date.evidence.casefold() for word in lexicons.lines("en/night_words"))


def is_relative(evidence: str) -> bool:
    """Whether words name no day of their own: neither number, weekday nor month."""
    words = evidence.casefold().split()
    return not any(w.isdecimal() or w in _calendar() for w in words)


def late_reports(groups: Iterable[Sequence[EventMention]], published: Published) -> set[str]:
    """Return the reports that were published again a day late, of groups that tell one event each.

    A report is late where its `overnight` is the night before in an earlier report of the same
    event, and in none the night that it would be.
    """
    late: set[str] = set()
    on_time: set[str] = set()
    for told in groups:
        for mention in told:
            day = published.get(mention.report)
            if mention.date is None or day is None or not counted_night(mention.date, day):
                continue
            others = [m for m in told if m.report != mention.report and m.date is not None]
            if any(_of_the_night_before(m, day, published) for m in others):
                late.add(mention.report)
            if any(m.date and m.date.edtf == mention.date.edtf for m in others):
                on_time.add(mention.report)
    return late - on_time


def counted_night(date: EventDate, day: dt.date) -> bool:
    """Whether it is the night to the day of publication, which only that day tells."""
    night = (day - _DAY, day)
    return is_night(date) and is_relative(date.evidence) and edtf.bounds(date.edtf) == night


def _of_the_night_before(mention: EventMention, day: dt.date, published: Published) -> bool:
    """Whether a report published before the day tells of the night that was over then."""
    first, date = published.get(mention.report), mention.date
    if date is None or first is None or first >= day or not is_night(date):
        return False
    return edtf.bounds(date.edtf) == (day - 2 * _DAY, day - _DAY)


def in_time(mention: EventMention, late: Set[str], published: Published) -> EventMention:
    """Count what a late report tells from the day before."""
    day, date = published.get(mention.report), mention.date
    if mention.report not in late or date is None or day is None:
        return mention
    guessed = not date.evidence and date.edtf == day.isoformat()
    if not guessed and not counted_night(date, day):
        return mention
    eve = (day - _DAY).isoformat()
    before = eve if guessed else f"{day - 2 * _DAY}/{eve}"
    return replace(mention, date=replace(date, edtf=before, rule=_LATE))


@cache
def _calendar() -> frozenset[str]:
    rows = (*lexicons.table("en/time_weekdays"), *lexicons.table("en/time_months"))
    return frozenset(row[0].casefold() for row in rows)
