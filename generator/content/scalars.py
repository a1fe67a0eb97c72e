"""The scalar types of front matter: each is text in the file and typed here."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from generator import edtf

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LIMIT = 120
"""Characters of an id: with `.md` and a temporary ending it stays under the 255 of file systems."""
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
"""Names that Windows cannot hold, and the one that a builder takes for a folder's own page."""
SCHEMES = ("http", "https")


_LEVEL = "EDTF level 0 or 1"


def fold(text: object) -> object:
    """Fold white space, line ends included, to single spaces; what is no text passes."""
    return " ".join(text.split()) if isinstance(text, str) else text


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        raise ValueError("is not an id: lower-case ASCII letters and digits, joined by hyphens")
    if text in RESERVED:
        raise ValueError("is a name that no page can have")
    return text


def _date(text: str) -> str:
    try:
        edtf.parse(text)
    except ValueError as error:
        reason = str(error).removeprefix(f"{text!r} ")
        plain = "is not a date in EDTF" if reason.endswith(_LEVEL) else reason
        raise ValueError(plain) from error
    return text


def _url(text: str) -> str:
    parts = urlsplit(text)  # raises ValueError for broken brackets
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise ValueError("is not a web address that begins with http:// or https://")
    if parts.username is not None or re.search(r"[\s\\<>\"]", text):
        raise ValueError("is not a plain web address: no user name, space, quotation mark or <>")
    return text


def _report(text: str) -> str:
    if text.startswith(".") or re.search(r"[/\\:]", text):
        raise ValueError("is not a report: the stem of a file in seeds/, without its folder")
    return text


def _cited(text: str) -> str:
    return _url(text) if text.startswith(("http:", "https:")) else _report(text)


Line = Annotated[str, BeforeValidator(fold), Field(min_length=1, max_length=500)]
"""One line of text, white space folded."""

Passage = Annotated[str, BeforeValidator(fold), Field(min_length=1, max_length=5_000)]
"""Words of a source, white space folded."""

Slug = Annotated[
    str,
    Field(min_length=1, max_length=SLUG_LIMIT, json_schema_extra={"pattern": f"^{SLUG.pattern}$"}),
    AfterValidator(_slug),
]
"""An id: the stem of a page's file."""

EdtfDate = Annotated[
    str, Field(max_length=40, json_schema_extra={"format": "edtf"}), AfterValidator(_date)
]
"""A date in EDTF, level 0 or 1."""

Url = Annotated[
    str, Field(max_length=2_000, json_schema_extra={"format": "uri"}), AfterValidator(_url)
]
"""A web address, http or https."""

ReportId = Annotated[Line, Field(max_length=200), AfterValidator(_report)]
"""The stem of a file in `seeds/`."""

Cited = Annotated[
    str, BeforeValidator(fold), Field(min_length=1, max_length=2_000), AfterValidator(_cited)
]
"""What names a source within its entry: its report id or its web address."""

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2; that the code is given out is held by `check`."""

WikidataId = Annotated[str, Field(pattern=r"^Q[1-9][0-9]{0,11}$")]
"""An item of Wikidata."""

Number = Annotated[float, Field(allow_inf_nan=False, ge=-1e15, le=1e15)]
"""A number: `7`, `1.5`."""

Review = Literal["proposed", "reviewed"]
"""`proposed` by the machine, `reviewed` by a person."""
