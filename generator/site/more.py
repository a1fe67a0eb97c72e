"""The page of further indexes, which the navigation has no room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site import addresses, recent
from generator.site.each_year import TITLE as ON_THIS_DAY
from generator.site.page import Page
from generator.site.rendering import Rendering

_WAYS = (
    (ON_THIS_DAY, addresses.ON_THIS_DAY, "What happened on one day of the year, over all years."),
    ("Sources", addresses.SOURCES, "Publishers, their reports and the entries that these tell."),
    (recent.ADDED, addresses.ADDED, "Entries by the day of their first report."),
    (recent.CHANGED, addresses.CHANGED, "Entries that later reports have joined."),
    (
        "Where sources differ",
        addresses.DISAGREEMENTS,
        "Figures on which sources contradict each other.",
    ),
    ("Date not known", addresses.UNDATED, "What the sources tell without saying when."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """An index, and what it shows."""

    title: str
    path: str
    shows: str


def more_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page of further indexes."""
    ways = [Way(title=title, path=path, shows=shows) for title, path, shows in _WAYS]
    html = site.html("more.html", addresses.MORE, ways=ways)
    yield Page(path=addresses.MORE, title="More", html=html, searchable=False, order=60)
