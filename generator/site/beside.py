"""Pages beside MkDocs's loop.

MkDocs reads, renders and writes each page on its own, which for a page that is finished is most of
its cost. So where no plugin has a say in single pages, MkDocs is given only those that it navigates
by; the others are put into the same theme here, and written where they changed. Templates of whole
sites, such as the sitemap, are still shown all pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation

from generator.site.finished import Finished
from generator.site.surround import PAGE, Surround

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


def surrounded(
    files: Sequence[File],
    pages: Sequence[File],
    env: Environment,
    config: MkDocsConfig,
    nav: Navigation,
) -> Iterator[tuple[str, bytes]]:
    """Yield where each of the files stands, and its page in the theme; `pages` are those of all."""
    if not files:
        return
    template = env.get_template(PAGE)
    assert isinstance(template, Surround), "no plugin has a say in single pages"  # noqa: S101
    for file in files:
        page = file.page
        assert isinstance(page, Finished), "they are ours"  # noqa: S101 -- for the type checker
        page.take()
        page.active = True
        html = template.around(page, partial(get_context, nav, pages, config, page))
        page.active = False
        page.markdown = page.content = None  # a site's pages weigh more than all else
        yield file.dest_uri, html.encode("utf-8", errors="xmlcharrefreplace")
