"""The table of formats: each is one file of this folder and one line here.

What readers call them is in the tables of the interface, under `format` and `format_about`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.site.data import (
    atom,
    csv_file,
    geojson,
    ical,
    json_feed,
    jsonlines,
    parquet,
    sqlite_file,
    timeline_js,
)
from generator.site.data.dataset import Dataset


def _always() -> bool:
    return True


def _nothing(_: Dataset) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a set of entries."""

    name: str
    """As `dateline export` is asked for it: `atom`."""
    file: str
    """Its file in the site's folder, or in the folder of a part, such as a topic."""
    media: str
    """Media type."""
    write: Callable[[Dataset], bytes]
    """The bytes; the same for the same set."""
    followed: bool = False
    """Whether parts of a chronology, such as a topic, have one too."""
    prepare: Callable[[Dataset], None] = _nothing
    """Have at hand what sets of the same entries share, before they are written side by side."""
    available: Callable[[], bool] = _always
    """Whether the packages that it needs are installed."""


FORMATS = (
    Format(
        name="atom",
        file="feed.xml",
        media="application/atom+xml",
        write=atom.write,
        followed=True,
    ),
    Format(
        name="json-feed",
        file="feed.json",
        media="application/feed+json",
        write=json_feed.write,
        followed=True,
    ),
    Format(
        name="calendar",
        file="calendar.ics",
        media="text/calendar",
        write=ical.write,
        followed=True,
        prepare=ical.prepare,
    ),
    Format(
        name="csv",
        file="data/entries.csv",
        media="text/csv",
        write=csv_file.write,
    ),
    Format(
        name="jsonl",
        file="data/entries.jsonl",
        media="application/jsonl",
        write=jsonlines.write,
    ),
    Format(
        name="geojson",
        file="data/entries.geojson",
        media="application/geo+json",
        write=geojson.write,
    ),
    Format(
        name="timelinejs",
        file="data/timeline.json",
        media="application/json",
        write=timeline_js.write,
    ),
    Format(
        name="sqlite",
        file="data/chronology.db",
        media="application/vnd.sqlite3",
        write=sqlite_file.write,
    ),
    Format(
        name="parquet",
        file="data/entries.parquet",
        media="application/vnd.apache.parquet",
        write=parquet.write,
        available=parquet.available,
    ),
)
"""In the order that the Data page lists them."""

FOLLOWED = tuple(form for form in FORMATS if form.followed)
"""Those that each topic, actor, place, publisher and year has too."""
CALENDARS = tuple(form for form in FOLLOWED if form.write is ical.write)
"""Those of days."""
FEEDS = tuple(form for form in FOLLOWED if form not in CALENDARS)
"""Those of what is new."""


def formats() -> tuple[Format, ...]:
    """Return the formats that can be written here."""
    return tuple(form for form in FORMATS if form.available())
