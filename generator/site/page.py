"""A page of the site, and the plain file that any builder can read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import escape

from generator.site.addresses import FRONT
from generator.site.later import Later, Told
from generator.site.text import plain

WAY = ("type", "title", "href")
"""What the theme is told of each feed of a page."""

Together = tuple[str, bytes]
"""A name for some pages, and the digest of all that they are made from but what surrounds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: where it stands, what it is called and what it shows."""

    path: str
    """Under the builder's docs folder: `2025/2025-11-25-bridge-reopens.md`."""
    title: str
    """Plain text; escaped on every surface."""
    text: Later
    """Safe HTML: from our templates, in which all content is escaped or sanitised."""
    described: str = ""
    """Plain text for search engines and previews, unless it is told with the text."""
    searchable: bool = True
    """Whether the full-text search finds it; lists of what other pages say are left out."""
    day: str = ""
    """First day that what it tells can lie on, by which the search puts it in order."""
    redirect: str | None = None
    """Relative address of the page that took its place."""
    follow: tuple[tuple[str, str, str], ...] = ()
    """Media type, title and relative address of each feed of the page's own."""
    card: str | None = None
    """Absolute address of the picture that previews show."""
    order: int | None = None
    """Place in the navigation, low first; None for pages that are not in it."""
    menu: str = ""
    """Name in the navigation, where that is not the title."""
    together: Together | None = None
    """Pages that are looked at together with it: where their digest is as before, so are they."""

    @property
    def description(self) -> str:
        """Return the plain text for search engines and previews."""
        return self.told().description

    @property
    def html(self) -> str:
        """Return the safe HTML."""
        return self.told().html

    def told(self) -> Told:
        """Make what it shows."""
        made = self.text.made()
        return made if isinstance(made, Told) else Told(made, self.described, b"")

    @property
    def label(self) -> str:
        """Return its name in the navigation, escaped: the themes print it as it is."""
        return escaped(self.menu or self.title)

    @property
    def made_from(self) -> tuple[object, ...]:
        """Return what tells it from all other pages, without making it."""
        told = (self.path, self.title, self.described, self.searchable, self.redirect)
        return *told, self.follow, self.card, self.order, self.menu, self.text.key.hex()

    @property
    def meta(self) -> dict[str, object]:
        """Return its front matter, all escaped: the themes print titles as they are."""
        return self.front(self.description)

    def front(self, description: str) -> dict[str, object]:
        """Return its front matter with a description."""
        meta: dict[str, object] = {"hide": ["navigation", "toc"]}
        if self.path != FRONT:  # the front page is called as the site is
            meta["title"] = escaped(self.title)
        if description:
            meta["description"] = escaped(description)
        if self.card:
            meta["card"] = escaped(self.card)
        if self.redirect is not None:
            meta["refresh"] = escaped(self.redirect)
        if self.follow:
            meta["follow"] = [dict(zip(WAY, map(escaped, way), strict=True)) for way in self.follow]
        return meta

    def block(self, html: str) -> str:
        """Return its body: one raw HTML block.

        It begins and ends with the same block tag, which Markdown passes on unread.
        """
        indexed = " data-pagefind-body" if self.searchable else ""
        return f'<div class="dl" id="page"{indexed}>\n{html.strip()}\n</div>'

    def document(self) -> str:
        """Return the page as a Markdown file.

        Front matter is JSON on one line a key, which every YAML reader takes for the same text.
        """
        html, description, _ = self.told()
        lines = [
            f"{key}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in self.front(description).items()
        ]
        front = "\n".join(lines)
        return f"---\n{front}\n---\n\n{self.block(html)}\n"


def escaped(text: str) -> str:
    """Escape text for HTML content and quoted attributes alike."""
    return str(escape(plain(text)))
