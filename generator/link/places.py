"""Places of a sentence: by their head nouns, by the recogniser, by the prepositions before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from generator import lexicons
from generator.link.chunk import Chunk
from generator.link.gazetteer import regions, towns
from generator.link.grammar import words
from generator.link.persons import tagged
from generator.link.resolve import sides
from generator.link.spelling import fold
from generator.link.world import state_by_capital, states
from generator.model import NameKind, Sentence, Token

HEADED, TAGGED, GUESSED = 76, 45, 30
"""Ranks: a name with its head noun; a tagged name; a capitalised word after `in` or `near`."""

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_INSIDE = frozenset(
    {"de", "del", "la", "el", "al", "-", "of", "the", "'s", "’s", "du", "sur", "da"}
)


def places(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield the places that the index does not have, or has without their head noun."""
    headed = list(_headed(sentence, chunks))
    yield from headed
    yield from _parts_of_states(sentence, chunks)
    for first, end in tagged(sentence, _LABELS):
        first, end = _trimmed(sentence.tokens, first, end)
        if first < end:
            yield from _plain(sentence, first, end, TAGGED)
    for at, token in enumerate(sentence.tokens[1:], start=1):
        before = sentence.tokens[at - 1]
        there = before.text.casefold() in words("en/locative_prepositions") and before.pos == "ADP"
        if there and _is_proper(token) and token.ner == "O":
            end = at + 1
            while end < len(sentence.tokens) and _is_proper(sentence.tokens[end]):
                end += 1
            yield from _plain(sentence, at, end, GUESSED)


@cache
def heads() -> dict[str, tuple[str, bool]]:
    """Return the head nouns with their kind, and whether small letters will do."""
    return {row[0]: (row[1], row[2] == "any") for row in lexicons.table("en/place_heads")}


def _headed(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    tokens = sentence.tokens
    demonyms = {
        at
        for c in chunks
        if c.senses and c.senses[0].kind is NameKind.STATE and not c.senses[0].place
        for at in range(c.first, c.end)
    }
    for at, token in enumerate(tokens):
        found = heads().get(token.text.casefold()) or heads().get(token.lemma.casefold())
        if not found:
            continue
        kind, small = found
        if not (small or token.text[0].isupper()):
            continue
        if _is_of(tokens, at) and kind in {"city", "region", "district"}:
            of, end = at + 2, _name_end(tokens, at + 2)
            yield _with_head(sentence, of, end, kind, chunks, name=(of, end))
        first = _name_start(tokens, at, demonyms)
        if first is not None and token.tag not in {"NNS", "NNPS"}:
            name_end = at
            while name_end > first and not tokens[name_end - 1].text[0].isupper():
                name_end -= 1
            yield _with_head(sentence, first, at + 1, kind, chunks, name=(first, name_end))


def _with_head(
    sentence: Sentence,
    first: int,
    end: int,
    kind: str,
    chunks: Sequence[Chunk],
    *,
    name: tuple[int, int],
) -> Chunk:
    own = sentence.tokens[name[0] : name[1]]
    text = sentence.text[own[0].start - sentence.start : own[-1].end - sentence.start]
    return Chunk(
        sentence=sentence,
        first=first,
        end=end,
        kind=NameKind.PLACE,
        rank=HEADED,
        name=" ".join(text.split()),
        head=kind,
        holder=_holder(sentence, first, chunks),
    )


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].text == "of" and _is_proper(tokens[at + 2])


def _name_end(tokens: Sequence[Token], first: int) -> int:
    end = first
    while end < len(tokens) and _is_proper(tokens[end]):
        end += 1
    return end


def _name_start(tokens: Sequence[Token], head: int, demonyms: set[int]) -> int | None:
    """Go left over the words between name and head, then over the name."""
    at = head - 1
    while at >= 0 and tokens[at].text.casefold() in words("en/place_head_words"):
        at -= 1
    end = at + 1
    while at >= 0 and at not in demonyms and (_is_proper(tokens[at]) or _is_inner(tokens, at)):
        at -= 1
    first = at + 1
    while first < end and not tokens[first].text[0].isupper():
        first += 1
    if first >= end or fold(tokens[first].text) in words("en/name_stoplist"):
        return None
    return first


def _is_inner(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen or particle joins two capitalised words: `Ivano-Frankivsk`."""
    inner = tokens[at].text.casefold() in _INSIDE - {"of", "the", "'s", "’s"}
    return inner and 0 < at < len(tokens) - 1 and tokens[at - 1].text[0].isupper()


def _is_proper(token: Token) -> bool:
    return token.text[0].isupper() and token.pos == "PROPN" and token.tag != "POS"


def _holder(sentence: Sentence, first: int, chunks: Sequence[Chunk]) -> str | None:
    """Return the place in whose name the place is owned: `Kyiv's western … district`."""
    for chunk in chunks:
        if not chunk.senses or not 0 < first - chunk.end <= 3:
            continue
        if sentence.tokens[chunk.end].tag == "POS":
            return chunk.senses[0].place
    return None


def _parts_of_states(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield `eastern Poland`: a part of a country is a place of its own."""
    tokens = sentence.tokens
    for chunk in chunks:
        sense = chunk.senses[0] if chunk.senses else None
        if sense is None or sense.place is None or sense.place not in states() or not chunk.first:
            continue
        word = tokens[chunk.first - 1]
        if word.text.casefold() in sides():
            yield Chunk(
                sentence=sentence,
                first=chunk.first - 1,
                end=chunk.end,
                kind=NameKind.PLACE,
                rank=HEADED,
                name=f"{word.text.capitalize()} {states()[sense.place].name}",
                head="part",
                holder=sense.place,
                senses=(sense,),
            )


def _plain(sentence: Sentence, first: int, end: int, rank: int) -> Iterator[Chunk]:
    own = sentence.tokens[first:end]
    name = sentence.text[own[0].start - sentence.start : own[-1].end - sentence.start]
    name = " ".join(name.split())
    key = fold(name)
    if key in words("en/name_stoplist") or name.isupper() or is_state_town(key):
        return
    if rank == GUESSED and not (towns(name) or key in regions()):
        return
    yield Chunk(sentence=sentence, first=first, end=end, kind=NameKind.PLACE, rank=rank, name=name)


def is_state_town(key: str) -> bool:
    """Whether the name is a state's or a capital's, which the index has."""
    return key in states() or key in state_by_capital()


def _trimmed(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int]:
    while end > first and (tokens[end - 1].tag == "POS" or not tokens[end - 1].text[0].isupper()):
        end -= 1
    while first < end and not tokens[first].text[0].isupper():
        first += 1
    return first, end
