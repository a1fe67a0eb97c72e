"""A suggestion that came by the form of an issue: Markdown from a stranger, taken as text.

The form gives `### Label`, an empty line and what was filled in, `_No response_` where nothing was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.authoring.page import Answer, id_for, kind_for
from generator.content import ids
from generator.errors import UsageError
from generator.settings import PAGE_LIMIT

LABELS: Mapping[str, str] = MappingProxyType(
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
_OTHER = "other"
EMPTY = "_No response_"
NAMES = 50
"""Names in one list; an entry names a dozen at most."""
_HEAD = re.compile(r"### ([^\n]{1,40})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a form was filled in with."""

    said: Mapping[str, Answer]
    """By the keys of the questions; names as ids."""
    unknown: Mapping[str, tuple[str, ...]]
    """Names that no page has, by `actors` and `places`: left out of the entry."""
    kind: str | None = None
    """What was written as the kind, where another is taken."""


def suggestion(path: Path, names: Callable[[str], Mapping[str, str]]) -> Suggestion:
    """Read a form's file.

    Raises:
        UsageError: it cannot be read, or holds no form.

    """
    values = sections(_text(path))
    said: dict[str, Answer] = {key: value for key, value in values.items() if key != "kind"}
    unknown: dict[str, tuple[str, ...]] = {}
    for folder in ("actors", "places"):
        listed = re.split(r"[,;\n]", values.get(folder, ""))[:NAMES]
        found = {" ".join(one.split()): id_for(one, names(folder)) for one in listed if one.strip()}
        said[folder] = tuple(dict.fromkeys(own for own in found.values() if own))
        unknown[folder] = tuple(name for name, own in found.items() if own is None)
    kind = values.get("kind", "")
    said["kind"] = kind_for(kind) or "other" if kind else "other"
    return Suggestion(
        said=said, unknown=unknown, kind=kind if said["kind"] != ids.slug(kind or "other") else None
    )


def sections(text: str) -> dict[str, str]:
    """Cut a form at its labels, each where it stands after the one before it in the form."""
    found: dict[str, list[str]] = {}
    order = [*LABELS]
    at = -1
    for row in text.split("\n"):
        head = _HEAD.fullmatch(row.rstrip())
        label = head[1] if head else ""
        if label in LABELS and order.index(label) > at:
            at = order.index(label)
            found[LABELS[label]] = []
        elif at >= 0:
            found[LABELS[order[at]]].append(row)
    values = {key: "\n".join(rows).strip() for key, rows in found.items()}
    return {key: value for key, value in values.items() if value and value != EMPTY}


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(PAGE_LIMIT + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    if len(raw) > PAGE_LIMIT:
        raise UsageError(f"{path} is longer than {PAGE_LIMIT:,} bytes")
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if not sections(text):
        raise UsageError(f"{path} holds no form: there is none of {', '.join(LABELS)}")
    return text
