"""Forces named without their state: `the army`, `its troops`, as the armed forces of the state.

`Its` and `their` belong to the state that the sentence named before; `the army` to the one state
whose army the article names in full, or to the one that it is about. Within quotation marks they
are only spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from generator.link.chunk import Chunk
from generator.link.grammar import tells_story, words
from generator.link.index import Sense, Use
from generator.link.institutions import institution, phrases
from generator.link.known import INSTITUTION
from generator.link.organisations import SUFFIXED
from generator.link.resolve import Surroundings
from generator.link.spelling import fold
from generator.link.world import State, state_by_capital, state_by_code, states
from generator.model import Entity, NameKind, Sentence, Token

CLEARLY = 2.0
"""How many times as often as any other the state must be named that an article is about."""

_OWN = frozenset({"its", "their"})
_INNER = frozenset({"compound", "amod", "nmod"})
_COMMAND = frozenset({"chief", "commander", "general", "spokesman", "spokeswoman"})
"""Offices within a force; an army secretary is a minister."""
_UNTELLING = frozenset({"air", "armed", "army", "central", "federal", "general", "national"})
"""First words of institutions that do not tell their field."""
_SEATED = frozenset({"house", "parliament", "senate"})
"""Bodies by whose name their house goes too."""
_ACTING = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "conj"})


def with_forces(
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[Chunk]],
    about: State | None,
) -> list[list[Chunk]]:
    """Add the forces without their state."""
    named = dict.fromkeys(chunk.entity.id for row in found for chunk in row if chunk.entity)
    bodies = [c.name for row in found for c in row if c.rank == SUFFIXED and not c.entity]
    completed = []
    before: list[str] = []
    for sentence, row in zip(sentences, found, strict=True):
        before += [chunk.entity.id for chunk in row if chunk.entity]
        completed.append(_completed(sentence, row, before or list(named), about, bodies))
    return completed


def state_told_of(around: Surroundings, places: Iterable[Entity]) -> State | None:
    """Return the state named clearly most with its towns, or else first and alone.

    Capitals do not count, for they speak for their states.
    """
    counted = {code: w for code, w in around.countries.items() if code in state_by_code()}
    for town in places:
        if town.geonames and town.id not in state_by_capital() and town.country in state_by_code():
            counted[town.country] = counted.get(town.country, 0.0) + 1.0
    for place, weight in around.by_capital.items():
        state = states().get(state_by_capital().get(place, ""))
        if state is not None and state.code in counted:
            counted[state.code] -= weight
    ranked = sorted(counted, key=lambda code: -counted[code])
    if not ranked:
        return None
    if all(counted[ranked[0]] >= CLEARLY * counted[code] for code in ranked[1:2]):
        return state_by_code()[ranked[0]]
    first = sorted(around.by_sentence[min(around.by_sentence)]) if around.by_sentence else []
    return state_by_code().get(first[0]) if len(first) == 1 else None


def _completed(
    sentence: Sentence,
    row: Sequence[Chunk],
    named: Sequence[str],
    about: State | None,
    bodies: Sequence[str],
) -> list[Chunk]:
    if not tells_story(sentence):
        return list(row)
    covered = {at for chunk in row for at in range(chunk.first, chunk.end)}
    tokens, quoted = sentence.tokens, sentence.quoted
    added = []
    for at in range(len(tokens)):
        told = not covered & {at - 1, at} and not any(q.overlaps(tokens[at]) for q in quoted)
        told = told and not _is_house(tokens, at)
        if told and (end := _end(tokens, at)):
            before = tokens[at - 1].text.casefold() if at else ""
            key = " ".join(fold(token.text) for token in tokens[at:end])
            state = _holder(row, at) if before in _OWN else _whose(key, named, about)
            alone = before in _OWN | {"the"} or _arms(tokens, at, end) or _is_title(tokens, at, end)
            if state is not None and alone:
                added.append(_chunk(sentence, at, end, key, state, _in_full(key, bodies)))
        if told and about is not None and _governs(tokens, at):
            added.append(_government(sentence, at, about))
    return sorted([*row, *added], key=lambda chunk: chunk.first)


def _end(tokens: Sequence[Token], at: int) -> int | None:
    """Return the end of the word for forces that begins there and is no part of a longer noun."""
    for end in (at + 3, at + 2, at + 1):
        key = " ".join(fold(token.text) for token in tokens[at:end])
        if end <= len(tokens) and key in words("en/own_forces"):
            if end < len(tokens) and tokens[end].text == "of":
                return None
            inner = tokens[end - 1].dep in _INNER and tokens[end - 1].head >= end
            return None if inner and not _arms(tokens, at, end) else end
    return None


def _arms(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the arms or the named chief of a force follow: `an army drone`, `Army chief X`."""
    if at and (tokens[at - 1].tag in {"PRP$", "WP$", "POS"} or tokens[at - 1].pos == "PROPN"):
        return False
    if tokens[end - 1].dep not in _INNER or end >= len(tokens):
        return False
    if tokens[end].lemma in words("en/force_nouns"):
        return tokens[end - 1].head == end
    named = end + 1 < len(tokens) and tokens[end + 1].pos == "PROPN"
    return tokens[end].lemma in _COMMAND and (named or tokens[end].dep == "appos")


