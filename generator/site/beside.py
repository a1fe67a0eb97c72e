"""Pages beside MkDocs's loop.

MkDocs reads, renders and writes each page on its own, which for a page that is finished is most of
its cost. So where no plugin has a say in single pages, MkDocs is given only those that it navigates
by; the others are put into the same theme here, and written where they changed. Templates of whole
sites, such as the sitemap, are still shown all pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.content.cache import key_of
from generator.site.data import Bunch, LaterFile, SiteFile
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

    def files(self, files: Iterable[File]) -> Iterator[SiteFile]:
        """Yield pages, each in the theme when it is made, those together that are of one digest."""
        for together, run in groupby(files, lambda file: _finished(file).own.together):
            if together is None:
                yield from map(self._later, run)
            else:
                name, key = together
                yield self._bunch(name, key, [*run])

    def _bunch(self, name: str, key: bytes, files: Sequence[File]) -> Bunch:
        shells = [self._shell(depth) for depth in sorted(set(map(_depth, files)))]
        which = "\n".join([f"{file.dest_uri} {_finished(file).own.card}" for file in files])
        made_from = key_of(key, *shells, which).hex()
        return Bunch(name=name, made_from=made_from, files=lambda: map(self._later, files))

    def _later(self, file: File) -> LaterFile:
        own = _finished(file).own
        made_from = key_of(self._shell(_depth(file)), repr(own.made_from)).hex()
        make, told = partial(self.made, file), partial(_searched, file)
        return LaterFile(path=file.dest_uri, made_from=made_from, make=make, told=told)

    def _shell(self, depth: int) -> bytes:
        """Return the key of what the theme has around pages so many folders down."""
        if depth not in self._shells:
            probe = self._template.probe(self._config, depth, self._context)
            self._shells[depth] = key_of(self._base, probe)
        return self._shells[depth]

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


def _searched(file: File) -> bytes:
    return _finished(file).searched


def _depth(file: File) -> int:
    return file.url.count("/")


def _finished(file: File) -> Finished:
    assert isinstance(file.page, Finished), "they are ours"  # noqa: S101 -- for the type checker
    return file.page
