"""What was added lately, and apart from it what was changed, told by the days of its reports.

The content keeps no day on which an entry was written, and no clock is asked at build. So an entry
counts as added when the first of its reports was published, and as changed when a later one was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator import edtf
from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.data.formats import FEEDS
from generator.site.follow import follow, named
from generator.site.page import Page
from generator.site.rendering import Rendering
from generator.site.rows import Row
from generator.site.saying import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Entries with one day of a report."""

    label: str
    rows: tuple[Row, ...]


def recent_pages(site: Rendering) -> tuple[Page, Page]:
    """Return the entries added last and those changed last, each the newest first."""
    added, changed = came_in(site.catalogue.entries)
    return (
        _page(site, addresses.ADDED, "added", added),
        _page(site, addresses.CHANGED, "changed", changed),
    )


def came_in(entries: Iterable[Entry]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the day on which each entry was added, where its reports tell one.

    And the day on which a later report last joined each entry that one did.
    """
    told = {entry.id: days for entry in entries if (days := _days(entry))}
    return (
        {key: days[0] for key, days in told.items()},
        {key: days[-1] for key, days in told.items() if days[-1] != days[0]},
    )


def _days(entry: Entry) -> list[str]:
    """Return when the reports of an entry were published, the first day first."""
    published = {day for source in entry.meta.sources if (day := source.published)}
    return sorted(published, key=edtf.sort_key) if len(published) > 1 else [*published]


def _page(site: Rendering, path: str, name: str, days: Mapping[str, str]) -> Page:
    t = site.strings.text
    title, intro = t(f"page.{name}"), t(f"recent.{name}")
    entries = [entry for entry in site.catalogue.entries if entry.id in days]
    ages = {day: edtf.sort_key(day) for day in set(days.values())}
    newest = sorted(entries, key=lambda entry: ages[days[entry.id]], reverse=True)
    shown = newest[: site.options.list_length]
    ways = follow(path, title, site.strings, FEEDS)
    text = site.later(
        "recent.html",
        path,
        title=title,
        intro=intro,
        density=site.strip(shown),
        groups=tuple(_groups(site, shown, days)),
        shown=len(shown),
        all=len(entries),
        follow=ways,
    )
    return Page(
        path=path,
        title=title,
        text=text,
        searchable=False,
        described=intro,
        follow=named(site, path, ways),
    )


def _groups(site: Rendering, shown: Iterable[Entry], days: Mapping[str, str]) -> Iterable[Reported]:
    for day, entries in groupby(shown, key=lambda entry: days[entry.id]):
        yield Reported(
            label=said(day, site.options.language), rows=tuple(map(site.rows.row, entries))
        )
