"""iCalendar (RFC 5545): all-day events, never a finer day than the entry states.

A calendar can only say days. So an entry of a day or a night stands on it, and one of at most a
quarter spans all the days that it can mean, with its date as people say it before its title, so
that nobody takes the span for the event's length. What is known more coarsely, has an open end or
no date is left out, and the calendar says how many those are. No event takes up time (TRANSP).

Its lines are written here: the library `icalendar`, which tests hold them against, needed a seventh
of a first build for them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from generator.site.data.dataset import Dataset
from generator.site.data.item import Item, span
from generator.site.data.moments import NEVER, identity, last_changed, link, telling
from generator.site.data.shape import Record

_EVENT = "event"
_LONGEST = 74
"""Bytes of a line; what goes on in the next one has a space before it."""


def write(data: Dataset) -> bytes:
    """Return the entries, planned events too, as a calendar."""
    shown = list(_shown(data))
    prepare(data)
    about = " ".join([data.description, *_left_out(data, len(shown))])
    events: Iterable[bytes] = (data.made[_EVENT, item.id] for item in shown)
    if data.yearly:
        events = map(_each_year, events)
    head = {
        "BEGIN": "VCALENDAR",
        "VERSION": "2.0",
        "PRODID": "-//Dateline//Chronology//EN",
        "X-WR-CALDESC": _text(about),
        "X-WR-CALNAME": _text(data.title),
    }
    return b"".join([_lines(head), *events, _lines({"END": "VCALENDAR"})])


def prepare(data: Dataset) -> None:
    """Write the events of a set, each of which stands in some seven calendars."""
    if all((_EVENT, item.id) in data.made for item in _shown(data)):  # as in a part of the whole
        return
    for events in data.parts("calendar", partial(_events, data)):
        data.made.update(((_EVENT, key), event) for key, event in events.items())


def _shown(data: Dataset) -> Iterator[Item]:
    return (item for item in data.items if item.spans and (item.is_day or not data.yearly))


def _events(data: Dataset, records: Iterable[Record]) -> dict[str, bytes]:
    dated = (record for record in records if record.date and span(record.date))
    return {record.id: _written(data, record) for record in dated}


def _each_year(event: bytes) -> bytes:
    return event.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nRRULE:FREQ=YEARLY\r\n", 1)


def _written(data: Dataset, record: Record) -> bytes:
    when = record.date
    assert when is not None, "only dated entries are shown"  # noqa: S101 -- for the type checker
    lower, upper = span(when) or (dt.date.min, dt.date.min)
    exact = when.precision == "day" and not (when.approximate or when.uncertain)
    topics = [topic.name for topic in record.topics] or [record.kind]
    places = [place.name for place in record.places if not place.around]
    properties = {
        "BEGIN": "VEVENT",
        "SUMMARY": _text(record.title if exact else f"{when.said}: {record.title}"),
        "DTSTART;VALUE=DATE": _day(lower),
        "DTEND;VALUE=DATE": _day(upper + dt.timedelta(days=1)),
        "DTSTAMP": f"{_day(last_changed(record) or NEVER)}T000000Z",
        "UID": _text(identity(record.url)),
        "CATEGORIES": ",".join(map(_text, topics)),
        "DESCRIPTION": _text(telling(data, record)),
        "LOCATION": _text(", ".join(places)),
        "STATUS": "TENTATIVE" if record.kind == "planned" else "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "URL": link(record.url) or "",
        "X-EDTF": _text(when.edtf),
        "END": "VEVENT",
    }
    return _lines({name: value for name, value in properties.items() if value})


def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    """Escape a text, its ends of lines too."""
    text = text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,")
    return text.replace("\r\n", r"\n").replace("\n", r"\n").replace("\r", r"\n")


def _lines(properties: Mapping[str, str]) -> bytes:
    return b"".join([_folded(f"{name}:{value}") for name, value in properties.items()])


def _folded(line: str) -> bytes:
    """Return a line in pieces, none of which ends within a letter or after a mark of escape."""
    rest = line.encode("utf-8", "replace")
    if len(rest) <= _LONGEST:
        return rest + b"\r\n"
    pieces = []
    while len(rest) > _LONGEST:
        end = _LONGEST
        while rest[end] & 0xC0 == 0x80:  # a letter goes on
            end -= 1
        end -= rest[end - 1] in b"\\^"
        pieces.append(rest[:end])
        rest = rest[end:]
    return b"\r\n ".join([*pieces, rest]) + b"\r\n"


def _left_out(data: Dataset, shown: int) -> Iterator[str]:
    if number := len(data.items) - shown:
        yield data.strings.text("data.left_out", n=number)
