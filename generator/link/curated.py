"""Curated pages for what a pattern would propose: `the Chadian army` is `Chadian Armed Forces`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator import lexicons
from generator.link.index import Index
from generator.link.institutions import institution, phrases
from generator.link.spelling import fold
from generator.link.world import State, state_by_capital, states
from generator.model import Entity, NameKind


def curated(entity: Entity, index: Index) -> Entity:
    """Return the curator's own page for a place or an institution of a state, or the entity."""
    if entity.is_place:
        return index.curated_place(entity)
    own = _institutions(index).get(entity.id)
    return index.known.actors[own] if own else entity


@lru_cache(maxsize=2)
def _institutions(index: Index) -> Mapping[str, str]:
    """Return the ids that patterns give to institutions, with the curated ids that win."""
    found: dict[str, set[str]] = {}
    for actor in index.known.actors.values():
        state = states().get(actor.affiliation or "")
        if state is None or actor.kind != NameKind.ORGANISATION:
            continue
        for phrase in _phrases_of(actor, state):
            found.setdefault(institution(phrase, state).id, set()).add(actor.id)
    return {
        key: next(iter(ids))
        for key, ids in found.items()
        if len(ids) == 1 and key not in index.known.actors
    }


def _phrases_of(actor: Entity, state: State) -> Iterator[str]:
    """Yield the phrases of the lexicon that a page's names hold beside the state's name."""
    owners = [fold(word) for word in (state.name, *state.adjectives)]
    for name in (actor.name, *actor.aliases):
        key = fold(name)
        for owner in owners:
            for rest in (
                key.removeprefix(f"{owner} s ").removeprefix(f"{owner} "),
                key.removesuffix(f" of the {owner}").removesuffix(f" of {owner}"),
                key.removesuffix(f" {owner}"),
            ):
                if rest != key and rest in phrases():
                    yield rest


def body_seated(place: str | None, named: frozenset[str]) -> str | None:
    """Return the body of states that a capital speaks for: Brussels is the Union's voice.

    Not so in an article that names the capital's own state.
    """
    bodies = {row[0]: row[1] for row in lexicons.table("seated_bodies")}
    if place not in bodies or state_by_capital().get(place) in named:
        return None
    return bodies[place]
