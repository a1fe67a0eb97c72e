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


def row(record: Record) -> dict[str, Any]:
    """Return an entry's columns; names and ids of several stand in lists of one order."""
    when, place = record.date, position(record)
    return {
        "id": record.id,
        "url": record.url,
        "title": record.title,
        "date_edtf": when.edtf if when else None,
        "date_lower": when.lower if when else None,
        "date_upper": when.upper if when else None,
        "date_precision": when.precision if when else None,
        "date_approximate": when.approximate if when else None,
        "date_uncertain": when.uncertain if when else None,
        "date_said": when.said if when else None,
        "kind": record.kind,
        "status": record.status,
        "background": record.background,
        "places": [place.name for place in record.places],
        "place_ids": [place.id for place in record.places],
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "actors": [actor.name for actor in record.actors],
        "actor_ids": [actor.id for actor in record.actors],
        "topics": [topic.name for topic in record.topics],
        "topic_ids": [topic.id for topic in record.topics],
        "source_count": record.source_count,
        "publishers": list(dict.fromkeys(s.publisher for s in record.sources if s.publisher)),
        "source_urls": [source.url for source in record.sources if source.url],
        "first_reported": record.first_reported,
        "last_reported": record.last_reported,
        "summary": record.summary,
    }


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
