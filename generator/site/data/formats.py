"""The table of formats: each is one file of this folder and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.site.data import atom, ical, json_feed
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
)
"""In the order that the Data page lists them."""

FOLLOWED = tuple(form for form in FORMATS if form.followed)
"""Those that each topic, actor and place has too."""


def formats() -> tuple[Format, ...]:
    """Return the formats that can be written here."""
    return tuple(form for form in FORMATS if form.available())


def named(name: str) -> Format | None:
    """Return the format of a name."""
    return next((form for form in FORMATS if form.name == name), None)
