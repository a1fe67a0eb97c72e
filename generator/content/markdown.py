"""The Markdown of bodies: CommonMark and tables, read in time that grows with the text.

Python-Markdown, which MkDocs brings along, takes minutes for 16 kB of `[`. HTML in a body stays as
it was written: what a contributor cannot write, a sanitiser need not find.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.settings import BODY_NESTING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARK = re.compile(r"[\\`*_\[\]<>&]|^[-+~#]")
_NUMBERED = re.compile(r"^\d+(?=[.)])")
"""What may be more than characters in one line."""


def parse(text: str) -> list[Token] | None:
    """Return the tokens of a body, or None where it is nested too deep."""
    tokens = parser().parse(text)
    # No block is opened below the limit, and the text there is lost: so the limit is too deep.
    inline = (child.level for token in tokens for child in token.children or ())
    depth = 1 + max((*(token.level for token in tokens), *inline), default=0)
    return tokens if depth < BODY_NESTING else None


def literal(text: str) -> str:
    """Return one line of text such that a body shows it as it is: the words of others are no marks.

    What is none anyhow stays without backslashes.
    """
    if _is_plain(text):
        return text
    return _NUMBERED.sub(r"\g<0>\\", _MARK.sub(r"\\\g<0>", text))


def _is_plain(text: str) -> bool:
    """Whether a line is one paragraph of text alone."""
    spans = [span for token in parser().parse(text) for span in token.children or ()]
    return [(span.type, span.content) for span in spans] == [("text", text)]


@cache
def parser() -> MarkdownIt:
    """Return the parser; which addresses may be linked to is for the sanitiser to say."""
    from markdown_it import MarkdownIt  # most bodies are plain, and need no parser

    options = {"html": False, "maxNesting": BODY_NESTING}
    made = MarkdownIt("commonmark", options).enable("table")
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    return made
