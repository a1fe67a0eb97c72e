"""CSV (RFC 4180) in UTF-8, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable
from functools import partial
from typing import Any

from generator.site.data.dataset import Dataset
from generator.site.data.rows import COLUMNS
from generator.site.data.shape import Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP), full-width forms too."""
_BETWEEN = "; "
"""Between the items of a list; the columns of ids hold no such sign, those of names may."""


def write(data: Dataset) -> bytes:
    """Return the entries as a table, one a line."""
    return "".join([_lines([COLUMNS]), *data.parts("csv", partial(_entries, data))]).encode()


def _entries(data: Dataset, records: list[Record]) -> str:
    return _lines(map(cell, data.row(record)) for record in records)


def _lines(rows: Iterable[Iterable[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def cell(value: Any) -> str | float | int:
    """Return a value as a cell: text that would be a formula begins with an apostrophe."""
    if isinstance(value, str):  # as most are
        return f"'{value}" if value.startswith(_FORMULA) else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    return cell(_BETWEEN.join(value) if isinstance(value, list) else str(value))
