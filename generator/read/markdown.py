"""Markdown to the plain text that a reader sees.

Heading marks and bullets stay, since they tell headings and items from the story; emphasis,
links, pictures, comments and HTML tags go, and lines of one paragraph are joined.
"""

from __future__ import annotations

import re

from generator.read.markup import plain

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_RULE = re.compile(r"\s{0,3}(?:[-*_=]\s?){3,}")
_DEFINITION = re.compile(r"\s{0,3}\[[^\[\]]{1,200}\]:\s")
_STARTS = re.compile(r"\s*(?:#{1,6}\s|[-*+•]\s|\d{1,3}[.)]\s|\|)")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]]{1,500})\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,200}\])")
_ADDRESS = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])")
_UNDERLINE = re.compile(r"(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLANKS = re.compile(r"\n{3,}")
_CLOSING = re.compile(r"\s#+$")


def from_markdown(text: str) -> str:
    """Return the visible text, one paragraph a line."""
    blocks: list[str] = []
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        content = _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line
        ends = not content.strip() or bool(_RULE.fullmatch(content) or _FENCE.match(content))
        begins = bool(_STARTS.match(content))
        if (ends or begins) and lines:
            blocks.append(" ".join(lines))
            lines = []
        if ends or _DEFINITION.match(content):
            blocks.append("")
        elif content.lstrip().startswith("#"):
            blocks += [_CLOSING.sub("", content.strip()), ""]
        else:
            lines.append(content.strip())
    text = "\n".join(_inline(block) for block in blocks)
    return _BLANKS.sub("\n\n", text).strip("\n") + "\n"


def _inline(block: str) -> str:
    block = _LINK.sub(r"\1", _IMAGE.sub("", block))
    block = _ADDRESS.sub(r"\1", block)
    if "<" in block or "&" in block:
        block = " ".join(plain(block).split())
    block = _UNDERLINE.sub("", _EMPHASIS.sub("", block)).replace("`", "")
    return _ESCAPE.sub(r"\1", block)
