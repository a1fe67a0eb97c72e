"""What a format is given to write: records, and what they are a set of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.site.catalogue import Entry
from generator.site.data.record import actors, places, record, topics
from generator.site.data.shape import ActorData, PlaceData, Record, TopicData
from generator.site.kept import Kept
from generator.site.rendering import Rendering
from generator.site.strings import Strings
from generator.site.text import plain


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
    kept: Kept = field(default_factory=Kept)
    """What was written of single entries before."""
    events: dict[str, bytes] = field(default_factory=dict)
    """Events of calendars as written, by the ids of their entries; those of a part are those of the
    whole."""
    address: str = ""
    """Address of the file that is written; relative where the site's is not known."""

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Return the records by their ids."""
        return {found.id: found for found in self.records}

    def written_at(self, path: str, site: str) -> Dataset:
        """Return it with the address of the file that it is written to."""
        return replace(self, address=site + path)


def dataset(site: Rendering) -> Dataset:
    """Return the whole chronology."""
    own = site.catalogue.chronology.site.get("index")
    said = plain(own.meta.description) if own and own.meta.description else ""
    return Dataset(
        title=site.options.name,
        description=said or site.strings.text("data.whole", name=site.options.name),
        language=site.options.told,
        home=site.options.url,
        strings=site.strings,
        records=records(site, site.catalogue.entries),
        actors=actors(site),
        places=places(site),
        topics=topics(site),
        kept=site.kept,
    )


def records(site: Rendering, entries: Iterable[Entry]) -> tuple[Record, ...]:
    """Return the records of entries, in the same order."""
    return tuple(_kept_record(site, entry) for entry in entries)


def _kept_record(site: Rendering, entry: Entry) -> Record:
    """Return a record; to read it again takes a third of the time of making it."""
    depends = ("record", site.prints.entry(entry), site.prints.names)
    text = site.kept.text(depends, lambda: record(site, entry).model_dump_json())
    return Record.model_validate_json(text)
