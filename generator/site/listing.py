"""Pages that are a list of entries under a head: the front page, topics, actors, places, dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.dates import Grid
from generator.site.follow import Follow, named
from generator.site.key_moments import Moment
from generator.site.maps import Wanted
from generator.site.page import Page
from generator.site.rendering import Rendering
from generator.site.rows import Chip
from generator.site.stream import parts
from generator.site.strip import Strip


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way to a page of our own, or to a web address."""

    label: str
    path: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the list."""

    title: str
    named: bool = True
    """Whether the title is a name out of the content, not one of the site's own words."""
    kicker: str = ""
    """What sort of page it is: `Topic`, `Person`."""
    crumbs: tuple[Link, ...] = ()
    """The pages above this one, the widest first."""
    intro: Markup = field(default_factory=Markup)
    """The curator's introduction."""
    also: tuple[str, ...] = ()
    """Other names and spellings."""
    facts: tuple[tuple[str, tuple[Link | Chip, ...]], ...] = ()
    """Label, and what it is: text, links or chips."""
    chips: tuple[Chip, ...] = ()
    """Topics below it, or all topics on the front page."""
    density: Strip | None = None
    """When most of its entries were."""
    grid: Grid | None = None
    """Months of a year or days of a month, with their entries counted."""
    hue: int | None = None
    apart: Link | None = None
    """Where the entries are that the list leaves out."""
    map: Wanted | None = None
    """Of a place, with what lies within it."""
    moments: tuple[Moment, ...] = ()
    """Its key moments."""
    follow: tuple[Follow, ...] = ()
    """Feeds and calendar of these entries."""
    proposed: bool = False
    """Whether no person has read the page yet."""


def listing(
    site: Rendering,
    path: str,
    head: Head,
    entries: Sequence[Entry],
    *,
    description: str = "",
    order: int | None = None,
    menu: str = "",
    empty: str = "",
) -> list[Page]:
    """Return the pages of a list: the first with its head, the further ones with its name."""
    t = site.strings.text
    rows = site.rows.of(entries)
    cut = list(parts(rows, site.options.list_length))
    ordered = sum(entry.meta.date is not None for entry in entries) > 1
    total, rest = t("count.entries", n=len(rows)), replace(head, **_ONCE)
    pages = []
    for number, part in cut:
        own = addresses.numbered(path, number)
        title = further(site, head.title, number)
        text = site.later(
            "listing.html",
            own,
            head=head if number == 1 else rest,
            first=number == 1,
            page_title=title,
            total=total,
            ordered=ordered,
            rows=part,
            home=path,
            number=number,
            last=len(cut),
            newer=addresses.numbered(path, number - 1) if number > 1 else None,
            older=addresses.numbered(path, number + 1) if number < len(cut) else None,
            empty=empty or t("list.empty"),
            data_page=addresses.DATA,
        )
        pages.append(
            Page(
                path=own,
                title=title,
                text=text,
                described=description,
                searchable=False,
                order=order if number == 1 else None,
                menu=menu,
                follow=named(site, own, head.follow) if own != addresses.FRONT else (),
            )
        )
    return pages


_ONCE: dict[str, Any] = {
    "intro": Markup(),
    "chips": (),
    "facts": (),
    "density": None,
    "grid": None,
    "map": None,
    "moments": (),
}
"""What only the first page of a list shows, as the others are given it: so they stay as they are
where it changes."""


def further(site: Rendering, title: str, number: int) -> str:
    """Return the title of a page of a list; the first has the list's own."""
    if number == 1:
        return title
    return site.strings.text("list.page_title", title=title, number=str(number))
