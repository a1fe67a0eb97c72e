"""Where the values of front matter stand in its text, so that one is changed and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.content.frontmatter import LOADER

Edit = tuple[int, int, str]
"""Start, end and what to write there instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One value."""

    key: str
    """`sources.0.quotes.1`."""
    start: int
    end: int
    """In the front matter, end exclusive."""
    value: str | None = None
    """Of text; None for a list."""
    style: str = ""
    """Of text: a quotation mark, `|`, `>` or none; of a list `[` between brackets, or none."""
    flow: bool = False
    """Whether it stands between brackets."""
    items: tuple[Node, ...] = ()
    """Of a list: what it holds."""


def nodes(front: str) -> dict[str, Node]:
    """Return the texts and lists of front matter that the strict reader takes, by key."""
    events = iter(yaml.parse(front, Loader=LOADER))
    start = next((e for e in events if isinstance(e, yaml.MappingStartEvent)), None)
    found: dict[str, Node] = {}
    if start is not None:
        _mapping(events, "", bool(start.flow_style), found)
    return found


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with what stands in some places changed."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def written(value: str, node: Node) -> str:
    """Write a text as the one at a node is written, or in quotes where it needs some."""
    if node.style == '"':
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if not node.style and _is_plain(value, node.flow):
        return value
    return "'" + value.replace("'", "''") + "'"


def _is_plain(value: str, flow: bool) -> bool:
    try:
        found = nodes(f"k: [{value}]\n" if flow else f"k: {value}\n")
    except yaml.YAMLError:
        return False
    name = "k.0" if flow else "k"
    return name in found and found[name].value == value and len(found) == 1 + flow


def _mapping(events: Iterator[Any], under: str, flow: bool, found: dict[str, Node]) -> None:
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return
        name = str(event.value).replace(".", "\0")  # so that no key passes for a way to another
        key = f"{under}.{name}" if under else name
        _value(next(events), events, key, flow, found)


def _value(
    event: Any, events: Iterator[Any], key: str, flow: bool, found: dict[str, Node]
) -> Node | None:
    start, end = int(event.start_mark.index), int(event.end_mark.index)
    if isinstance(event, yaml.ScalarEvent):
        style = event.style or ""
        found[key] = Node(
            key=key, start=start, end=end, value=event.value, style=style, flow=flow
        )  # fmt: skip
        return found[key]
    inner = bool(event.flow_style)
    if isinstance(event, yaml.MappingStartEvent):
        _mapping(events, key, inner, found)
        return None
    items: list[Node | None] = []
    for item in events:
        if isinstance(item, yaml.SequenceEndEvent):
            end = int(item.end_mark.index)  # type: ignore[union-attr]  # parsed events have marks
            break
        items.append(_value(item, events, f"{key}.{len(items)}", inner, found))
    plain = tuple(item for item in items if item is not None and item.value is not None)
    if len(plain) == len(items):
        style = "[" if inner else ""
        found[key] = Node(key=key, start=start, end=end, style=style, flow=inner, items=plain)
    return found.get(key)
