"""What an entry, an actor, a place and a topic are as data: JSON, JSON Schema and tables alike."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Data with no key but those named here, all of them always present."""

    model_config = ConfigDict(
        defer_build=True,
        extra="forbid",
        frozen=True,
        json_schema_serialization_defaults_required=True,
    )


class When(Shape):
    """When it happened, as finely as the sources say and no finer."""

    edtf: str = Field(description="The date in EDTF, level 0 or 1: `2025-11`, `2025-11-19~`.")
    lower: dt.date | None = Field(
        description="First day it can mean; null for an interval without a beginning."
    )
    upper: dt.date | None = Field(
        description="Last day it can mean; null for an interval without an end."
    )
    precision: str = Field(
        description="`day`, `month`, `season`, `year`, `decade`, `century` or `interval`."
    )
    approximate: bool = Field(description="Whether it is marked as about that time.")
    uncertain: bool = Field(description="Whether it is marked as in doubt.")
    said: str = Field(description="The date as the site says it: `November 2025`.")


class Named(Shape):
    """An actor or topic that an entry names."""

    id: str = Field(description="Its id; `actors/ID.json` or `topics/ID.json` of the API.")
    name: str = Field(description="Its name.")


class Located(Named):
    """A place that an entry names."""

    kind: str | None = Field(
        description="`country`, `region`, `city`, `district`, `site` or `water`."
    )
    lat: float | None = Field(description="Degrees north, WGS 84.")
    lon: float | None = Field(description="Degrees east, WGS 84.")
    around: bool = Field(description="Whether another place of the entry lies within it.")


class ClaimData(Shape):
    """One value that one source gives for a figure."""

    value: float = Field(description="The number as the source gives it.")
    bound: str = Field(description="How the number bounds the true value: `at-least`.")
    by: str | None = Field(description="Who says so.")
    source: str | None = Field(description="The `key` of one of the entry's sources.")


class FigureData(Shape):
    """One figure, with every claim on it."""

    what: str = Field(description="What is counted or measured: `killed`.")
    place: str | None = Field(description="Id of the place it is limited to.")
    unit: str | None = Field(description="`USD`, `km`, `percent`; null for counts.")
    claims: tuple[ClaimData, ...] = Field(description="None averaged and none dropped.")


class TellsData(Shape):
    """What one report tells otherwise than the entry, which joins all reports."""

    date: str | None = Field(description="When it happened, as it says, in EDTF.")
    actors: tuple[str, ...] = Field(description="Ids of all whom it names, where fewer.")
    places: tuple[str, ...] = Field(description="Ids of all where it says, where fewer.")


class SourceData(Shape):
    """One report that tells the event."""

    key: str = Field(description="What names it within the entry.")
    publisher: str | None = Field(description="Who published it.")
    title: str | None = Field(description="Its headline.")
    url: str | None = Field(description="Its address.")
    archive: str | None = Field(description="The address of an archived copy.")
    published: str | None = Field(
        description="When it was published, in EDTF; never the date of the event."
    )
    tells: TellsData | None = Field(description="What it tells otherwise; null where nothing.")
    quotes: tuple[str, ...] = Field(description="The passages that tell the event.")


class Brief(Shape):
    """An entry as lists give it."""

    id: str = Field(description="Given once and never changed.")
    url: str = Field(description="The permalink; relative where the site's address is not known.")
    title: str = Field(description="What happened, in a few words.")
    date: When | None = Field(description="Null where no source dates it.")
    kind: str = Field(description="The kind of event: `attack`, `statement`, `planned`.")
    status: str = Field(description="`draft`, `reviewed`, `disputed` or `withdrawn`.")
    background: bool = Field(description="Whether it happened well before the news recalls it.")
    actors: tuple[Named, ...] = Field(description="Who is named in it.")
    places: tuple[Located, ...] = Field(description="Where it happened.")
    topics: tuple[Named, ...] = Field(description="What it belongs to.")
    source_count: int = Field(description="How many reports tell it.")


class Record(Brief):
    """An entry with all that is known of it."""

    summary: str = Field(description="What happened, in plain text.")
    first_reported: str | None = Field(
        description="When the first of its reports was published, in EDTF."
    )
    last_reported: str | None = Field(
        description="When the last of its reports was published, in EDTF."
    )
    figures: tuple[FigureData, ...] = Field(description="The numbers that sources give.")
    sources: tuple[SourceData, ...] = Field(description="The reports that tell it.")


class ActorData(Shape):
    """A person, organisation, state or group."""

    id: str = Field(description="Given once and never changed.")
    url: str = Field(description="Its page; relative where the site's address is not known.")
    name: str = Field(description="The name as shown.")
    kind: str = Field(description="`person`, `organisation`, `state` or `group`.")
    aliases: tuple[str, ...] = Field(description="Other names and spellings.")
    role: str | None = Field(description="Office or part.")
    affiliation: str | None = Field(description="Id of the actor it belongs to.")
    country: str | None = Field(description="ISO 3166-1 alpha-2.")
    wikidata: str | None = Field(description="Its item in Wikidata.")
    entry_count: int = Field(description="Entries that name it.")


class PlaceData(Shape):
    """A place."""

    id: str = Field(description="Given once and never changed.")
    url: str = Field(description="Its page; relative where the site's address is not known.")
    name: str = Field(description="The name as shown.")
    kind: str = Field(description="`country`, `region`, `city`, `district`, `site` or `water`.")
    aliases: tuple[str, ...] = Field(description="Other names and spellings.")
    country: str | None = Field(description="ISO 3166-1 alpha-2.")
    within: str | None = Field(description="Id of the next larger place.")
    lat: float | None = Field(description="Degrees north, WGS 84.")
    lon: float | None = Field(description="Degrees east, WGS 84.")
    geonames: int | None = Field(description="Its number in GeoNames.")
    wikidata: str | None = Field(description="Its item in Wikidata.")
    entry_count: int = Field(description="Entries there or at any place within it.")


class TopicData(Shape):
    """A topic."""

    id: str = Field(description="Given once and never changed.")
    url: str = Field(description="Its page; relative where the site's address is not known.")
    name: str = Field(description="The name as shown.")
    parent: str | None = Field(description="Id of the next wider topic.")
    entry_count: int = Field(description="Entries of it or of any topic below it.")
