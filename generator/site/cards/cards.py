"""The card of each entry that is shown, and one of the site for all other pages.

Only a site that knows its address has them: previews ask for an absolute one. Whether a card can be
drawn, and what it is made from, is kept by its entry: to say all cards took an eighth of a build.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator import edtf
from generator.content.cache import key_of
from generator.site import addresses
from generator.site.cards.card import Card
from generator.site.cards.sheet import digest
from generator.site.catalogue import Entry
from generator.site.data import LaterFile
from generator.site.precision import precision
from generator.site.rendering import Rendering
from generator.site.text import plain

FILE = "card.png"
DAYS = frozenset({"day", "interval"})
"""Precisions that the date as said tells well enough."""


def card_address(site: Rendering, entry: Entry | None) -> str | None:
    """Return the address of an entry's card, or of the site's; None where there is none."""
    return site.options.url + _path(entry) if _made_from(site, entry) else None


def card_files(site: Rendering) -> Iterator[LaterFile]:
    """Yield the cards, each drawn when it is asked for."""
    for entry in (None, *site.catalogue.entries):
        made_from = _made_from(site, entry)
        if made_from and site.options.bundle:
            make = partial(_drawn, site, entry, site.options.bundle)
            yield LaterFile(path=_path(entry), made_from=made_from, make=make)


def _drawn(site: Rendering, entry: Entry | None, bundle: Path) -> bytes:
    # Imported here: NumPy and Pillow take a tenth of a second, and few builds draw a card.
    from generator.site.cards.drawing import png

    return png(_card(site, entry), bundle)


def _made_from(site: Rendering, entry: Entry | None) -> str:
    """Return what tells a card from all others; nothing where there is none."""
    bundle = site.options.bundle
    faces = digest(bundle) if bundle and site.options.cards and site.options.url else ""
    if not (bundle and faces):
        return ""

    def told() -> str:
        card = _card(site, entry)
        drawable = card.drawable(bundle)
        return site.kept.key(("card", repr(card), faces)).hex() if drawable else ""

    if entry is None:
        return told()
    found: str = site.cards.take(entry.path, key_of(site.prints.of(entry), faces), told)
    return found


def _path(entry: Entry | None) -> str:
    return addresses.beside(addresses.entry(entry.id) if entry else addresses.FRONT, FILE)


def _card(site: Rendering, entry: Entry | None) -> Card:
    return _of(site, entry) if entry else _own(site)


def _of(site: Rendering, entry: Entry) -> Card:
    meta = entry.meta
    coarse = meta.date is not None and edtf.parse(meta.date).precision not in DAYS
    places = site.rows.row(entry).places
    return Card(
        title=plain(meta.title),
        date=site.rows.said(entry),
        precision=site.strings.text(precision(entry)) if coarse else "",
        place=", ".join(chip.name for chip in places[:2]),
        site=plain(site.options.name),
        note=site.strings.text("count.sources", n=len(meta.sources)),
        hue=site.rows.hue(meta.topics[0]) if meta.topics else None,
    )


def _own(site: Rendering) -> Card:
    page = site.catalogue.chronology.site.get("index")
    said = plain(page.meta.description or "") if page else ""
    return Card(
        title=said or plain(site.options.name),
        date="",
        precision="",
        place="",
        site=plain(site.options.name),
        note=site.strings.text("count.entries", n=len(site.catalogue.entries)),
        hue=None,
    )
