"""Where each page stands, and the way from one to another."""

from __future__ import annotations

import datetime as dt

from generator.content.ids import folder

FRONT = "index.md"
TOPICS = "topics/index.md"
ACTORS = "actors/index.md"
PLACES = "places/index.md"
DATES = "dates/index.md"
DATA = "data/index.md"
API = "api/v1"
UNDATED = "undated/index.md"
EXPLORE = "explore/index.md"
DISAGREEMENTS = "disagreements/index.md"
ON_THIS_DAY = "on-this-day/index.md"
SOURCES = "sources/index.md"
ADDED = "added/index.md"
CHANGED = "changed/index.md"
MORE = "more/index.md"


def entry(entry_id: str) -> str:
    """Return the page of an entry; it follows from the id alone, so it is a permalink."""
    return f"{folder(entry_id)}/{entry_id}.md"


def actor(actor_id: str) -> str:
    """Return the page of an actor."""
    return f"actors/{actor_id}.md"


def place(place_id: str) -> str:
    """Return the page of a place."""
    return f"places/{place_id}.md"


def topic(topic_id: str) -> str:
    """Return the page of a topic."""
    return f"topics/{topic_id}.md"


def year(number: int) -> str:
    """Return the page of a year."""
    return f"{number:04}/index.md"


def month(number: int, of: int) -> str:
    """Return the page of a month."""
    return f"{number:04}/{of:02}/index.md"


def day(date: dt.date) -> str:
    """Return the page of a day."""
    return f"{date.year:04}/{date.month:02}/{date.day:02}/index.md"


def each_year(of: int, number: int) -> str:
    """Return the page of a day of a month in all years."""
    return f"on-this-day/{of:02}-{number:02}.md"


def publisher(slug: str) -> str:
    """Return the page of a publisher."""
    return f"sources/{slug}.md"


def numbered(path: str, number: int) -> str:
    """Return the page of a long list's part; the first part is the page itself."""
    if number == 1:
        return path
    return beside(path, f"page-{number}.md")


def beside(path: str, file: str) -> str:
    """Return a file that belongs to a page, in the folder that the page has to itself."""
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{folder}/{file}" if folder else file


def url(path: str, *, directories: bool = True) -> str:
    """Return a page's address under the site; `directories` as MkDocs' use_directory_urls.

    A file that is no page stands where it is.
    """
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    if not directories:
        return f"{stem}.html"
    return stem.removesuffix("index") if stem.split("/")[-1] == "index" else f"{stem}/"


def root(path: str, *, directories: bool = True) -> str:
    """Return the relative address of the site's root from a page: `../../`."""
    return "../" * url(path, directories=directories).count("/")


def from_root(start: str, target: str, *, directories: bool = True) -> str:
    """Return the relative address of a page or file by way of the site's root.

    It is the same on all pages of one depth, and so is what leads there.
    """
    return start + url(target, directories=directories) or "./"


def way(start: str, target: str, *, directories: bool = True) -> str:
    """Return the relative address of one page from another."""
    return from_root(root(start, directories=directories), target, directories=directories)
