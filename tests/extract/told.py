"""Build a reading that tells one event, from a text, its trigger and names of made-up people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache

from generator.model import (
    Argument,
    Article,
    Entity,
    EventMention,
    Mention,
    Mode,
    NameKind,
    Publication,
    Reading,
    Registry,
    Sentence,
    Span,
    Timex,
    TimexType,
)
from generator.segment import Pipeline, load, segment

STATES = [
    "Brazil:Brazilian",
    "Chile:Chilean",
    "France:French",
    "India:Indian",
    "Kenya:Kenyan",
    "Peru:Peruvian",
    "United States:US:U.S.:American",
]
PERSONS = ["Ana Quispe", "John Mwangi", "Lena van der Berg", "Marta Oliveira", "Paul Lacombe"]
ORGANISATIONS = [
    "European Union:EU",
    "Northwind Telecom:Northwind",
    "Orbital Freight",
    "Supreme Court",
    "World Health Organization:WHO",
]
PLACES = [
    "Geneva",
    "Harbour District",
    "Lima",
    "Mombasa",
    "Nakuru County",
    "Osaka",
    "Port Almer",
    "Santos",
    "Valparaíso",
]


@cache
def pipeline() -> Pipeline:
    return load()


def _entities(rows: Sequence[str], kind: str) -> Iterator[Entity]:
    for row in rows:
        name, *aliases = row.split(":")
        if kind == NameKind.PERSON:
            aliases.append(name.split(" ", 1)[1])
        ident = name.casefold().replace(" ", "-")
        yield Entity(id=ident, name=name, kind=kind, aliases=tuple(aliases), status="reviewed")


@cache
def registry() -> Registry:
    actors = [
        *_entities(STATES, NameKind.STATE),
        *_entities(PERSONS, NameKind.PERSON),
        *_entities(ORGANISATIONS, NameKind.ORGANISATION),
    ]
    places = [*_entities(PLACES, "city"), *_entities(STATES, "country")]
    return Registry(actors={e.id: e for e in actors}, places={e.id: e for e in places})


def _found(sentence: Sentence, entity: Entity) -> Iterator[tuple[int, int]]:
    for name in (entity.name, *entity.aliases):
        at = sentence.text.find(name)
        while at >= 0:
            yield sentence.start + at, sentence.start + at + len(name)
            at = sentence.text.find(name, at + len(name))


def _mentions(sentence: Sentence, text: str) -> Iterator[Mention]:
    known = registry()
    spans: dict[tuple[int, int], dict[str, Entity]] = {}
    for field, pool in (("actor", known.actors), ("place", known.places)):
        for entity in pool.values():
            for span in _found(sentence, entity):
                spans.setdefault(span, {})[field] = entity
    for (start, end), named in spans.items():
        inner = any(s <= start and end <= e and (s, e) != (start, end) for s, e in spans)
        last = next((t for t in sentence.tokens if t.end == end), None)
        if inner or last is None:
            continue
        actor, place = named.get("actor"), named.get("place")
        yield Mention(
            start=start,
            end=end,
            text=text[start:end],
            kind=NameKind(actor.kind) if actor else NameKind.PLACE,
            sentence=sentence.index,
            actor=actor.id if actor else None,
            place=place.id if place else None,
            adjective=last.pos == "ADJ",
        )


def tell(
    text: str,
    trigger: str,
    *,
    kind: str = "attack",
    mode: Mode = Mode.OCCURRENCE,
    agents: Sequence[str] = (),
    patients: Sequence[str] = (),
    places: Sequence[str] = (),
    dates: Sequence[str] = (),
) -> tuple[Reading, Registry, EventMention]:
    """Return the arguments of `headline` for the event that a word of the text triggers."""
    dct = Publication(date=dt.date(2024, 5, 6), evidence="", origin="corpus")
    article = Article(id="r1", text=text, published=dct)
    sentences = segment(article, pipeline())
    at = text.index(trigger)
    main = next(s for s in sentences if s.start <= at < s.end)
    role = "speaker" if mode == Mode.STATEMENT else "agent"
    timexes = tuple(
        Timex(
            start=text.index(said),
            end=text.index(said) + len(said),
            text=said,
            type=TimexType.DATE,
            value="XXXX",
            sentence=main.index,
        )
        for said in dates
    )
    event = EventMention(
        report="r1",
        kind=kind,
        mode=mode,
        trigger=Span(start=at, end=at + len(trigger)),
        sentences=(main.index,),
        quotes=(),
        date=None,
        places=tuple(places),
        arguments=(
            *(Argument(actor=a, role=role) for a in agents),
            *(Argument(actor=a, role="patient") for a in patients),
        ),
    )
    mentions = tuple(m for s in sentences for m in _mentions(s, text))
    reading = Reading(article=article, sentences=sentences, timexes=timexes, mentions=mentions)
    return reading, registry(), event
