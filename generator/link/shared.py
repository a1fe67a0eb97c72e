"""Bodies that many states have: `Congress` is the default owner's only where the article fits.

What the article itself calls `Peru's Congress` decides; then the states that it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator import lexicons
from generator.link.chunk import Chunk
from generator.link.institutions import institution
from generator.link.spelling import fold
from generator.link.world import starter, state_by_code, states
from generator.model import Entity

CLEARLY = 2.0
"""How many times as often as the default owner another state must be named to be the owner."""


def is_shared(chunk: Chunk) -> bool:
    """Whether the chunk is such a body without its state, linked to the default owner."""
    sense = chunk.senses[0] if chunk.senses else None
    return (
        sense is not None
        and not sense.curated
        and _default(chunk) is not None
        and fold(chunk.text) in shared_bodies()
    )


def fitted(found: Sequence[Sequence[Chunk]], countries: Mapping[str, float]) -> list[list[Chunk]]:
    """Give each shared body the owner that fits, and leave out those that have none.

    `countries` are the mentions by ISO code without those of the shared bodies.
    """
    named = {chunk.entity.id: chunk.entity for row in found for chunk in row if chunk.entity}
    rows = ((_fitted(chunk, named, countries) for chunk in row) for row in found)
    return [[chunk for chunk in row if chunk is not None] for row in rows]


def _fitted(
    chunk: Chunk, named: Mapping[str, Entity], countries: Mapping[str, float]
) -> Chunk | None:
    default = _default(chunk)
    if default is None or not is_shared(chunk):
        return chunk
    key = fold(chunk.text)
    options = {
        state: institution(key, states()[state])
        for state in shared_bodies()[key]
        if state in states()
    }
    said = [state for state, body in options.items() if body.id in named]
    owner = said[0] if len(said) == 1 else _owner(default, options, countries)
    if owner is None:
        return None
    if owner == default:
        return chunk
    return replace(chunk, senses=(), entity=options[owner], name=options[owner].name)


def _owner(default: str, options: Iterable[str], countries: Mapping[str, float]) -> str | None:
    """Return the state whose body is meant; the default one where no state is named at all."""
    weights = {
        state_by_code()[code].id: weight
        for code, weight in countries.items()
        if code in state_by_code()
    }
    own = weights.get(default, 0.0)
    rivals = sorted(state for state in options if state != default and state in weights)
    rival = max(rivals, key=lambda state: weights[state], default=None)
    if rival is not None and weights[rival] > CLEARLY * own:
        return rival
    fits = not weights or (own > 0 and (rival is None or own >= weights[rival]))
    return default if fits else None


def _default(chunk: Chunk) -> str | None:
    body = starter().actors.get(chunk.senses[0].actor or "") if chunk.senses else None
    return body.affiliation if body else None


@cache
def shared_bodies() -> dict[str, tuple[str, ...]]:
    """Return the names of shared bodies with the ids of the states that have one."""
    return {row[0]: tuple(row[1].split("|")) for row in lexicons.table("en/shared_bodies")}
