"""Pages of places, and the list of them all by what lies within what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from generator.content import Page as ContentPage
from generator.content import PlacePage
from generator.site import addresses
from generator.site.actors import COMPANY
from generator.site.body import first_words
from generator.site.catalogue import Entry, together
from generator.site.follow import follow
from generator.site.listing import Head, Link, listing
from generator.site.page import Page
from generator.site.register import Item, Shelf, item_order
from generator.site.rendering import Rendering
from generator.site.rows import Chip, with_counts
from generator.site.strings import Strings
from generator.site.text import plain, shortened
from generator.site.topics import SUMMARY


def place_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page of each place, and of them all."""
    yield _index(site)
    by_place = site.catalogue.by_place
    counts = {name: len(entries) for name, entries in by_place.items()}
    told = site.digests.of(counts)  # pages of places have the numbers of the places around them
    for place in site.catalogue.places.values():
        entries = by_place.get(place.id, ())
        compose = partial(_place, site, place, entries)
        given = site.prints.of(place), told
        yield from site.sketches.of(addresses.place(place.id), entries, given, compose)


def within(site: Rendering, place: str) -> Sequence[str]:
    """Return the places right within one, those with most entries first."""
    return site.catalogue.inside.get(place, ())


def _place(site: Rendering, place: ContentPage[PlacePage], entries: Sequence[Entry]) -> list[Page]:
    path = addresses.place(place.id)
    intro = site.body(place.body, place.path, path)
    around = site.rows.place_chips(site.catalogue.around[place.id])
    head = Head(
        title=plain(place.meta.name),
        kicker=site.strings.text(f"place_kind.{place.meta.kind}"),
        crumbs=(
            Link(label=site.strings.text("page.places"), path=addresses.PLACES),
            *(Link(label=chip.name, path=chip.path) for chip in reversed(around)),
        ),
        intro=intro,
        also=tuple(map(plain, place.meta.aliases)),
        facts=tuple(_facts(site, place, entries)),
        map=site.maps.around(place.id, _told_within(site, place.id)),
        density=site.strip(entries),
        follow=follow(path, plain(place.meta.name), site.strings),
        proposed=place.meta.status == "proposed",
    )
    number = site.strings.text("count.entries", n=len(entries))
    said = first_words(intro) or f"{head.title}: {number}"
    return listing(site, path, head, entries, description=shortened(said, SUMMARY))


def _facts(
    site: Rendering, place: ContentPage[PlacePage], entries: Sequence[Entry]
) -> Iterator[tuple[str, tuple[Link | Chip, ...]]]:
    meta, t = place.meta, site.strings.text
    inner = within(site, place.id)
    around = site.catalogue.around[place.id]
    if around:
        yield t("fact.within_which"), _counted(site, around)
        told = site.catalogue.by_place
        beside = [n for n in within(site, around[0]) if n != place.id and n in told]
        if beside:
            yield t("fact.beside"), _counted(site, beside[:COMPANY])
    if inner:
        yield t("fact.within"), _counted(site, inner)
    company = together(entries, "actors", without=[], most=COMPANY)
    if company:
        yield t("fact.actors"), with_counts(site.rows.actor_chips(company), company)
    if meta.lat is not None and meta.lon is not None:
        yield t("fact.position"), (Link(label=_position(meta.lat, meta.lon, site.strings)),)
    if meta.wikidata:
        address = f"https://www.wikidata.org/wiki/{meta.wikidata}"
        yield t("fact.elsewhere"), (Link(label=f"Wikidata {meta.wikidata}", url=address),)


def _told_within(site: Rendering, place: str) -> Iterator[str]:
    """Yield the places anywhere within one that entries name, those with most entries first."""
    for name in within(site, place):
        if name in site.catalogue.by_place:
            yield name
    for name in within(site, place):
        yield from _told_within(site, name)


def _counted(site: Rendering, names: Iterable[str]) -> tuple[Chip, ...]:
    """Return the chips of places with all the entries of each."""
    counts = {name: len(site.catalogue.by_place.get(name, ())) for name in names}
    return with_counts(site.rows.place_chips(counts), counts)


def _position(lat: float, lon: float, say: Strings) -> str:
    north = "places.north" if lat >= 0 else "places.south"
    east = "places.east" if lon >= 0 else "places.west"
    shown = ((north, say.number(abs(lat), "0.00")), (east, say.number(abs(lon), "0.00")))
    return ", ".join(say.text(key, degrees=degrees) for key, degrees in shown)


def _index(site: Rendering) -> Page:
    title = site.strings.text("page.places")
    shelves = _shelves(site)
    text = site.later("register.html", addresses.PLACES, title=title, shelves=shelves, narrow=True)
    return Page(path=addresses.PLACES, title=title, text=text, searchable=False, order=30)


def _shelves(site: Rendering) -> list[Shelf]:
    """List places under the outermost place around them, then those that stand alone."""
    catalogue = site.catalogue
    inner: dict[str, list[str]] = {}
    for name in catalogue.places:
        for top in catalogue.around[name][-1:]:
            inner.setdefault(top, []).append(name)
    within_none = [n for n in catalogue.places if n not in inner and not catalogue.around[n]]
    shelves = [
        Shelf(
            label=chip.name,
            path=chip.path,
            count=len(catalogue.by_place.get(top, ())),
            items=_items(site, names),
        )
        for top, names in inner.items()
        for chip in site.rows.place_chips([top])
    ]
    shelves.sort(key=lambda shelf: (-shelf.count, shelf.label))
    countries = [name for name in within_none if catalogue.places[name].meta.kind == "country"]
    others = [name for name in within_none if name not in countries]
    if countries:
        label = "places.other_countries" if inner else "places.countries"
        shelves.append(Shelf(label=site.strings.text(label), items=_items(site, countries)))
    if others:
        label = site.strings.text("places.elsewhere")
        shelves.append(Shelf(label=label, items=_items(site, others)))
    return shelves


def _items(site: Rendering, names: Iterable[str]) -> tuple[Item, ...]:
    return tuple(sorted((_item(site, name) for name in names), key=item_order))


def _item(site: Rendering, name: str) -> Item:
    page = site.catalogue.places[name]
    return Item(
        chip=site.rows.place_chips([name])[0],
        count=len(site.catalogue.by_place.get(name, ())),
        also=tuple(map(plain, page.meta.aliases)),
        note=site.strings.text(f"place_kind.{page.meta.kind}").lower(),
        proposed=page.meta.status == "proposed",
    )
