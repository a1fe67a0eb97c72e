"""An entry as one row of a list, with its chips and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, overload

from generator import edtf
from generator.content import Page
from generator.content.cache import key_of
from generator.site import addresses
from generator.site.catalogue import Catalogue, Entry
from generator.site.claims import disputed
from generator.site.saying import said
from generator.site.strings import strings
from generator.site.text import plain

HUES = 10
"""Topic hues of the style sheet, `--dl-hue-0` and on."""
PLANNED = "planned"
"""Kind of an entry of what is set for a day."""
CHIPS = 4
"""Chips of one sort on a row; the entry's page has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A name that leads to its page."""

    name: str
    path: str | None
    """Its page; None where the chronology has none."""
    sort: str
    """`actor`, `place` or `topic`."""
    hue: int | None = None
    """Of a topic."""
    count: int | None = None
    """Entries that it leads to, where that is shown."""
    note: str = ""
    """Role of an actor."""


class _Fields:
    """Takes up the fields of a row when one of them is asked for that is not there."""

    __slots__ = ("_make",)

    if not TYPE_CHECKING:  # it would take any name for one of a field

        def __getattr__(self, name: str) -> Any:
            if name not in self.__dataclass_fields__:
                raise AttributeError(name)
            made = self._make()
            for each in self.__dataclass_fields__:
                object.__setattr__(self, each, getattr(made, each))
            return getattr(self, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(_Fields):
    """One entry as lists show it."""

    path: str
    title: str
    edtf: str | None
    said: str
    """Its date for people; empty where it has none."""
    kind: str
    """`statement`, `planned` or one of the lexicon's kinds."""
    places: tuple[Chip, ...]
    actors: tuple[Chip, ...]
    topics: tuple[Chip, ...]
    sources: int
    disputed: bool
    status: str
    background: bool
    told: str = field(init=False, compare=False, repr=False)
    """What tells it from all others: it stands on some ten pages."""

    def __post_init__(self) -> None:
        """Tell it once."""
        object.__setattr__(self, "told", f"row {key_of(repr(self)).hex()};")

    @classmethod
    def later(cls, entry: Entry, told: str, make: Callable[[], Row]) -> Row:
        """Return the row of an entry that is known by what tells it, and made where it is shown."""
        row = object.__new__(cls)
        known = {"path": addresses.entry(entry.id), "edtf": entry.meta.date, "told": told}
        for name, value in (known | {"_make": make}).items():
            object.__setattr__(row, name, value)
        return row


Take = Callable[[Entry, Callable[[], Row]], Row]
"""Returns the row of an entry as it was made before, or makes it."""


Tell = Callable[[Entry, Callable[[], str]], str]
"""Returns what tells the row of an entry as it was told before, or tells it."""


class Rows:
    """Makes rows and chips for one catalogue, each row once."""

    def __init__(
        self,
        catalogue: Catalogue,
        language: str = "en",
        take: Take = lambda _, make: make(),
        tell: Tell = lambda _, tell: tell(),
    ) -> None:
        self.catalogue = catalogue
        self.language = language
        self.strings = strings(language)
        self._hues = _hues(catalogue)
        self._rows: dict[str, Row] = {}
        self._made: dict[tuple[str, str], Chip] = {}
        self._told: dict[str, str] = {}
        self._take = take
        self._tell = tell

    def row(self, entry: Entry) -> Row:
        """Return an entry's row; it stands on some ten pages, and is made once."""
        if entry.id not in self._rows:
            self._rows[entry.id] = Row.later(entry, self.told(entry), partial(self._taken, entry))
        return self._rows[entry.id]

    def told(self, entry: Entry) -> str:
        """Return what tells an entry's row from all others, without making it."""
        if entry.id not in self._told:
            self._told[entry.id] = self._tell(entry, partial(self._tell_made, entry))
        return self._told[entry.id]

    def _tell_made(self, entry: Entry) -> str:
        """Tell a row that has to be made for it, and is then at hand: most will be shown."""
        row = self._rows[entry.id] = self._taken(entry)
        return row.told

    def of(self, entries: Sequence[Entry]) -> Listed:
        """Return the rows of entries."""
        return Listed(self, entries)

    def _taken(self, entry: Entry) -> Row:
        return self._take(entry, partial(self._row, entry))

    def _row(self, entry: Entry) -> Row:
        meta = entry.meta
        return Row(
            path=addresses.entry(entry.id),
            title=plain(meta.title),
            edtf=meta.date,
            said=self.said(entry),
            kind=meta.kind,
            places=self.place_chips(self.most_specific(meta.places))[:CHIPS],
            actors=self.actor_chips(meta.actors)[:CHIPS],
            topics=self.topic_chips(meta.topics),
            sources=len(meta.sources),
            disputed=disputed(entry),
            status=meta.status,
            background=meta.background,
        )

    def said(self, entry: Entry) -> str:
        """Return an entry's date for people; empty where it has none."""
        if entry.meta.date is None:
            return ""
        planned = entry.meta.kind == PLANNED
        return said(entry.meta.date, self.language, night=is_night(entry), planned=planned)

    def actor_chips(self, names: Iterable[str]) -> tuple[Chip, ...]:
        """Return the chips of actors."""
        return self._chips(names, "actor", self.catalogue.actors, addresses.actor)

    def place_chips(self, names: Iterable[str]) -> tuple[Chip, ...]:
        """Return the chips of places."""
        return self._chips(names, "place", self.catalogue.places, addresses.place)

    def _chips(
        self,
        names: Iterable[str],
        sort: str,
        pages: Mapping[str, Page[Any]],
        address: Callable[[str], str],
    ) -> tuple[Chip, ...]:
        """Return chips, each made once."""
        made = self._made
        for name in (found := dict.fromkeys(names)):
            if (sort, name) not in made:
                made[sort, name] = _chip(name, sort, pages.get(name), address)
        return tuple([made[sort, name] for name in found])

    def topic_chips(self, names: Iterable[str], *, count: bool = False) -> tuple[Chip, ...]:
        """Return the chips of topics, with hues, and with their entries counted if asked."""
        by_topic = self.catalogue.by_topic
        return tuple(
            Chip(
                name=plain(self.catalogue.topics[name].meta.name),
                path=addresses.topic(name),
                sort="topic",
                hue=self.hue(name),
                count=len(by_topic.get(name, ())) if count else None,
            )
            for name in dict.fromkeys(names)
            if name in self.catalogue.topics
        )

    def hue(self, topic: str) -> int | None:
        """Return a topic's hue: its uppermost topic's place in the order of ids."""
        return self._hues.get(topic)

    def most_specific(self, places: Iterable[str]) -> list[str]:
        """Leave out places that another place of the entry lies within."""
        named = list(dict.fromkeys(places))
        around = {name for place in named for name in self.catalogue.around.get(place, ())}
        return [name for name in named if name not in around]


class Listed(Sequence[Row]):
    """Rows of a list, each made when it is shown: what tells them is known before."""

    def __init__(self, rows: Rows, entries: Sequence[Entry]) -> None:
        self._rows = rows
        self._entries = entries

    @property
    def told(self) -> str:
        """Return what tells them from all others."""
        return "".join(map(self._rows.told, self._entries))

    def __len__(self) -> int:
        """Return their number."""
        return len(self._entries)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Listed: ...
    def __getitem__(self, at: int | slice) -> Row | Listed:
        """Return one of them, or some in a row."""
        if isinstance(at, slice):
            return Listed(self._rows, self._entries[at])
        return self._rows.row(self._entries[at])


def is_night(entry: Entry) -> bool:
    """Whether two days are one night: they follow each other, and the entry's words say so."""
    words = [entry.body, *(quote.exact for source in entry.meta.sources for quote in source.quotes)]
    return edtf.is_night(entry.meta.date or "", " ".join(words))


def with_counts(chips: Iterable[Chip], counts: Mapping[str, int]) -> tuple[Chip, ...]:
    """Give chips the counts of their names, which stand in the same order."""
    return tuple(
        Chip(name=c.name, path=c.path, sort=c.sort, hue=c.hue, count=count, note=c.note)
        for c, count in zip(chips, counts.values(), strict=True)
    )


def worded(kind: str) -> str:
    """Say an event kind in words: `prisoner-exchange` → `Prisoner exchange`."""
    return kind.replace("-", " ").capitalize()


def _chip(name: str, sort: str, page: Page[Any] | None, address: Callable[[str], str]) -> Chip:
    if page is None:
        return Chip(name=worded(name), path=None, sort=sort)
    note = plain(getattr(page.meta, "role", None) or "")
    return Chip(name=plain(page.meta.name), path=address(name), sort=sort, note=note)


def _hues(catalogue: Catalogue) -> dict[str, int]:
    tops = [name for name in catalogue.topics if not catalogue.above[name]]
    order = {name: position % HUES for position, name in enumerate(sorted(tops))}
    chains = {name: (name, *catalogue.above[name]) for name in catalogue.topics}
    return {name: order.get(above[-1], 0) for name, above in chains.items()}
