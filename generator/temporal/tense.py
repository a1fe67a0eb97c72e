"""Which way the verb over a time expression looks: back, ahead, or neither.

`killed on Friday` looks back; `will meet on Monday`, `is to open on Friday`, `plans a march for
Sunday` look ahead. A plan told in the past still looks ahead: `was postponed to 17 June`.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from generator.lexicons import lines
from generator.model import Part, Sentence, Token

PAST, PRESENT, FUTURE = -1, 0, 1

_MODALS_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "could", "may", "might"})
_LIMITS = frozenset({"until", "till"})


@cache
def _planning() -> frozenset[str]:
    return frozenset(lines("en/planning_verbs"))


def tense(sentence: Sentence, start: int, end: int) -> int:
    """Return PAST, PRESENT or FUTURE for the words from `start` to `end` of the article."""
    tokens = sentence.tokens
    if not tokens:
        return PRESENT
    index = _head(tokens, start, end)
    if index is None:
        return PRESENT
    verb = _governor(tokens, index)
    if verb is None:
        return PAST if sentence.part is Part.TITLE else PRESENT
    look = _look(tokens, verb)
    if _sets_a_limit(tokens, index) and (look != PAST or tokens[verb].tag == "VBN"):
        return FUTURE  # flights are suspended until Friday; but the strike lasted until Friday
    return look


def _head(tokens: tuple[Token, ...], start: int, end: int) -> int | None:
    """Return the token of the stretch whose governor lies outside it."""
    first = max(bisect_right(tokens, start, key=lambda token: token.start) - 1, 0)
    inside = []
    for index in range(first, len(tokens)):
        if tokens[index].start >= end:
            break
        if tokens[index].end > start:
            inside.append(index)
    for index in inside:
        if tokens[index].head not in inside:
            return index
    return inside[0] if inside else None


def _sets_a_limit(tokens: tuple[Token, ...], index: int) -> bool:
    head = tokens[tokens[index].head]
    return tokens[index].dep == "pobj" and head.lemma.lower() in _LIMITS


def _governor(tokens: tuple[Token, ...], index: int) -> int | None:
    """Climb to the nearest verb; a noun made from planning counts as one looking ahead."""
    for _ in range(len(tokens)):
        token = tokens[index]
        if token.pos in ("VERB", "AUX"):
            return index
        if token.head == index:
            return None
        index = token.head
    return None


def _look(tokens: tuple[Token, ...], verb: int) -> int:
    """Read the tense of a verb from its form and its auxiliaries, climbing from infinitives."""
    for _ in range(len(tokens)):
        token = tokens[verb]
        helpers = [
            other
            for other in tokens
            if other.head == verb and other is not token and other.dep in ("aux", "auxpass")
        ]
        words = {helper.text.lower() for helper in helpers}
        tags = {helper.tag for helper in helpers} | {token.tag}
        if words & _MODALS_AHEAD and not words & {"have"}:
            return FUTURE
        if token.lemma.lower() in _planning():
            return FUTURE
        if "to" in words and not words & {"have"}:
            return FUTURE
        if "VBD" in tags or words & {"has", "have", "had", "'ve", "’ve"}:
            return PAST
        if tags & {"VBZ", "VBP"}:
            return PRESENT
        if token.head == verb:
            return PAST if token.tag == "VBN" else PRESENT
        if token.tag == "VBN":
            return PAST
        above = _governor(tokens, token.head)
        if above is None:
            return PRESENT
        verb = above
    return PRESENT
