"""Pages of publishers: their reports, the entries these tell, and the list of all publishers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from generator import edtf
from generator.content import Source
from generator.content.ids import slug
from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.follow import follow
from generator.site.listing import Head, Link, further, listing
from generator.site.page import Page
from generator.site.register import Item, Shelf, item_order
from generator.site.rendering import Rendering
from generator.site.rows import Chip, Row
from generator.site.saying import said
from generator.site.stream import parts
from generator.site.strings import Strings
from generator.site.text import plain

UNNAMED = "Publisher not named"
"""Name of the page of reports without a publisher; its title is in the readers' language."""
Given = tuple[Entry, Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report of a publisher."""

    title: str
    published: str
    """For people; empty where that is not known."""
    url: str | None
    archive: str | None
    entries: tuple[Row, ...]
    """What it tells."""


def publisher_path(source: Source) -> str:
    """Return the page of a source's publisher; spellings that differ in marks or case share one."""
    return _path(source.publisher or UNNAMED)


@cache
def _path(name: str) -> str:
    """Return the page of a name; a few names stand in all the sources."""
    return addresses.publisher(slug(plain(name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who published reports that entries cite."""

    names: tuple[str, ...]
    """Its spellings, the most frequent first."""
    given: tuple[Given, ...]
    """Each entry with the source that is its."""
    entries: tuple[Entry, ...]


def publishers(site: Rendering) -> Mapping[str, Publisher]:
    """Return every publisher by its page, in the order of the pages."""
    found: dict[str, list[Given]] = {}
    for entry in site.catalogue.entries:
        for source in entry.meta.sources:
            found.setdefault(publisher_path(source), []).append((entry, source))
    return {
        path: Publisher(
            names=_names(given, site.strings), given=tuple(given), entries=_entries(given)
        )
        for path, given in sorted(found.items())
    }


def publisher_pages(site: Rendering) -> Iterator[Page]:
    """Yield the pages of each publisher, and of them all."""
    found = publishers(site)
    yield _index(site, found)
    for path, each in found.items():
        compose = partial(_publisher, site, path, each)
        yield from site.sketches.of(path, each.entries, each.names, compose)


def _names(given: Iterable[Given], say: Strings) -> tuple[str, ...]:
    """Return the spellings of a name, the most frequent first."""
    counts = Counter[str]()
    for name, number in Counter(source.publisher for _, source in given).items():
        counts[plain(name or say.text("publisher.unnamed"))] += number
    return tuple(name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _entries(given: Iterable[Given]) -> tuple[Entry, ...]:
    return tuple({entry.id: entry for entry, _ in given}.values())


def _publisher(site: Rendering, path: str, publisher: Publisher) -> Iterator[Page]:
    names, entries = publisher.names, publisher.entries
    reports = _reports(site, publisher.given)
    t = site.strings.text
    number = t("count.reports", n=len(reports))
    list_path = addresses.beside(path, "reports.md")
    head = Head(
        title=names[0],
        kicker=t("publisher.kind"),
        crumbs=(Link(label=t("page.sources"), path=addresses.SOURCES),),
        also=names[1:],
        facts=((t("fact.reports"), (Link(label=number, path=list_path),)),),
        density=site.strip(entries),
        follow=follow(path, names[0], site.strings),
    )
    told = f"{head.title}: {number}, {t('count.entries', n=len(entries))}"
    yield from listing(site, path, head, entries, description=told)
    cut = list(parts(reports, site.options.list_length))
    for position, part in cut:
        own = addresses.numbered(list_path, position)
        title = further(site, t("publisher.reports_of", name=head.title), position)
        text = site.later(
            "reports.html",
            own,
            title=title,
            crumbs=(*head.crumbs, Link(label=head.title, path=path)),
            total=number,
            reports=part,
            number=position,
            last=len(cut),
            newer=addresses.numbered(list_path, position - 1) if position > 1 else None,
            older=addresses.numbered(list_path, position + 1) if position < len(cut) else None,
        )
        yield Page(path=own, title=title, text=text, searchable=False)


def _reports(site: Rendering, given: Iterable[Given]) -> tuple[Report, ...]:
    """Return a publisher's reports, the newest first, each once with all that it tells."""
    found: dict[str, list[Given]] = {}
    for entry, source in given:
        found.setdefault(source.key, []).append((entry, source))
    ordered = sorted(found.items(), key=lambda item: (_age(item[1][0][1]), item[0]))
    return tuple(_report(site, same) for _, same in ordered)


def _age(source: Source) -> int:
    """Order by publication, the newest first and those without a day last."""
    return -edtf.bounds(source.published)[0].toordinal() if source.published else 0


def _report(site: Rendering, same: Sequence[Given]) -> Report:
    source = same[0][1]
    return Report(
        title=plain(source.title or source.report or source.url or ""),
        published=said(source.published, site.options.language) if source.published else "",
        url=source.url,
        archive=source.archive,
        entries=tuple(site.rows.row(entry) for entry in _entries(same)),
    )


def _index(site: Rendering, found: Mapping[str, Publisher]) -> Page:
    t = site.strings.text
    items = [
        Item(
            chip=Chip(name=each.names[0], path=path, sort="source"),
            count=len(each.entries),
            also=each.names[1:],
            note=t("count.reports", n=len({source.key for _, source in each.given})),
        )
        for path, each in found.items()
    ]
    shelf = Shelf(label=t("publisher.publishers"), items=tuple(sorted(items, key=item_order)))
    text = site.later(
        "register.html",
        addresses.SOURCES,
        title=t("page.sources"),
        shelves=[shelf] if items else [],
        narrow=False,
    )
    return Page(path=addresses.SOURCES, title=t("page.sources"), text=text, searchable=False)
