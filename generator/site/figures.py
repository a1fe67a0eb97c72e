"""Figures with every claim side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content import Claim, FigurePage, Source
from generator.content.agreement import Agreement
from generator.site.catalogue import Entry
from generator.site.claims import ordered, sources_of, standing
from generator.site.rows import Chip, Rows
from generator.site.saying import said
from generator.site.strings import Strings
from generator.site.text import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim."""

    bound: str
    value: str
    by: str
    source: int | None
    """Number of the source on the page, from 1."""
    publisher: str
    published: str
    """When the source was published, for people; empty where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure with its claims, in the order of publication."""

    what: str
    place: Chip | None
    claims: tuple[Said, ...]
    differs: bool
    """Whether the claims cannot all be right."""
    mark: str
    """How they stand to each other, in words; empty where all say the same."""
    part: str
    """What it is a part of: `Part of: killed`; empty where it is the whole."""


def figures(entry: Entry, rows: Rows) -> tuple[Figure, ...]:
    """Return an entry's figures in their own order."""
    return tuple(figure_of(entry, figure, rows) for figure in entry.meta.figures)


def figure_of(entry: Entry, figure: FigurePage, rows: Rows) -> Figure:
    """Return one figure as its page shows it."""
    sources = sources_of(entry)
    numbers = {source.key: n for n, source in enumerate(ordered(entry), start=1)}
    state = standing(entry, figure)
    return Figure(
        what=rows.strings.label(
            "figure", figure.what, plain(figure.what[:1].upper() + figure.what[1:])
        ),
        place=rows.place_chips([figure.place])[0] if figure.place else None,
        claims=tuple(
            _said(claim, figure.unit, numbers, sources, rows.strings)
            for claim in sorted(figure.claims, key=lambda c: _when(c, sources, numbers))
        ),
        differs=state is Agreement.CONFLICT,
        mark=rows.strings.label("agreement", state, ""),
        part=_part(entry, figure, rows.strings),
    )


def _part(entry: Entry, figure: FigurePage, say: Strings) -> str:
    """Name the wider count of which a figure is a part: `children killed` in one district."""
    others = [
        other.what
        for other in entry.meta.figures
        if (other.what, other.place) != (figure.what, figure.place)
        and other.place is None
        and (figure.what == other.what or figure.what.endswith(f" {other.what}"))
    ]
    if not others:
        return ""
    whole = max(others, key=len)
    label = say.label("figure", whole, plain(whole))
    return label[:1].lower() + label[1:]


def _when(
    claim: Claim, sources: Mapping[str, Source], numbers: Mapping[str, int]
) -> tuple[str, int]:
    source = sources.get(claim.source or "")
    if source is None:
        return "9999", len(numbers)
    return source.published or "9999", numbers[source.key]


def _said(
    claim: Claim,
    unit: str | None,
    numbers: Mapping[str, int],
    sources: Mapping[str, Source],
    say: Strings,
) -> Said:
    number = say.number(claim.value)
    ending = f"\u00a0{say.label('unit', unit, plain(unit))}" if unit else ""
    bound = say.label("bound", claim.bound, "")
    source = sources.get(claim.source or "")
    return Said(
        bound=f"{bound} " if bound else "",
        value=number + ending,
        by=plain(claim.by or ""),
        source=numbers[source.key] if source else None,
        publisher=plain(source.publisher or "") if source else "",
        published=said(source.published, say.language) if source and source.published else "",
    )
