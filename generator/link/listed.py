"""Places that the recogniser passed over, told by the places that they are listed with.

`crews from Nashua, Keene and Concord`: what stands beside a place, joined by a comma or a
conjunction, is one too where the gazetteer has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.link.gazetteer import regions, towns
from generator.link.grammar import words
from generator.link.spelling import fold
from generator.model import Sentence, Token

_JOINS = frozenset({",", "and", "or", "to"})
_LONGEST = 3
"""Words of a town's name looked at."""

_LARGE = 150_000
"""Inhabitants from which a bare name before a noun is the town: `two Alexandria teenagers`."""


def unrecognised(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the first and last tokens of such names.

    Also of regions that own something, of towns that things move from and to, and of large towns
    before a noun.
    """
    tokens = sentence.tokens
    ends = {at + 1 for at, token in enumerate(tokens) if token.ner.endswith(("GPE", "LOC"))}
    at = 0
    while at < len(tokens):
        end = _name_end(sentence, at)
        if end is None:
            at += 1
            continue
        if (
            _is_there(tokens, at)
            or _is_beside(tokens, at, ends)
            or _moves(tokens, at)
            or _stands_alone(tokens, at, end)
        ):
            ends.add(end)
            yield at, end
        at = end


def _name_end(sentence: Sentence, first: int) -> int | None:
    """Return the end of the longest name of a town or region that begins there, uncut."""
    tokens = sentence.tokens
    if not _is_capital(tokens[first]) or (first and _is_capital(tokens[first - 1])):
        return None
    for end in range(min(len(tokens), first + _LONGEST), first, -1):
        if not _is_capital(tokens[end - 1]) or (end < len(tokens) and _is_capital(tokens[end])):
            continue
        name = sentence.text[tokens[first].start - sentence.start :]
        name = name[: tokens[end - 1].end - tokens[first].start]
        if fold(name) in regions() or any(town.own for town in towns(name)):
            return end
    return None


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ", "VERB"}


def _is_beside(tokens: Sequence[Token], first: int, ends: set[int]) -> bool:
    """Whether a comma, a conjunction or both stand between a place and the name."""
    at = first - 1
    while at >= 0 and first - at <= 2 and tokens[at].text in _JOINS:
        at -= 1
    return at < first - 1 and at + 1 in ends and not tokens[first].ner.endswith("DATE")


def _is_there(tokens: Sequence[Token], first: int) -> bool:
    """Whether a preposition of place stands before a name that was tagged as something else."""
    before = tokens[first - 1] if first else None
    there = before is not None and before.text.casefold() in words("en/locative_prepositions")
    return there and tokens[first].ner.endswith("ORG")


def _moves(tokens: Sequence[Token], first: int) -> bool:
    before = tokens[first - 1] if first else None
    return (
        before is not None
        and before.text in {"from", "to", "through", "via"}
        and before.pos == "ADP"
        and not tokens[first].ner.endswith(("PERSON", "DATE"))
    )


def _stands_alone(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the name needs no neighbour: `Nebraska's governor`, `two Alexandria teenagers`."""
    own = tokens[first:end]
    if any(token.ner != "O" or token.pos != "PROPN" for token in own) or end >= len(tokens):
        return False
    name = " ".join(token.text for token in own)
    known = fold(name) in regions() or any(t.own and t.population >= _LARGE for t in towns(name))
    if not known or {fold(token.text) for token in own} & words("en/name_stoplist"):
        return False
    return tokens[end].tag == "POS" or (own[-1].dep == "compound" and tokens[end].pos == "NOUN")
