"""The date of an event that several reports date, each in its own words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from generator import edtf, lexicons
from generator.merge.nights import Published, is_night
from generator.model import EventDate, EventMention, Mode

_TWO_DAYS = 1
"""Days between the ends of a night, or of talks that ran into the next day."""
_DAY = dt.timedelta(days=1)


def common_date(told: Sequence[EventMention], published: Published) -> str | None:
    """Take the date that most evidence bears, the finest of those; words outweigh inference."""
    took_place = [m for m in told if m.date is not None and m.mode != Mode.PLANNED]
    planned = [m.date for m in told if m.date is not None]
    dates = _possible(took_place, published) or planned
    if not dates:
        return None
    worded = [d for d in dates if d.evidence]
    said = worded or dates
    if (shared := _shared_day(worded)) is not None:
        return shared
    counts = Counter(d.edtf for d in said)
    support = {
        text: sum(n for other, n in counts.items() if edtf.overlaps(text, other)) for text in counts
    }
    best = max(support.values())
    borne = sorted(text for text in counts if support[text] == best)
    finest = min(borne, key=lambda text: (_width(text, said, counts), -counts[text], text))
    return _day_of_night(finest, said) or finest


def _day_of_night(text: str, said: Sequence[EventDate]) -> str | None:
    """Return the one day of a night; None where it is none, or two days of talks as well."""
    days = {edtf.day_of_night(text, d.evidence) for d in said if d.edtf == text}
    # Of reports that count one night from its evening and from its morning, the latter decide.
    return None if None in days else max(filter(None, days))


def _possible(told: Sequence[EventMention], published: Published) -> list[EventDate]:
    """Leave out the dates that are later than the first report: nothing is told before it happens.

    A report published again counts `overnight` from a later day. A day that words name may be the
    next one where it happened.
    """
    dates = [m.date for m in told if m.date is not None]
    known = [day for m in told if (day := published.get(m.report)) is not None]
    first = min(known, default=None)
    if first is None:
        return dates
    return [d for d in dates if not _later(d, first)] or dates


def _later(date: EventDate, report: dt.date) -> bool:
    first, last = edtf.bounds(date.edtf)
    if is_night(date):
        return last > report
    return first > (report + _DAY if date.evidence else report)


def _shared_day(said: Sequence[EventDate]) -> str | None:
    """Return the one day that a report names and all others leave open.

    A night is the evening or the morning that a report names. Talks of two days are not narrowed
    to the one that a report names.
    """
    bounds = [edtf.bounds(d.edtf) for d in said]
    named = {first for first, last in bounds if first == last}
    wider = [d for d, (first, last) in zip(said, bounds, strict=True) if first != last]
    if len(named) != 1 or not wider or not all(_leaves_open(d, said) for d in wider):
        return None
    day = named.pop()
    begun = all(edtf.bounds(d.edtf)[0] == day for d in wider if _is_since(d))
    within = all(first <= day <= last for first, last in bounds)
    return day.isoformat() if within and begun else None


def _leaves_open(date: EventDate, said: Sequence[EventDate]) -> bool:
    """Whether it fell somewhere within its date, and did not go on through it."""
    days = edtf.parse(date.edtf).precision == "interval"
    return not days or is_night(date) or _is_since(date) or _vague(date.edtf, said)


def _is_since(date: EventDate) -> bool:
    """Whether it went on from its first day, on which others may say that it happened."""
    return date.evidence.casefold().startswith("since ")


def _width(text: str, said: Sequence[EventDate], counts: Counter[str]) -> int:
    """Count the days of a date, as far as they make it a coarser one.

    Two days are the finer reading of a night or of a meeting that ran on, where others give one
    of the two; but two reports or more outvote it, and a weekend is only a vaguer day.
    """
    first, last = edtf.bounds(text)
    days = (last - first).days
    if days != _TWO_DAYS or _vague(text, said):
        return days
    rivals = [n for other, n in counts.items() if other != text and edtf.overlaps(other, text)]
    return days if max(rivals, default=0) > counts[text] else -1


def _vague(text: str, said: Sequence[EventDate]) -> bool:
    words = {w for d in said if d.edtf == text for w in d.evidence.casefold().split()}
    return not words.isdisjoint(lexicons.lines("en/vague_spans"))
