"""The places of one article: from the gazetteer, by containment, or proposed with a head noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.link.chunk import Chunk
from generator.link.grammar import tells_story
from generator.link.index import Index
from generator.link.pages import town_entity
from generator.link.places import HEADED, MEANT
from generator.link.resolve import Surroundings, best_town, resolve
from generator.link.spelling import slug
from generator.link.world import starter, state_by_capital, states
from generator.model import Entity, NameKind

_SMALL_WORDS = frozenset({"and", "de", "del", "la", "of", "the"})


def setting(
    found: Sequence[Sequence[Chunk]], index: Index, around: Surroundings
) -> Mapping[Chunk, Entity]:
    """Return the place that each chunk names, where the index does not tell it."""
    rows = [[c for c in row if _is_open(c)] for row in found]
    places = resolve([c for row in rows for c in row if c.head not in MEANT], around)
    town: Entity | None = None
    state: str | None = None
    for row in found:
        town = _town_in(row, places) or town
        for chunk in row:
            state = _state(chunk) or state
            if not _is_open(chunk) or chunk in places:
                continue
            entity = _meant(chunk, town, state) if chunk.head in MEANT else None
            entity = entity or _site(chunk, town, state, around)
            if entity is not None:
                places[chunk] = entity
    return {chunk: index.curated_place(entity) for chunk, entity in places.items()}


def _is_open(chunk: Chunk) -> bool:
    told = chunk.entity is not None or (chunk.senses and chunk.head != "part")
    return chunk.kind is NameKind.PLACE and not told


def _town_in(row: Sequence[Chunk], places: Mapping[Chunk, Entity]) -> Entity | None:
    """Return the last town that the sentence names."""
    towns = []
    for chunk in row:
        entity = places.get(chunk)
        if entity is None and chunk.senses and chunk.kind is NameKind.PLACE:
            entity = starter().places.get(chunk.senses[0].place or "")
        if entity is not None and entity.kind == "city":
            towns.append(entity)
    return towns[-1] if towns else None


def _state(chunk: Chunk) -> str | None:
    if not chunk.senses:
        return None
    actor = chunk.senses[0].actor
    return actor if actor in states() else state_by_capital().get(chunk.senses[0].place or "")


def _meant(chunk: Chunk, town: Entity | None, state: str | None) -> Entity | None:
    """Return what `the capital` or `the city` is: the town last named, or the state's capital."""
    if chunk.head in {"the city", "the town"} or (
        town is not None and town.id in state_by_capital()
    ):
        return town
    owner = states().get(state or "")
    return starter().places.get(owner.capital or "") if owner else None


def _site(
    chunk: Chunk, town: Entity | None, state: str | None, around: Surroundings
) -> Entity | None:
    """Propose a place that no gazetteer has: it needs a head noun in a sentence of the story."""
    if chunk.head is None or chunk.head == "part" or chunk.head in MEANT:
        return None
    if chunk.rank < HEADED or not tells_story(chunk.sentence):
        return None
    name = proper(chunk.text)
    container = _container(chunk, town, state, around)
    in_town = chunk.head == "district" and container is not None and container.kind == "city"
    shown = f"{name}, {container.name}" if in_town and container else name
    return Entity(
        id=slug(name),
        name=shown,
        kind=chunk.head,
        aliases=(name,) if shown != name else (),
        country=container.country if container else None,
        within=container.id if container else None,
        lat=container.lat if container else None,
        lon=container.lon if container else None,
    )


def _container(
    chunk: Chunk, town: Entity | None, state: str | None, around: Surroundings
) -> Entity | None:
    """Return the place whose genitive stands before, the town in the name, or the last one."""
    if holder := starter().places.get(chunk.holder or ""):
        return holder
    if chunk.head == "district" and town is not None:
        return town
    named = best_town(chunk.name, chunk, around)
    if named is not None and around.countries.get(named.country, 0) > 0:
        return town_entity(named)
    return town or (starter().places.get(state) if state else None)


def proper(text: str) -> str:
    """Return a name as a title: `Ikata nuclear plant` → `Ikata Nuclear Plant`."""
    words = text.removeprefix("the ").replace("’s ", " ").replace("'s ", " ").split()
    return " ".join(w if w in _SMALL_WORDS else w[:1].upper() + w[1:] for w in words)
