"""What the search finds an entry's page by, from what its template is given.

`search/reading.py` reads the same from any page that was built, and a test holds the two together:
it took an eighth of a first build to read all pages that had just been made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from generator.site.figures import Figure
from generator.site.search.found import Found
from generator.site.strings import Strings

_INLINE = re.compile(r"</?(?:a|code|em|strong)\b[^<>]*>")
_BLOCK = re.compile(r"<[^<>]*>")
_SUMMARY, _NAMES = 2.0, 0.1
"""How much words of the summary count, and those of names: as the template says it."""


def searched(shown: Mapping[str, Any], say: Strings) -> Found:
    """Return what an entry is found by, in the order of its page."""
    facets = shown["facets"]
    found = Found(
        title=shown["title"],
        date=" ".join((shown["said"] or say.text("date.unknown")).split()),
        differ=shown["disputed"],
        facets=[f"{facet}:{value}" for facet, value in facets.values],
    )
    for block in _BLOCK.split(_INLINE.sub("", shown["body"])):
        found.say(_SUMMARY, unescape(block))
    names = (*shown["places"], *shown["actors"], *shown["topics"])
    for name in [*(f"{chip.name} {chip.note}" for chip in names), "; ".join(shown["also"])]:
        found.say(_NAMES, name)
    for block in (*_figures(shown["figures"], say), *_sources(shown["sources"], say)):
        found.say(1.0, block)
    if shown["edtf"]:
        found.say(1.0, f"{shown['edtf'].replace('/', ' ')} {shown['said']}")
    found.say(_NAMES, " ".join(shown["folded"]))
    return found


def _figures(figures: tuple[Figure, ...], say: Strings) -> Iterator[str]:
    for figure in figures:
        place = f", {figure.place.name}" if figure.place else ""
        part = say.text("figures.part_of", what=figure.part) if figure.part else ""
        yield f"{figure.what}{place} {figure.mark} {part}"
        for claim in figure.claims:
            yield claim.bound + claim.value
            within = claim.by and claim.publisher
            by = claim.by or claim.publisher
            where = say.text("figures.in", publisher=claim.publisher) if within else ""
            number = say.text("entry.source_number", number=claim.source) if claim.source else ""
            yield f"{by} {where} {number}"
            yield claim.published


def _sources(sources: list[Any], say: Strings) -> Iterator[str]:
    for source in sources:
        publisher = source.publisher or say.text("publisher.unnamed")
        yield source.title or publisher
        yield ", ".join(filter(None, (source.title and publisher, source.published)))
        yield source.day
        for names in (source.places, source.actors):
            yield ", ".join([chip.name for chip in names])
        yield from source.quotes
    if not sources:
        yield say.text("entry.no_source")
