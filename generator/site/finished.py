"""A page of MkDocs whose HTML is finished before MkDocs sees it."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.site import addresses
from generator.site.page import Page as OwnPage


@cache
def _path(address: str) -> str:
    return urlsplit(address).path


class Finished(Page):
    """A page that is one raw HTML block.

    Python-Markdown reads every tag of such a block and passes all on as they are: half of the time
    that a build took. Its links are made from the addresses of pages that are there, so nothing is
    left to resolve. What other plugins do before and after rendering holds as for any page.
    """

    own: OwnPage
    """What it is made from; gone once it is written."""
    searched: bytes
    """What the search finds it by, packed; nothing where that is read from the page."""

    def _set_canonical_url(self, base: str | None) -> None:
        """Set its addresses, as MkDocs does, which takes all apart to join them."""
        top = base and f"{base.rstrip('/')}/"
        self.canonical_url = top and top + self.url
        self.abs_url = top and _path(top) + self.url

    def take(self) -> None:
        """Take what reading and rendering its Markdown file would give."""
        html, description, self.searched = self.own.told()
        self.meta = dict(self.own.front(description))
        self.markdown = self.content = self.own.block(html)
        del self.own

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the block as the content of the page."""
        self.content = (self.markdown or "").rstrip("\n")
        self.toc = get_toc([])


class Apart:
    """Files of pages that MkDocs is not given, each like the first but for what it tells and where.

    MkDocs finds out for each file what is the same for all: half a second of 10,000.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._site = config.site_url
        self._directories = config.use_directory_urls
        shown = InclusionLevel.NOT_IN_NAV
        file = File.generated(config, "any.md", content="", inclusion=shown)
        self._page, self._file = dict(vars(Finished(None, file, config))), dict(vars(file))
        for found in ("name", "dest_uri", "url", "abs_dest_path"):  # what is found by its path
            self._file.pop(found, None)

    def file(self, own: OwnPage) -> File:
        """Return the file of a page, without a text, which would be there twice."""
        file, page = File.__new__(File), Finished.__new__(Finished)
        vars(file).update(self._file, src_uri=own.path, page=page)
        file.url = addresses.url(own.path, directories=self._directories)
        file.dest_uri = f"{file.url}index.html" if file.url.endswith("/") else file.url
        vars(page).update(self._page, file=file, own=own, meta={}, toc=[])
        page._set_canonical_url(self._site)
        return file
