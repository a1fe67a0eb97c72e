"""Where the claims of an entry's sources agree, rise or differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator import edtf
from generator.content import FigurePage, Source
from generator.content.agreement import Agreement, Given, agreement, width
from generator.site.catalogue import Entry


def sources_of(entry: Entry) -> Mapping[str, Source]:
    """Return an entry's sources by what a claim calls them."""
    by_url = {source.url: source for source in entry.meta.sources if source.url}
    return {**by_url, **{source.key: source for source in entry.meta.sources}}


def ordered(entry: Entry) -> tuple[Source, ...]:
    """Return an entry's sources in the order of publication, those without a day last."""
    return in_order(entry.meta.sources)


def in_order(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return sources in the same order."""
    return tuple(sorted(sources, key=lambda s: (s.published or "9999", s.key)))


def standing(entry: Entry, figure: FigurePage) -> Agreement:
    """Say how the claims on a figure stand to each other."""
    return agreement(figure.what, _given(entry, figure))


def spread(entry: Entry, figure: FigurePage) -> float:
    """Return how far apart the claims on a figure lie, as a share of the largest."""
    return width(_given(entry, figure))


def conflicts(entry: Entry) -> tuple[FigurePage, ...]:
    """Return the figures whose claims cannot all be right."""
    return tuple([f for f in entry.meta.figures if standing(entry, f) is Agreement.CONFLICT])


def dated_otherwise(entry: Entry) -> tuple[Source, ...]:
    """Return the sources that put an entry on a day that cannot be its own."""
    date = entry.meta.date
    found = [
        source
        for source in entry.meta.sources
        if date and source.tells and source.tells.date
        if not edtf.overlaps(source.tells.date, date)
    ]
    return in_order(found) if found else ()


def disputed(entry: Entry) -> bool:
    """Whether claims contradict each other, or a person marked the entry as disputed."""
    return entry.meta.status == "disputed" or bool(conflicts(entry))


def unsettled(entry: Entry) -> bool:
    """Whether a disagreement is open: one that no person has reviewed yet, or found disputed."""
    return entry.meta.status != "reviewed" and (disputed(entry) or bool(dated_otherwise(entry)))


def _given(entry: Entry, figure: FigurePage) -> list[Given]:
    sources = sources_of(entry)
    found = []
    for number, claim in enumerate(figure.claims):
        source = sources.get(claim.source or "")
        key = source.key if source else claim.source or f"{number}"
        day = (source.published or "") if source else ""
        found.append(
            Given(value=claim.value, bound=claim.bound, source=key, by=claim.by or "", day=day)
        )
    return found
