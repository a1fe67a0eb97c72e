"""An entry as one flat row, for formats that have columns and no levels."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.site.data.shape import Located, Record

COLUMNS: dict[str, type] = {
    "id": str,
    "url": str,
    "title": str,
    "date_edtf": str,
    "date_lower": dt.date,
    "date_upper": dt.date,
    "date_precision": str,
    "date_approximate": bool,
    "date_uncertain": bool,
    "date_said": str,
    "kind": str,
    "status": str,
    "background": bool,
    "places": list,
    "place_ids": list,
    "latitude": float,
    "longitude": float,
    "actors": list,
    "actor_ids": list,
    "topics": list,
    "topic_ids": list,
    "source_count": int,
    "publishers": list,
    "source_urls": list,
    "first_reported": str,
    "last_reported": str,
    "summary": str,
}
"""The columns in order; of a list the items are text, and any value may be None."""
Row = tuple[Any, ...]


def row(record: Record) -> Row:
    """Return what an entry has in each column; names and ids of several have one order."""
    when, place = record.date, position(record)
    return (
        record.id,
        record.url,
        record.title,
        when.edtf if when else None,
        when.lower if when else None,
        when.upper if when else None,
        when.precision if when else None,
        when.approximate if when else None,
        when.uncertain if when else None,
        when.said if when else None,
        record.kind,
        record.status,
        record.background,
        [place.name for place in record.places],
        [place.id for place in record.places],
        place.lat if place else None,
        place.lon if place else None,
        [actor.name for actor in record.actors],
        [actor.id for actor in record.actors],
        [topic.name for topic in record.topics],
        [topic.id for topic in record.topics],
        record.source_count,
        list(dict.fromkeys(s.publisher for s in record.sources if s.publisher)),
        [source.url for source in record.sources if source.url],
        record.first_reported,
        record.last_reported,
        record.summary,
    )


def located(record: Record) -> list[Located]:
    """Return the places of an entry that have a position, without those around another."""
    return [
        place
        for place in record.places
        if not place.around and place.lat is not None and place.lon is not None
    ]


def position(record: Record) -> Located | None:
    """Return the place that an entry is drawn at: the first, which is the most specific."""
    return next(iter(located(record)), None)
