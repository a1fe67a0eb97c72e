"""Pages of places, and the list of them all by what lies within what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content import Page as ContentPage
from generator.content import PlacePage
from generator.site import addresses
from generator.site.actors import COMPANY
from generator.site.body import first_words
from generator.site.catalogue import together
from generator.site.follow import follow
from generator.site.listing import Head, Link, listing
from generator.site.page import Page
from generator.site.register import Item, Shelf, item_order
from generator.site.rendering import Rendering
from generator.site.rows import Chip, with_counts
from generator.site.strip import strip
from generator.site.text import counted, plain, shortened
from generator.site.topics import SUMMARY

KINDS = {
    "country": "Country",
    "region": "Region",
    "city": "City",
    "district": "District",
    "site": "Site",
    "water": "Water",
}


def place_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page of each place, and of them all."""
    yield _index(site)
    for place in site.catalogue.places.values():
        yield from _place(site, place)


def within(site: Rendering, place: str) -> list[str]:
    """Return the places right within one, those with most entries first."""
    catalogue = site.catalogue
    inner = catalogue.inside.get(place, ())
    return sorted(inner, key=lambda name: (-len(catalogue.by_place.get(name, ())), name))


def _place(site: Rendering, place: ContentPage[PlacePage]) -> list[Page]:
    path = addresses.place(place.id)
    entries = site.catalogue.by_place.get(place.id, ())
    intro = site.body(place.body, place.path, path)
    around = site.rows.place_chips(site.catalogue.around[place.id])
    head = Head(
        title=plain(place.meta.name),
        kicker=KINDS[place.meta.kind],
        crumbs=(
            Link(label="Places", path=addresses.PLACES),
            *(Link(label=chip.name, path=chip.path) for chip in reversed(around)),
        ),
        intro=intro,
        also=tuple(map(plain, place.meta.aliases)),
        facts=tuple(_facts(site, place)),
        strip=strip(entries, site.rows),
        follow=follow(path, plain(place.meta.name)),
        proposed=place.meta.status == "proposed",
    )
    said = first_words(intro) or f"{head.title}: {counted(len(entries), 'entry', 'entries')}"
    return listing(site, path, head, entries, description=shortened(said, SUMMARY))


def _facts(
    site: Rendering, place: ContentPage[PlacePage]
) -> Iterator[tuple[str, tuple[Link | Chip, ...]]]:
    entries = site.catalogue.by_place.get(place.id, ())
    meta = place.meta
    inner = within(site, place.id)
    around = site.catalogue.around[place.id]
    if around:
        yield "Lies within", _counted(site, around)
        told = site.catalogue.by_place
        beside = [n for n in within(site, around[0]) if n != place.id and n in told]
        if beside:
            yield "Beside it", _counted(site, beside[:COMPANY])
    if inner:
        yield "Within it", _counted(site, inner)
    company = together(entries, "actors", without=[], most=COMPANY)
    if company:
        yield "Actors", with_counts(site.rows.actor_chips(company), company)
    if meta.lat is not None and meta.lon is not None:
        yield "Position", (Link(label=_position(meta.lat, meta.lon)),)
    if meta.wikidata:
        address = f"https://www.wikidata.org/wiki/{meta.wikidata}"
        yield "Elsewhere", (Link(label=f"Wikidata {meta.wikidata}", url=address),)


def _counted(site: Rendering, names: Iterable[str]) -> tuple[Chip, ...]:
    """Return the chips of places with all the entries of each."""
    counts = {name: len(site.catalogue.by_place.get(name, ())) for name in names}
    return with_counts(site.rows.place_chips(counts), counts)


def _position(lat: float, lon: float) -> str:
    north = f"{abs(lat):.2f}° {'N' if lat >= 0 else 'S'}"
    return f"{north}, {abs(lon):.2f}° {'E' if lon >= 0 else 'W'}"


def _index(site: Rendering) -> Page:
    html = site.html(
        "register.html", addresses.PLACES, title="Places", shelves=_shelves(site), narrow=True
    )
    return Page(path=addresses.PLACES, title="Places", html=html, searchable=False, order=30)


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
        label = "Other countries" if inner else "Countries"
        shelves.append(Shelf(label=label, items=_items(site, countries)))
    if others:
        shelves.append(Shelf(label="Elsewhere", items=_items(site, others)))
    return shelves


def _items(site: Rendering, names: Iterable[str]) -> tuple[Item, ...]:
    return tuple(sorted((_item(site, name) for name in names), key=item_order))


def _item(site: Rendering, name: str) -> Item:
    page = site.catalogue.places[name]
    return Item(
        chip=site.rows.place_chips([name])[0],
        count=len(site.catalogue.by_place.get(name, ())),
        also=tuple(map(plain, page.meta.aliases)),
        note=KINDS[page.meta.kind].lower(),
        proposed=page.meta.status == "proposed",
    )
