"""The card of each entry that is shown, and one of the site for all other pages.

Only a site that knows its address has them: previews ask for an absolute one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from generator import edtf
from generator.content.cache import key_of
from generator.site import addresses
from generator.site.cards.drawing import SANS, SERIF, Card, png
from generator.site.cards.faces import SHEET, parts
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
    path = _path(site, entry)
    return path and site.options.url + path


def card_files(site: Rendering) -> Iterator[LaterFile]:
    """Yield the cards, each drawn when it is asked for."""
    bundle = site.options.bundle
    for entry in (None, *site.catalogue.entries):
        path = _path(site, entry)
        if bundle and path:
            card = _of(site, entry) if entry else _own(site)
            made_from = site.kept.key(("card", repr(card), _faces(bundle)))
            yield LaterFile(path=path, made_from=made_from.hex(), make=partial(png, card, bundle))


@cache
def _faces(bundle: Path) -> str:
    """Return the digest of the files of the faces."""
    files = [part.file for family in (SERIF, SANS) for part in parts(bundle, family)]
    return key_of(*(hashlib.blake2b(file.read_bytes()).digest() for file in files)).hex()


def _path(site: Rendering, entry: Entry | None) -> str | None:
    bundle = site.options.bundle
    if not (site.options.cards and site.options.url and bundle and (bundle / SHEET).is_file()):
        return None
    if not (parts(bundle, SERIF) and parts(bundle, SANS)):
        return None
    card = _of(site, entry) if entry else _own(site)
    if not card.drawable(bundle):
        return None
    return addresses.beside(addresses.entry(entry.id) if entry else addresses.FRONT, FILE)


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
