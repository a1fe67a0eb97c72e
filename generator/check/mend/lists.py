"""Lists of ids: each id once, topics in the order of the alphabet."""

from __future__ import annotations

from generator.check.mend.nodes import Edit, Node, nodes

_ONCE = ("actors", "places", "topics", "aliases", "same_as", "not_same_as")
_SORTED = ("topics",)
"""Lists that the generator sorts; of the others the order says something."""


def lists(front: str) -> tuple[list[Edit], list[str]]:
    """Return where to write what instead, and what to say of it."""
    edits: list[Edit] = []
    said: list[str] = []
    stand = nodes(front)
    for key in _ONCE:
        node = stand.get(key)
        if node is None or node.value is not None:
            continue
        first = {item.value: item for item in reversed(node.items)}
        kept = [item for item in node.items if first[item.value] is item]
        once = len(kept) < len(node.items)
        if key in _SORTED:
            kept.sort(key=lambda item: item.value or "")
        if kept == [*node.items]:
            continue
        edit = _flow(front, node, kept) if node.flow else _block(front, node, kept)
        if edit is not None:
            edits.append(edit)
            said.append(f"{key}: {'each once' if once else 'in the order of the alphabet'}")
    return edits, said


def _flow(front: str, node: Node, kept: list[Node]) -> Edit | None:
    if "#" in front[node.start : node.end] or "\n" in front[node.start : node.end]:
        return None
    items = ", ".join(front[item.start : item.end] for item in kept)
    return node.start, node.end, f"[{items}]"


def _block(front: str, node: Node, kept: list[Node]) -> Edit | None:
    """Move whole lines, with the comments above and beside them."""
    ends = [front.find("\n", item.end) for item in node.items]
    if -1 in ends or any("\n" in front[item.start : item.end] for item in node.items):
        return None
    first = front.rfind("\n", 0, node.items[0].start) + 1
    starts = [first, *(end + 1 for end in ends[:-1])]
    rows = {
        item.key: front[start : end + 1]
        for item, start, end in zip(node.items, starts, ends, strict=True)
    }
    gone = rows.keys() - {item.key for item in kept}
    if any("#" in rows[key] for key in gone):
        return None  # a person said something of the one that would go
    if any(row.lstrip()[:2] not in ("- ", "# ") for row in rows.values()):
        return None
    return first, ends[-1] + 1, "".join(rows[item.key] for item in kept)
