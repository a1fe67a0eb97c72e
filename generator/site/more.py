"""The page of further indexes, which the navigation has no room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site import addresses
from generator.site.page import Page
from generator.site.rendering import Rendering

_WAYS = {
    "on_this_day": addresses.ON_THIS_DAY,
    "sources": addresses.SOURCES,
    "added": addresses.ADDED,
    "changed": addresses.CHANGED,
    "disagreements": addresses.DISAGREEMENTS,
    "undated": addresses.UNDATED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """An index, and what it shows."""

    title: str
    path: str
    shows: str


def more_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page of further indexes."""
    t = site.strings.text
    ways = [
        Way(title=t(f"page.{name}"), path=path, shows=t(f"more.{name}"))
        for name, path in _WAYS.items()
    ]
    text = site.later("more.html", addresses.MORE, ways=ways)
    yield Page(path=addresses.MORE, title=t("page.more"), text=text, searchable=False, order=60)
