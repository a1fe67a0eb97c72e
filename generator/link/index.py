"""Names of the registry and of the world, looked up word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from generator import lexicons
from generator.link.pages import homonyms
from generator.link.spelling import fold, is_acronym, sound
from generator.link.world import seats, starter, states
from generator.model import Entity, NameKind, Registry, Token


class Use(Enum):
    """In which way a spelling names something."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    SEAT = "seat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What one spelling may stand for."""

    spelling: str
    use: Use
    actor: str | None = None
    place: str | None = None
    kind: NameKind
    curated: bool = False
    """Whether a page under `content/` says so; it wins over the package's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A stretch of a sentence's tokens that spells a name of the index."""

    first: int
    end: int
    senses: tuple[Sense, ...]


class Index:
    """All spellings by their folded form."""

    def __init__(self, registry: Registry) -> None:
        self.known = registry
        self.registry = _joined(registry)
        self._people = _people(registry)
        self._by_geonames = {
            place.geonames: place.id for place in registry.places.values() if place.geonames
        }
        self._layers = (_by_key(_registry_senses(registry)), _world())

    def senses(self, key: str) -> tuple[Sense, ...]:
        """Return what the folded name stands for, the curated senses first."""
        own, world = (layer.get(key, ()) for layer in self._layers)
        ids = {(s.actor, s.place) for s in own}
        return own + tuple(
            s for s in world if (s.actor, s.place) not in ids or s.use is not Use.NAME
        )

    def person(self, heard: str) -> str | None:
        """Return the one person of the registry whose full name sounds so."""
        return _only(self._people.get(heard, ()))

    def surname(self, heard: str) -> str | None:
        """Return the one person of the registry whose surname sounds so."""
        return _only(self._people.get(f"… {heard}", ()))

    def curated_place(self, entity: Entity) -> Entity:
        """Return the registry's own page of a place that the gazetteer found."""
        same = self._by_geonames.get(entity.geonames) if entity.geonames else None
        return self.known.places.get(same or entity.id, entity)

    def matches(self, tokens: tuple[Token, ...]) -> Iterator[Match]:
        """Yield the longest names from left to right; none overlaps another."""
        keys = [fold(token.text) for token in tokens]
        at = 0
        while at < len(tokens):
            match = self._longest(tokens, keys, at) if keys[at] else None
            if match:
                yield match
            at = match.end if match else at + 1

    def _longest(self, tokens: tuple[Token, ...], keys: list[str], at: int) -> Match | None:
        found, key = None, ""
        for end in range(at, min(len(tokens), at + LONGEST)):
            key = f"{key} {keys[end]}".strip()
            if not keys[end] or not (senses := self.senses(key)):
                continue
            senses = tuple(sense for sense in senses if _spelled(sense, tokens, at, end + 1))
            if senses := _as_marked(senses, tokens[end].text):
                found = Match(first=at, end=end + 1, senses=senses)
        return found


LONGEST = 14
"""Tokens of the longest name looked for; the longest of the lexicon has 13."""


def _as_marked(senses: tuple[Sense, ...], last: str) -> tuple[Sense, ...]:
    """Keep the names that end in a plus where the text does, and the others where not: `OPEC+`."""
    marked = last.endswith("+")
    return tuple(s for s in senses if s.spelling.endswith("+") == marked) or senses


