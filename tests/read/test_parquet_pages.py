"""Parquet files whose pages unpack to more than their footer tells."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pyarrow as pa
import pytest
from pyarrow import parquet

from generator.errors import Finding
from generator.read.archives import pages
from generator.read.archives.packed import TooTightError
from generator.read.archives.parquet import from_parquet

FLOOD = "The river Aune broke its banks on Tuesday and flooded the lower town of Vikstad."
LONG = 9_000_000
SWOLLEN = 134_000_000
"""Bytes that the header of a page is made to tell, in as many bytes as it told."""


def written(columns: dict[str, object], **how: object) -> bytes:
    stream = io.BytesIO()
    parquet.write_table(pa.table(columns), stream, **how)
    return stream.getvalue()


def varint(number: int) -> bytes:
    """Return a number as the compact protocol of Thrift writes it."""
    number *= 2
    found = b""
    while number > 127:
        found += bytes([number & 127 | 128])
        number >>= 7
    return found + bytes([number])


def told(raw: bytes) -> list[str]:
    outcomes = from_parquet(io.BytesIO(raw), "wire.parquet")
    return [one.code if isinstance(one, Finding) else one.text for one in outcomes]


def test_pages_that_unpack_to_more_than_the_footer_tells_are_refused_unread() -> None:
    long = ["x" * LONG]
    plain = {"compression": "zstd", "use_dictionary": False, "write_statistics": False}
    one = {"text": long, "title": long, "date": ["2025-11-26"]}
    stream = io.BytesIO()
    with parquet.ParquetWriter(stream, pa.table(one).schema, **plain) as writer:
        rows = pa.table({key: [*long, *[FLOOD] * 9] for key in ("text", "title")})
        for some in (rows, rows.slice(1, 1)):
            dates = pa.array(["2025-11-26"] * some.num_rows)
            writer.write_table(some.append_column("date", dates))
    raw = stream.getvalue()
    sizes = [page.unpacked for page in column_pages(raw, 0)]
    said, swollen = varint(max(sizes)), varint(SWOLLEN)
    assert len(said) == len(swollen)

    lying = raw.replace(b"\x15" + said, b"\x15" + swollen)

    assert told(lying) == ["E106", FLOOD]


def column_pages(raw: bytes, at: int) -> Iterator[pages.Page]:
    column = parquet.ParquetFile(io.BytesIO(raw)).metadata.row_group(0).column(at)
    start = column.dictionary_page_offset or column.data_page_offset
    return pages.pages(io.BytesIO(raw), start, start + column.total_compressed_size)


@pytest.mark.parametrize("version", ["1.0", "2.0"])
@pytest.mark.parametrize("compression", ["none", "zstd", "gzip"])
def test_pages_are_counted_as_they_were_written(version: str, compression: str) -> None:
    texts = [f"{FLOOD} {number}" for number in range(5000)]
    how = {"data_page_version": version, "compression": compression, "data_page_size": 50_000}
    raw = written({"text": texts}, use_dictionary=False, write_page_checksum=True, **how)

    found = list(column_pages(raw, 0))

    assert len(found) > 3
    assert sum(page.values for page in found) == 5000
    size = sum(page.unpacked for page in found)
    assert size == pytest.approx(sum(4 + len(text) for text in texts), rel=0.01)
    assert not any(page.is_dictionary for page in found)
    assert [page.is_dictionary for page in column_pages(written({"text": ["a"]}), 0)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("column", "bounds", "rows"),
    [
        (pa.array(["a" * 900] * 40), {"HELD": 10_000}, 10),
        (pa.array(["a" * 900] * 40), {"HELD": 900}, None),
        (pa.array([b"a" * 900] * 40, pa.binary(900)), {"HELD": 3_000}, 1),
        (pa.nulls(40, pa.binary(2_000)), {"HELD": 1_000}, None),
        (pa.array(["a"] * 40), {"VALUES": 39}, None),
        (pa.array([["a"] * 20] * 40), {"VALUES": 799}, None),
        (pa.array([["a"] * 20] * 40), {"VALUES": 800, "HELD": 9_000}, None),
    ],
)
def test_so_many_rows_are_unpacked_at_once_as_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch, column: pa.Array, bounds: dict[str, int], rows: int | None
) -> None:
    for name, value in bounds.items():
        monkeypatch.setattr(pages, name, value)
    stream = io.BytesIO(written({"text": column, "unread": ["b" * 9_000] * 40}))
    file = parquet.ParquetFile(stream)

    if rows is None:
        with pytest.raises(TooTightError):
            pages.rows_at_once(stream, file, 0, {"text"})
    else:
        assert pages.rows_at_once(stream, file, 0, {"text"}) == rows


def test_a_header_of_which_any_byte_is_wrong_is_a_finding_or_read() -> None:
    raw = written({"text": [FLOOD] * 3, "date": ["2025-11-26"] * 3})
    refused = 0
    for at in range(4, 140):
        for byte in (0, 0x0F, 0x1C, 0x7F, 0xFF):
            for one in told(raw[:at] + bytes([byte]) + raw[at + 1 :]):
                refused += one != FLOOD
    assert refused > 100


@pytest.mark.parametrize(
    "header",
    [
        b"\x15\x00\x15\x80\x80\x80\x80\x80\x80\x01\x15\x00\x00",
        b"\x15" * 9_000,
        b"\x18\xff\xff\xff\xff\x0f",
        b"\x19\xf3\xff\xff\xff\xff\x0f" + b"a" * 9_000,
        b"\x1c" * 9_000,
        b"\x1b\x01\x55\x00\x00\x00",
        b"\x05\xff\xff\x07\x00\x00",
        b"\x15\x00\x15\x02\x15\x7e\x00",
        b"\x15\x00\x15\x01\x15\x00\x00",
    ],
    ids=["number", "fields", "text", "list", "nesting", "map", "field", "long", "negative"],
)
def test_a_header_that_no_writer_writes_is_an_error(header: bytes) -> None:
    stream = io.BytesIO(b"PAR1" + header)

    with pytest.raises(ValueError, match="page"):
        list(pages.pages(stream, 4, 4 + len(header)))
