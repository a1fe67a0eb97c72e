"""Every type that passes between stages.

Offsets are characters of `Article.text`, end exclusive. Cleaning blanks boilerplate with spaces
instead of cutting it out, so an offset in the cleaned text is the same offset in the text as read.
Dates of events are EDTF strings, level 0 or 1 (Library of Congress, 2019); values of time
expressions are TIMEX3 values (ISO-TimeML). Unknown is `None` or a coarser value, never a guess.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class NameKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    PLACE = "place"


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mode(StrEnum):
    """How the text stands to the event: it took place, was said, is set for later, or holds."""

    OCCURRENCE = "occurrence"
    STATEMENT = "statement"
    PLANNED = "planned"
    STATE = "state"


class Bound(StrEnum):
    """How a figure bounds the true value."""

    EXACTLY = "exactly"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    ABOUT = "about"
    UP_TO = "up-to"
    FEWER_THAN = "fewer-than"


class Part(StrEnum):
    """Which part of an article a sentence belongs to; events are told by body and list items."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of `Article.text`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate(Span):
    """A line that belongs to the web page and not to the story."""

    text: str
    rule: str
    """Name of the row in `lexicons/` that took it away, for example `newsletter`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The publication date (document creation time) with the words it was found in."""

    date: dt.date
    evidence: str
    """The words as found: `Nov 26, 2025`, `published: '2025-11-26'`."""
    origin: str
    """Where they stood: `sidecar`, `front matter`, `metadata`, `text`, `corpus`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report as found, with what is known of its publication."""

    id: str
    """The report's name everywhere: the stem of its file in `seeds/`."""
    text: str
    path: str = ""
    """As the user gave it, with forward slashes; for messages, never for content."""
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    archive: str | None = None
    """Address of an archived copy."""
    published: Publication | None = None
    language: str = "en"
    boilerplate: tuple[Boilerplate, ...] = ()

    @property
    def dct(self) -> dt.date | None:
        """The document creation time, or None where it is nowhere said."""
        return self.published.date if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token(Span):
    """One token of the parse (Universal part of speech, Penn tag, ClearNLP dependency)."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the governor within the sentence's tokens; the root's is its own."""
    ner: str = "O"
    """IOB tag of the statistical recogniser, OntoNotes types: `B-PERSON`, `I-GPE`, `O`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Span):
    """One sentence with its parse."""

    index: int
    text: str
    paragraph: int
    part: Part
    tokens: tuple[Token, ...]
    quoted: tuple[Span, ...] = ()
    """Stretches within quotation marks, marks included; a quotation may run over sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex(Span):
    """A time expression (TIMEX3)."""

    text: str
    type: TimexType
    value: str
    """TIMEX3 value: `2025-11-25`, `2025-W48`, `2025-11-25TNI`, `P3D`, `PRESENT_REF`,
    `XXXX-WXX-2` where the anchor is unknown."""
    sentence: int
    edtf: str | None = None
    """The calendar date it names, as EDTF; None for durations, sets and what is unresolved."""
    anchor: str = ""
    """Why it has this value, in words: `Tuesday before 2025-11-26, past tense`."""


