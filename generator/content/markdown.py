"""The Markdown of bodies: CommonMark and tables, read in time that grows with the text.

Python-Markdown, which MkDocs brings along, takes minutes for 16 kB of `[`. HTML in a body stays as
it was written: what a contributor cannot write, a sanitiser need not find.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.settings import BODY_NESTING


def parse(text: str) -> list[Token] | None:
    """Return the tokens of a body, or None where it is nested too deep."""
    tokens = parser().parse(text)
    # No block is opened below the limit, and the text there is lost: so the limit is too deep.
    inline = (child.level for token in tokens for child in token.children or ())
    depth = 1 + max((*(token.level for token in tokens), *inline), default=0)
    return tokens if depth < BODY_NESTING else None


@cache
def parser() -> MarkdownIt:
    """Return the parser; which addresses may be linked to is for the sanitiser to say."""
    options = {"html": False, "maxNesting": BODY_NESTING}
    made = MarkdownIt("commonmark", options).enable("table")
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    return made
