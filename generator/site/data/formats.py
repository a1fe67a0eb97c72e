"""The table of formats: each is one file of this folder and one line here."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a set of entries."""

    name: str
    """As `dateline export` is asked for it: `atom`."""
    file: str
    """Its file in the site's folder, or in the folder of a topic, actor or place."""
    label: str
    """What readers call it."""
    media: str
    """Media type."""
    about: str
    """One sentence of what it holds and is good for."""
    write: Callable[[Dataset], bytes]
    """The bytes; the same for the same set."""
    followed: bool = False
    """Whether each topic, actor and place has one too."""
    available: Callable[[], bool] = _always
    """Whether the packages that it needs are installed."""


FORMATS = (
    Format(
        name="atom",
        file="feed.xml",
        label="Atom",
        media="application/atom+xml",
        about="The fifty entries that were reported last, for feed readers.",
        write=atom.write,
        followed=True,
    ),
    Format(
        name="json-feed",
        file="feed.json",
        label="JSON Feed",
        media="application/feed+json",
        about="The same feed in JSON, with the date of each event in EDTF.",
        write=json_feed.write,
        followed=True,
    ),
    Format(
        name="calendar",
        file="calendar.ics",
        label="Calendar",
        media="text/calendar",
        about="Every event known to the day, week, month or season, planned ones too, for calendar "
        "programs (iCalendar).",
        write=ical.write,
        followed=True,
    ),
    Format(
        name="csv",
        file="data/entries.csv",
        label="CSV",
        media="text/csv",
        about="A table of all entries for spreadsheets, one a line; no cell is a formula.",
        write=csv_file.write,
    ),
    Format(
        name="jsonl",
        file="data/entries.jsonl",
        label="JSON Lines",
        media="application/jsonl",
        about="All that is known of each entry, with figures, sources and quotes, one a line.",
        write=jsonlines.write,
    ),
    Format(
        name="geojson",
        file="data/entries.geojson",
        label="GeoJSON",
        media="application/geo+json",
        about="The entries at their most specific places, for maps and geographic programs.",
        write=geojson.write,
    ),
    Format(
        name="timelinejs",
        file="data/timeline.json",
        label="TimelineJS",
        media="application/json",
        about="The dated entries as TimelineJS of the Knight Lab reads them.",
        write=timeline_js.write,
    ),
    Format(
        name="sqlite",
        file="data/chronology.db",
        label="SQLite",
        media="application/vnd.sqlite3",
        about="A database of entries, actors, places, topics, sources, quotes and figures, with "
        "full-text search; ready for Datasette.",
        write=sqlite_file.write,
    ),
    Format(
        name="parquet",
        file="data/entries.parquet",
        label="Parquet",
        media="application/vnd.apache.parquet",
        about="The table of all entries, typed, for data frames and DuckDB.",
        write=parquet.write,
        available=parquet.available,
    ),
)
"""In the order that the Data page lists them."""

FOLLOWED = tuple(form for form in FORMATS if form.followed)
"""Those that each topic, actor and place has too."""


def formats() -> tuple[Format, ...]:
    """Return the formats that can be written here."""
    return tuple(form for form in FORMATS if form.available())
