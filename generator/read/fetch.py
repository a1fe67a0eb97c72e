"""An article from its address: asked for once, by a person, within limits of size and time."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import IO
from urllib.parse import urlsplit

from generator.errors import DatelineError, UsageError
from generator.settings import ARTICLE_LIMIT

SECONDS = 30.0
"""From the first byte asked for to the last one read; pages of the press take under five."""
WAIT = 10.0
"""Seconds that a server may stay silent."""
_BLOCK = 65_536
_ENDINGS = {
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/xhtml+xml": ".html",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
"""Types of content that articles are read from, each with the ending of its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered."""

    raw: bytes
    ending: str
    """That a file of it would have: `.html`."""
    address: str
    """Where it was found in the end."""


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirects from web address to web address."""

    max_redirections = 5

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the next request; other schemes are refused."""
        _refuse(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str, *, limit: int = ARTICLE_LIMIT, seconds: float = SECONDS) -> Fetched:
    """Return what stands at a web address.

    Raises:
        DatelineError: it cannot be had, is too large, takes too long or is no article's format.

    """
    _refuse(address)
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _WebOnly(),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(address, headers={"User-Agent": "dateline", "Accept": "*/*"})  # noqa: S310 -- the scheme is held above
    ends = time.monotonic() + seconds
    try:
        with opener.open(request, timeout=min(WAIT, seconds)) as answer:
            kind = answer.headers.get_content_type()
            if kind not in _ENDINGS:
                raise DatelineError(f"{address}: no articles are read from {kind}")
            if answer.headers.get("Content-Encoding", "identity") != "identity":
                raise DatelineError(f"{address}: the answer is packed, which was not asked for")
            raw = _read(answer, address, limit, ends)
            return Fetched(raw=raw, ending=_ENDINGS[kind], address=answer.geturl())
    except urllib.error.HTTPError as error:
        raise DatelineError(f"{address}: the server answers {error.code} {error.reason}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise DatelineError(f"{address} cannot be fetched: {reason}") from error


def _read(answer: IO[bytes], address: str, limit: int, ends: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while block := answer.read1(_BLOCK):  # type: ignore[attr-defined]  # an answer of http.client
        parts.append(block)
        size += len(block)
        if size > limit:
            raise DatelineError(f"{address}: the answer is longer than {limit:,} bytes")
        if time.monotonic() > ends:
            raise DatelineError(f"{address}: the answer takes too long")
    return b"".join(parts)


def _refuse(address: str) -> None:
    try:
        parts = urlsplit(address)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        fine = False
    if not fine or any(c.isspace() or not c.isprintable() for c in address):
        raise UsageError(
            f"{address[:200]!r} is not a web address that begins with https:// or http://"
        )
