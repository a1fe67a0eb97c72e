"""Institutions of a state: `Peru's health ministry`, `the Kenyan navy`, `Ministry of Oil`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from generator import lexicons
from generator.link.chunk import Chunk
from generator.link.gazetteer import regions
from generator.link.grammar import words
from generator.link.known import INSTITUTION, is_adjective
from generator.link.spelling import fold, slug
from generator.link.world import State, state_by_capital, states
from generator.model import Entity, NameKind, Sentence

LONGEST = 5
"""Words of the longest phrase of the lexicon."""

_LOOSE_MODIFIERS = 1
"""Words allowed between a state and its institution: `Ukraine's national energy ministry`."""

_BODIES = frozenset({"department", "ministry"})
"""Bodies called by their field before or behind: `interior ministry`, `Ministry of Interior`."""

_BARE = frozenset({"congress"})
"""Phrases that another word before them changes: a `National Congress` may be a party, a `party
congress` is a meeting."""


def institutions(
    sentence: Sentence, chunks: Sequence[Chunk], last_state: str | None
) -> Iterator[Chunk]:
    """Yield the institutions of the sentence.

    A ministry without its state belongs to the state last named as an actor.
    """
    covered: set[int] = set()
    for chunk in chunks:
        state = _state(chunk)
        if state is None:
            continue
        if _ends_longer_name(sentence, chunk):
            continue
        last_state = last_state if is_neighbour(chunk) else state.id
        found = _owned(sentence, chunk, state) or _of(sentence, chunk, state)
        if found:
            covered.update(range(found.first, found.end))
            yield found
    yield from _lone(sentence, chunks, covered, last_state)


def is_neighbour(chunk: Chunk) -> bool:
    """Whether a state is only what a place borders on: `near the border with Peru`."""
    before = [token.lemma.casefold() for token in chunk.sentence.tokens[: chunk.first]]
    return before[-2:] in (["border", "with"], ["frontier", "with"]) or before[-1:] in (
        ["border"],
        ["neighbouring"],
        ["neighboring"],
    )


def _state(chunk: Chunk) -> State | None:
    """Return the state that a chunk names, also by its capital: `Moscow's foreign ministry`."""
    sense = chunk.senses[0] if chunk.senses else None
    if sense is None or (state := states().get(sense.actor or "")) is None:
        return _state_of_capital(chunk)
    return state if sense.place in {None, state.id} else None


def _state_of_capital(chunk: Chunk) -> State | None:
    """Return the state of a capital that owns a ministry; other bodies may be the town's own."""
    place = chunk.senses[0].place if chunk.senses else None
    tokens = chunk.sentence.tokens
    ministry = any(
        token.lemma.casefold() == "ministry" for token in tokens[chunk.end : chunk.end + 4]
    )
    return states().get(state_by_capital().get(place or "", "")) if ministry else None


