"""A page as named values, so that two states of it can be compared field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content import Page
from generator.content.plain import plain
from generator.content.schema import Strict


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that is not as it was."""

    field: str
    """As in the front matter, items by what names them: `sources › quay-flood › published`."""
    gone: tuple[str, ...] = ()
    """Values that no longer stand there."""
    new: tuple[str, ...] = ()
    """Values that stand there now."""


def differences(before: Page[Strict], after: Page[Strict]) -> tuple[Difference, ...]:
    """Return what is not as it was, in the order of the fields."""
    old, now = dict(_leaves(before)), dict(_leaves(after))
    found = []
    for field in {**now, **old}:
        was, here = old.get(field, ()), now.get(field, ())
        gone = tuple(value for value in was if value not in here)
        new = tuple(value for value in here if value not in was)
        if not gone and not new and was != here:
            gone, new = (", ".join(was),), (", ".join(here),)  # the order alone, or a repetition
        if gone or new:
            found.append(Difference(field=field, gone=gone, new=new))
    return tuple(found)


def _leaves(page: Page[Strict]) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from _values(plain(page.meta), "")
    paragraphs = (" ".join(part.split()) for part in page.body.split("\n\n"))
    yield "body", tuple(part for part in paragraphs if part)


def _values(fields: Mapping[str, Any], under: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, value in fields.items():
        name = f"{under}{_UNDER}{key}" if under else key
        if isinstance(value, Mapping):
            yield from _values(value, name)
        elif key in _NAMED:
            for item in value:
                naming = _naming(key, item)
                rest = {own: said for own, said in item.items() if own not in naming}
                own = " ".join(str(item[part]) for part in naming)
                yield from _values(rest or {"is named": True}, f"{name}{_UNDER}{own}")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield name, tuple(_said(item) for item in value)
        else:
            yield name, (_said(value),)


_UNDER = " › "
"""Between a field and what stands under it."""
_NAMED = {"sources": ("report", "url", "title"), "figures": ("what", "place", "unit")}
"""Lists of keys and values, and the keys that tell their items apart."""


def _naming(key: str, item: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys that name an item: of a source, as elsewhere, the first that it has."""
    there = tuple(part for part in _NAMED[key] if part in item)
    return there[:1] if key == "sources" else there


def _said(value: Any) -> str:
    """Return one value as text; keys and values, such as of a claim, in a row."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_said(item)}" for key, item in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)
