"""The order of keys, and spaces that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.check.mend.nodes import Edit, Node, edited, nodes
from generator.content.frontmatter import Document

_AFTER_KEY = re.compile(r"^( *(?:- +)?[a-z_]+:)[ \t]{2,}(?=[^\s#|>])")
_RUN = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")


def ordered(front: str, document: Document, first: int, keys: Sequence[str]) -> str:
    """Put the keys in the order of the schema, each with its comments; an unknown one stays put."""
    rows = front.splitlines(keepends=True)
    starts = {key: line - first for key, line in document.lines.items() if "." not in key}
    if not starts or any(not rows[at].startswith((key, "'", '"')) for key, at in starts.items()):
        return front
    names, ranks, rank = list(starts), {}, -1
    for name in names:
        rank = keys.index(name) if name in keys else rank
        ranks[name] = rank
    if sorted(names, key=ranks.__getitem__) == names:
        return front
    tops = {name: _top(rows, at) for name, at in starts.items()}
    ends = dict(zip(names, [*(tops[name] for name in names[1:]), len(rows)], strict=True))
    blocks = {name: "".join(rows[tops[name] : ends[name]]) for name in names}
    head = "".join(rows[: tops[names[0]]])
    return head + "".join(blocks[name] for name in sorted(names, key=ranks.__getitem__))


def _top(rows: Sequence[str], at: int) -> int:
    """Return the first of the comment lines right above a key."""
    while at > 0 and rows[at - 1].startswith("#"):
        at -= 1
    return at


def spaced(front: str) -> str:
    """Take away space at the ends of lines, and all but one within them."""
    stand = nodes(front)
    texts = [node for node in stand.values() if node.value is not None]
    edits = [*_within(front, texts), *_brackets(front, stand.values())]
    changed = edited(front, edits)
    held = [
        node
        for node in nodes(changed).values()
        if node.style in ("|", ">", '"', "'") and "\n" in changed[node.start : node.end]
    ]
    rows, at = [], 0
    for row in changed.splitlines(keepends=True):
        whole = any(node.start < at + len(row) and at < node.end for node in held)
        rows.append(row if whole else _AFTER_KEY.sub(r"\1 ", row.rstrip() + "\n"))
        at += len(row)
    return "".join(rows)


def _within(front: str, texts: Iterable[Node]) -> Iterable[Edit]:
    for node in texts:
        said = front[node.start : node.end]
        if node.style in ("", "'") and "\n" not in said and node.value:
            new = _RUN.sub(" ", said)
            if new != said:
                yield node.start, node.end, new


def _brackets(front: str, found: Iterable[Node]) -> Iterable[Edit]:
    """Write `[a, b]` of a list of plain words."""
    for node in found:
        said = front[node.start : node.end]
        plain = node.value is None and node.flow and all(not item.style for item in node.items)
        if plain and not set(said) & {"\n", "#"} and _RUN.search(said) is None:
            words = [word.strip() for word in said[1:-1].split(",")]
            new = f"[{', '.join(words).removesuffix(', ')}]"
            if new != said:
                yield node.start, node.end, new


def body_spaced(body: str) -> str:
    """Take away space at the ends of lines but where Markdown breaks a line there, or shows it."""
    rows, fence = body.split("\n"), ""
    for at, row in enumerate(rows):
        mark = _FENCE.match(row)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        breaks = row.endswith("  ") and row.strip() and "".join(rows[at + 1 : at + 2]).strip()
        if not fence and not breaks and not row.startswith(("    ", "\t")):
            rows[at] = row.rstrip(" \t")
    return "\n".join(rows).rstrip() + "\n" if body.strip() else body