def _spelled(sense: Sense, tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Whether the text is written as names are: `who` is not the WHO."""
    text = tokens[first].text
    if is_acronym(sense.spelling):
        if len(sense.spelling) == 1:
            before = tokens[first - 1].lemma.casefold() if first else ""
            return text == sense.spelling and before in _platform_words()
        return is_acronym(text)
    if not text[0].isupper():
        return sense.spelling[0].islower() and text[0] == sense.spelling[0]
    return not text.isupper() or len(text) > 3 or fold(text) != fold(sense.spelling)


class _Same:
    """A registry compared by identity: it holds dictionaries and has no hash of its own."""

    __slots__ = ("registry",)

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def __hash__(self) -> int:
        return id(self.registry)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.registry is self.registry


@lru_cache(maxsize=2)
def _indexed(same: _Same) -> Index:
    return Index(same.registry)


def index_of(registry: Registry) -> Index:
    """Return the index of a registry; the same registry is indexed once."""
    return _indexed(_Same(registry))


def _people(registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """Return the persons by the sound of their names, and of their surnames after an ellipsis."""
    found: dict[str, set[str]] = {}
    for actor in registry.actors.values():
        if actor.kind != NameKind.PERSON:
            continue
        for name in (actor.name, *actor.aliases):
            heard = sound(name)
            found.setdefault(heard, set()).add(actor.id)
            if " " in heard:
                found.setdefault("… " + heard.rsplit(" ", 1)[1], set()).add(actor.id)
    return {key: tuple(sorted(ids)) for key, ids in found.items()}


def _only(ids: tuple[str, ...]) -> str | None:
    return ids[0] if len(ids) == 1 else None


def _joined(registry: Registry) -> Registry:
    world = starter()
    homes = {place.id: place for place in homonyms()}
    return Registry(
        actors=world.actors | registry.actors, places=homes | world.places | registry.places
    )


def _by_key(senses: Iterable[Sense]) -> Mapping[str, tuple[Sense, ...]]:
    found: dict[str, dict[Sense, None]] = {}
    for sense in senses:
        found.setdefault(fold(sense.spelling), {})[sense] = None
    return {key: tuple(items) for key, items in found.items()}


@cache
def _platform_words() -> frozenset[str]:
    return frozenset(lexicons.lines("en/platform_words"))


@cache
def _world() -> Mapping[str, tuple[Sense, ...]]:
    return _by_key(
        [*_entity_senses(starter(), curated=False), *_demonyms(), *_seats(), *_homonyms()]
    )


def _registry_senses(registry: Registry) -> Iterator[Sense]:
    world = starter()
    own = Registry(
        actors={k: v for k, v in registry.actors.items() if world.actors.get(k) != v},
        places={k: v for k, v in registry.places.items() if world.places.get(k) != v},
    )
    return _entity_senses(own, curated=True)


def _entity_senses(registry: Registry, *, curated: bool) -> Iterator[Sense]:
    for actor in registry.actors.values():
        for spelling in _spellings(actor):
            kind = NameKind(actor.kind)
            place = actor.id if kind is NameKind.STATE else None
            yield Sense(
                spelling=spelling, use=Use.NAME, actor=actor.id, place=place, kind=kind,
                curated=curated,
            )  # fmt: skip
    for place_entity in registry.places.values():
        if not curated and _is_told_otherwise(place_entity):
            continue
        for spelling in _spellings(place_entity):
            yield Sense(
                spelling=spelling, use=Use.NAME, place=place_entity.id, kind=NameKind.PLACE,
                curated=curated,
            )  # fmt: skip


def _is_told_otherwise(place: Entity) -> bool:
    """Whether a sense of a state or a seat of government already carries the place."""
    return place.id in starter().actors or any(
        seat.place.id == place.id and seat.state for seat in seats()
    )


def _homonyms() -> Iterator[Sense]:
    """Yield regions that have the name of a state elsewhere: `Georgia`."""
    for place in homonyms():
        yield Sense(
            spelling=place.name, use=Use.NAME, place=place.id, kind=NameKind.PLACE
        )  # fmt: skip


def _spellings(entity: Entity) -> Iterator[str]:
    for name in dict.fromkeys((entity.name, *entity.aliases)):
        if fold(name):
            yield name
    if entity.is_place and ", " in entity.name:
        yield entity.name.split(", ")[0]


def _demonyms() -> Iterator[Sense]:
    for state in states().values():
        for word in state.adjectives:
            if not is_acronym(word):
                yield Sense(spelling=word, use=Use.ADJECTIVE, actor=state.id, kind=NameKind.STATE)
        for word in state.people:
            yield Sense(spelling=word, use=Use.PEOPLE, actor=state.id, kind=NameKind.GROUP)


def _seats() -> Iterator[Sense]:
    for seat in seats():
        if seat.state:
            yield Sense(
                spelling=seat.name, use=Use.SEAT, actor=seat.state, place=seat.place.id,
                kind=NameKind.STATE,
            )  # fmt: skip
