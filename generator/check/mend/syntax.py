"""Front matter that YAML refuses for want of quotes or a space, where that is all it wants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.frontmatter import RefusedError, parse

_ROUNDS = 20
"""Lines of one page that are mended."""
_KEY = re.compile(r"(?P<head>[ \t]*(?:- +)?[a-z_]+):(?P<gap>[ \t\u00a0]*)(?P<value>\S.*)")
_ITEM = re.compile(r"(?P<head>[ \t]*-)(?P<gap> +)(?P<value>\S.*)")


def parsed(text: str) -> tuple[str, list[str]]:
    """Return the text with what lets it be read, or as it was where that does not do."""
    changed = text
    said: list[str] = []
    for _ in range(_ROUNDS):
        refused = _refused(changed)
        if refused is None:
            return changed, said
        found = next(_better(changed, refused), None) if refused.line else None
        if found is None:
            return text, []
        changed, words = found
        said.append(words)
    return text, []


def _refused(text: str) -> RefusedError | None:
    try:
        parse(text)
    except RefusedError as refused:
        return refused
    return None


def _better(text: str, refused: RefusedError) -> Iterator[tuple[str, str]]:
    """Yield texts that are read further than before."""
    if refused.code not in ("E004", "E008"):
        return
    rows = text.split("\n")
    for at in (refused.line - 1, refused.line - 2):
        if not 0 < at < len(rows) or rows[at].startswith("---"):
            continue
        for new, words in _respelt(rows[at]):
            whole = "\n".join([*rows[:at], new, *rows[at + 1 :]])
            after = _refused(whole)
            if after is None or after.line > max(refused.line, at + 1):
                yield whole, f"line {at + 1}: {words}"


def _respelt(row: str) -> Iterator[tuple[str, str]]:
    tabs = len(row) - len(row.lstrip("\t"))
    if tabs:
        yield "  " * tabs + row[tabs:], "indented by spaces"
    for pattern, colon in ((_KEY, ":"), (_ITEM, "")):
        match = pattern.fullmatch(row.rstrip())
        if match is None:
            continue
        value = match["value"]
        if match["gap"] != " " and colon:
            yield f"{match['head']}: {value}", "a space after the colon"
        if " #" not in value and value[0] not in "'[{|>&*!":
            quoted = "'" + value.replace("'", "''") + "'"
            yield f"{match['head']}{colon} {quoted}", "in quotes"
