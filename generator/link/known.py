"""Names that the registry or the world's lexicon has, as chunks of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.link.chunk import Chunk
from generator.link.grammar import government_or_place, words
from generator.link.index import Index, Match, Sense, Use
from generator.link.roles import is_title
from generator.link.spelling import fold
from generator.link.spurious import is_spurious
from generator.link.world import state_by_capital
from generator.model import NameKind, Sentence, Token

CURATED = 90
INSTITUTION = 80
WORLD = 50
"""Ranks: what a person wrote wins over a pattern, a pattern over a bare name of the world."""

_NOUNS = frozenset({"NOUN", "PROPN"})


def known(sentence: Sentence, index: Index) -> Iterator[Chunk]:
    """Yield the names of the sentence that the index has."""
    for match in index.matches(sentence.tokens):
        chunk = _chunk(sentence, match)
        if chunk is not None and _begins_office(chunk):
            chunk = _state_before_office(chunk, index)
        if chunk is not None:
            yield chunk


def _begins_office(chunk: Chunk) -> bool:
    """Whether the name's last word belongs to an office: `US Army` in `US Army Secretary Lee`."""
    tokens = chunk.sentence.tokens
    if chunk.end - chunk.first < 2 or chunk.end + 1 >= len(tokens):
        return False
    last = fold(tokens[chunk.end - 1].text)
    named = tokens[chunk.end + 1].text[0].isupper() or tokens[chunk.end + 1].text == "-"
    return last in words("en/title_modifiers") and is_title(tokens[chunk.end]) and named


def _state_before_office(chunk: Chunk, index: Index) -> Chunk | None:
    """Return the state that such a name begins with."""
    key = fold(chunk.sentence.tokens[chunk.first].text)
    senses = tuple(s for s in index.senses(key) if s.kind is NameKind.STATE)
    if not senses:
        return None
    return Chunk(
        sentence=chunk.sentence,
        first=chunk.first,
        end=chunk.first + 1,
        kind=NameKind.STATE,
        rank=WORLD,
        senses=senses,
    )


def _chunk(sentence: Sentence, match: Match) -> Chunk | None:
    tokens = sentence.tokens
    senses = _fitting(match, tokens)
    if not senses or is_spurious(senses[0], match, sentence):
        return None
    best = senses[0]
    rank = CURATED if best.curated else WORLD + (10 if _is_organisation(best) else 0)
    return Chunk(
        sentence=sentence,
        first=match.first,
        end=match.end,
        kind=_kind(senses, match, tokens),
        rank=rank,
        senses=senses,
    )


def _fitting(match: Match, tokens: Sequence[Token]) -> tuple[Sense, ...]:
    """Keep the senses that the grammar allows: an adjective must be one."""
    adjective = [sense for sense in match.senses if sense.use is Use.ADJECTIVE]
    if adjective and any(sense.use is Use.NAME for sense in match.senses):
        return tuple(sense for sense in match.senses if sense.use is not Use.ADJECTIVE)
    if adjective and _is_language(match, tokens):
        return ()
    return match.senses


def _is_language(match: Match, tokens: Sequence[Token]) -> bool:
    before = tokens[match.first - 1] if match.first else None
    spoken = before is not None and before.lemma.casefold() in {"in", "speak", "into", "fluent"}
    modifies = match.end < len(tokens) and tokens[match.end].pos in _NOUNS | {"ADJ"}
    return spoken and not modifies


def _kind(senses: tuple[Sense, ...], match: Match, tokens: Sequence[Token]) -> NameKind:
    best = senses[0]
    if best.use is Use.ADJECTIVE:
        return NameKind.STATE if modifies(tokens, match.end - 1) else NameKind.GROUP
    if best.kind is NameKind.STATE:
        town = best.use is Use.SEAT
        if town:
            return _seat(tokens, match)
        return government_or_place(tokens, match.first, match.end, town=False)
    if best.kind is NameKind.PLACE and best.place in state_by_capital():
        return government_or_place(tokens, match.first, match.end, town=True)
    return best.kind


def _seat(tokens: Sequence[Token], match: Match) -> NameKind:
    """Tell a house from the government in it: a seat is the government unless one is there."""
    at = match.end - 1
    token = tokens[at]
    if token.dep == "pobj":
        there = tokens[token.head].text.casefold() in words("en/locative_prepositions")
        return NameKind.PLACE if there else NameKind.STATE
    return NameKind.STATE


def _is_organisation(sense: Sense) -> bool:
    return sense.kind is NameKind.ORGANISATION


def modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a demonym stands before the noun that it describes."""
    token = tokens[at]
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if following.text in {"-", "–"}:
        return True
    if token.dep in {"amod", "compound", "nmod", "poss"} and token.head > at:
        return True
    return following.pos in {"NOUN", "PROPN", "ADJ", "NUM"} and token.dep not in {"nsubj", "pobj"}


def is_adjective(chunk: Chunk) -> bool:
    """Whether the chunk is a demonym that describes a noun: `Russian` drones, `US` envoys."""
    if not chunk.senses or chunk.kind is NameKind.PLACE:
        return False
    sense = chunk.senses[0]
    if sense.use is Use.ADJECTIVE:
        return chunk.kind is NameKind.STATE
    token = chunk.sentence.tokens[chunk.end - 1]
    return sense.kind is NameKind.STATE and token.dep in {"amod", "compound", "nmod"}
