"""iCalendar (RFC 5545), by icalendar: all-day events, never a finer day than the entry states.

A calendar can only say days. So an entry of a day or a night stands on it, and one of at most a
quarter spans all the days that it can mean, with its date as people say it before its title, so
that nobody takes the span for the event's length. What is known more coarsely, has an open end or
no date is left out, and the calendar says how many those are. No event takes up time (TRANSP).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial

from generator.site.data.dataset import Dataset
from generator.site.data.moments import NEVER, identity, last_changed, link, told
from generator.site.data.shape import Record, When
from generator.site.once import once
from generator.site.strings import Strings

_END = b"END:VCALENDAR\r\n"
_EVENT = "event"
QUARTER = 92
"""Days of the longest span: beyond it a bar across the calendar tells nothing."""


def write(data: Dataset) -> bytes:
    """Return the entries, planned events too, as a calendar."""
    from icalendar import Calendar

    shown = list(_shown(data))
    prepare(data)
    calendar = Calendar()
    calendar.add("prodid", "-//Dateline//Chronology//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", data.title)
    calendar.add("x-wr-caldesc", " ".join([data.description, *_left_out(data, len(shown))]))
    head: bytes = calendar.to_ical()
    events: Iterable[bytes] = (data.made[_EVENT, record.id] for record in shown)
    if data.yearly:
        events = map(_each_year, events)
    return head.removesuffix(_END) + b"".join(events) + _END


def prepare(data: Dataset) -> None:
    """Write the events of a set, each of which stands in some seven calendars."""
    new = {found.id: found for found in _shown(data) if (_EVENT, found.id) not in data.made}
    written = once(data.events_before, new, data.digests, partial(_written, say=data.strings))
    data.made.update(((_EVENT, key), event) for key, event in written.items())


def _shown(data: Dataset) -> Iterator[Record]:
    for record in data.records:
        if record.date and span(record.date) and not (data.yearly and not _is_day(record)):
            yield record


def _is_day(record: Record) -> bool:
    """Whether it happened on one known day: nothing else has an anniversary."""
    date = record.date
    return bool(
        date
        and date.precision == "day"
        and not (date.approximate or date.uncertain)
        and record.kind != "planned"
    )


def _each_year(event: bytes) -> bytes:
    return event.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nRRULE:FREQ=YEARLY\r\n", 1)


def span(when: When) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day that an entry spans; None where it is left out."""
    if when.lower is None or when.upper is None or (when.upper - when.lower).days >= QUARTER:
        return None
    return when.lower, when.upper


def _written(record: Record, say: Strings) -> bytes:
    from icalendar import Event

    when = record.date
    assert when is not None, "only dated entries are shown"  # noqa: S101 -- for the type checker
    lower, upper = span(when) or (dt.date.min, dt.date.min)
    event = Event()
    event.add("uid", identity(record.url))
    event.add("dtstamp", last_changed(record) or NEVER)
    event.add("dtstart", lower)
    event.add("dtend", upper + dt.timedelta(days=1))
    exact = when.precision == "day" and not (when.approximate or when.uncertain)
    event.add("summary", record.title if exact else f"{when.said}: {record.title}")
    event.add("description", told(record, say))
    event.add("transp", "TRANSPARENT")
    event.add("status", "TENTATIVE" if record.kind == "planned" else "CONFIRMED")
    event.add("categories", [topic.name for topic in record.topics] or [record.kind])
    event.add("x-edtf", when.edtf)
    places = [place.name for place in record.places if not place.around]
    if places:
        event.add("location", ", ".join(places))
    if link(record.url):
        event.add("url", record.url)
    written: bytes = event.to_ical()
    return written


def _left_out(data: Dataset, shown: int) -> Iterator[str]:
    if number := len(data.records) - shown:
        yield data.strings.text("data.left_out", n=number)
