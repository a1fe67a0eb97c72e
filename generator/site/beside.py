"""Pages beside MkDocs's loop.

MkDocs reads, renders and writes each page on its own, which for a page that is finished is most of
its cost. So where no plugin has a say in single pages, MkDocs is given only those that it navigates
by; the others are put into the same theme here, and written where they changed. Templates of whole
sites, such as the sitemap, are still shown all pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.content.cache import key_of
from generator.site.finished import Finished
from generator.site.surround import PAGE, Surround
from generator.site.theme import theme_digest

EVENTS = (
    "pre_page",
    "page_read_source",
    "page_markdown",
    "page_content",
    "page_context",
    "post_page",
)
"""What MkDocs tells plugins of each page."""


def are_pages_ours(config: MkDocsConfig) -> bool:
    """Whether no plugin or hook has a say in single pages."""
    return not any(config.plugins.events[name] for name in EVENTS)


class Beside:
    """Puts pages into the theme, each when it is asked for."""

    def __init__(
        self,
        pages: Sequence[File],
        env: Environment,
        config: MkDocsConfig,
        nav: Navigation,
        base: bytes,
    ) -> None:
        """Take what the theme is given; the base is what all of our own HTML depends on."""
        template = env.get_template(PAGE)
        assert isinstance(template, Surround), "no plugin has a say in single pages"  # noqa: S101
        self._template = template
        self._pages = pages
        self._config = config
        self._nav = nav
        self._base = base + theme_digest(config)
        self._shells: dict[int, bytes] = {}

    def made_from(self, file: File) -> str:
        """Return what a page in the theme is made from, without making it."""
        depth = file.url.count("/")
        if depth not in self._shells:
            probe = self._template.probe(self._config, depth, self._context)
            self._shells[depth] = key_of(self._base, probe)
        return key_of(self._shells[depth], repr(_finished(file).own.made_from)).hex()

    def made(self, file: File) -> bytes:
        """Return a page in the theme."""
        page = _finished(file)
        page.take()
        page.active = True
        html = self._template.around(page, partial(self._context, page))
        page.active = False
        page.markdown = page.content = None  # a site's pages weigh more than all else
        return html.encode("utf-8", errors="xmlcharrefreplace")

    def _context(self, page: Page) -> Mapping[str, Any]:
        return get_context(self._nav, self._pages, self._config, page)


def _finished(file: File) -> Finished:
    assert isinstance(file.page, Finished), "they are ours"  # noqa: S101 -- for the type checker
    return file.page
