"""What each chunk of an article stands for: an id of the registry, or a page to propose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.link.chunk import Chunk, without_overlaps
from generator.link.grammar import words
from generator.link.index import Index, Sense
from generator.link.organisations import acronym_after
from generator.link.people import Cast, cast
from generator.link.persons import tells_story
from generator.link.places import HEADED
from generator.link.resolve import Surroundings, best_town, resolve, town_entity
from generator.link.spelling import fold, is_acronym, slug
from generator.link.world import starter, state_by_capital
from generator.model import Entity, NameKind

Told = tuple[str | None, str | None, Entity | None]
"""Actor id, place id, proposed page."""

MENTIONS_OF_ONE_WORD = 2
"""A single tagged word is taken for an organisation when the article repeats it: one tag in
five on single words of the sample was wrong, and none on words tagged twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The article's names, each told once for all its mentions."""

    cast: Cast
    places: dict[Chunk, Entity]
    organisations: dict[str, Entity]
    """By folded name and by acronym."""
    index: Index
    seen: Counter[str] = field(default_factory=Counter)

    def told(self, chunk: Chunk) -> Told | None:
        """Return what the chunk stands for, or None where it names nothing."""
        if chunk in self.places:
            entity = self.places[chunk]
            actor = chunk.senses[0].actor if chunk.senses and chunk.head == "part" else None
            return actor, entity.id, self._new(entity)
        if chunk.entity is not None:
            return chunk.entity.id, None, self._new(chunk.entity)
        if chunk.senses:
            return self._known(chunk)
        if chunk.kind is NameKind.PERSON:
            return self.cast.told(chunk)
        if chunk.kind is NameKind.ORGANISATION:
            organisation = self.organisations.get(fold(chunk.name))
            return (organisation.id, None, self._new(organisation)) if organisation else None
        return None

    def completed(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Add the later mentions, by surname or acronym, that the recogniser passed over."""
        if not chunks:
            return list(chunks)
        sentence = chunks[0].sentence
        return without_overlaps([*chunks, *self.cast.missed(sentence, chunks)])

    def _known(self, chunk: Chunk) -> Told | None:
        sense = self._chosen(chunk)
        if sense is None:
            return None
        actor, place = sense.actor, sense.place
        if place in state_by_capital() and actor is None:
            actor = state_by_capital()[place]
        return actor, place, None

    def _chosen(self, chunk: Chunk) -> Sense | None:
        """Choose among several owners of one name the one that the article names elsewhere."""
        curated = [sense for sense in chunk.senses if sense.curated] or list(chunk.senses)
        owners = {(sense.actor or sense.place) for sense in curated}
        if len(owners) == 1:
            joined = [sense for sense in chunk.senses if sense.actor]
            placed = [sense for sense in chunk.senses if sense.place]
            if joined and placed and not joined[0].place and chunk.kind is not NameKind.PLACE:
                return replace(joined[0], place=placed[0].place)
            return curated[0]
        named = [s for s in curated if self.seen[s.actor or s.place or ""] > 0]
        if len({s.actor or s.place for s in named}) == 1:
            return named[0]
        return None if any(sense.curated for sense in curated) else curated[0]

    def _new(self, entity: Entity) -> Entity | None:
        known = self.index.known
        pages = known.places if entity.is_place else known.actors
        return None if entity.id in pages else entity


def naming(found: Sequence[Sequence[Chunk]], index: Index, around: Surroundings) -> Names:
    """Tell all names of the article."""
    chunks = [chunk for row in found for chunk in row]
    owners = Counter(
        owner
        for chunk in chunks
        if len({s.actor or s.place for s in chunk.senses}) == 1
        for owner in {s.actor or s.place or "" for s in chunk.senses}
    )
    located = [c for c in chunks if c.kind is NameKind.PLACE and (not c.senses or c.head == "part")]
    places = resolve(located, around)
    places |= {c: e for c in located if c not in places and (e := _site(c, around))}
    return Names(
        cast=cast(found, index),
        places={chunk: index.curated_place(entity) for chunk, entity in places.items()},
        organisations=_organisations(chunks),
        index=index,
        seen=owners,
    )


def _site(chunk: Chunk, around: Surroundings) -> Entity | None:
    """Propose a place that no gazetteer has: it needs a head noun in a sentence of the story."""
    if chunk.head in {None, "part"} or chunk.rank < HEADED or not tells_story(chunk.sentence):
        return None
    name = _proper(chunk.text)
    town = best_town(chunk.name, chunk, around)
    container = town_entity(town) if town else _container(chunk)
    if chunk.head == "district" and container is not None:
        shown = f"{name}, {container.name}"
    else:
        shown = name
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


def _container(chunk: Chunk) -> Entity | None:
    """Return the town or state whose genitive stands before, or the last town named."""
    return starter().places.get(chunk.holder or "")


def _proper(text: str) -> str:
    small = {"of", "and", "the", "de", "del"}
    words_ = text.removeprefix("the ").split()
    return " ".join(w if w in small else w[:1].upper() + w[1:] for w in words_)


def _organisations(chunks: Iterable[Chunk]) -> dict[str, Entity]:
    rows = [c for c in chunks if c.kind is NameKind.ORGANISATION and not c.senses and not c.entity]
    counts = Counter(fold(chunk.name) for chunk in rows)
    found: dict[str, Entity] = {}
    for chunk in sorted(rows, key=lambda c: (-len(c.name), c.sentence.index, c.first)):
        key = fold(chunk.name)
        if key in found or not tells_story(chunk.sentence):
            continue
        short = acronym_after(chunk)
        if not short and not _is_sure(chunk, counts[key]):
            continue
        entity = Entity(
            id=slug(chunk.name),
            name=chunk.name,
            kind=NameKind.ORGANISATION.value,
            aliases=(short[0],) if short else (),
            affiliation=None,
        )
        found[key] = entity
        if short:
            found[fold(short[0])] = entity
    return found


def _is_sure(chunk: Chunk, count: int) -> bool:
    if fold(chunk.name) in words("en/name_stoplist"):
        return False
    several = len(chunk.name.split()) > 1
    return (
        several or count >= MENTIONS_OF_ONE_WORD or (is_acronym(chunk.name) and len(chunk.name) > 2)
    )
