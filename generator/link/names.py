"""What each chunk of an article stands for: an id of the registry, or a page to propose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.link.bodies import Bodies, bodies, in_full
from generator.link.chunk import Chunk, without_overlaps
from generator.link.curated import body_seated, curated
from generator.link.index import Index, Sense
from generator.link.namesakes import province_or_state
from generator.link.people import Cast, cast
from generator.link.places import TAGGED
from generator.link.resolve import Surroundings
from generator.link.world import state_by_capital
from generator.model import Entity, NameKind, Sentence

_TOLD_OF = frozenset({"city", "district", "region"})
"""Heads of names that `of` ties to their noun: `the island of X`."""

Told = tuple[str | None, str | None, Entity | None]
"""Actor id, place id, proposed page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The article's names, each told once for all its mentions."""

    cast: Cast
    bodies: Bodies
    places: Mapping[Chunk, Entity]
    index: Index
    around: Surroundings
    seen: Counter[str]
    """Mentions by id of what was named without doubt."""
    states: frozenset[str]
    """Ids of the states that are named, be it by demonym, and not by their capital alone."""

    def told(self, chunk: Chunk) -> Told | None:
        """Return what the chunk stands for, or None where it names nothing."""
        if chunk in self.places:
            entity = self.places[chunk]
            actor = chunk.senses[0].actor if chunk.senses and chunk.head == "part" else None
            return actor, entity.id, self._new(entity)
        if chunk.entity is not None:
            return self._known_or_new(curated(chunk.entity, self.index))
        if (short := self.bodies.short.get(chunk.text)) is not None:
            return self._known_or_new(short)
        if chunk.senses:
            return self._known(chunk)
        if chunk.kind is NameKind.PERSON:
            return self._founded(chunk) or self.cast.told(chunk)
        if chunk.kind is NameKind.ORGANISATION:
            organisation = self.bodies.named(chunk.name)
            return self._known_or_new(organisation) if organisation else None
        return None

    def _founded(self, chunk: Chunk) -> Told | None:
        """Tell a firm by a name that somebody told of later bears too: `Ford Motors`, `Ford`."""
        person = self.cast.told(chunk)
        since = self.cast.since.get(person[0] or "", 0) if person else 0
        if chunk.role or " " in chunk.name or since <= chunk.sentence.index:
            return None
        firm = in_full(chunk.name, self.bodies.by_name.values())
        return self._known_or_new(firm) if firm else None

    def completed(self, sentence: Sentence, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Add the later mentions, by surname, short form or bare name, that were passed over."""
        missed = [
            *self.cast.missed(sentence, chunks),
            *self.bodies.missed(sentence, chunks),
            *self._bare(sentence, chunks),
        ]
        return without_overlaps([*chunks, *missed])

    def _bare(self, sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
        """Yield places named without the noun that told of them: `X` after `the island of X`."""
        known = [chunk for chunk in chunks if self.told(chunk) is not None]
        covered = {at for chunk in known for at in range(chunk.first, chunk.end)}
        told = {
            chunk.text: entity
            for chunk, entity in self.places.items()
            if chunk.head in _TOLD_OF and chunk.end - chunk.first == 1
        }
        for at, token in enumerate(sentence.tokens):
            if at not in covered and token.pos == "PROPN" and token.text in told:
                yield Chunk(
                    sentence=sentence,
                    first=at,
                    end=at + 1,
                    kind=NameKind.PLACE,
                    rank=TAGGED,
                    entity=told[token.text],
                )

    def _known(self, chunk: Chunk) -> Told | None:
        sense = self._chosen(chunk)
        if sense is None:
            return None
        actor, place = sense.actor, sense.place
        if place in state_by_capital() and sense.kind in {NameKind.STATE, NameKind.PLACE}:
            body = body_seated(place, self.states)
            actor = body or actor or state_by_capital()[place]
        return actor, place, None

    def _chosen(self, chunk: Chunk) -> Sense | None:
        """Choose among several owners of one name the one that the article names elsewhere.

        Two pages of the curator that share a name are left unlinked where nothing decides.
        """
        senses = [sense for sense in chunk.senses if sense.curated] or list(chunk.senses)
        if len({_owner(sense) for sense in senses}) > 1:
            named = {_owner(sense) for sense in senses if self.seen[_owner(sense)] > 0}
            if len(named) == 1:
                senses = [sense for sense in senses if _owner(sense) in named]
            elif any(sense.curated for sense in senses) and not _state_and_town(senses):
                return None
            else:
                senses = self._by_country(senses)
        placed = [sense.place for sense in senses if sense.place]
        if placed and senses[0].actor and not senses[0].place:
            return replace(senses[0], place=placed[0])
        return senses[0]

    def _by_country(self, senses: list[Sense]) -> list[Sense]:
        """Tell a state from a region of another that the article names: `Georgia`."""
        if (around := province_or_state(senses, self.places, self.around)) is not None:
            return [around]
        pages = self.index.registry.places
        named = self.around.countries
        for sense in senses:
            page = pages.get(sense.place or "")
            if page and page.kind == "region" and named.get(page.country or "", 0) > 0:
                return [sense]
        return senses

    def _known_or_new(self, entity: Entity) -> Told:
        actor, place = (None, entity.id) if entity.is_place else (entity.id, None)
        return actor, place, self._new(entity)

    def _new(self, entity: Entity) -> Entity | None:
        known = self.index.registry
        pages = known.places if entity.is_place else known.actors
        return None if entity.id in pages else entity


def _owner(sense: Sense) -> str:
    return sense.actor or sense.place or ""


def _owners(chunk: Chunk) -> frozenset[str]:
    """Return whom the chunk may name; a capital speaks for its state."""
    if chunk.entity is not None:
        return frozenset({chunk.entity.id})
    owners = {_owner(sense) for sense in chunk.senses}
    return frozenset(state_by_capital().get(owner, owner) for owner in owners)


def _state_and_town(senses: Sequence[Sense]) -> bool:
    """Whether one name is an actor and a place: no doubt, both ids are kept."""
    return len({sense.actor for sense in senses if sense.actor}) == 1 and len(
        {sense.place for sense in senses if sense.place}
    ) <= 1  # fmt: skip


def naming(
    found: Sequence[Sequence[Chunk]],
    index: Index,
    around: Surroundings,
    places: Mapping[Chunk, Entity],
) -> Names:
    """Tell all names of the article."""
    sure = [_owners(chunk) for row in found for chunk in row]
    return Names(
        cast=cast(found, index),
        bodies=bodies(found, index),
        places=places,
        index=index,
        around=around,
        seen=Counter(next(iter(owners)) for owners in sure if len(owners) == 1),
        states=frozenset(
            sense.actor
            for row in found
            for chunk in row
            for sense in chunk.senses
            if sense.actor and sense.place not in state_by_capital()
        ),
    )
