"""Shares of a chronology that are indexed apart, so that a change costs no more than its share."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

_WHOLE = 22
"""Halvings from all days of the calendar (2²² days) to a single one."""


class Dated(NamedTuple):
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
    numbered = [(_number(page.day), page) for page in ordered]
    yield from _sliced("undated", [page for number, page in numbered if not number], most)
    yield from _halved([pair for pair in numbered if pair[0]], _WHOLE, most)


def _halved(
    pages: list[tuple[int, Dated]], halvings: int, most: int
) -> Iterator[tuple[str, list[Dated]]]:
    """Yield the shares of the pages of one period of 2^halvings days."""
    if len(pages) <= most or not halvings:
        name = f"{pages[0][0] >> halvings}-{halvings}" if pages else ""
        yield from _sliced(name, [page for _, page in pages], most)
        return
    second = pages[0][0] >> (halvings - 1) | 1
    middle = bisect_left(pages, second << (halvings - 1), key=itemgetter(0))
    for half in (pages[:middle], pages[middle:]):
        if half:
            yield from _halved(half, halvings - 1, most)


def _sliced(name: str, pages: list[Dated], most: int) -> Iterator[tuple[str, list[Dated]]]:
    """Yield pages that time does not tell apart."""
    for start in range(0, len(pages), most):
        yield f"{name}-{start // most}", pages[start : start + most]


def _number(day: str) -> int:
    """Return the number of a day; 0 where it is none."""
    try:
        return dt.date.fromisoformat(day).toordinal()
    except ValueError:
        return 0
