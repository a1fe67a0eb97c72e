"""Markdown of contributors to HTML that can do no harm: sanitised last, after everything else."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cache

import markdown
import nh3
from markupsafe import Markup

from generator.lexicons import lines

_TAGS = frozenset(lines("html_allowed"))

_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "td": {"align"}, "th": {"align"}}
_SCHEMES = frozenset({"http", "https", "mailto"})
_PAGE_LINK = re.compile(r"(?P<path>[^#?:]+\.md)(?P<anchor>#[\w-]*)?", re.ASCII)

Resolve = Callable[[str], str | None]
"""From a content file (`actors/kyiv.md`) to the address of its page, None where there is none."""


def render(text: str, *, source: str = "", resolve: Resolve | None = None) -> Markup:
    """Return the safe HTML of a body; links to content files lead to their pages.

    Nesting too deep for the Markdown parser leaves the text as it was written.
    """
    try:
        html = _parser().reset().convert(text)
    except RecursionError:
        _parser.cache_clear()  # it stopped half-way
        return Markup("<p>{}</p>").format(text)
    folder = posixpath.dirname(source)

    def rewrite(tag: str, name: str, value: str) -> str | None:
        if tag != "a" or name != "href" or ":" in value or value.startswith("#"):
            return value
        match = _PAGE_LINK.fullmatch(value)
        if match is None or resolve is None:
            return None
        address = resolve(posixpath.normpath(posixpath.join(folder, match["path"])))
        return None if address is None else address + (match["anchor"] or "")

    clean = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        attribute_filter=rewrite,
        link_rel="nofollow noopener",
    )
    return Markup(clean)  # noqa: S704 -- this is the sanitiser's own output


@cache
def _parser() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=["fenced_code", "sane_lists", "tables"], output_format="html"
    )


def first_words(html: Markup) -> str:
    """Return the text of a rendered body, white space folded."""
    return " ".join(html.striptags().split())