PLACE_KINDS = frozenset({"country", "region", "city", "district", "site", "water"})
"""Kinds of places; all other kinds are `NameKind` values of actors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An actor or a place of the registry: a curated page, a gazetteer row, or a new name."""

    id: str
    name: str
    kind: str
    """`NameKind` of an actor; country, region, city, district, site or water of a place."""
    aliases: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    """Id of an actor: a minister's state, a spokesman's ministry."""
    wikidata: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    within: str | None = None
    """Id of the next larger place."""
    lat: float | None = None
    """Degrees north, WGS 84."""
    lon: float | None = None
    """Degrees east, WGS 84."""
    geonames: int | None = None
    status: str = "proposed"
    """`proposed` by the machine or `reviewed` by a person."""

    @property
    def is_place(self) -> bool:
        """Whether its page stands under `places/`; otherwise under `actors/`."""
        return self.kind in PLACE_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """A name in the text, with what it stands for.

    `Kyiv` may name a city and, as a seat of government, a state: both ids are kept and
    `extract` takes the one that the sentence's grammar asks for. A name that is in no registry
    carries the page proposed for it, whose id is in `actor` or `place`.
    """

    text: str
    kind: NameKind
    sentence: int
    actor: str | None = None
    """Id of the person, organisation, state or group."""
    place: str | None = None
    """Id of the place."""
    adjective: bool = False
    """A demonym that modifies a noun: `Russian` in `Russian drones`."""
    role: str | None = None
    """Title or office as said: `Army Secretary`, `Mayor`."""
    proposal: Entity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Span):
    """A number that the text gives for an event."""

    what: str
    """From the lexicon of figures: `killed`, `injured`, `drones launched`."""
    value: float
    bound: Bound = Bound.EXACTLY
    unit: str | None = None
    """`USD`, `km`, `percent`; None for counts."""
    place: str | None = None
    """Id of the place it is limited to, where that is not the event's own."""
    by: str | None = None
    """Who says so, as a reader would name them: `Volodymyr Zelenskyy`, `local authorities`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An actor's part in an event."""

    actor: str
    role: str
    """agent (does it), patient (undergoes it), participant (takes part), speaker (says it),
    named (stands in the same words)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event took place and the words that say so."""

    edtf: str
    evidence: str
    """The time expression's text; empty where only the publication date bounds it."""
    span: Span | None
    rule: str
    """Name of the rule that tied the words to the event: `same clause`, `same sentence` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One event as one article tells it."""

    report: str
    kind: str
    """Event kind of the lexicon: attack, meeting, arrest …"""
    mode: Mode
    trigger: Span
    sentences: tuple[int, ...]
    """The main sentence first, then the sentences that add details."""
    quotes: tuple[Span, ...]
    """The passages that tell it, main passage first."""
    date: EventDate | None
    arguments: tuple[Argument, ...] = ()
    places: tuple[str, ...] = ()
    """Ids, the most specific first."""
    figures: tuple[Figure, ...] = ()
    background: bool = False
    headline: str = ""
    """A short neutral headline: `Drone attack kills three in Taganrog`."""
    gist: str = ""
    """One plain sentence of what happened, not the article's own sentence."""
    lemmas: frozenset[str] = frozenset()
    """Content lemmas of the main passage, for comparing wordings."""

    @property
    def key(self) -> MentionKey:
        """What names it among all mentions."""
        return (self.report, self.trigger.start, self.trigger.end, self.kind)

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of all actors, in the order of their arguments, each once."""
        return tuple(dict.fromkeys(argument.actor for argument in self.arguments))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read in one article."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    timexes: tuple[Timex, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[EventMention, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the exact passage, white space folded."""
        return " ".join(self.article.text[span.start : span.end].split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two reports were taken to tell one event."""

    a: str
    """Report id."""
    b: str
    """Report id."""
    score: float
    """0 to 1."""
    words: tuple[str, ...]
    """What agrees and what does not, each with its points: `same place kyiv +0.30`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event, however many articles tell it."""

    mentions: tuple[EventMention, ...]
    """Sorted by report, then by position."""
    title: str
    date: str | None
    """EDTF; None where no report dates it."""
    kind: str
    """Kind of the entry: the lexicon's event kind, or `statement` or `planned`."""
    actors: tuple[str, ...]
    places: tuple[str, ...]
    background: bool = False
    reasons: tuple[Reason, ...] = ()


MentionKey = tuple[str, int, int, str]
"""Report, ends of the trigger, and kind: what names one event mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """Mentions that a person found to tell different events, which merging never joins."""

    part: Mapping[MentionKey, str] = field(default_factory=dict)
    """Which part each mention belongs to that a decision is about."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs of parts that are two events."""

    def divides(self, a: frozenset[str], b: frozenset[str]) -> bool:
        """Whether parts of one side are known not to be those of the other."""
        return any(frozenset({p, q}) in self.apart for p in a for q in b)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Known actors and places by id: the curated pages first, then the package's own."""

    actors: dict[str, Entity] = field(default_factory=dict)
    places: dict[str, Entity] = field(default_factory=dict)
