"""Parquet: one row an article, in columns of the names that JSON records use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, BinaryIO

from generator import extras
from generator.errors import Finding
from generator.read.archives.packed import TooTightError
from generator.read.archives.pages import rows_at_once
from generator.read.decode import decode
from generator.read.findings import BAD_RECORD, BROKEN_OFF, TOO_LARGE, finding
from generator.read.given import is_key
from generator.read.records import Outcome, record
from generator.settings import ARTICLE_LIMIT

ROWS = 16
"""Rows taken in at once; with a text of the greatest size in each, 160 MB."""

METADATA = 100_000_000
"""Bytes of the footer's texts and lists: a file of 10,000 row groups has some 5 MB."""


def from_parquet(stream: BinaryIO, path: str) -> Iterator[Outcome]:
    """Yield the articles of a file; a row that gives none is a finding."""
    parquet = extras.load("pyarrow.parquet", "parquet", "a Parquet file")
    file = parquet.ParquetFile(
        stream, thrift_string_size_limit=METADATA, thrift_container_size_limit=METADATA
    )
    columns = [name for name in dict.fromkeys(file.schema_arrow.names) if is_key(name)]
    number = 0
    for group in range(file.num_row_groups):
        first, number = number, number + file.metadata.row_group(group).num_rows
        if _is_swollen(file.metadata.row_group(group)):
            message = f"these rows would unpack to more than {ARTICLE_LIMIT:,} bytes each"
            yield finding(path, TOO_LARGE, message, line=first + 1)
            continue
        try:
            rows = min(ROWS, rows_at_once(stream, file, group, columns))
            yield from _rows(file, group, columns, path, first, rows)
        except TooTightError as error:
            yield finding(path, TOO_LARGE, str(error), line=first + 1)
        except (OSError, ValueError, NotImplementedError) as error:
            message = f"rows {first + 1} to {number} cannot be read: {error}"[:300]
            yield finding(path, BROKEN_OFF, message, line=first + 1)


def _is_swollen(group: Any) -> bool:
    """Whether its rows are on the average larger than an article may be."""
    return bool(group.total_byte_size > ARTICLE_LIMIT * max(1, group.num_rows))


def _rows(
    file: Any, group: int, columns: list[str], path: str, number: int, rows: int
) -> Iterator[Outcome]:
    batches = file.iter_batches(rows, row_groups=[group], columns=columns, use_threads=False)
    for batch in map(_in_microseconds, batches):
        for at in range(batch.num_rows):
            number += 1
            value = _value(batch.slice(at, 1), path, number)
            yield value if isinstance(value, Finding) else record(value, path, number)


def _in_microseconds(batch: Any) -> Any:
    """Cut times of a finer unit, which Python does not have."""
    arrow = extras.load("pyarrow", "parquet", "a Parquet file")
    for at, field in enumerate(batch.schema):
        if arrow.types.is_timestamp(field.type) and field.type.unit == "ns":
            coarse = batch.column(at).cast(arrow.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(at, field.name, coarse)
    return batch


def _value(row: Any, path: str, number: int) -> dict[str, object] | Finding:
    if row.nbytes > ARTICLE_LIMIT:
        message = f"this row is larger than {ARTICLE_LIMIT:,} bytes"
        return finding(path, TOO_LARGE, message, line=number)
    try:
        (value,) = row.to_pylist()
    except (ValueError, OverflowError) as error:
        return finding(path, BAD_RECORD, f"this row cannot be read: {error}"[:300], line=number)
    return {name: _plain(one) for name, one in value.items()}


def _plain(value: object) -> object:
    """Return a value as JSON would hold it."""
    if isinstance(value, dt.date):  # a time as well, of which the day comes first
        return value.isoformat()
    return decode(value) if isinstance(value, bytes) else value
