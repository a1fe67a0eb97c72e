"""Pages of entries, and those that lead from an entry's former ids to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from markupsafe import Markup

from generator.content import Source
from generator.content.cache import key_of
from generator.content.schema import Account
from generator.site import addresses
from generator.site.body import first_words
from generator.site.called import office
from generator.site.cards import card_address
from generator.site.catalogue import Entry
from generator.site.citation import citations
from generator.site.claims import disputed, ordered
from generator.site.figures import figures
from generator.site.history import history
from generator.site.later import Later, Told
from generator.site.linked_data import linked_data
from generator.site.neighbours import shown
from generator.site.page import Page, Together
from generator.site.precision import precision
from generator.site.publishers import publisher_path
from generator.site.relations import Relation, Relations, ids, months
from generator.site.rendering import Rendering
from generator.site.rows import Chip, Row
from generator.site.saying import said
from generator.site.search import facets, first_day
from generator.site.search.found import packed
from generator.site.searched import searched
from generator.site.spellings import plain_spellings
from generator.site.text import plain, shortened
from generator.site.topics import SUMMARY

Found = Callable[[], Mapping[str, Relation]]
"""Takes up the relations of the entries of a month, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A source as the page shows it."""

    number: int
    publisher: str
    """Its name; empty where the report names none."""
    publisher_path: str
    title: str
    url: str | None
    archive: str | None
    published: str
    report: str
    quotes: tuple[str, ...]
    day: str
    """When it happened by this report, where the entry's date is another."""
    actors: tuple[Chip, ...]
    """Whom alone it names, where the entry names others too."""
    places: tuple[Chip, ...]


def entry_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page of each entry, the withdrawn too, and of each former id."""
    relations = Relations(site)
    base = site.kept.key(("entry", site.prints.names, bool(site.written)))
    told = {key: site.rows.told(entry) for key, entry in site.catalogue.chronology.entries.items()}
    for month, entries in months(site):
        found = cache(partial(relations.of, month))
        others = relations.others.get(month, ())
        written = [site.written.get(entry.id) for entry in entries]
        around = "".join([told[other] for other in others])
        shown = site.prints.entries(entries), repr(written), around
        together = f"entries {month}", key_of(base, relations.depends, *shown)
        for entry in entries:
            key = partial(_key, site, base, entry, found)
            text = Later(key, partial(_text, site, entry, found))
            yield _entry(site, entry, text, together)
            for alias in entry.meta.aliases:
                if alias not in site.catalogue.chronology.entries:
                    yield _former(site, alias, entry, together)


def _key(site: Rendering, base: bytes, entry: Entry, found: Found) -> bytes:
    """Return the key of what an entry's page shows: itself, and the rows of others."""
    beside, related = found()[entry.id]
    entries = site.catalogue.chronology.entries
    around = [site.rows.told(entries[other]) for other in (*ids(beside), *related)]
    return key_of(base, site.prints.of(entry), repr((site.written.get(entry.id), beside)), *around)


def _entry(site: Rendering, entry: Entry, text: Later, together: Together) -> Page:
    shown = entry.meta.status != "withdrawn"
    return Page(
        path=addresses.entry(entry.id),
        title=plain(entry.meta.title),
        text=text,
        searchable=shown,
        day=first_day(entry.meta.date),
        card=card_address(site, entry) if shown else None,
        together=together,
    )


