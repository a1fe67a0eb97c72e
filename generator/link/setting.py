"""The places of one article: from the gazetteer, by containment, or proposed with a head noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator import lexicons
from generator.link.attached import attached, larger
from generator.link.chunk import Chunk
from generator.link.evidence import is_located
from generator.link.gazetteer import province_of
from generator.link.grammar import tells_story, words
from generator.link.index import Index
from generator.link.namesakes import namesakes, points_of
from generator.link.pages import town_entity
from generator.link.places import HEADED, LOCATED_TOWN, MEANT, NAMED_SO
from generator.link.resolve import Surroundings, best_town, resolve
from generator.link.spelling import fold, slug
from generator.link.world import starter, state_by_capital, state_by_code, states
from generator.model import Entity, NameKind

_TOLD_OF = frozenset({"district", "region", "site", "water"})
"""Heads of names that a noun tells: `X island`, `the island of X`."""
_MEASURES = frozenset({"kilometers", "kilometres", "km", "miles"})
_TOWNS = frozenset({"city", "town", "village"})
_SITES = frozenset({"site", "water"})
_SMALL_WORDS = frozenset({"and", "de", "del", "la", "of", "the"})


def setting(
    found: Sequence[Sequence[Chunk]], index: Index, around: Surroundings
) -> Mapping[Chunk, Entity]:
    """Return the place that each chunk names, where the index does not tell it."""
    rows = [[c for c in row if _is_open(c)] for row in found]
    named = [c for row in rows for c in row if c.head not in MEANT | {NAMED_SO}]
    places = resolve(named, around)
    if others := dict(namesakes(found, places, around)):
        places = resolve(named, beside(around, others)) | others
    town: Entity | None = None
    state: str | None = None
    seen: list[tuple[Entity, frozenset[str]]] = []
    for row in found:
        town = _town_in(row, places) or (None if _tells_of_a_town(row) else town)
        for chunk in row:
            state = _state(chunk) or state
            if chunk in places or not _is_open(chunk):
                if (known := _place(chunk, places)) is not None:
                    seen.append((known, _called(chunk)))
                continue
            if chunk.head == NAMED_SO:
                if (entity := _named_so(chunk.name, seen)) is not None:
                    places[chunk] = entity
                continue
            entity = _meant(chunk, town, state) if chunk.head in MEANT else None
            if chunk.head is None and is_located(chunk.sentence.tokens, chunk.first, chunk.end):
                entity = _site(replace(chunk, head=LOCATED_TOWN), town, state, around, None)
            entity = entity or _site(chunk, town, state, around, _beside(chunk, row, places))
            if entity is not None:
                places[chunk] = entity
                seen.append((entity, _called(chunk)))
    places |= _again(found, places)
    places |= _namesakes_abroad(places)
    places |= in_named_regions(places)
    places |= _nested(found, places, index)
    return {chunk: index.curated_place(entity) for chunk, entity in places.items()}


def beside(around: Surroundings, others: Mapping[Chunk, Entity]) -> Surroundings:
    """Return the surroundings without the famous places whose name others have."""
    own = {fold(chunk.text) for chunk in others}
    left = [point for point in around.points if point[0] not in own]
    countries = dict(around.countries)
    for chunk in others:
        page = starter().places.get(chunk.senses[0].place or "") if chunk.senses else None
        if page is not None and page.country in countries:
            countries[page.country] = max(0.0, countries[page.country] - 1)
    return replace(around, points=[*left, *points_of(others)], countries=countries)


def _beside(chunk: Chunk, row: Sequence[Chunk], places: Mapping[Chunk, Entity]) -> Entity | None:
    """Return the place that the words attach to a name; what is only near lies in the next one."""
    found = attached(chunk, row)
    entity = _place(found.chunk, places) if found else None
    if found is None or entity is None or found.inside or entity.kind == "country":
        return entity
    return _land_of(entity)


def _land_of(entity: Entity) -> Entity | None:
    """Return the country of a place, set where the place lies."""
    state = state_by_code().get(entity.country or "")
    return replace(starter().places[state.id], lat=entity.lat, lon=entity.lon) if state else None


def _place(chunk: Chunk, places: Mapping[Chunk, Entity]) -> Entity | None:
    if chunk in places or chunk.entity is not None:
        entity = places.get(chunk) or chunk.entity
        return entity if entity is not None and entity.is_place else None
    return starter().places.get(chunk.senses[0].place or "") if chunk.senses else None


def _nested(
    found: Sequence[Sequence[Chunk]], places: Mapping[Chunk, Entity], index: Index
) -> dict[Chunk, Entity]:
    """Return the towns that `X, a suburb of Y` puts into another town, at all their mentions."""
    within: dict[str, str] = {}
    for row in found:
        for chunk in row:
            own, other = places.get(chunk), larger(chunk, row)
            outer = _place(other, places) if other else None
            if own is None or outer is None or outer.id == own.id or outer.within == own.id:
                continue
            if own.kind in {"city", "district"} and outer.country in {own.country, None}:
                within.setdefault(own.id, index.curated_place(outer).id)
    return {
        chunk: replace(entity, within=within[entity.id])
        for chunk, entity in places.items()
        if entity.id in within
    }


def in_named_regions(places: Mapping[Chunk, Entity]) -> dict[Chunk, Entity]:
    """Return the towns that lie in a region which the article names, put into it."""
    named = {entity.id for entity in places.values() if entity.kind == "region"}
    found = {}
    for chunk, entity in places.items():
        region = province_of(entity.geonames) if entity.geonames else None
        if region is not None and region.id in named and entity.kind == "city":
            found[chunk] = replace(entity, within=region.id)
    return found


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
        if entity is not None and entity.kind == "city" and not _measured_from(chunk):
            towns.append(entity)
    return towns[-1] if towns else None


def _tells_of_a_town(row: Sequence[Chunk]) -> bool:
    """Whether the sentence tells of one that it does not name: `the city` is then none before."""
    tokens = row[0].sentence.tokens if row else ()
    return any(
        token.text.casefold() in {"a", "an"} and tokens[token.head].lemma.casefold() in _TOWNS
        for token in tokens
    )


def _measured_from(chunk: Chunk) -> bool:
    """Whether a town only tells how far off another lies: `Osby, a village 52 km from Lund`."""
    near = [t.text.casefold() for t in chunk.sentence.tokens[max(0, chunk.first - 5) : chunk.first]]
    return not _MEASURES.isdisjoint(near)


def _state(chunk: Chunk) -> str | None:
    if not chunk.senses:
        return None
    actor = chunk.senses[0].actor
    return actor if actor in states() else state_by_capital().get(chunk.senses[0].place or "")


def _meant(chunk: Chunk, town: Entity | None, state: str | None) -> Entity | None:
    """Return what `the capital` or `the city` is: the town last named, or the state's capital."""
    if chunk.head != "the capital" or (town is not None and town.id in state_by_capital()):
        return town
    owner = states().get(state or "")
    return starter().places.get(owner.capital or "") if owner else None


