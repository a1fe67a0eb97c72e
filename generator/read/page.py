"""HTML to article: trafilatura finds the story; where it fails, the visible text is taken."""

from __future__ import annotations

import logging
import re

from lxml import etree, html
from lxml.html import HtmlElement

from generator.errors import Finding
from generator.read.decode import normalise
from generator.read.facts import Draft, Facts
from generator.read.findings import NO_STORY, finding
from generator.read.given import one_line
from generator.read.header import header
from generator.read.markup import ENOUGH_WORDS, story
from generator.read.metadata import metadata

TAG_LIMIT = 30_000
"""Tags that trafilatura is given: 3 s for the worst page of that size (spans in one paragraph),
150 s for 400,000. Pages of the press have 1,000 to 10,000."""

PARSE_LIMIT = 120_000
"""Tags above which a page is not parsed at all: 7 s for 1,500,000 unclosed ones."""

SOURCE_LIMIT = 3_000_000
"""Characters of a page that trafilatura is given: 5 s for 5 MB of entities. Pages have 2 MB with
pictures written into them."""

_QUIET = ("trafilatura", "htmldate", "courlan")
_LINES = re.compile(r"\n+")

for _name in _QUIET:  # they print to the terminal what is handled here
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def from_html(source: str, path: str) -> tuple[Draft | None, tuple[Finding, ...]]:
    """Return the article of a page, or a finding where it holds none; `path` is for findings."""
    tags = source.count("<")
    tree = _parse(source) if tags <= PARSE_LIMIT else None
    facts = metadata(tree) if tree is not None else Facts()
    found: str | None = None
    if tree is not None and tags <= TAG_LIMIT and len(source) <= SOURCE_LIMIT:
        found, guessed = _extract(tree)
        facts = facts.over(guessed)
    if len((found or "").split()) < ENOUGH_WORDS:
        found = max(found or "", story(source), key=lambda text: len(text.split()))
    text = _LINES.sub("\n\n", normalise(found or "")).strip()
    if not text:
        return None, (finding(path, NO_STORY, "no article text was found in the page"),)
    return Draft(text=f"{text}\n", facts=facts.over(header(text))), ()


def _parse(source: str) -> HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _extract(tree: HtmlElement) -> tuple[str | None, Facts]:
    """Return the story and what trafilatura makes of the page; its dates are not taken."""
    import trafilatura  # here: it costs half a second, and most commands read no web page

    try:
        document = trafilatura.bare_extraction(
            tree, include_comments=False, include_tables=False, with_metadata=True
        )
    except Exception:  # noqa: BLE001 -- hostile pages make it raise whatever there is to raise
        return None, Facts()
    if document is None:
        return None, Facts()
    return document.text, Facts(
        title=one_line(document.title or ""),
        byline=one_line(document.author or ""),
        publisher=one_line(document.sitename or ""),
    )
