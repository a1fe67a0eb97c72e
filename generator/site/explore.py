"""The page that shows timeline, map and list at once, and the data that it loads in parts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial

from generator import edtf
from generator.site import addresses
from generator.site.catalogue import Catalogue, Entry
from generator.site.claims import disputed
from generator.site.data import LaterFile, SiteFile
from generator.site.jsontext import json_compact
from generator.site.page import Page
from generator.site.rendering import Rendering
from generator.site.search.facets import facets
from generator.site.text import plain

PART = 1000
"""Entries in one file, some 250 kB."""


def explore_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page: without script it leads to the indexes."""
    yield Page(
        path=addresses.EXPLORE,
        title=site.strings.text("page.explore"),
        text=site.later("explore.html", addresses.EXPLORE),
        described=site.strings.text("explore.description"),
        searchable=False,
        order=5,
    )


def explore_files(site: Rendering) -> Iterator[SiteFile]:
    """Yield where places and countries lie, and the entries, newest first, a thousand a file."""
    entries = site.catalogue.entries
    cut = [entries[at : at + PART] for at in range(0, len(entries), PART)]
    for number, part in enumerate(cut, start=1):
        told = ("explore", site.prints.names, site.listed(part))
        yield LaterFile(
            path=_path(str(number)),
            made_from=site.kept.key(told).hex(),
            make=partial(_rows, site, part),
        )
    yield LaterFile(
        path=_path("index"),
        made_from=site.kept.key(("explore index", site.prints.names, len(cut))).hex(),
        make=partial(_index, site, len(cut)),
    )


def _index(site: Rendering, parts: int) -> bytes:
    places = {
        key: (page.meta.lat, page.meta.lon)
        for key, page in site.catalogue.places.items()
        if page.meta.lat is not None and page.meta.lon is not None
    }
    countries = json.loads(site.kept.text("countries", lambda: _countries(site)))
    return json_compact({"parts": parts, "places": places, "countries": countries})


def _rows(site: Rendering, entries: Iterable[Entry]) -> bytes:
    return json_compact([_row(site, entry) for entry in entries])


def _countries(site: Rendering) -> str:
    from generator.site.maps.countries import country_labels  # it loads Shapely, and is kept

    return json.dumps(list(country_labels(site.options.bundle, site.options.language)))


def _row(site: Rendering, entry: Entry) -> list[object]:
    """Return id, title, address, date as said, first and last day, marks, places and facets."""
    date = edtf.parse(entry.meta.date) if entry.meta.date else None
    first, last = (date.lower, date.upper) if date else (None, None)
    open_ended = date is not None and None in (first, last)
    vague = date is not None and (date.approximate or date.uncertain or open_ended)
    hue = site.rows.hue(entry.meta.topics[0]) if entry.meta.topics else None
    address = addresses.url(addresses.entry(entry.id), directories=site.options.directories)
    return [
        entry.id,
        plain(entry.meta.title),
        address,
        site.rows.said(entry),
        first.isoformat() if first else "",
        last.isoformat() if last else "",
        int(vague),
        int(disputed(entry)),
        len(entry.meta.sources),
        list(entry.meta.places),
        _values(site.catalogue, entry),
        f"dl-hue-{'none' if hue is None else hue}",
    ]


def _values(catalogue: Catalogue, entry: Entry) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {
        facet: [] for facet in ("topic", "actor", "place", "kind", "status", "source")
    }
    for facet, value in facets(catalogue, entry).values:
        if facet in found:
            found[facet].append(value)
    return found


def _path(name: str) -> str:
    return f"explore/{name}.json"
