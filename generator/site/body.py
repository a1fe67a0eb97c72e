"""Markdown of contributors to HTML that can do no harm: sanitised last, after everything else."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

import nh3
from markupsafe import Markup

from generator.content.markdown import parse, parser
from generator.lexicons import lines

_TAGS = frozenset(lines("html_allowed"))

_ATTRIBUTES = {"a": {"href", "title"}, "img": {"alt", "src"}, "td": {"align"}, "th": {"align"}}
_SCHEMES = frozenset({"http", "https", "mailto"})
_PAGE_LINK = re.compile(r"(?P<path>[^#?:]+\.md)(?P<anchor>#[\w-]*)?", re.ASCII)

_PICTURE = re.compile(r"assets/images/(?:[a-z0-9-]+/)*[a-z0-9-]+\.(?:png|svg|webp)", re.ASCII)
"""One that comes with the look of the site, which is trusted, and never one of the content."""

_MARK = re.compile(r"[\\`*_\[\]<>&]")
"""What may be more than a character within a line that begins with a letter."""

Resolve = Callable[[str], str | None]
"""From a content file (`actors/kyiv.md`) to the address of its page, None where there is none."""


def render(
    text: str,
    *,
    source: str = "",
    resolve: Resolve | None = None,
    picture: Callable[[str], str] | None = None,
) -> Markup:
    """Return the safe HTML of a body; links to content files lead to their pages.

    Where `picture` gives their addresses, pictures of the site's look are shown. What is nested too
    deep stays as it was written.
    """
    if paragraphs := _plain(text):
        return Markup("".join([f"<p>{each}</p>\n" for each in paragraphs]))  # noqa: S704
    tokens = parse(text)
    if tokens is None:
        return Markup("<p>{}</p>").format(text)
    for token in tokens:
        if "style" in token.attrs:  # of a table's cells alone
            token.attrs = {"align": str(token.attrs["style"]).removeprefix("text-align:")}
    html = parser().renderer.render(tokens, parser().options, {})
    folder = posixpath.dirname(source)

    def rewrite(tag: str, name: str, value: str) -> str | None:
        if (tag, name) == ("img", "src"):
            return picture(value) if picture and _PICTURE.fullmatch(value) else None
        if tag != "a" or name != "href" or ":" in value or value.startswith("#"):
            return value
        match = _PAGE_LINK.fullmatch(value)
        if match is None or resolve is None:
            return None
        address = resolve(posixpath.normpath(posixpath.join(folder, match["path"])))
        return None if address is None else address + (match["anchor"] or "")

    clean = nh3.clean(
        html,
        tags={*_TAGS, "img"} if picture else set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        attribute_filter=rewrite,
        link_rel="nofollow noopener",
    )
    return Markup(clean)  # noqa: S704 -- this is the sanitiser's own output


def _plain(text: str) -> list[str]:
    """Return the paragraphs of a body that has no mark of Markdown or HTML; else nothing.

    Most bodies are such, and Markdown and the sanitiser need a tenth of a page's time to give them
    back as they were.
    """
    paragraphs = text.strip("\n").split("\n\n")
    return paragraphs if all(map(_is_plain, paragraphs)) else []


def _is_plain(line: str) -> bool:
    return line.isprintable() and line[:1].isalpha() and line[-1] != " " and not _MARK.search(line)


def first_words(html: Markup) -> str:
    """Return the text of a rendered body, white space folded."""
    return " ".join(html.striptags().split())
