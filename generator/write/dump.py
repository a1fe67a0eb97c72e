"""Front matter to text: whole for a new page, key by key for one that a person may have edited.

An edited page is changed only in the lines of the keys that change: each such key is loaded,
changed and written by ruamel.yaml's round trip, in the indentation it has, and put back in its
place. Text that another reader of YAML would take for a number, a date or a truth value is
quoted. What does not read back equal is not written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from generator.content.frontmatter import RefusedError, parse, split
from generator.content.plain import plain
from generator.content.schema import Strict
from generator.write.emit import emitted
from generator.write.layout import OURS, as_tree, round_trip, written
from generator.write.threeway import item_key

S = TypeVar("S", bound=Strict)

_INDENTS = (OURS, (2, 2, 0), (4, 4, 2), (4, 6, 4), (4, 4, 0), (2, 3, 1))
"""Mapping, sequence and offset: the first is ours, the others are met in the wild."""
_NOTE = re.compile(r"""(?m)(?:^[ \t]*|^[^'"\n]*?[ \t])(#[^\n]*)$""")


class UnwritableError(ValueError):
    """Values that would not read back equal."""


def render(fields: Mapping[str, Any], body: str, model: type[Strict]) -> str:
    """Write a new page."""
    text = f"---\n{emitted(fields)}---\n"
    text += f"\n{body}\n" if body else ""
    _verify(text, fields, body, model)
    return text


def edit(
    text: str, old: Mapping[str, Any], new: Mapping[str, Any], body: str, model: type[Strict]
) -> str:
    """Change a page's text in the keys that differ between `old` and `new`, and its body.

    `text` has plain line ends; `old` is what it holds.
    """
    parts = split(text)
    if parts is None:
        return render(new, body, model)
    document = parse(text)
    front, _, first = parts
    for attempt in (_edit_keys, _edit_whole):
        try:
            head = attempt(front, document.lines, first, old, new, list(model.model_fields))
        except (YAMLError, ValueError):
            continue
        if head is None:
            continue
        start = text.index(front)
        changed = text[:start] + head + _rest(text[start + len(front) :], document.body, body)
        try:
            _verify(changed, new, body, model)
        except UnwritableError:
            continue
        return changed
    return render(new, body, model)


def _rest(text: str, old: str, new: str) -> str:
    """Return the line that closes the front matter, as it stands, and the new body."""
    if old == new:
        return text
    mark = text[: len(text) - len(text.lstrip("-"))]
    return f"{mark}\n\n{new}\n" if new else f"{mark}\n"


def _verify(text: str, fields: Mapping[str, Any], body: str, model: type[Strict]) -> None:
    try:
        document = parse(text)
        read = plain(model.model_validate(document.meta))
    except (RefusedError, ValueError) as error:
        raise UnwritableError(str(error)) from error
    if read != dict(fields) or document.body != body.strip():
        raise UnwritableError("the page would not read back as it was written")


def _edit_keys(
    front: str,
    lines: Mapping[str, int],
    first: int,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    order: Sequence[str],
) -> str | None:
    """Edit key by key; None where the keys do not each begin a line."""
    blocks = _blocks(front, lines, first)
    if blocks is None:
        return None
    for key in order:
        if old.get(key) == new.get(key):
            continue
        if key not in new:
            blocks[key] = "".join(f"{note}\n" for note in _NOTE.findall(blocks.get(key, "")))
        elif key in blocks:
            blocks[key] = _edit_block(blocks[key], key, old.get(key), new[key])
        else:
            blocks = _with_key(blocks, key, emitted({key: new[key]}), order)
    return "".join(blocks.values())


def _blocks(front: str, lines: Mapping[str, int], first: int) -> dict[str, str] | None:
    """Cut front matter into the lines of each key, and the comments between (`# key`)."""
    rows = front.splitlines(keepends=True)
    starts = [(key, line - first) for key, line in lines.items() if "." not in key]
    if not starts or any(not rows[at].startswith((key, '"', "'")) for key, at in starts):
        return None
    ends = [at for _, at in starts[1:]] + [len(rows)]
    blocks = {"": "".join(rows[: starts[0][1]])}
    for (key, at), end in zip(starts, ends, strict=True):
        tail = end
        while rows[tail - 1].startswith("#"):
            tail -= 1
        blocks[key] = "".join(rows[at:tail])
        blocks[f"# {key}"] = "".join(rows[tail:end])
    return blocks


def _with_key(
    blocks: Mapping[str, str], key: str, text: str, order: Sequence[str]
) -> dict[str, str]:
    """Put a new key behind the nearest one that goes before it."""
    earlier = [name for name in order[: order.index(key)] if name in blocks]
    anchor = earlier[-1] if earlier else ""
    changed: dict[str, str] = {}
    for name, block in blocks.items():
        changed[name] = block
        if name == anchor:
            changed[key] = text
    return changed


def _edit_block(block: str, key: str, old: Any, new: Any) -> str:
    """Change one key's lines, in the indentation they have."""
    found = OURS
    for indent in _INDENTS:
        tree = round_trip(indent).load(block)
        if written(tree, indent) == block:
            found = indent
            break
    tree = round_trip(found).load(block)
    tree[key] = _changed(tree[key], old, new, key)
    changed = written(tree, found)
    # Comments that ruamel.yaml hung on what was taken out stay, below the rest.
    lost = [note for note in _NOTE.findall(block) if note not in changed]
    return changed + "".join(f"  {note}\n" for note in lost)


def _edit_whole(
    front: str,
    lines: Mapping[str, int],
    first: int,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    order: Sequence[str],
) -> str | None:
    """Edit the whole mapping by one round trip, for layouts that are not a key a line."""
    tree = round_trip(OURS).load(front)
    if not isinstance(tree, CommentedMap):
        return None
    for key in order:
        if old.get(key) == new.get(key):
            continue
        if key not in new:
            del tree[key]
        else:
            tree[key] = _changed(tree.get(key), old.get(key), new[key], key)
    return written(tree, OURS)


def _changed(node: Any, old: Any, new: Any, field: str) -> Any:
    """Change a loaded node, which says `old`, to say `new`; what stays the same is not touched."""
    if old == new:
        return node
    if isinstance(node, CommentedMap) and isinstance(new, Mapping):
        for key in [key for key in old if key not in new]:
            del node[key]
        for key, item in new.items():
            node[key] = _changed(node.get(key), old.get(key), item, key)
        return node
    if isinstance(node, CommentedSeq) and isinstance(new, list):
        _change_list(node, list(old), new, field)
        return node
    if isinstance(node, DoubleQuotedScalarString | SingleQuotedScalarString) and isinstance(
        new, str
    ):
        return type(node)(new)
    return as_tree(new, field)


def _change_list(node: CommentedSeq, old: list[Any], new: Sequence[Any], field: str) -> None:
    """Take out and put in items in place, so that the comments beside the others stay."""
    keys = [item_key(field, item) for item in new]
    for at in reversed(range(len(old))):
        if item_key(field, old[at]) not in keys:
            del node[at], old[at]
    for at, (key, item) in enumerate(zip(keys, new, strict=True)):
        if at < len(old) and item_key(field, old[at]) == key:
            node[at] = _changed(node[at], old[at], item, field)
        else:
            node.insert(at, as_tree(item, field))
            old.insert(at, item)
    del node[len(new) :]
