"""Forces named without their state: `the army`, `its troops`, as the armed forces of the state.

`Its` and `their` belong to the state that the sentence named before; `the army` to the one state
whose army the article names in full, or to the one that it is about. Within quotation marks they
are only spoken of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.link.chunk import Chunk
from generator.link.grammar import tells_story, words
from generator.link.institutions import institution, phrases
from generator.link.known import INSTITUTION
from generator.link.spelling import fold
from generator.link.world import State, state_by_code, states
from generator.model import NameKind, Sentence, Token

CLEARLY = 2.0
"""How many times as often as any other the state must be named that an article is about."""

_OWN = frozenset({"its", "their"})
_INNER = frozenset({"compound", "amod", "nmod"})


def with_forces(
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[Chunk]],
    countries: Mapping[str, float],
) -> list[list[Chunk]]:
    """Add the forces without their state; `countries` are the mentions by ISO code."""
    named = {chunk.entity.id for row in found for chunk in row if chunk.entity}
    about = _about(countries)
    pairs = zip(sentences, found, strict=True)
    return [_completed(sentence, row, named, about) for sentence, row in pairs]


def _about(countries: Mapping[str, float]) -> State | None:
    ranked = sorted(countries, key=lambda code: (-countries[code], code))
    if not ranked or ranked[0] not in state_by_code():
        return None
    rival = countries[ranked[1]] if len(ranked) > 1 else 0.0
    return state_by_code()[ranked[0]] if countries[ranked[0]] >= CLEARLY * rival else None


def _completed(
    sentence: Sentence, row: Sequence[Chunk], named: set[str], about: State | None
) -> list[Chunk]:
    if not tells_story(sentence):
        return list(row)
    covered = {at for chunk in row for at in range(chunk.first, chunk.end)}
    tokens, quoted = sentence.tokens, sentence.quoted
    added = []
    for at in range(1, len(tokens)):
        told = not covered & {at - 1, at} and not any(q.overlaps(tokens[at]) for q in quoted)
        if told and (end := _end(tokens, at)):
            before = tokens[at - 1].text.casefold()
            key = " ".join(fold(token.text) for token in tokens[at:end])
            state = _holder(row, at) if before in _OWN else _whose(key, named, about)
            if state is not None and (before in _OWN or before == "the"):
                added.append(_chunk(sentence, at, end, key, state))
    return sorted([*row, *added], key=lambda chunk: chunk.first)


def _end(tokens: Sequence[Token], at: int) -> int | None:
    """Return the end of the word for forces that begins there and is no part of a longer noun."""
    for end in (at + 2, at + 1):
        key = " ".join(fold(token.text) for token in tokens[at:end])
        if end <= len(tokens) and key in words("en/own_forces"):
            inner = tokens[end - 1].dep in _INNER and tokens[end - 1].head >= end
            return None if inner else end
    return None


def _holder(row: Sequence[Chunk], at: int) -> State | None:
    """Return the state that the sentence names last before."""
    before = [c for c in row if c.end <= at and c.senses and c.kind is NameKind.STATE]
    return states().get(before[-1].senses[0].actor or "") if before else None


def _whose(key: str, named: set[str], about: State | None) -> State | None:
    if key not in phrases():
        return None
    owners = [state for state in states().values() if institution(key, state).id in named]
    return owners[0] if len(owners) == 1 else None if owners else about


def _chunk(sentence: Sentence, at: int, end: int, key: str, state: State) -> Chunk:
    entity = institution(key if key in phrases() else "armed forces", state)
    return Chunk(
        sentence=sentence,
        first=at,
        end=end,
        kind=NameKind.ORGANISATION,
        rank=INSTITUTION,
        entity=entity,
        name=entity.name,
    )
