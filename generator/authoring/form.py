"""The form of an issue: Markdown from a stranger, taken as text.

The form gives `### Label`, an empty line and what was filled in, `_No response_` where nothing was.
It comes as a file of its own, or within the event that the forge hands to a workflow.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator.errors import UsageError
from generator.settings import PAGE_LIMIT

ENTRY: Mapping[str, str] = MappingProxyType(
    {
        "Title": "title",
        "Date": "date",
        "Kind of event": "kind",
        "Actors": "actors",
        "Places": "places",
        "What happened": "body",
        "Source address": "url",
        "Publisher": "publisher",
        "Published": "published",
        "Exact passage": "quotes",
    }
)
"""The labels of `.github/ISSUE_TEMPLATE/suggest-entry.yml`, in its order, each with its key."""
ARTICLE: Mapping[str, str] = MappingProxyType(
    {
        "Article address": "url",
        "Headline": "title",
        "Publisher": "publisher",
        "Published": "published",
        "Text": "text",
        "What it tells": "why",
    }
)
"""The labels of `.github/ISSUE_TEMPLATE/suggest-article.yml`."""
EMPTY = "_No response_"
EVENT_LIMIT = 2 * PAGE_LIMIT
"""Bytes of a forge's event: the issue, of 65,536 characters at most, and what is known of it."""
_HEAD = re.compile(r"### ([^\n]{1,40})")


def filled(path: Path, labels: Mapping[str, str]) -> dict[str, str]:
    """Return what a form was filled in with, by key.

    Raises:
        UsageError: the file cannot be read, or holds no such form.

    """
    text = _issue(path) if path.suffix == ".json" else _read(path, PAGE_LIMIT)
    found = sections(text.replace("\r\n", "\n").replace("\r", "\n"), labels)
    if not found:
        raise UsageError(f"{path} holds no form: there is none of {', '.join(labels)}")
    return found


def sections(text: str, labels: Mapping[str, str]) -> dict[str, str]:
    """Cut a form at its labels, each where it stands after the one before it in the form."""
    found: dict[str, list[str]] = {}
    order = [*labels]
    at = -1
    for row in text.split("\n"):
        head = _HEAD.fullmatch(row.rstrip())
        label = head[1] if head else ""
        if label in labels and order.index(label) > at:
            at = order.index(label)
            found[labels[label]] = []
        elif at >= 0:
            found[labels[order[at]]].append(row)
    values = {key: "\n".join(rows).strip() for key, rows in found.items()}
    return {key: value for key, value in values.items() if value and value != EMPTY}


def _issue(path: Path) -> str:
    """Return the body of the issue that an event is about."""
    try:
        event = json.loads(_read(path, EVENT_LIMIT))
        body = event["issue"]["body"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"{path} holds no event of an issue") from error
    text = body if isinstance(body, str) else ""
    if len(text.encode("utf-8", "replace")) > PAGE_LIMIT:
        raise UsageError(f"the issue in {path} is longer than {PAGE_LIMIT:,} bytes")
    return text


def _read(path: Path, limit: int) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    if len(raw) > limit:
        raise UsageError(f"{path} is longer than {limit:,} bytes")
    return raw.decode("utf-8", "replace")
