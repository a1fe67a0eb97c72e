"""The date of an event that several reports date, each in its own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator import edtf, lexicons
from generator.model import EventDate, EventMention, Mode

_TWO_DAYS = 1
"""Days between the ends of a night, or of talks that ran into the next day."""


def common_date(told: Sequence[EventMention]) -> str | None:
    """Take the date that most evidence bears, the finest of those; words outweigh inference."""
    took_place = [m.date for m in told if m.date is not None and m.mode != Mode.PLANNED]
    dates = took_place or [m.date for m in told if m.date is not None]
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
    return min(borne, key=lambda text: (_width(text, said, counts), -counts[text], text))


def _shared_day(said: Sequence[EventDate]) -> str | None:
    """Return the one day that a report names and all others leave open.

    A night and its morning's date are that morning; a night and the day before it stay the night,
    for it may have lasted. Talks of two days are not narrowed to the one that a report names.
    """
    bounds = [edtf.bounds(d.edtf) for d in said]
    named = {first for first, last in bounds if first == last}
    wider = [d for d, (first, last) in zip(said, bounds, strict=True) if first != last]
    if len(named) != 1 or not wider or not all(_leaves_open(d, said) for d in wider):
        return None
    day = named.pop()
    nights = [edtf.bounds(d.edtf) for d in wider if _is_night(d)]
    evening = nights and all(first == day for first, _ in nights)
    within = all(first <= day <= last for first, last in bounds)
    return day.isoformat() if within and not evening else None


def _leaves_open(date: EventDate, said: Sequence[EventDate]) -> bool:
    """Whether it fell somewhere within its date, and did not go on through it."""
    days = edtf.parse(date.edtf).precision == "interval"
    return not days or _is_night(date) or _vague(date.edtf, said)


def _is_night(date: EventDate) -> bool:
    return any(word in date.evidence.casefold() for word in lexicons.lines("en/night_words"))


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
