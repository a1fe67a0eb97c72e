"""Rows grouped by what is known of their day, and long lists cut into pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from generator import edtf
from generator.site import addresses
from generator.site.rows import Row
from generator.site.saying import said, weekday
from generator.site.strings import Strings

T = TypeVar("T")

NIGHT = 2
"""Days of the longest date that is listed under its first day: a night has two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows of one day, or of one date that is no single day."""

    key: str
    """EDTF: `2025-11-25`, `2025-11`, `2025-09/2025-11`; `undated`."""
    label: str
    """`25 November 2025`."""
    weekday: str
    """`Tuesday`; empty where the day is not known."""
    path: str | None
    """Page of the day, month or year."""
    rows: tuple[Row, ...]


def groups(rows: Sequence[Row], say: Strings) -> tuple[Group, ...]:
    """Group rows that stand in order of time."""
    return tuple(_group(key, tuple(members), say) for key, members in groupby(rows, key=_key))


def parts(rows: Sequence[T], length: int) -> Iterator[tuple[int, Sequence[T]]]:
    """Cut a list into numbered pages of some length; an empty list has one page."""
    for number, start in enumerate(range(0, max(len(rows), 1), length), start=1):
        yield number, rows[start : start + length]


def single_day(date: str) -> dt.date | None:
    """Return the day that a date is listed under: its own, or a night's first."""
    parsed = edtf.parse(date)
    ends = date.split("/")
    if parsed.lower is None or parsed.upper is None:
        return None
    exact = all(edtf.parse(end).precision == "day" for end in ends)
    return parsed.lower if exact and (parsed.upper - parsed.lower).days < NIGHT else None


def _key(row: Row) -> str:
    if row.edtf is None:
        return "undated"
    day = single_day(row.edtf)
    return day.isoformat() if day else row.edtf.rstrip("~?%")


def _group(key: str, rows: tuple[Row, ...], say: Strings) -> Group:
    if key == "undated":
        return Group(key=key, label=say.text("date.unknown"), weekday="", path=None, rows=rows)
    date = edtf.parse(key)
    day = date.lower if date.precision == "day" else None
    named = weekday(day, say.language) if day else ""
    label = said(key, say.language)
    return Group(key=key, label=label, weekday=named, path=page_of(key), rows=rows)


def page_of(date: str) -> str | None:
    """Return the page of a day, month or year; None for dates that have none of their own."""
    parsed = edtf.parse(date)
    if parsed.lower is None:
        return None
    if parsed.precision == "day":
        return addresses.day(parsed.lower)
    if parsed.precision == "month" and "X" not in date:
        return addresses.month(parsed.lower.year, parsed.lower.month)
    return addresses.year(parsed.lower.year) if parsed.precision == "year" else None