def _called(chunk: Chunk) -> frozenset[str]:
    """Return what a place is called besides its name: `island` of `the island of X`."""
    tokens = chunk.sentence.tokens
    of = chunk.first > 1 and tokens[chunk.first - 1].text == "of"
    return frozenset({fold(tokens[chunk.first - 2].text)} if of else ())


def _again(found: Sequence[Sequence[Chunk]], places: Mapping[Chunk, Entity]) -> dict[Chunk, Entity]:
    """Return the towns that other words of the article put somewhere, at all their mentions."""
    towns = {
        fold(chunk.text): entity
        for chunk, entity in places.items()
        if chunk.head is None and entity.kind == "city" and entity.geonames is None
    }
    return {
        chunk: towns[fold(chunk.text)]
        for row in found
        for chunk in row
        if chunk not in places and _is_open(chunk) and not chunk.head and fold(chunk.text) in towns
    }


def _namesakes_abroad(places: Mapping[Chunk, Entity]) -> dict[Chunk, Entity]:
    """Return bare names taken for another country's, told with their noun: `the island of X`."""
    told = {
        fold(chunk.name): entity
        for chunk, entity in places.items()
        if chunk.head in _TOLD_OF and entity.geonames is None and entity.country
    }
    bare = {c: told.get(fold(c.text)) for c in places if c.head is None}
    return {
        chunk: entity
        for chunk, entity in bare.items()
        if entity is not None and places[chunk].country != entity.country
    }


