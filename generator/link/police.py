"""Police without a name of their own: those of a town, those of the article, those of its state.

`Utrecht police` are the town's. Bare `police` are the one force that the article names, or else the
national force of the state that it is about, where the registry knows one: in many states the
police are a town's or a province's, and nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.link.chunk import Chunk
from generator.link.curated import curated
from generator.link.grammar import tells_story
from generator.link.index import Index
from generator.link.institutions import institution
from generator.link.known import INSTITUTION, is_adjective
from generator.link.spelling import fold
from generator.link.world import State
from generator.model import Entity, NameKind, Sentence

_POLICE = "police"
_INNER = frozenset({"amod", "compound", "nmod"})
_OTHER = frozenset({"academy", "college", "commission", "federation", "museum", "station", "union"})
"""What makes another body of a name with `police`."""


def with_police(
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[Chunk]],
    about: State | None,
    index: Index,
) -> list[list[Chunk]]:
    """Add the police without a name."""
    added = [list(_police(sentence, row)) for sentence, row in zip(sentences, found, strict=True)]
    force = _force((c for row in (*found, *added) for c in row), about, index)
    own = [list(_owned(row, force)) for row in added]
    return [
        sorted([*row, *more], key=lambda chunk: chunk.first)
        for row, more in zip(found, own, strict=True)
    ]


def _police(sentence: Sentence, row: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield the police that a sentence tells of, not in quotes; bare ones have no name yet."""
    covered = {at for chunk in row for at in range(chunk.first, chunk.end)}
    towns = {c.end: c.text for c in row if c.kind is NameKind.PLACE and not is_adjective(c)}
    for at, token in enumerate(sentence.tokens if tells_story(sentence) else ()):
        told = token.text.casefold() == _POLICE and token.dep not in _INNER and at not in covered
        told = told and not any(quote.overlaps(token) for quote in sentence.quoted)
        if told and (at in towns or _alone(sentence, at)):
            yield Chunk(
                sentence=sentence,
                first=at,
                end=at + 1,
                kind=NameKind.ORGANISATION,
                rank=INSTITUTION,
                name=f"{towns[at]} Police" if at in towns else "",
            )


def _alone(sentence: Sentence, at: int) -> bool:
    """Whether no word but a day tells which police are meant: not `riot police`, `its police`."""
    own = _INNER | {"det", "poss"}
    before = [
        t for t in sentence.tokens[:at] if t.head == at and t.dep in own and "DATE" not in t.ner
    ]
    return all(token.text.casefold() == "the" for token in before)


def _force(chunks: Iterable[Chunk], about: State | None, index: Index) -> Chunk | Entity | None:
    """Return the one force that the article names, or else the national one of its state."""
    named = {_called(chunk): chunk for chunk in chunks if _is_force(chunk)}
    if named or about is None:
        return next(iter(named.values())) if len(named) == 1 else None
    own = curated(institution(_POLICE, about), index)
    return own if own.id in index.known.actors else None


def _owned(chunks: Iterable[Chunk], force: Chunk | Entity | None) -> Iterator[Chunk]:
    """Give bare police their force; without one they are nobody's."""
    for chunk in chunks:
        if chunk.name:
            yield chunk
        elif isinstance(force, Entity):
            yield replace(chunk, entity=force, name=force.name)
        elif force is not None:
            yield replace(chunk, senses=force.senses, entity=force.entity, name=force.name)


def _is_force(chunk: Chunk) -> bool:
    words = fold(chunk.name or chunk.text).split()
    body = chunk.kind is NameKind.ORGANISATION and bool(chunk.name or chunk.senses)
    return body and _POLICE in words and _OTHER.isdisjoint(words)


def _called(chunk: Chunk) -> str:
    """Return what mentions of one body share: the id of its page, or its name."""
    known = chunk.entity.id if chunk.entity else chunk.senses[0].actor if chunk.senses else None
    return known or fold(chunk.name)
