"""Parquet, by pyarrow where that is installed (`pip install 'dateline[parquet]'`)."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache
from importlib.util import find_spec

from generator.site.data.dataset import Dataset
from generator.site.data.rows import COLUMNS
from generator.site.data.shape import Record


@cache
def available() -> bool:
    """Whether pyarrow is installed."""
    return find_spec("pyarrow") is not None


def write(data: Dataset) -> bytes:
    """Return the entries as a table; days are dates, and several names are a list."""
    import pyarrow as pa
    from pyarrow import parquet

    types = {
        str: pa.string(),
        bool: pa.bool_(),
        int: pa.int32(),
        float: pa.float64(),
        dt.date: pa.date32(),
        list: pa.list_(pa.string()),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])

    def packed(records: list[Record]) -> bytes:
        """Return a month in Arrow's own format, which is read at once."""
        columns = zip(*map(data.row, records), strict=True)
        arrays = [pa.array(each, of) for each, of in zip(columns, schema.types, strict=True)]
        month = pa.Table.from_arrays(arrays, schema=schema)
        with pa.BufferOutputStream() as sink, pa.ipc.new_stream(sink, schema) as stream:
            stream.write_table(month)
        return bytes(sink.getvalue())

    months = [pa.ipc.open_stream(part).read_all() for part in data.parts("parquet", packed)]
    table = pa.concat_tables([schema.empty_table(), *months]).combine_chunks()
    written = io.BytesIO()
    parquet.write_table(table, written, compression="zstd")
    return written.getvalue()
