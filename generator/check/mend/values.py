"""Values that the schema refuses and that have one right spelling."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from generator.check.mend.nodes import Edit, nodes, written
from generator.content import ids, spelling
from generator.content.frontmatter import Document
from generator.content.schema import Strict
from generator.content.validate import typed

_MOST = 200
"""Findings of one page that are looked at; each asks the schema anew, in half a millisecond."""
_DATES = frozenset({"date", "published"})
_IDS = frozenset({"actors", "affiliation", "parent", "place", "places", "topics", "within"})
"""Keys that name pages: of a name written out, its id is the one spelling there is."""


def values(front: str, document: Document, model: type[Strict]) -> tuple[list[Edit], list[str]]:
    """Return where to write what instead, and what to say of it."""
    refused = typed(model, document, "")
    if not isinstance(refused, tuple):
        return [], []
    edits: list[Edit] = []
    said: list[str] = []
    stand = nodes(front)
    meta: Any = deepcopy(document.meta)
    for field in [found.field for found in refused if found.code == "E012"][:_MOST]:
        node = stand.get(field)
        if node is None or node.value is None or node.style in ("|", ">"):
            continue
        for candidate in _candidates(field, node.value):
            changed = _with(meta, field, candidate)
            again = typed(model, Document(meta=changed, body=""), "")
            if not isinstance(again, tuple) or all(found.field != field for found in again):
                edits.append((node.start, node.end, written(candidate, node)))
                said.append(f"{field}: {node.value[:80]!r} is now {candidate!r}")
                meta = changed
                break
    return edits, said


def _candidates(field: str, value: str) -> Iterator[str]:
    """Yield other spellings of a value, the most alike first."""
    key = next((part for part in reversed(field.split(".")) if not part.isdecimal()), "")
    bare = value.strip().strip(_stripped())
    if key in _DATES:
        date = spelling.date(value)
        if date:
            yield date
    else:
        yield from (one for one in (bare, bare.casefold(), bare.upper()) if one != value)
    if key in _IDS and bare:
        yield ids.slug(bare)


def _stripped() -> str:
    return "\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab\u00bb<> "


def _with(meta: Any, field: str, value: str) -> Any:
    changed = deepcopy(meta)
    *path, last = field.split(".")
    holder = changed
    for part in path:
        holder = holder[int(part)] if isinstance(holder, list) else holder[part]
    holder[int(last) if isinstance(holder, list) else last] = value
    return changed
