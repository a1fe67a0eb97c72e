"""Text of pages inside a comment on a forge: shown as it is, and nothing that acts.

A backslash keeps Markdown from taking a mark for markup, and entities keep HTML out. Forges look
for mentions, issues and addresses after that, in what is shown; a space of no width behind the
mark that begins one ends it.
"""

from __future__ import annotations

import re

from generator.errors import printable

LIMIT = 300
"""Characters shown of one value: a headline has 90 at most, a long passage 300."""
_ZERO = "\N{ZERO WIDTH SPACE}"
_ACTS = re.compile(
    r"(?<=[@#!~%$&])(?=[\w{\"])|(?<=gh-)(?=\d)|(?<=[a-z]:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE
)
"""Behind what begins a mention, a reference or formula, and within what begins an address."""
_MARK = re.compile(r"[\\`*_{}\[\]#!|~^$]")
"""What acts within a line; no value begins one."""
_TICKS = re.compile(r"`+")


def text(value: str) -> str:
    """Return a value as Markdown that shows it."""
    plain = _MARK.sub(r"\\\g<0>", _ACTS.sub(_ZERO, _clean(value)))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def code(value: str) -> str:
    """Return a value between as many backticks as show it whole."""
    plain = _clean(value)
    ticks = "`" * (max((len(run) for run in _TICKS.findall(plain)), default=0) + 1)
    pad = " " if plain.startswith("`") or plain.endswith("`") or not plain else ""
    return f"{ticks}{pad}{plain}{pad}{ticks}"


def _clean(value: str) -> str:
    """Return one line of bounded length without control and bidirectional characters."""
    shown = printable(" ".join(value.split()))
    return shown if len(shown) <= LIMIT else f"{shown[: LIMIT - 1]}…"
