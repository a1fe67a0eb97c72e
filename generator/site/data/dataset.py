"""What a format is given to write: records, and what they are a set of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from generator.content.before import Before
from generator.content.cache import key_of
from generator.site.catalogue import Entry
from generator.site.data.item import Item, item
from generator.site.data.record import actors, places, record, topics
from generator.site.data.rows import Row, row
from generator.site.data.shape import ActorData, PlaceData, Record, TopicData
from generator.site.once import once
from generator.site.rendering import Rendering
from generator.site.strings import Strings
from generator.site.text import plain

T = TypeVar("T")
_MONTH = attrgetter("month")


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A set of entries: all, or those of one topic, actor or place."""

    title: str
    """`Dateline`; of a part `Energy (Dateline)`."""
    description: str
    """One sentence."""
    language: str
    """Of the entries: `en`."""
    home: str
    """The page of the set; relative where the site's address is not known."""
    strings: Strings
    """What the set says to its readers."""
    items: tuple[Item, ...]
    """Newest first, the undated last; none withdrawn."""
    actors: tuple[ActorData, ...] = ()
    """Every actor of the chronology; none in a part."""
    places: tuple[PlaceData, ...] = ()
    """Every place of the chronology; none in a part."""
    topics: tuple[TopicData, ...] = ()
    """Every topic of the chronology; none in a part."""
    by_first_report: bool = False
    """Whether feeds hold what came in last, not what changed last."""
    yearly: bool = False
    """Whether the calendar has each day of an event in every year."""
    digests: Mapping[str, bytes]
    """What tells the record of each entry of the whole from all others, by id."""
    parts_before: Callable[[str], Before]
    """Parts of months that were written before, in files of a name that hold the whole."""
    made: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What was made of single entries, in a part or in the whole, by its sort and their ids."""
    taken: dict[str, Record] = field(default_factory=dict)
    """Records that were taken up, in a part or in the whole, by their ids."""
    address: str = ""
    """Address of the file that is written; relative where the site's is not known."""

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Return the items by their ids."""
        return {found.id: found for found in self.items}

    def record(self, item: Item) -> Record:
        """Take up a record."""
        if item.id not in self.taken:
            self.taken[item.id] = Record.model_validate_json(item.json)
        return self.taken[item.id]

    def once(self, sort: str, key: str, make: Callable[[], T]) -> T:
        """Return what is made of an entry, which stands in some seven parts of the whole."""
        found: T | None = self.made.get((sort, key))
        if found is None:
            found = self.made[sort, key] = make()
        return found

    def row(self, record: Record) -> Row:
        """Return an entry as a row, which stands in three tables."""
        return self.once("row", record.id, partial(row, record))

    def parts(self, name: str, write: Callable[[list[Record]], T]) -> list[T]:
        """Return what a file of the whole has of each month, anew where a record of it changed."""
        months, digests = self._months
        before = self.parts_before(name)
        found = once(before, months, digests, lambda run: write([*map(self.record, run)]))
        return list(found.values())

    @cached_property
    def _months(self) -> tuple[dict[str, list[Item]], dict[str, bytes]]:
        """Return the items of each month and their digest, by the id of the first."""
        months = {run[0].id: run for _, each in groupby(self.items, _MONTH) if (run := [*each])}
        told = {name: [self.digests[each.id] for each in run] for name, run in months.items()}
        return months, {name: key_of(*digests) for name, digests in told.items()}

    def written_at(self, path: str, site: str) -> Dataset:
        """Return it with the address of the file that it is written to."""
        return replace(self, address=site + path)


def dataset(site: Rendering) -> Dataset:
    """Return the whole chronology."""
    own = site.catalogue.chronology.site.get("index")
    said = plain(own.meta.description) if own and own.meta.description else ""
    names, entries = site.prints.names, site.catalogue.entries
    digests = {entry.id: bytes.fromhex(site.prints.of(entry)) for entry in entries}
    before = site.kept.of_entries(("records", names))
    by_id = {entry.id: entry for entry in entries}
    taken: dict[str, Record] = {}

    def made(entry: Entry) -> Item:
        taken[entry.id] = record(site, entry)
        return item(taken[entry.id])

    items = once(before, by_id, digests, made)
    return Dataset(
        title=site.options.name,
        description=said or site.strings.text("data.whole", name=site.options.name),
        language=site.options.told,
        home=site.options.url,
        strings=site.strings,
        items=tuple(items.values()),
        actors=actors(site),
        places=places(site),
        topics=topics(site),
        digests=digests,
        taken=taken,
        parts_before=lambda name: site.kept.of_entries(("parts", name, names)),
    )