def _text(site: Rendering, entry: Entry, found: Found) -> Told:
    """Return an entry's HTML, its summary in one line, and what the search finds it by."""
    path = addresses.entry(entry.id)
    beside, related = found()[entry.id]
    meta, rows, entries = entry.meta, site.rows, site.catalogue.chronology.entries

    def row(other: str) -> Row:
        return rows.row(entries[other])

    body = site.body(entry.body, entry.path, path)
    summary = shortened(first_words(body), SUMMARY) or plain(meta.title)
    told = figures(entry, rows)
    edit = f"{site.options.edit}{entry.path}" if site.options.edit else ""
    values = {
        "title": plain(meta.title),
        "said": rows.said(entry),
        "precision": precision(entry),
        "edtf": meta.date,
        "kind": meta.kind,
        "status": meta.status,
        "reason": plain(meta.withdrawn_reason or ""),
        "background": meta.background,
        "disputed": disputed(entry),
        "body": body,
        "figures": told,
        "sources": [_cited(n, source, site) for n, source in enumerate(ordered(entry), start=1)],
        "actors": _people(site, entry),
        "places": rows.place_chips(meta.places),
        "map": site.maps.of(tuple(_located(site, entry))),
        "topics": rows.topic_chips(meta.topics),
        "also": _other_spellings(site, entry),
        "folded": plain_spellings(_words(site, entry, body)),
        "neighbours": shown(beside, row),
        "related": tuple(map(row, related)),
        "history": history(entry, told, site.written, site.strings, edit),
        "citations": citations(site, entry) if meta.status != "withdrawn" else (),
        "permalink": site.options.url + addresses.url(path, directories=site.options.directories),
        "own": path,
        "facets": facets(site.catalogue, entry),
        "edit": edit,
        "linked_data": linked_data(site, entry, summary),
    }
    by = packed(searched(values, site.strings))
    return Told(html=site.html("entry.html", path, **values), description=summary, searched=by)


def _people(site: Rendering, entry: Entry) -> tuple[Chip, ...]:
    """Return the actors, persons with the office that the quotes give them; else the page's."""
    quotes = [quote.exact for source in entry.meta.sources for quote in source.quotes]
    found = []
    for name, chip in zip(
        dict.fromkeys(entry.meta.actors), site.rows.actor_chips(entry.meta.actors), strict=True
    ):
        page = site.catalogue.actors.get(name)
        person = page is not None and page.meta.kind == "person"
        then = office((page.meta.name, *page.meta.aliases), quotes) if page and person else ""
        found.append(replace(chip, note=f"“{then}”") if then else chip)
    return tuple(found)


def _located(site: Rendering, entry: Entry) -> Iterator[str]:
    """Yield the most specific places of an entry; for one without a position, the one around it."""
    for place in site.rows.most_specific(entry.meta.places):
        chain = (place, *site.catalogue.around.get(place, ()))
        yield from [name for name in chain if site.maps.locates(name)][:1]


def _cited(number: int, source: Source, site: Rendering) -> Cited:
    published = said(source.published, site.options.language) if source.published else ""
    tells = source.tells or Account()
    return Cited(
        number=number,
        publisher=plain(source.publisher or ""),
        publisher_path=publisher_path(source),
        title=plain(source.title or ""),
        url=source.url,
        archive=source.archive,
        published=published,
        report=plain(source.report or ""),
        quotes=tuple(plain(quote.exact) for quote in source.quotes),
        day=said(tells.date, site.options.language) if tells.date else "",
        actors=site.rows.actor_chips(tells.actors),
        places=site.rows.place_chips(tells.places),
    )


def _other_spellings(site: Rendering, entry: Entry) -> tuple[str, ...]:
    """Return the other names of its actors and places, so that a search by one finds the entry."""
    catalogue = site.catalogue
    found: dict[str, None] = {}
    for actor in entry.meta.actors:
        if actor in catalogue.actors:
            found |= dict.fromkeys(catalogue.actors[actor].meta.aliases)
    for place in entry.meta.places:
        if place in catalogue.places:
            found |= dict.fromkeys(catalogue.places[place].meta.aliases)
    return tuple(map(plain, found))


def _words(site: Rendering, entry: Entry, body: Markup) -> Iterator[str]:
    """Yield what the page says in words that may hold letters beyond ASCII."""
    yield from (entry.meta.title, first_words(body), *_other_spellings(site, entry))
    yield from (chip.name for chip in site.rows.actor_chips(entry.meta.actors))
    yield from (chip.name for chip in site.rows.place_chips(entry.meta.places))
    for source in entry.meta.sources:
        yield from (quote.exact for quote in source.quotes)


def _former(site: Rendering, alias: str, entry: Entry, together: Together) -> Page:
    path, target = addresses.entry(alias), addresses.entry(entry.id)
    title = plain(entry.meta.title)
    return Page(
        path=path,
        title=title,
        text=site.later("former.html", path, title=title, target=target),
        searchable=False,
        redirect=addresses.way(path, target, directories=site.options.directories),
        together=together,
    )
