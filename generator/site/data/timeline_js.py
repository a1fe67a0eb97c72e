"""The JSON of TimelineJS (Knight Lab): dates in parts, none finer than the entry's."""

from __future__ import annotations

import datetime as dt

from markupsafe import escape

from generator import edtf
from generator.site.data.dataset import Dataset
from generator.site.data.shape import Record, When
from generator.site.jsontext import json_items, json_joined, json_text

_PARTS = {"day": 3, "month": 2, "season": 2}
"""Year, month and day of which an end of a date is made; of all else the year alone."""


def write(data: Dataset) -> bytes:
    """Return the dated entries, oldest first as TimelineJS shows them."""
    events = filter(None, reversed(data.parts("timelinejs", _events)))
    title = {"text": {"headline": str(escape(data.title)), "text": str(escape(data.description))}}
    return json_joined({"title": title}, "events", events)


def ends(when: When) -> tuple[dict[str, int], dict[str, int] | None]:
    """Return the first and last date in parts; None where the last is the first or is open."""
    first, slash, last = when.edtf.partition("/")
    lower = _end(first, when.lower)
    upper = _end(last if slash else first, when.upper)
    start = lower or upper or {}
    return start, upper if lower and upper != start else None


def _end(text: str, day: dt.date | None) -> dict[str, int] | None:
    if day is None:
        return None
    parts = {"year": day.year, "month": day.month, "day": day.day}
    return dict(list(parts.items())[: _PARTS.get(edtf.parse(text).precision, 1)])


def _events(records: list[Record]) -> str:
    return json_items(filter(None, map(_event, reversed(records))))


def _event(record: Record) -> str:
    """Return an event as JSON; nothing for one without a date."""
    when = record.date
    if when is None:
        return ""
    start, end = ends(when)
    event = {
        "unique_id": record.id,
        "start_date": start,
        "end_date": end,
        "display_date": str(escape(when.said)),
        "group": str(escape(record.topics[0].name)) if record.topics else None,
        # TimelineJS reads these two as HTML.
        "text": {"headline": _headline(record), "text": f"<p>{escape(record.summary)}</p>"},
        "edtf": when.edtf,
    }
    return json_text({key: value for key, value in event.items() if value is not None})


def _headline(record: Record) -> str:
    if "://" not in record.url:
        return str(escape(record.title))
    return f'<a href="{escape(record.url)}">{escape(record.title)}</a>'
