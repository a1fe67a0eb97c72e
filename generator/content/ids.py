"""Ids of pages: lower-case ASCII, said once and never changed.

An entry's id begins with the first day, month or year that its date can mean, as finely as the
date is known and no finer: `2025-11-24-…` for talks of the 24th and 25th, `2025-11-…` for November.
The first day is taken because every interval with a beginning has one, while an open interval has
no end. An entry without a date, or without a beginning, begins with `undated`.
"""

from __future__ import annotations

import re
from collections.abc import Container

from anyascii import anyascii

from generator import edtf
from generator.content.scalars import RESERVED, SLUG, SLUG_LIMIT

UNDATED = "undated"
_TITLE_LIMIT = 80
"""Characters of a slug made from a title; headlines have at most 90."""
_BREAK = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(r"['’ʼ`]")
_STEM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?-(?=[a-z0-9])|undated-", re.ASCII)


def slug(text: str, limit: int = _TITLE_LIMIT) -> str:
    """Write text as an id of at most `limit` characters, cut between words; never empty."""
    plain = _APOSTROPHE.sub("", anyascii(_APOSTROPHE.sub("", text)).lower())
    whole = _BREAK.sub("-", plain).strip("-")
    if len(whole) > limit:
        whole = whole[: limit + 1].rpartition("-")[0] or whole[:limit]
    whole = whole.strip("-")
    return f"{whole}-page" if whole in RESERVED else whole or "unnamed"


def is_id(text: str) -> bool:
    """Whether the text may name a page."""
    return bool(SLUG.fullmatch(text)) and len(text) <= SLUG_LIMIT and text not in RESERVED


def prefix(date: str | None) -> str:
    """Return what an entry's id begins with: `2025-11-24`, `2025-11`, `2025` or `undated`."""
    if date is None:
        return UNDATED
    first = date.partition("/")[0].rstrip("~?%")
    lower = edtf.parse(date).lower
    if lower is None or not first.strip("."):
        return UNDATED
    precision = edtf.parse(first).precision
    size = {"day": 10, "month": 7}.get(precision, 4)
    return lower.isoformat()[:size]


def entry_id(date: str | None, title: str, taken: Container[str]) -> str:
    """Make the id of a new entry; one that is taken gets `-2`, `-3`."""
    return free(f"{prefix(date)}-{slug(title)}", taken)


def free(wanted: str, taken: Container[str]) -> str:
    """Return the id, numbered from 2 where it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def stated_prefix(entry: str) -> str | None:
    """Return the date an id begins with, `undated`, or None where it begins with neither."""
    match = _STEM.match(entry)
    return match.group().rstrip("-") if match else None


def folder(entry: str) -> str:
    """Return the folder of an entry under `entries/`: its id's year, or `undated`."""
    stated = stated_prefix(entry)
    return stated[:4] if stated and stated != UNDATED else UNDATED


def entry_path(entry: str) -> str:
    """Return the path of an entry under the content folder."""
    return f"entries/{folder(entry)}/{entry}.md"
