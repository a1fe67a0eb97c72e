"""What front matter may hold, page by page: the checks, the JSON Schema and the documentation.

Scalars arrive as text and are typed here; an empty value is a value left out.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.content.scalars import (
    Cited,
    Country,
    EdtfDate,
    Line,
    Number,
    Passage,
    ReportId,
    Review,
    Slug,
    Url,
    WikidataId,
)
from generator.model import Bound


class Strict(BaseModel):
    """Front matter with no key but those named here, and not changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, data: Any) -> Any:
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if value not in ("", None)}
        return data


class Quote(Strict):
    """Exact words of a source (W3C TextQuoteSelector); plain text is read as `exact`."""

    exact: Passage = Field(
        description="The passage, word for word; `[…]` joins two passages of one source."
    )
    prefix: Passage | None = Field(
        default=None, description="The words right before it, where the passage stands there twice."
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        return {"exact": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say that plain text will do."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}


class Claim(Strict):
    """One value that one source gives for a figure."""

    value: Number = Field(description="The number as the source gives it.")
    bound: Bound = Field(default=Bound.EXACTLY, description="How the number bounds the true value.")
    source: Cited | None = Field(
        default=None, description="The `report`, or the `url`, of one of the entry's sources."
    )
    by: Line | None = Field(default=None, description="Who says so, as a reader would name them.")


class FigurePage(Strict):
    """One figure of an event, with every claim on it side by side."""

    what: Line = Field(description="What is counted or measured: `killed`, `drones launched`.")
    place: Slug | None = Field(
        default=None, description="The place it is limited to, where that is not the event's own."
    )
    unit: Line | None = Field(default=None, description="`USD`, `km`, `percent`; none for counts.")
    claims: tuple[Claim, ...] = Field(
        min_length=1, description="Every value given, none averaged and none dropped."
    )


class Account(Strict):
    """What one report tells otherwise than the entry, which joins all reports."""

    date: EdtfDate | None = Field(default=None, description="When it happened, as it says.")
    actors: tuple[Slug, ...] = Field(default=(), description="All whom it names, where fewer.")
    places: tuple[Slug, ...] = Field(default=(), description="All where it says, where fewer.")


class Source(Strict):
    """One report that tells the event."""

    report: ReportId | None = Field(
        default=None,
        description="The stem of its file in `seeds/`; none where only a URL is known.",
    )
    publisher: Line | None = Field(default=None, description="Who published it.")
    title: Line | None = Field(default=None, description="Its headline.")
    url: Url | None = Field(default=None, description="Its address.")
    archive: Url | None = Field(default=None, description="The address of an archived copy.")
    published: EdtfDate | None = Field(
        default=None,
        description="When it was published, which is never taken for the event's date.",
    )
    tells: Account | None = Field(
        default=None, description="What it tells otherwise than the entry: the day, who, where."
    )
    quotes: tuple[Quote, ...] = Field(
        default=(), description="The passages that tell the event, white space aside word for word."
    )

    @model_validator(mode="after")
    def _is_named(self) -> Source:
        if self.report is None and self.url is None and self.title is None:
            raise ValueError("has neither `report`, `url` nor `title`")
        return self

    @property
    def key(self) -> str:
        """What names it within the entry, and what a claim's `source` says."""
        return self.report or self.url or self.title or ""


Status = Literal["draft", "reviewed", "disputed", "withdrawn"]
"""The states of an entry."""


class EntryPage(Strict):
    """One event: `content/entries/YYYY/ID.md`."""

    title: Line = Field(description="A short neutral headline of what happened.")
    date: EdtfDate | None = Field(
        default=None,
        description="When it happened, in EDTF level 0 or 1, no finer than the evidence: "
        "`2025-11-25`, `2025-11`, `2025-11-24/2025-11-25`, `2025-11-19~`. None if undated.",
    )
    kind: Slug = Field(
        description="The event kind of the lexicon, or `statement` or `planned`: `attack`."
    )
    actors: tuple[Slug, ...] = Field(default=(), description="Ids of pages under `actors/`.")
    places: tuple[Slug, ...] = Field(
        default=(), description="Ids of pages under `places/`, the most specific first."
    )
    topics: tuple[Slug, ...] = Field(default=(), description="Ids of pages under `topics/`.")
    figures: tuple[FigurePage, ...] = Field(
        default=(), description="The numbers that sources give."
    )
    sources: tuple[Source, ...] = Field(default=(), description="The reports that tell it.")
    status: Status = Field(default="draft", description="`draft` until a person has reviewed it.")
    background: bool = Field(
        default=False, description="True for what happened well before the news that recalls it."
    )
    aliases: tuple[Slug, ...] = Field(
        default=(), description="Former ids of this entry, which redirect to it."
    )
    same_as: tuple[Slug, ...] = Field(
        default=(), description="Entries that a person found to be the same event."
    )
    not_same_as: tuple[Slug, ...] = Field(
        default=(), description="Entries that look alike and are other events."
    )
    withdrawn_reason: Line | None = Field(
        default=None, description="Why the entry was withdrawn; its page stays and says so."
    )


class ActorPage(Strict):
    """A person, organisation, state or group: `content/actors/ID.md`."""

    name: Line = Field(description="The name as shown.")
    kind: Literal["person", "organisation", "state", "group"] = Field(description="What it is.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other names and spellings.")
    role: Line | None = Field(default=None, description="Office or part: `mayor of Kyiv`.")
    affiliation: Slug | None = Field(default=None, description="The actor it belongs to.")
    country: Country | None = Field(default=None, description="ISO 3166-1 alpha-2 of a state.")
    wikidata: WikidataId | None = Field(default=None, description="Its item in Wikidata.")
    status: Review = Field(default="proposed", description="`reviewed` once a person has read it.")


class PlacePage(Strict):
    """A place: `content/places/ID.md`."""

    name: Line = Field(description="The name as shown.")
    kind: Literal["country", "region", "city", "district", "site", "water"] = Field(
        description="What it is."
    )
    aliases: tuple[Line, ...] = Field(default=(), description="Other names and spellings.")
    country: Country | None = Field(default=None, description="ISO 3166-1 alpha-2.")
    within: Slug | None = Field(default=None, description="The next larger place.")
    lat: float | None = Field(default=None, ge=-90, le=90, description="Degrees north, WGS 84.")
    lon: float | None = Field(default=None, ge=-180, le=180, description="Degrees east, WGS 84.")
    geonames: int | None = Field(default=None, gt=0, description="Its number in GeoNames.")
    wikidata: WikidataId | None = Field(default=None, description="Its item in Wikidata.")
    status: Review = Field(default="proposed", description="`reviewed` once a person has read it.")


class Match(Strict):
    """Which entries a topic takes: all the lists given must match, each by any of its items."""

    kinds: tuple[Slug, ...] = Field(default=(), description="Event kinds.")
    terms: tuple[Line, ...] = Field(
        default=(),
        description="Whole words of the title, body or quotes, whatever their case and accents.",
    )
    actors: tuple[Slug, ...] = Field(
        default=(), description="Ids of actors that the entry itself names."
    )
    places: tuple[Slug, ...] = Field(
        default=(),
        description="Ids of places that the entry itself names: a region does not take what lies "
        "within it, so list its towns too.",
    )


class TopicPage(Strict):
    """A topic: `content/topics/ID.md`."""

    name: Line = Field(description="The name as shown.")
    parent: Slug | None = Field(default=None, description="The next wider topic.")
    match: Match = Field(default=Match(), description="What puts an entry there.")
    feed: bool = Field(default=True, description="Whether the topic has a feed of its own.")
    iptc: Line | None = Field(default=None, description="Its code in the IPTC Media Topics.")


class SitePage(Strict):
    """A page of the site's own: `content/index.md`, `content/about.md`."""

    title: Line | None = Field(
        default=None, description="The page's title; else its first heading."
    )
    description: Line | None = Field(default=None, description="One sentence for search engines.")
    order: int | None = Field(default=None, description="Its place in the navigation, low first.")


PAGES: dict[str, type[Strict]] = {
    "entries": EntryPage,
    "actors": ActorPage,
    "places": PlacePage,
    "topics": TopicPage,
}
"""The schema of each folder of `content/`; pages elsewhere are `SitePage`."""
