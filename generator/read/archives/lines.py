"""JSON Lines, `.jsonl` or `.jsonl.gz`: one object an article, a line each."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from generator.errors import Finding
from generator.read.archives.packed import Unpacked
from generator.read.decode import SAMPLE, decode, wide_encoding
from generator.read.findings import BROKEN_OFF, NOT_TEXT, TOO_LARGE, finding
from generator.read.records import Outcome, parse, record
from generator.settings import ARTICLE_LIMIT, BROKEN_IN_A_ROW


def from_lines(stream: BinaryIO, path: str) -> Iterator[Outcome]:
    """Yield the articles of a file; a broken line is a finding, and the next is read."""
    plain = io.BufferedReader(cast(io.RawIOBase, Unpacked(stream)), SAMPLE)
    head = plain.peek(SAMPLE)[:SAMPLE]
    if decode(head) is None:
        yield finding(path, NOT_TEXT, "the file holds bytes that are no text")
        return
    wide = wide_encoding(head)
    file = io.TextIOWrapper(plain, wide, "replace", newline="\n") if wide else plain
    empty = 0
    for number, line in enumerate(_lines(file), start=1):
        empty = 0 if line is None or line.strip() else empty + 1
        if empty > BROKEN_IN_A_ROW:
            message = f"{BROKEN_IN_A_ROW:,} lines in a row are empty; the rest was not read"
            yield finding(path, BROKEN_OFF, message, line=number)
            return
        if line is None:
            message = f"this line is longer than {ARTICLE_LIMIT:,} bytes"
            yield finding(path, TOO_LARGE, message, line=number)
        elif not empty:
            value = parse(line, path, number)
            yield value if isinstance(value, Finding) else record(value, path, number)


def _lines(file: IO[bytes] | IO[str]) -> Iterator[str | None]:
    """Yield each line, None for one that is too long; none is held at once that is longer."""
    while line := file.readline(ARTICLE_LIMIT + 1):
        if len(line) <= ARTICLE_LIMIT:
            text = line if isinstance(line, str) else decode(line)
            yield (text or "\ufffd").removeprefix("\ufeff")
            continue
        while line and line[-1:] not in (b"\n", "\n"):
            line = file.readline(ARTICLE_LIMIT + 1)
        yield None
