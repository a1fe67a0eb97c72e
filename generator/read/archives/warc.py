"""WARC, `.warc` or `.warc.gz`: the web pages that a crawler kept, with their addresses.

Every record is looked at, and only answers of servers that are web pages are read. A record is
taken in whole, up to the limit of one article, before anything in it is believed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from generator import extras
from generator.errors import Finding
from generator.model import Publication
from generator.read.archives.packed import Unpacked
from generator.read.dates import given, in_address
from generator.read.decode import decode
from generator.read.facts import Draft, Facts
from generator.read.findings import BAD_RECORD, BROKEN_OFF, NOT_TEXT, TOO_LARGE, finding
from generator.read.given import is_address
from generator.read.page import from_html
from generator.read.records import Outcome
from generator.settings import ARTICLE_LIMIT

HEADERS = 1_000_000
"""Bytes that the headers of a record may have, with the blocks that are read ahead."""

PAGES = ("text/html", "application/xhtml+xml")
PACKINGS = {"": None, "identity": None, "gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}
"""How servers pack pages, as far as that is unpacked a block at a time."""

PROTOCOLS = ["HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/2", "HTTP/3"]

_BEGINS = b"WARC/"
_BLOCK = 65_536


def from_warc(stream: BinaryIO, path: str) -> Iterator[Outcome]:
    """Yield the articles of an archive; a page that holds none is a finding."""
    iterator = extras.load("warcio.archiveiterator", "warc", "a WARC file").ArchiveIterator
    plain = Unpacked(stream)
    head = b"".join(plain.read(1) or b"" for _ in _BEGINS)
    if head != _BEGINS:
        yield finding(path, NOT_TEXT, "the file does not begin as a WARC file does")
        return
    archive = iter(iterator(_From(head, plain), no_record_parse=True))
    for number in range(1, 2**63):
        plain.allow(HEADERS)
        record = next(archive, None)
        if record is None:
            return
        plain.allow(ARTICLE_LIMIT + HEADERS)
        outcomes = _outcomes(record, path) if _is_answer(record) else ()
        yield from (replace(outcome, line=number) for outcome in outcomes)
        _skip(record, plain)
        if not _says_length(record) or record.raw_stream.limit:
            message = "the file ends within this record, or the record does not say how long it is"
            yield finding(path, BROKEN_OFF, message, line=number)
            return


def _skip(record: Any, plain: Unpacked) -> None:
    """Read what is left of a record, however long it is."""
    left = True
    while left:
        plain.allow(HEADERS)
        left = bool(record.raw_stream.read(_BLOCK))


def _says_length(record: Any) -> bool:
    return _header(record.rec_headers, "Content-Length").strip().isdecimal()


class _From:
    """The stream from its beginning, for a reader that looks no further than its next block."""

    def __init__(self, head: bytes, stream: Unpacked) -> None:
        self._head = head
        self._stream = stream
        self._at = 0

    def read(self, size: int) -> bytes:
        """Read on."""
        raw = self._head or self._stream.read(size) or b""
        self._head = b""
        self._at += len(raw)
        return raw

    def tell(self) -> int:
        """Return how far it was read."""
        return self._at


def _is_answer(record: Any) -> bool:
    kind, address = record.rec_type, _address(record)
    return kind == "response" and is_address(address) and _says_length(record)


def _address(record: Any) -> str:
    return _header(record.rec_headers, "WARC-Target-URI")


def _outcomes(record: Any, path: str) -> Iterator[Outcome]:
    raw = record.raw_stream.read(min(record.length, ARTICLE_LIMIT))
    answer = io.BytesIO(raw)
    headers = _headers(answer)
    if headers is None or len(raw) < min(record.length, ARTICLE_LIMIT):
        return
    if record.length > ARTICLE_LIMIT:
        message = f"this record is larger than {ARTICLE_LIMIT:,} bytes"
        yield finding(path, TOO_LARGE, message)
        return
    page = _page(headers, answer, path)
    if isinstance(page, Finding):
        yield page
        return
    draft, findings = from_html(page, path)
    yield from findings
    if draft:
        yield _known(draft, _address(record), _header(record.rec_headers, "WARC-Date"))


def _headers(answer: io.BytesIO) -> Any:
    """Return the headers of a web page, None where a server sent something else."""
    parser = extras.load("warcio.statusandheaders", "warc", "a WARC file").StatusAndHeadersParser
    try:
        found = parser(PROTOCOLS).parse(answer)
    except Exception:  # noqa: BLE001 -- what a hostile server sent makes it raise all sorts
        return None
    kind = _header(found, "Content-Type").partition(";")[0].strip().lower()
    return found if found.get_statuscode() == "200" and kind in PAGES else None


def _header(headers: Any, name: str) -> str:
    return headers.get_header(name) or ""


def _page(headers: Any, answer: io.BytesIO, path: str) -> str | Finding:
    """Return the page that follows the headers, unpacked."""
    packing = _header(headers, "Content-Encoding").strip().lower()
    if packing not in PACKINGS:
        return finding(path, BAD_RECORD, f"the page is packed with {packing[:40]!r}")
    readers = extras.load("warcio.bufferedreaders", "warc", "a WARC file")
    chunked = _header(headers, "Transfer-Encoding").strip().lower() == "chunked"
    reader = readers.ChunkedDataReader if chunked else readers.BufferedReader
    body = reader(answer, decomp_type=PACKINGS[packing]).read(ARTICLE_LIMIT + 1)
    if len(body) > ARTICLE_LIMIT:
        return finding(path, TOO_LARGE, f"the page is larger than {ARTICLE_LIMIT:,} bytes")
    text = decode(body, declares=True, label=_header(headers, "Content-Type"))
    if text is None:
        return finding(path, NOT_TEXT, "the page holds bytes that are no text")
    return text


def _known(draft: Draft, address: str, crawled: str) -> Draft:
    """Add what the crawler noted: its day stands in where neither page nor address has one."""
    facts = Facts(url=address).over(draft.facts)
    found = given(crawled)
    if facts.published is None and in_address(address) is None and found is not None:
        evidence = f"WARC-Date: {found.words}"
        day = Publication(date=found.date, evidence=evidence, origin="metadata")
        facts = Facts(published=day).over(facts)
    return replace(draft, facts=facts)
