"""The page of all open disagreements, the widest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.claims import conflicts, dated_otherwise, spread, unsettled
from generator.site.data.formats import FEEDS
from generator.site.figures import Figure, figure_of
from generator.site.follow import follow, named
from generator.site.listing import further
from generator.site.page import Page
from generator.site.rendering import Rendering
from generator.site.rows import Row
from generator.site.saying import said
from generator.site.text import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """An entry with the figures on which its sources contradict each other."""

    row: Row
    widest: float
    """How far apart its claims lie at most: 1 less the smallest by the largest."""
    figures: tuple[tuple[Figure, int], ...]
    """Each figure with its width in percent, the widest first."""
    days: tuple[tuple[str, str], ...] = ()
    """The other days that sources put it on, each with its source's name."""


def disagreements_pages(site: Rendering) -> list[Page]:
    """Return what sources tell differently and no person has settled, cut into pages."""
    found = [_of(site, entry) for entry in site.catalogue.entries if unsettled(entry)]
    ordered = sorted(found, key=lambda d: (-d.widest, d.row.path))
    length = site.options.list_length
    cut = [ordered[at : at + length] for at in range(0, len(ordered), length)] or [[]]
    total = site.strings.text("count.disagreements", n=len(ordered))
    return [_page(site, part, n, len(cut), total) for n, part in enumerate(cut, start=1)]


def _page(
    site: Rendering, entries: Sequence[Disagreement], number: int, last: int, total: str
) -> Page:
    path = addresses.numbered(addresses.DISAGREEMENTS, number)
    name = site.strings.text("page.disagreements")
    title = further(site, name, number)
    ways = follow(addresses.DISAGREEMENTS, name, site.strings, FEEDS)
    text = site.later(
        "disagreements.html",
        path,
        title=title,
        total=total,
        entries=entries,
        follow=ways if number == 1 else (),
        number=number,
        last=last,
        newer=addresses.numbered(addresses.DISAGREEMENTS, number - 1) if number > 1 else None,
        older=addresses.numbered(addresses.DISAGREEMENTS, number + 1) if number < last else None,
    )
    return Page(
        path=path,
        title=title,
        text=text,
        searchable=False,
        follow=named(site, path, ways),
    )


def _of(site: Rendering, entry: Entry) -> Disagreement:
    wide = sorted(
        ((spread(entry, figure), figure) for figure in conflicts(entry)),
        key=lambda pair: (-pair[0], pair[1].what, pair[1].place or "", pair[1].unit or ""),
    )
    return Disagreement(
        row=site.rows.row(entry),
        widest=wide[0][0] if wide else 0.0,
        figures=tuple((figure_of(entry, f, site.rows), round(100 * w)) for w, f in wide),
        days=tuple(
            (said(source.tells.date, site.options.language), plain(source.publisher or source.key))
            for source in dated_otherwise(entry)
            if source.tells and source.tells.date
        ),
    )
