"""What the pages of a Parquet file say they unpack to, asked before one of them is unpacked.

A reader of Parquet makes room for what the header of each page says, 2 GB at most, whatever the
file's footer tells of the page. The headers are structures of Thrift's compact protocol, of which
sizes and counts alone are kept.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from generator.read.archives.packed import TooTightError

HELD = 250_000_000
"""Bytes that the pages which are open at once, one of each column, may unpack to; writers cut
pages at 1 MB, some at 100 MB."""

VALUES = 10_000_000
"""Values of one page, of a column of lists those of all its pages; groups of rows have a million
at most."""

STEPS = 1_000
"""Parts of a page's header; it has some twenty."""

_I32, _I64, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = 5, 6, 7, 8, 9, 10, 11, 12
_FIXED = {3: 1, _DOUBLE: 8, 13: 16}
"""Bytes of values of a fixed length, by their types."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the header of a page says."""

    is_dictionary: bool
    unpacked: int
    values: int


def rows_at_once(stream: BinaryIO, file: Any, group: int, names: Collection[str]) -> int:
    """Return how many rows of some columns can be borne at once; it is an error where none can."""
    told = file.metadata.row_group(group)
    held = 1
    for at in range(told.num_columns):
        column, kind = told.column(at), file.schema.column(at)
        if column.path_in_schema.partition(".")[0] in names:
            held += _held(stream, column, kind.max_repetition_level > 0) + (kind.length or 0)
    if held > HELD:
        raise TooTightError(f"the pages of these rows would unpack to more than {HELD:,} bytes")
    return HELD // held


def _held(stream: BinaryIO, column: Any, is_list: bool) -> int:
    """Return the bytes of a column's dictionary and its largest page."""
    start = column.data_page_offset
    if column.has_dictionary_page and 0 < column.dictionary_page_offset < start:
        start = column.dictionary_page_offset
    size = {True: 0, False: 0}
    values = 0
    for page in pages(stream, start, start + column.total_compressed_size):
        size[page.is_dictionary] = max(size[page.is_dictionary], page.unpacked)
        values = page.values + (values if is_list else 0)
        if values > VALUES:
            raise TooTightError(f"a column of these rows has more than {VALUES:,} values at once")
    return sum(size.values())


def pages(stream: BinaryIO, start: int, end: int) -> Iterator[Page]:
    """Yield what the headers between two places say; what does not fit there is an error."""
    if not 0 < start <= end <= stream.seek(0, io.SEEK_END):
        raise ValueError("a column lies outside the file")
    while start < end:
        stream.seek(start)
        header = _Compact(stream).struct()
        kind, unpacked, packed = (header.get(field, -1) for field in ("1", "2", "3"))
        start = stream.tell() + packed
        if min(unpacked, packed) < 0 or start > end:
            raise ValueError("a page lies outside its column")
        values = max((header.get(f"{field}.1", 0) for field in (5, 7, 8)), default=0)
        yield Page(is_dictionary=kind == 2, unpacked=unpacked, values=values)


class _Compact:
    """A reader of one structure."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._steps = 0

    def struct(self, within: str = "") -> dict[str, int]:
        """Return its numbers by their fields, those of inner structures by both: `5.1`."""
        found: dict[str, int] = {}
        field = 0
        while head := self._byte():
            field = field + (head >> 4) if head >> 4 else _signed(self._varint())
            if not 0 < field < STEPS:  # other readers count no further than to 32,767
                raise ValueError("a page's header has a field that Parquet does not know")
            if head & 15 == _I32:
                found[f"{within}{field}"] = _signed(self._varint())
            elif head & 15 == _STRUCT and not within:
                found |= self.struct(f"{field}.")
            else:
                self._skip(head & 15, 0)
        return found

    def _skip(self, kind: int, depth: int) -> None:
        self._step()
        if depth > 8:
            raise ValueError("a page's header is nested too deep")
        if kind in (4, _I32):
            self._varint()
        elif kind == _I64:
            while self._byte() > 127:
                pass
        elif kind in _FIXED:
            self._stream.seek(_FIXED[kind], io.SEEK_CUR)
        elif kind == _BINARY:
            self._stream.seek(self._varint(), io.SEEK_CUR)
        elif kind in (_LIST, _SET):
            head = self._byte()
            for _ in range(head >> 4 if head >> 4 < 15 else self._varint()):
                self._skip(max(head & 15, 3), depth + 1)
        elif kind == _STRUCT:
            while head := self._byte():
                if not head >> 4:
                    self._varint()
                self._skip(head & 15, depth + 1)
        elif kind == _MAP:
            raise ValueError("a page's header has what Parquet does not know")

    def _varint(self) -> int:
        value = 0
        for shift in range(0, 35, 7):
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128 and value < 2**32:
                return value
        raise ValueError("a page's header has a number too long")

    def _byte(self) -> int:
        self._step()
        raw = self._stream.read(1)
        if not raw:
            raise ValueError("a page's header breaks off")
        return raw[0]

    def _step(self) -> None:
        self._steps += 1
        if self._steps > STEPS:
            raise ValueError("a page's header does not end")


def _signed(value: int) -> int:
    return (value >> 1) ^ -(value & 1)
