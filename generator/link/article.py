"""Sentences → Mentions: the names of one article, and what each stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.link.agree import agreed
from generator.link.chunk import Chunk, without_overlaps
from generator.link.forces import state_told_of, with_forces
from generator.link.gazetteer import regions
from generator.link.grammar import tells_story
from generator.link.index import Index, Sense, Use, index_of
from generator.link.institutions import institutions, is_neighbour
from generator.link.known import is_adjective, known
from generator.link.names import Names, naming
from generator.link.organisations import organisations
from generator.link.persons import persons
from generator.link.places import places
from generator.link.police import with_police
from generator.link.resolve import Surroundings
from generator.link.setting import setting
from generator.link.shared import fitted, is_shared
from generator.link.spelling import fold
from generator.link.state_parts import state_parts
from generator.link.storms import without_storms
from generator.link.world import starter, states
from generator.media import is_medium
from generator.model import Article, Entity, Mention, NameKind, Registry, Sentence

DEMONYM = 0.25
"""Weight of `Russian` or `US envoys` against a mention by name when the countries of an article
are weighed: those who talk about a place are often elsewhere."""


def link(
    article: Article, sentences: Sequence[Sentence], registry: Registry
) -> tuple[Mention, ...]:
    """Return the names of the article in the order of the text.

    First all names are found, then, with the whole article in view, what each stands for.
    """
    index = index_of(registry)
    found: list[list[Chunk]] = []
    last_state: str | None = None
    for sentence in sentences:
        chunks = _chunks(sentence, index, last_state)
        found.append(chunks)
        last_state = _last_state(chunks, last_state)
    found = without_storms(sentences, found)
    if any(is_shared(chunk) for row in found for chunk in row):
        others = [[chunk for chunk in row if not is_shared(chunk)] for row in found]
        found = fitted(found, surroundings(others).countries)
    around = surroundings(found)
    found = agreed(found, around)
    places = setting(found, index, around)
    about = state_told_of(around, places.values())
    found = with_forces(sentences, found, about)
    found = with_police(sentences, found, about, index)
    names = naming(found, index, around, places)
    return tuple(
        mention
        for sentence, chunks in zip(sentences, found, strict=True)
        for chunk in names.completed(sentence, chunks)
        for mention in _mention(chunk, names)
    )


def _chunks(sentence: Sentence, index: Index, last_state: str | None) -> list[Chunk]:
    chunks = list(known(sentence, index))
    chunks += institutions(sentence, chunks, last_state)
    if tells_story(sentence):
        chunks += [*persons(sentence, chunks), *organisations(sentence, chunks)]
    chunks += [*places(sentence, chunks), *state_parts(sentence, chunks)]
    told = [chunk for chunk in chunks if not _is_stance(chunk)]
    return without_overlaps(_without_fragments(told))


def _is_stance(chunk: Chunk) -> bool:
    """Whether it only tells on whose side others are: `anti-Taliban`, `pro-Russian`."""
    before = chunk.sentence.tokens[max(0, chunk.first - 2) : chunk.first]
    words = [token.text.casefold() for token in before]
    return len(words) == 2 and words[0] in {"anti", "pro"} and words[1] in {"-", "–"}


def _without_fragments(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Drop what the recogniser tagged inside a longer name that the index has."""
    whole = [chunk for chunk in chunks if chunk.senses and chunk.head is None]
    return [
        chunk
        for chunk in chunks
        if chunk.senses
        or chunk.entity
        or chunk.head not in {None, "mr"}
        or not any(w.first <= chunk.first and chunk.end <= w.end for w in whole)
    ]


def _last_state(chunks: Iterable[Chunk], before: str | None) -> str | None:
    for chunk in chunks:
        state = chunk.senses and chunk.kind is NameKind.STATE and chunk.senses[0].actor in states()
        if state and not is_neighbour(chunk):
            before = chunk.senses[0].actor
    return before


def surroundings(found: Iterable[Iterable[Chunk]]) -> Surroundings:
    """Count the countries that the article names, and note where its known places lie."""
    countries: dict[str, float] = {}
    named_regions: set[str] = set()
    by_sentence: dict[int, frozenset[str]] = {}
    by_capital: dict[str, float] = {}
    points = []
    for chunks in found:
        for chunk in chunks:
            for entity in _entities(chunk.senses[:1], chunk.entity):
                at = chunk.sentence.index
                if country := entity.country or _home(entity):
                    weight = DEMONYM if is_adjective(chunk) else 1.0
                    countries[country] = countries.get(country, 0) + weight
                    by_capital[entity.id] = by_capital.get(entity.id, 0) + weight
                    by_sentence[at] = by_sentence.get(at, frozenset()) | {country}
                if entity.kind not in {"country", "state"} and entity.lat and entity.lon:
                    points.append((fold(chunk.text), entity.lat, entity.lon))
            if chunk.kind is NameKind.PLACE or len(chunk.senses) > 1:
                rows = regions().get(fold(chunk.name or chunk.text), ())
                named_regions.update(f"{row.country}.{row.code}" for row in rows)
    return Surroundings(
        countries=countries,
        by_sentence=by_sentence,
        regions=frozenset(named_regions),
        by_capital=by_capital,
        points=points,
    )


def _home(entity: Entity) -> str | None:
    """Return the country of an organisation that belongs to a state; media tell of any."""
    state = None if is_medium(entity.id) else states().get(entity.affiliation or "")
    return state.code if state else None


def _entities(senses: Sequence[Sense], entity: Entity | None) -> list[Entity]:
    world = starter()
    found = [world.places.get(s.place or "") or world.actors.get(s.actor or "") for s in senses]
    return [item for item in (*found, entity) if item is not None]


def _mention(chunk: Chunk, names: Names) -> Iterable[Mention]:
    told = names.told(chunk)
    if told is None:
        return
    actor, place, proposal = told
    tokens = chunk.sentence.tokens
    start, end = tokens[chunk.first].start, tokens[chunk.end - 1].end
    at = chunk.sentence.start
    sense = chunk.senses[0] if chunk.senses else None
    people = sense is not None and sense.use is Use.PEOPLE
    yield Mention(
        start=start,
        end=end,
        text=chunk.sentence.text[start - at : end - at],
        kind=NameKind.GROUP if people else NameKind.PLACE if actor is None else chunk.kind,
        sentence=chunk.sentence.index,
        actor=actor,
        place=place,
        adjective=is_adjective(chunk),
        role=chunk.role,
        proposal=replace(proposal, role=proposal.role or chunk.role) if proposal else None,
    )
