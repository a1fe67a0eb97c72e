"""Figures with every claim side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content import Claim, FigurePage
from generator.model import Bound
from generator.site.catalogue import Entry, differs
from generator.site.rows import Chip, Rows
from generator.site.text import plain

BOUNDS = {
    Bound.EXACTLY: "",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.ABOUT: "about ",
    Bound.UP_TO: "up to ",
    Bound.FEWER_THAN: "fewer than ",
}
UNITS = {"percent": "%"}
"""Units that are not said by their own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim."""

    bound: str
    value: str
    by: str
    source: int | None
    """Number of the source on the page, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure with its claims."""

    what: str
    place: Chip | None
    claims: tuple[Said, ...]
    differs: bool


def figures(entry: Entry, rows: Rows) -> tuple[Figure, ...]:
    """Return an entry's figures in their own order."""
    numbers = {source.key: n for n, source in enumerate(entry.meta.sources, start=1)}
    numbers |= {s.url: n for n, s in enumerate(entry.meta.sources, start=1) if s.url}
    return tuple(_figure(figure, numbers, rows) for figure in entry.meta.figures)


def _figure(figure: FigurePage, numbers: Mapping[str, int], rows: Rows) -> Figure:
    return Figure(
        what=plain(figure.what[:1].upper() + figure.what[1:]),
        place=rows.place_chips([figure.place])[0] if figure.place else None,
        claims=tuple(_said(claim, figure.unit, numbers) for claim in figure.claims),
        differs=differs(figure),
    )


def _said(claim: Claim, unit: str | None, numbers: Mapping[str, int]) -> Said:
    number = f"{claim.value:,.0f}" if claim.value == int(claim.value) else f"{claim.value:,}"
    ending = f"\u00a0{UNITS.get(unit, plain(unit))}" if unit else ""
    return Said(
        bound=BOUNDS[claim.bound],
        value=number + ending,
        by=plain(claim.by or ""),
        source=numbers.get(claim.source or ""),
    )
