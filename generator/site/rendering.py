"""Templates to HTML: every value is escaped unless it comes out of the sanitiser."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from types import MappingProxyType

from markupsafe import Markup

from generator.content.cache import key_of
from generator.content.reports import Remembered
from generator.site import addresses, body
from generator.site.catalogue import Catalogue, Entry
from generator.site.history import NOTHING, Written
from generator.site.kept import Kept, Prints
from generator.site.later import Digests, Later
from generator.site.maps import SmallMaps
from generator.site.options import Options
from generator.site.pieces import Pieces
from generator.site.rows import Row, Rows, is_night
from generator.site.sketches import Sketches
from generator.site.strings import strings
from generator.site.strip import Strip, strip
from generator.site.templating import environment


class Rendering:
    """What every page maker needs: the catalogue, the settings, and the templates."""

    def __init__(
        self,
        catalogue: Catalogue,
        options: Options,
        reports: Mapping[str, Remembered] = MappingProxyType({}),
        written: Written = NOTHING,
        kept: Kept | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.options = options
        self.reports = reports
        self.strings = strings(options.language)
        self.written = written
        self.kept = kept or Kept()
        self.prints = Prints(catalogue)
        of_rows = options.language, self.prints.names
        self._rows = self.kept.until_end("rows", of_rows, lasting=True)
        self._told = self.kept.until_end("told", of_rows)
        self._listed = self.kept.until_end("listed", of_rows)
        self.cards = self.kept.until_end("cards", of_rows)
        self.sketches = Sketches(self.kept, self.prints)
        self.rows = Rows(catalogue, options.language, self._row, self._tell)
        self.maps = SmallMaps(catalogue.places, options.bundle, options.language, self.kept.text)
        self._addresses = _content_addresses(catalogue)
        self._environment = environment(options.language, options.told)
        self.digests = Digests(self.maps)
        self._pieces: dict[str, Pieces] = {}

    def _row(self, entry: Entry, make: Callable[[], Row]) -> Row:
        """Return the row of an entry, which depends on it and on all names.

        Packed, it is taken up alone: a page shows a few of each part of what is kept.
        """
        made: list[Row] = []

        def packed() -> bytes:
            made.append(make())
            return pickle.dumps(made[0])

        found: bytes = self._rows.take(entry.path, self.prints.of(entry).encode(), packed)
        row: Row = made[0] if made else pickle.loads(found)  # noqa: S301 -- packed here
        return row

    def _tell(self, entry: Entry, tell: Callable[[], str]) -> str:
        """Tell the row of an entry: all are told, and few are shown on pages that are made."""
        told: str = self._told.take(entry.path, self.prints.of(entry).encode(), tell)
        return told

    def listed(self, entries: Iterable[Entry]) -> str:
        """Return the digest of all that lists show of entries: anything but their text."""
        return key_of(b"".join(map(self._shown, entries))).hex()

    def _shown(self, entry: Entry) -> bytes:
        """Return the digest of what lists show of an entry, made without its row."""
        made = partial(_beside_text, entry)
        found: bytes = self._listed.take(entry.path, self.prints.of(entry).encode(), made)
        return found

    def strip(self, entries: Iterable[Entry]) -> Strip | None:
        """Draw when most of some entries were."""
        return strip(entries, self.rows.hue, self.strings)

    @cached_property
    def density(self) -> Strip | None:
        """Return when most of all entries were."""
        return self.strip(self.catalogue.dated)

    def later(self, template: str, path: str, **values: object) -> Later:
        """Have a template filled for the page at a path when that is asked for."""
        key = self.digests.of(template, self._root(path), values)
        return Later(key, partial(self.html, template, path, **values))

    def html(self, template: str, path: str, **values: object) -> str:
        """Fill a template for the page at a path."""
        pieces = self._pieces_of(path)
        found = self._environment.get_template(template)
        own = {"to": pieces.to, "entry_row": pieces.row, "small_map": pieces.map}
        return found.render(**own, **values)

    def body(self, text: str, source: str, path: str, *, pictures: bool = False) -> Markup:
        """Render the Markdown of a content file for the page at a path."""
        way = self._pieces_of(path).to

        def resolve(target: str) -> str | None:
            found = self._addresses.get(target)
            return None if found is None else way(found)

        picture = way if pictures else None
        return body.render(text, source=source, resolve=resolve, picture=picture)

    def way(self, path: str, target: str) -> str:
        """Return the relative address of a page or file from the page at a path."""
        return self._pieces_of(path).to(target)

    def _pieces_of(self, path: str) -> Pieces:
        root = self._root(path)
        if root not in self._pieces:
            self._pieces[root] = Pieces(
                self._environment,
                self.maps,
                self.kept,
                root,
                directories=self.options.directories,
            )
        return self._pieces[root]

    def _root(self, path: str) -> str:
        return addresses.root(path, directories=self.options.directories)


def _content_addresses(catalogue: Catalogue) -> dict[str, str]:
    """Map each content file to its page, for the links that people write between them."""
    chronology = catalogue.chronology
    found = {page.path: addresses.entry(page.id) for page in chronology.entries.values()}
    found |= {page.path: addresses.actor(page.id) for page in chronology.actors.values()}
    found |= {page.path: addresses.place(page.id) for page in chronology.places.values()}
    found |= {page.path: addresses.topic(page.id) for page in chronology.topics.values()}
    return found | {page.path: page.path for page in chronology.site.values()}


def _beside_text(entry: Entry) -> bytes:
    """Return the digest of an entry but for its text, of which lists tell only if it was night."""
    return key_of(entry.path, "\0", entry.meta.model_dump_json(), str(is_night(entry)))
