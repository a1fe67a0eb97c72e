"""Names that bodies of many states have: `Congress`, `Labour`, `the CBN`.

What the article itself calls `Peru's Congress` decides; then the states that it names. Where no
state is named, only a name that is its owner's everywhere means one: `Congress`, but not `Labour`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator import lexicons
from generator.link.chunk import Chunk
from generator.link.index import Sense
from generator.link.institutions import institution
from generator.link.organisations import LONG
from generator.link.spelling import fold, is_acronym
from generator.link.world import local_names, starter, state_by_code, states
from generator.model import Entity

CLEARLY = 2.0
"""How many times as often as the default owner another state must be named to be the owner; and
named so much oftener than its state, another state has a party of that name of its own."""


def is_shared(chunk: Chunk) -> bool:
    """Whether the chunk is such a name without its state."""
    sense = chunk.senses[0] if chunk.senses else None
    if sense is None or sense.curated or _owner_of(sense) is None:
        return False
    return fold(chunk.text) in shared_bodies() or chunk.text in local_names()


def fitted(found: Sequence[Sequence[Chunk]], countries: Mapping[str, float]) -> list[list[Chunk]]:
    """Give each shared name the owner that fits, and leave out those that have none.

    `countries` are the mentions by ISO code without those of the shared names.
    """
    named = {chunk.entity.id: chunk.entity for row in found for chunk in row if chunk.entity}
    explained = {c.text for row in found for c in row if is_shared(c) and _is_bracketed(c)}
    rows = ((_fitted(c, named, countries) for c in row if c.text not in explained) for row in found)
    return [[chunk for chunk in row if chunk is not None] for row in rows]


def _is_bracketed(chunk: Chunk) -> bool:
    """Whether the article says whose short form the letters are: `the Relief Corps (RCN)`."""
    tokens = chunk.sentence.tokens
    inside = chunk.first > 0 and chunk.end < len(tokens)
    return inside and (tokens[chunk.first - 1].text, tokens[chunk.end].text) == ("(", ")")


def _fitted(
    chunk: Chunk, named: Mapping[str, Entity], countries: Mapping[str, float]
) -> Chunk | None:
    if not is_shared(chunk):
        return chunk
    key = fold(chunk.text)
    known = {_owner_of(sense): sense for sense in reversed(chunk.senses)}
    options = {
        state: institution(key, states()[state])
        for state in shared_bodies().get(key, ())
        if state in states()
    }
    said = [state for state, body in options.items() if body.id in named]
    local = local_names().get(chunk.text, ())
    default = next((_owner_of(s) for s in chunk.senses if s.actor not in local), None)
    owner = said[0] if len(said) == 1 else _owner(default, {*options, *known}, countries)
    if owner in known:
        return replace(chunk, senses=(known[owner],))
    if owner is not None:
        return replace(chunk, senses=(), entity=options[owner], name=options[owner].name)
    if default is None and (" " in key or is_acronym(chunk.text)):
        return replace(chunk, senses=(), rank=LONG, name=chunk.text)
    return None


def _owner(
    default: str | None, options: Iterable[str | None], countries: Mapping[str, float]
) -> str | None:
    """Return the state whose body is meant; the default one where no state is named at all."""
    weights = {
        state_by_code()[code].id: weight
        for code, weight in countries.items()
        if code in state_by_code()
    }
    own = weights.get(default or "", 0.0)
    rivals = sorted(state for state in options if state and state != default and state in weights)
    rival = max(rivals, key=lambda state: weights[state], default=None)
    if default is None and rival is not None and max(weights.values()) > CLEARLY * weights[rival]:
        return None
    if rival is not None and weights[rival] > CLEARLY * own:
        return rival
    fits = not weights or (own > 0 and (rival is None or own >= weights[rival]))
    return default if fits else None


def _owner_of(sense: Sense) -> str | None:
    body = starter().actors.get(sense.actor or "")
    return body.affiliation if body else None


@cache
def shared_bodies() -> dict[str, tuple[str, ...]]:
    """Return the names of shared bodies with the ids of the states that have one."""
    return {row[0]: tuple(row[1].split("|")) for row in lexicons.table("en/shared_bodies")}