def _named_so(noun: str, seen: Sequence[tuple[Entity, frozenset[str]]]) -> Entity | None:
    """Return the last place before that has the noun in its name, or was called so."""
    found = (e for e, called in reversed(seen) if noun in {*fold(e.name).split(), *called})
    return next(found, None)


def _site(
    chunk: Chunk,
    town: Entity | None,
    state: str | None,
    around: Surroundings,
    beside: Entity | None,
) -> Entity | None:
    """Propose a place that no gazetteer has: it needs a head noun in a sentence of the story."""
    if chunk.head is None or chunk.head == "part" or chunk.head in MEANT:
        return None
    if (chunk.rank < HEADED and chunk.head != LOCATED_TOWN) or not tells_story(chunk.sentence):
        return None
    name = proper(chunk.text)
    container = _container(chunk, town, state, around, beside)
    in_town = chunk.head == "district" and container is not None and container.kind == "city"
    shown = f"{name}, {container.name}" if in_town and container else name
    return Entity(
        id=slug(name),
        name=shown,
        kind="city" if chunk.head == LOCATED_TOWN else chunk.head,
        aliases=(name,) if shown != name else (),
        country=container.country if container else None,
        within=container.id if container else None,
        lat=container.lat if container else None,
        lon=container.lon if container else None,
    )


def _container(
    chunk: Chunk,
    town: Entity | None,
    state: str | None,
    around: Surroundings,
    beside: Entity | None,
) -> Entity | None:
    """Return the place whose genitive stands before, the one attached, or the town in the name.

    The place last named holds a district or a village, but not an airport, a road or a river; a
    region or an island lies in its country, and so does a district where provinces have them.
    """
    if holder := starter().places.get(chunk.holder or "") or beside:
        return holder
    if chunk.head == "district" and town is not None:
        rural = town.country in lexicons.lines("lands_of_districts")
        return _land_of(town) if rural or town.name == chunk.name else town
    if chunk.head == LOCATED_TOWN and town is not None:
        return _land_of(town)
    parts = chunk.name.split()
    for end in range(len(parts), 0, -1):
        named = best_town(" ".join(parts[:end]), chunk, around)
        if named is not None and around.countries.get(named.country, 0) > 0:
            return town_entity(named)
    if chunk.head in _SITES:
        return None
    if chunk.head == "region" and town is not None:
        land = state_by_code().get(town.country or "")
        return starter().places.get(land.id) if land else None
    return town or (starter().places.get(state) if state else None)


def proper(text: str) -> str:
    """Return a name as a title: `Ikata nuclear plant` → `Ikata Nuclear Plant`.

    An owner's mark goes, one of the name stays: `Peru's Ojo Dam`, `St. John's Airport`.
    """
    owner, mark, rest = text.removeprefix("the ").replace("’", "'").partition("'s ")
    own = owner.split()[0] in {"St", "St."} or fold(owner).split()[-1] in words("en/naming_owners")
    parts = f"{owner}{mark if own else ' '}{rest}".split()
    return " ".join(w if w in _SMALL_WORDS else w[:1].upper() + w[1:] for w in parts)
