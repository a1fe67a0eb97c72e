"""Pages of lists as they were composed before: where each stands, what it is called, and its key.

Composing lists was half of a build after one change, though all but some twenty come out as they
were. What the pages of an actor or of a day show are its entries, names, and what is told with it:
where these are as before, so are the pages, and what they show is composed only where one has to be
made. Most changes are of what no list shows, such as the text of an entry: then all lists are taken
at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from generator.content.before import Before
from generator.content.cache import key_of
from generator.site.catalogue import Entry
from generator.site.kept import Kept, Prints
from generator.site.later import Later, Told
from generator.site.page import Page


class Sketches:
    """Takes pages as they were composed before, or composes them."""

    def __init__(self, kept: Kept, prints: Prints) -> None:
        self._before = kept.until_end("sketches", prints.names)
        self._together = kept.until_end("lists", prints.names)
        self._prints = prints

    def together(
        self, name: str, digest: bytes, compose: Callable[[], Iterable[Page]]
    ) -> Iterator[Page]:
        """Yield the pages of many groups, of which a digest tells all that they are made from."""
        if self._together.has(name, digest):
            self._before.use()
        yield from _taken(self._together, name, digest, compose)

    def of(
        self,
        path: str,
        entries: Iterable[Entry],
        told: object,
        compose: Callable[[], Iterable[Page]],
    ) -> Iterator[Page]:
        """Yield the pages of a group, of which the first stands at the path.

        They are made from these entries in this order, from what `repr` tells of `told`, and from
        what all pages are made from: names, settings and program.
        """
        digest = key_of(self._prints.entries(entries), repr(told))
        yield from _taken(self._before, path, digest, compose)


def _taken(
    before: Before, name: str, digest: bytes, compose: Callable[[], Iterable[Page]]
) -> Iterator[Page]:
    group = _Group(compose)
    for sketch in before.take(name, digest, group.sketches):
        yield replace(sketch, text=Later(sketch.text.key, partial(group.text, sketch.path)))


class _Group:
    """The pages of a group by their paths, composed once and not before one of them is wanted."""

    __slots__ = ("_compose", "_pages")

    def __init__(self, compose: Callable[[], Iterable[Page]]) -> None:
        self._compose = compose
        self._pages: dict[str, Page] = {}

    def _composed(self) -> dict[str, Page]:
        self._pages = self._pages or {page.path: page for page in self._compose()}
        return self._pages

    def sketches(self) -> tuple[Page, ...]:
        """Return its pages without what they show."""
        pages = self._composed().values()
        return tuple(replace(page, text=Later(page.text.key, _nothing)) for page in pages)

    def text(self, path: str) -> str | Told:
        """Make what one of its pages shows."""
        return self._composed()[path].text.made()


def _nothing() -> str:
    raise NotImplementedError("a sketch shows nothing")
