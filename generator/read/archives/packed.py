"""Streams that may be packed with gzip, unpacked no further than is bearable."""

from __future__ import annotations

import io
from gzip import GzipFile
from typing import BinaryIO, cast

GZIP = b"\x1f\x8b"

RATIO = 300
"""Bytes that one packed byte may become; news packs to a third or a tenth, one line ten thousand
times over to a 227th, zeros to a 1,030th."""

SLACK = 100_000_000
"""Bytes unpacked before the ratio is looked at: less is no burden."""


class TooTightError(Exception):
    """What is packed would become more than anyone would write."""


class _Counted:
    """A stream of whose beginning some bytes were looked at; it counts what is read of it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream
        self.count = 0

    def read(self, size: int) -> bytes:
        """Read on."""
        head, self._head = self._head[:size], self._head[size:]
        raw = head + self._stream.read(size - len(head))
        self.count += len(raw)
        return raw


class Unpacked(io.RawIOBase):
    """What a stream holds, unpacked where it is packed."""

    def __init__(self, stream: BinaryIO) -> None:
        head = stream.read(len(GZIP))
        self._is_packed = head == GZIP
        self._packed = _Counted(head, stream)
        self._plain = GzipFile(fileobj=cast(BinaryIO, self._packed)) if self._is_packed else None
        self._given = 0
        self._allowed: int | None = None

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def allow(self, size: int) -> None:
        """Give so many bytes more and no further: a reader of headers stops at no line's end."""
        self._allowed = self._given + size

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Read on; it is an error where that would be more than is bearable."""
        try:
            size = len(buffer)  # and what comes before a break is given, though it is less
            raw = self._plain.read1(size) if self._plain else self._packed.read(size)
        except EOFError as error:  # which a reader of records takes for the end of a whole file
            raise OSError(str(error)) from error
        self._given += len(raw)
        if self._is_packed and self._given > SLACK + RATIO * self._packed.count:
            raise TooTightError(f"it would unpack to more than {RATIO} times its size")
        if self._allowed is not None and self._given > self._allowed:
            raise TooTightError("a header does not end")
        buffer[: len(raw)] = raw
        return len(raw)
