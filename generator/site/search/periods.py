"""Shares of a chronology that are indexed apart, so that a change costs no more than its share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_WHOLE = 22
"""Halvings from all days of the calendar (2²² days) to a single one."""


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """A page to index: the first day it can lie on, empty where that is unknown, and its file."""

    day: str
    path: str
    digest: str


def periods(pages: Sequence[Dated], most: int) -> Iterator[tuple[str, list[Dated]]]:
    """Yield shares of at most so many pages in order of time, each with a name; undated first.

    A share is the longest of the periods made by halving the calendar again and again that holds
    no more. So the shares hang on nothing but the pages, and a new page moves no page of another
    share, as it would if years were counted off or joined from the left.
    """
    ordered = sorted(pages)
    if 0 < len(ordered) <= most:
        yield "all", ordered
        return
    undated = [page for page in ordered if not _number(page)]
    yield from _sliced("undated", undated, most)
    yield from _halved([page for page in ordered if _number(page)], _WHOLE, most)


def _halved(pages: list[Dated], halvings: int, most: int) -> Iterator[tuple[str, list[Dated]]]:
    """Yield the shares of the pages of one period of 2^halvings days."""
    if not pages:
        return
    if len(pages) <= most or not halvings:
        yield from _sliced(f"{_number(pages[0]) >> halvings}-{halvings}", pages, most)
        return
    for _, half in groupby(pages, lambda page: _number(page) >> (halvings - 1)):
        yield from _halved(list(half), halvings - 1, most)


def _sliced(name: str, pages: list[Dated], most: int) -> Iterator[tuple[str, list[Dated]]]:
    """Yield pages that time does not tell apart."""
    for start in range(0, len(pages), most):
        yield f"{name}-{start // most}", pages[start : start + most]


def _number(page: Dated) -> int:
    """Return the number of the first day; 0 where there is none."""
    try:
        return dt.date.fromisoformat(page.day).toordinal()
    except ValueError:
        return 0