def _ends_longer_name(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a state's name ends a region's: `Western Australia's health department`."""
    before = sentence.tokens[chunk.first - 1] if chunk.first else None
    if before is None or not before.text[0].isupper() or is_adjective(chunk):
        return False
    whole = f"{before.text} {sentence.tokens[chunk.first].text}"
    return fold(whole) in regions()


def _owned(sentence: Sentence, chunk: Chunk, state: State) -> Chunk | None:
    """Find the phrase right after the state's name or demonym."""
    tokens = sentence.tokens
    at = chunk.end
    if at < len(tokens) and tokens[at].tag == "POS":
        at += 1
    for start in range(at, at + _LOOSE_MODIFIERS + 1):
        if start > at and (start > len(tokens) or not _is_modifier(sentence, start - 1)):
            break
        if end := _phrase_end(sentence, start):
            if start > at and _key(sentence, start, end) in _BARE:
                return None
            return _chunk(sentence, chunk.first, end, state, _key(sentence, start, end))
    return None


def _of(sentence: Sentence, chunk: Chunk, state: State) -> Chunk | None:
    """Find `PHRASE of STATE`: `the armed forces of Chad`."""
    tokens = sentence.tokens
    of = chunk.first - 1
    if of > 0 and tokens[of].text == "the":
        of -= 1
    if of < 1 or tokens[of].text != "of":
        return None
    for start in range(max(0, of - LONGEST), of):
        if _key(sentence, start, of) in phrases():
            return _chunk(sentence, start, chunk.end, state, _key(sentence, start, of))
    return None


def _lone(
    sentence: Sentence, chunks: Sequence[Chunk], covered: set[int], last_state: str | None
) -> Iterator[Chunk]:
    """Find `the Defence Ministry` without its state."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        end = _phrase_end(sentence, at) if at not in covered else None
        key = _key(sentence, at, end) if end else ""
        if not end or "ministry" not in key.split() or not _is_named(sentence, at):
            at += 1
            continue
        before = [c for c in chunks if c.end <= at and _is_state_actor(c)]
        owner = before[0].senses[0].actor if before else last_state
        if owner and (state := states().get(owner)):
            yield _chunk(sentence, at, end, state, key)
        at = end


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether `ministry` means a certain one: written large, or after `the`."""
    tokens = sentence.tokens
    return tokens[at].text[0].isupper() or (at > 0 and tokens[at - 1].text.casefold() == "the")


def _is_state_actor(chunk: Chunk) -> bool:
    return bool(chunk.senses) and chunk.kind is NameKind.STATE and chunk.senses[0].actor in states()


def _is_modifier(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].pos in {"ADJ", "NOUN", "PROPN"}


def _phrase_end(sentence: Sentence, start: int) -> int | None:
    """Return the end of the longest phrase that begins there and is no part of a longer noun."""
    tokens = sentence.tokens
    for end in range(min(len(tokens), start + LONGEST), start, -1):
        if (
            fold(tokens[start].text)
            and fold(tokens[end - 1].text)
            and _key(sentence, start, end) in phrases()
        ):
            last = tokens[end - 1]
            joined = end < len(tokens) and tokens[end].text in {"-", "–"}
            inner = last.dep in {"compound", "amod", "nmod"} and last.head >= end
            inner = inner and tokens[last.head].lemma.casefold() not in words("en/body_voices")
            return None if joined or inner else end
    return None


def _key(sentence: Sentence, start: int, end: int) -> str:
    return " ".join(filter(None, (fold(token.text) for token in sentence.tokens[start:end])))


def _chunk(sentence: Sentence, first: int, end: int, state: State, key: str) -> Chunk:
    entity = institution(key, state)
    return Chunk(
        sentence=sentence,
        first=first,
        end=end,
        kind=NameKind.ORGANISATION,
        rank=INSTITUTION,
        entity=entity,
        name=entity.name,
    )


def institution(key: str, state: State) -> Entity:
    """Return the page proposed for an institution of a state."""
    canonical, form = phrases()[key]
    bracketed, joined = f"{canonical} ({state.name})", f"{canonical} of {_with_article(state)}"
    name, other = (bracketed, joined) if form == "bracket" else (joined, bracketed)
    adjective = state.adjectives[0] if state.adjectives else state.name
    aliases = [other] if form == "bracket" else []
    aliases += [f"{adjective} {canonical}"] if form == "of" else []
    aliases += [f"{adjective} {_title(key)}", f"{state.name}'s {_title(key)}"]
    field, _, last = key.rpartition(" ")
    if field and last in _BODIES:
        aliases.append(f"{last.capitalize()} of {_title(field)} ({state.name})")
    return Entity(
        id=f"{slug(canonical)}-{state.id}",
        name=name,
        kind=NameKind.ORGANISATION.value,
        aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != name),
        affiliation=state.id,
        country=state.code,
    )


def _with_article(state: State) -> str:
    article = "the " if state.id in lexicons.lines("en/states_with_article") else ""
    return article + state.name


def _title(key: str) -> str:
    small = {"of", "the"}
    return " ".join(word if word in small else word.capitalize() for word in key.split())


@cache
def phrases() -> dict[str, tuple[str, str]]:
    """Return the phrases of the lexicon with their canonical names and how a state joins them."""
    return {fold(row[0]): (row[1], row[2]) for row in lexicons.table("en/institutions")}