def _is_house(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of place stands before the article: `outside the parliament`."""
    before = at - (2 if at and tokens[at - 1].text.casefold() == "the" else 1)
    there = before >= 0 and tokens[before].text.casefold() in words("en/locative_prepositions")
    return there and tokens[at].lemma in _SEATED and tokens[before].text.casefold() != "from"


def _is_title(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether an institution goes by its bare name: `told Parliament`."""
    own = all(token.text.istitle() for token in tokens[at:end]) and tokens[end - 1].dep in _ACTING
    return own and at > 0 and not tokens[at - 1].text[0].isupper()


def _governs(tokens: Sequence[Token], at: int) -> bool:
    """Whether `the government` acts: not `the government of X`, not `the government's plan`."""
    definite = (
        at > 0 and tokens[at].text == "government" and tokens[at - 1].text.casefold() == "the"
    )
    last = at + 1 == len(tokens) or tokens[at + 1].text not in {"of", "in"}
    return definite and last and tokens[at].dep in _ACTING


def _government(sentence: Sentence, at: int, state: State) -> Chunk:
    sense = Sense(spelling="government", use=Use.SEAT, actor=state.id, kind=NameKind.STATE)
    return Chunk(
        sentence=sentence,
        first=at,
        end=at + 1,
        kind=NameKind.STATE,
        rank=INSTITUTION,
        senses=(sense,),
    )


def _holder(row: Sequence[Chunk], at: int) -> State | None:
    """Return the state that the sentence names last before."""
    before = [c for c in row if c.end <= at and c.senses and c.kind is NameKind.STATE]
    return states().get(before[-1].senses[0].actor or "") if before else None


@cache
def _owners(key: str) -> dict[str, State]:
    """Return the states by the ids of their forces of one kind."""
    return {institution(key, state).id: state for state in states().values()}


def _whose(key: str, named: Sequence[str], about: State | None) -> State | None:
    """Return the state whose force was named last, or the one that the article is about."""
    if key not in phrases():
        return None
    told = [_owners(key)[body] for body in named if body in _owners(key)]
    return told[-1] if told else about


def _in_full(key: str, bodies: Sequence[str]) -> str | None:
    """Return the body that the article names in full: `the disaster agency` by its field."""
    field, _, kind = key.partition(" ")
    if not kind or field in _UNTELLING:
        return None
    return next((name for name in bodies if field in fold(name).split()), None)


def _chunk(
    sentence: Sentence, at: int, end: int, key: str, state: State, full: str | None
) -> Chunk:
    entity = institution(key if key in phrases() else "armed forces", state)
    return Chunk(
        sentence=sentence,
        first=at,
        end=end,
        kind=NameKind.ORGANISATION,
        rank=INSTITUTION,
        entity=None if full else entity,
        name=full or entity.name,
    )
