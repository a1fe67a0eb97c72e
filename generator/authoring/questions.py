"""What is asked of a person who adds a page, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to be told."""

    key: str
    """Key of the front matter, or of the entry's one source, or `body`."""
    asks: str
    """As put to a person."""
    needed: bool = False
    """Whether the page cannot do without."""
    folder: str = ""
    """Where the ids stand that it takes; empty where it takes other text."""
    many: bool = False
    """Whether several are given, with commas between them."""


SOURCE = ("report", "publisher", "source_title", "url", "published", "quotes")
"""Keys of an entry's source."""

_ENTRY = (
    Question(key="title", asks="Title: what happened, in one neutral line", needed=True),
    Question(key="date", asks="Date, no finer than the source says: 2027-10-14, 2027-10, 2027-10~"),
    Question(key="kind", asks="Kind of event: attack, disaster, election, meeting …", needed=True),
    Question(key="actors", asks="Who took part, by name or id", folder="actors", many=True),
    Question(key="places", asks="Where, by name or id", folder="places", many=True),
    Question(key="topics", asks="Topics, by name or id", folder="topics", many=True),
    Question(key="url", asks="Address of the report that tells it", needed=True),
    Question(key="publisher", asks="Who published the report"),
    Question(key="published", asks="When it was published"),
    Question(key="quotes", asks="The exact passage that tells it"),
    Question(key="body", asks="What happened, in your own words"),
)
_ACTOR = (
    Question(key="name", asks="Name", needed=True),
    Question(key="kind", asks="Kind: person, organisation, state or group", needed=True),
    Question(key="aliases", asks="Other names", many=True),
    Question(key="role", asks="Office or part"),
    Question(key="affiliation", asks="The actor it belongs to", folder="actors"),
    Question(key="country", asks="Country, of a state: two letters"),
    Question(key="wikidata", asks="Its item in Wikidata"),
    Question(key="body", asks="Who it is, in a sentence"),
)
_PLACE = (
    Question(key="name", asks="Name", needed=True),
    Question(key="kind", asks="Kind: country, region, city, district, site or water", needed=True),
    Question(key="aliases", asks="Other names", many=True),
    Question(key="country", asks="Country: two letters"),
    Question(key="within", asks="The next larger place", folder="places"),
    Question(key="lat", asks="Latitude, in degrees north"),
    Question(key="lon", asks="Longitude, in degrees east"),
    Question(key="geonames", asks="Its number in GeoNames"),
    Question(key="wikidata", asks="Its item in Wikidata"),
    Question(key="body", asks="What it is, in a sentence"),
)
_TOPIC = (
    Question(key="name", asks="Name", needed=True),
    Question(key="parent", asks="The next wider topic", folder="topics"),
    Question(key="kinds", asks="Kinds of events that belong to it", many=True),
    Question(key="terms", asks="Words in titles and bodies that put an entry there", many=True),
    Question(key="body", asks="What it is about, in a sentence"),
)
QUESTIONS: Mapping[str, tuple[Question, ...]] = MappingProxyType(
    {"entries": _ENTRY, "actors": _ACTOR, "places": _PLACE, "topics": _TOPIC}
)
"""By the folder of the page."""
