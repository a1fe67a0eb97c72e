"""When an entry became known and last changed, as feeds ask for: from its sources, never the clock.

A feed's `published` and `updated` are moments of the reporting, not the date of the event, which
stands in the text in its own precision.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING

from generator import edtf
from generator.site.data.shape import Record
from generator.site.strings import Strings

if TYPE_CHECKING:
    from generator.site.data.dataset import Dataset
    from generator.site.data.item import Item

FEED_LENGTH = 50
"""Entries of a feed: readers ask for it many times a day, and keep what they have seen."""
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Said of a feed in which nothing has a time: Atom asks for one, and the clock is not asked."""


def became_known(record: Record) -> dt.datetime | None:
    """Return when the first report of an entry was published, where that is known."""
    return _instant(record.first_reported)


def last_changed(record: Record) -> dt.datetime | None:
    """Return when the last report of an entry was published; else the event's own last day.

    Atom and iCalendar ask for some moment of every entry.
    """
    return _instant(record.last_reported) or _instant(record.date.edtf if record.date else None)


def latest(data: Dataset) -> list[tuple[Item, dt.datetime]]:
    """Return the entries that a feed holds, last changed first; those without any time have none.

    Entries of one moment stand in the order of time that they came in.
    """
    timed = [(i, m) for i in data.items if (m := i.known if data.by_first_report else i.changed)]
    return sorted(timed, key=itemgetter(1), reverse=True)[:FEED_LENGTH]


def identity(address: str) -> str:
    """Return an address as an id that is the same for ever; a relative one becomes a URN."""
    return address if "://" in address else f"urn:x-dateline:{address or 'all'}"


def link(address: str) -> str | None:
    """Return an address that can be followed from anywhere; None for a relative one."""
    return address if "://" in address else None


def telling(data: Dataset, record: Record) -> str:
    """Tell an entry in plain text: when and where, what happened, who reports it."""
    return data.once("telling", record.id, partial(told, record, data.strings))


def told(record: Record, say: Strings) -> str:
    """Tell an entry, as it is told alone."""
    places = [place.name for place in record.places if not place.around]
    head = [record.date.said if record.date else say.text("date.unknown"), *places]
    publishers = dict.fromkeys(source.publisher for source in record.sources if source.publisher)
    parts = [
        ", ".join(head),
        record.summary,
        say.text("data.reported_by", publishers=", ".join(publishers)),
    ]
    return "\n\n".join(part for part in parts[: 3 if publishers else 2] if part)


def _instant(date: str | None) -> dt.datetime | None:
    parsed = edtf.parse(date) if date else None
    day = (parsed.upper or parsed.lower) if parsed else None
    return dt.datetime.combine(day, dt.time(), dt.UTC) if day else None
