"""What a format is given to write: records, and what they are a set of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain, groupby
from typing import Any, TypeVar

from generator.content.before import Before
from generator.content.cache import key_of
from generator.site.data.record import actors, places, record, topics
from generator.site.data.shape import ActorData, PlaceData, Record, TopicData
from generator.site.once import once
from generator.site.rendering import Rendering
from generator.site.strings import Strings
from generator.site.text import plain

T = TypeVar("T")


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
    records: tuple[Record, ...]
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
    events_before: Before
    """Events of calendars that were written before."""
    parts_before: Callable[[str], Before]
    """Parts of months that were written before, in files of a name that hold the whole."""
    made: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What was made of single entries, in a part or in the whole, by its sort and their ids."""
    address: str = ""
    """Address of the file that is written; relative where the site's is not known."""

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Return the records by their ids."""
        return {found.id: found for found in self.records}

    def once(self, sort: str, record: Record, make: Callable[[Record], T]) -> T:
        """Return what is made of a record, which stands in some seven parts of the whole."""
        key = sort, record.id
        if key not in self.made:
            self.made[key] = make(record)
        found: T = self.made[key]
        return found

    def parts(self, name: str, write: Callable[[Record], T]) -> list[T]:
        """Return what a file of the whole has of each record, anew in a month where one changed."""
        months = {run[0].id: run for _, each in groupby(self.records, _month) if (run := [*each])}
        digests = {name: key_of(*(self.digests[r.id] for r in run)) for name, run in months.items()}
        parts = once(self.parts_before(name), months, digests, lambda run: [*map(write, run)])
        return list(chain.from_iterable(parts.values()))

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
    records = once(before, by_id, digests, partial(record, site))
    return Dataset(
        title=site.options.name,
        description=said or site.strings.text("data.whole", name=site.options.name),
        language=site.options.told,
        home=site.options.url,
        strings=site.strings,
        records=tuple(records.values()),
        actors=actors(site),
        places=places(site),
        topics=topics(site),
        digests=digests,
        events_before=site.kept.of_entries(("events", names)),
        parts_before=lambda name: site.kept.of_entries(("parts", name, names)),
    )


def _month(record: Record) -> str:
    """Return the month in which an entry begins, as far as that is known."""
    return record.date.edtf[:7] if record.date else ""
