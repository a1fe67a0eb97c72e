"""What an entry can be filtered and sorted by in the search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import edtf
from generator.site.catalogue import Catalogue, Entry
from generator.site.text import plain

_MOST_MONTHS = 240
"""Months that one entry may be found by; a longer span is found by its first ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The values of one entry, as the page carries them for the index."""

    values: tuple[tuple[str, str], ...]
    """Facet and value: `("topic", "energy")`, `("month", "2025-11")`."""
    sort: str
    """First day that the date can mean; a day before all others where it is not known."""


def facets(catalogue: Catalogue, entry: Entry) -> Facets:
    """Return what an entry is filtered by: places with those around them, dates by their bounds."""
    meta = entry.meta
    topics = [name for key in meta.topics for name in (key, *catalogue.above.get(key, ()))]
    places = [name for key in meta.places for name in (key, *catalogue.around.get(key, ()))]
    found = [
        *(("topic", key) for key in topics),
        *(("actor", key) for key in meta.actors),
        *(("place", key) for key in places),
        ("kind", meta.kind),
        ("status", meta.status),
        *(("source", plain(source.publisher)) for source in meta.sources if source.publisher),
        *(("month", month) for month in _months(meta.date)),
    ]
    return Facets(values=tuple(dict.fromkeys(found)), sort=first_day(meta.date) or "0000-00-00")


def first_day(date: str | None) -> str:
    """Return the first day that a date can mean; nothing where it is not known."""
    return edtf.bounds(date)[0].isoformat() if date else ""


def _months(date: str | None) -> Iterator[str]:
    """Yield each month in which the date can lie; of an open one, the month that is known."""
    if date is None:
        return
    parsed = edtf.parse(date)
    lower, upper = parsed.lower or parsed.upper, parsed.upper or parsed.lower
    if lower is None or upper is None:
        return
    first, last = lower.year * 12 + lower.month - 1, upper.year * 12 + upper.month - 1
    for month in range(first, min(last, first + _MOST_MONTHS - 1) + 1):
        yield f"{month // 12:04d}-{month % 12 + 1:02d}"
