"""The site's own pages, as the curators wrote them: about, policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Finding
from generator.site.body import first_words
from generator.site.contribute import ways
from generator.site.page import Page
from generator.site.rendering import Rendering
from generator.site.text import plain, shortened
from generator.site.topics import SUMMARY

_PATH = re.compile(r"[a-z0-9]+(?:[-_/][a-z0-9]+)*\.md", re.ASCII)
_HEADING = re.compile(r"# (?P<title>[^\n]+)\n*")
LAST = 1_000
"""Place in the navigation of pages that say none: after all others."""


def own_pages(site: Rendering) -> Iterator[Page | Finding]:
    """Yield each page of the site's own but the front page, and what is wrong with its name."""
    for page in site.catalogue.chronology.site.values():
        if page.path == "index.md":
            continue
        if not _PATH.fullmatch(page.path):
            fix = "Name it in lower-case ASCII letters and digits, joined by hyphens."
            yield Finding(page.path, 0, "", "E252", "the file's name makes no address", fix)
            continue
        heading = _HEADING.match(page.body)
        text = page.body[heading.end() :] if heading else page.body
        title = page.meta.title or (heading["title"] if heading else page.id.replace("-", " "))
        body = site.body(text, page.path, page.path, pictures=True)
        offered = ways(page.path, site)
        shown = site.later("own.html", page.path, title=plain(title), body=body, ways=offered)
        yield Page(
            path=page.path,
            title=plain(title),
            text=shown,
            described=plain(page.meta.description or shortened(first_words(body), SUMMARY)),
            order=100 + (LAST if page.meta.order is None else page.meta.order),
        )
