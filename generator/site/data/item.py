"""What lists of records ask of each, so that a record is taken up only where it is written."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from generator.site.data.moments import became_known, last_changed
from generator.site.data.shape import Record, When
from generator.site.jsontext import shape_text

QUARTER = 92
"""Days of the longest span on a calendar: beyond it a bar across it tells nothing."""


class Item(NamedTuple):
    """A record, packed: to take up 10,000 of them took a sixth of what data costs a change."""

    id: str
    month: str
    """In which it begins, as far as that is known: `2025-11`."""
    known: dt.datetime | None
    """When its first report was published."""
    changed: dt.datetime | None
    """When its last one was."""
    spans: bool
    """Whether it stands on a calendar."""
    is_day: bool
    """Whether it happened on one known day: nothing else has an anniversary."""
    json: str
    """The record, as the API answers it and as it stands in JSON Lines."""


def item(record: Record) -> Item:
    """Pack a record."""
    date = record.date
    exact = date and date.precision == "day" and not (date.approximate or date.uncertain)
    return Item(
        id=record.id,
        month=date.edtf[:7] if date else "",
        known=became_known(record),
        changed=last_changed(record),
        spans=bool(date and span(date)),
        is_day=bool(exact and record.kind != "planned"),
        json=shape_text(record),
    )


def span(when: When) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day that an entry spans on a calendar; None where it has none."""
    if when.lower is None or when.upper is None or (when.upper - when.lower).days >= QUARTER:
        return None
    return when.lower, when.upper
