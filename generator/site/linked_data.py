"""Linked data of an entry (JSON-LD, schema.org), no finer in its dates than the entry."""

from __future__ import annotations

import datetime as dt
from typing import Any

from markupsafe import Markup

from generator import edtf
from generator.content import Source
from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.jsontext import json_text
from generator.site.rendering import Rendering
from generator.site.text import plain

ACTOR_TYPES = {"person": "Person", "organisation": "Organization", "state": "Country"}


def linked_data(site: Rendering, entry: Entry, summary: str) -> Markup:
    """Return the JSON text of an entry's script element."""
    page = addresses.url(addresses.entry(entry.id), directories=site.options.directories)
    found = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": plain(entry.meta.title),
        "description": summary,
        "url": site.options.url + page if site.options.url else None,
        "inLanguage": site.options.told,
        "temporalCoverage": coverage(entry.meta.date) if entry.meta.date else None,
        "about": _event(site, entry),
        "mentions": [_actor(site, name) for name in entry.meta.actors],
        "citation": [_citation(source) for source in entry.meta.sources],
    }
    # The escaped text holds no character that HTML reads, so it may stand as it is.
    return Markup(json_text(_present(found)))  # noqa: S704


def coverage(date: str) -> str:
    """Return an EDTF date in ISO 8601: marks of doubt become the bounds that they leave open."""
    parsed = edtf.parse(date)
    if "X" not in date and parsed.precision != "season":
        return date.translate(str.maketrans("", "", "~?%"))
    lower, upper = edtf.bounds(date)
    return f"{lower.isoformat()}/{upper.isoformat()}"


def _event(site: Rendering, entry: Entry) -> dict[str, Any]:
    start, end = _ends(entry.meta.date)
    return {
        "@type": "Event",
        "name": plain(entry.meta.title),
        "startDate": start,
        "endDate": end,
        "location": [_place(site, name) for name in entry.meta.places],
    }


def _ends(date: str | None) -> tuple[str | None, str | None]:
    """Return the first and last date of an event whose date is in no doubt."""
    parsed = edtf.parse(date) if date else None
    if date is None or parsed is None or parsed.approximate or parsed.uncertain or "X" in date:
        return None, None
    if parsed.precision == "season":
        return None, None
    start, _, end = date.partition("/")
    return start.strip(".") or None, (end or start).strip(".") or None


def _place(site: Rendering, name: str) -> dict[str, Any]:
    page = site.catalogue.places.get(name)
    if page is None:
        return {"@type": "Place", "name": name}
    meta = page.meta
    geo: dict[str, Any] | None = None
    if meta.lat is not None and meta.lon is not None:
        geo = {"@type": "GeoCoordinates", "latitude": meta.lat, "longitude": meta.lon}
    return {
        "@type": "Country" if meta.kind == "country" else "Place",
        "name": plain(meta.name),
        "geo": geo,
        "sameAs": _wikidata(meta.wikidata),
    }


def _actor(site: Rendering, name: str) -> dict[str, Any]:
    page = site.catalogue.actors.get(name)
    if page is None:
        return {"@type": "Thing", "name": name}
    return {
        "@type": ACTOR_TYPES.get(page.meta.kind, "Organization"),
        "name": plain(page.meta.name),
        "sameAs": _wikidata(page.meta.wikidata),
    }


def _citation(source: Source) -> dict[str, Any]:
    publisher = plain(source.publisher or "")
    return {
        "@type": "NewsArticle",
        "name": plain(source.title or source.report or source.url or ""),
        "url": source.url,
        "datePublished": _day(source.published),
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
    }


def _day(date: str | None) -> str | None:
    try:
        return dt.date.fromisoformat(date).isoformat() if date else None
    except ValueError:
        return None


def _wikidata(item: str | None) -> str | None:
    return f"https://www.wikidata.org/wiki/{item}" if item else None


def _present(value: Any) -> Any:
    """Leave out what is not known."""
    if isinstance(value, dict):
        return {key: _present(item) for key, item in value.items() if item not in (None, [], "")}
    return [_present(item) for item in value] if isinstance(value, list) else value
