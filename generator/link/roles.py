"""Titles and offices around a person's name: `Deputy Health Minister` Ana Quispe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.link.grammar import words
from generator.link.spelling import fold
from generator.model import Token

LONGEST = 8
"""Tokens of an office; the longest of the sample, a minister's, has six."""

_JOINTS = frozenset({"-", "–", "of", "for", "and", "&", "the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office before a name."""

    first: int
    """Index of its first token."""
    text: str
    courtesy: bool
    """Whether it is no office but a courtesy: `Mr`."""


def office_before(tokens: Sequence[Token], name: int, blocked: frozenset[int]) -> Office | None:
    """Return the title that ends right before the name.

    `blocked` are tokens of states and organisations, at which the office begins.
    """
    first = name
    while first > 0 and name - first < LONGEST and _belongs(tokens, first - 1, blocked):
        first -= 1
    while first < name and not _may_begin(tokens[first]):
        first += 1
    if first == name or not any(is_title(token) for token in tokens[first:name]):
        return None
    if not (is_title(tokens[name - 1]) or "of" in {t.text for t in tokens[first:name]}):
        return None
    text = _text(tokens[first:name])
    courtesy = all(fold(t.text) in words("en/courtesy_titles") for t in tokens[first:name])
    return Office(first=first, text=text, courtesy=courtesy)


def office_after(tokens: Sequence[Token], first: int, end: int) -> str | None:
    """Return the office in apposition: `Quispe, the country's health minister,`."""
    for at in range(end, len(tokens)):
        token = tokens[at]
        if token.dep == "appos" and first <= token.head < end and is_title(token):
            start = at
            while start - 1 > end and _describes(tokens[start - 1]):
                start -= 1
            return _text(tokens[start : at + 1])
    return None


def is_title(token: Token) -> bool:
    """Whether the word is a title or an office."""
    return fold(token.text) in words("en/person_titles")


def _belongs(tokens: Sequence[Token], at: int, blocked: frozenset[int]) -> bool:
    token = tokens[at]
    word = fold(token.text)
    if word in words("en/person_titles") or word in words("en/title_modifiers"):
        return at not in blocked or word in words("en/title_modifiers")
    if at in blocked or word in words("en/name_stoplist"):
        return False
    if token.text in _JOINTS:
        return True
    return token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"}


def _may_begin(token: Token) -> bool:
    return token.text not in _JOINTS and token.pos not in {"VERB", "ADP", "SCONJ", "AUX"}


def _describes(token: Token) -> bool:
    return token.pos in {"ADJ", "NOUN", "PROPN"} and token.tag != "POS"


def _text(tokens: Sequence[Token]) -> str:
    found = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        gap = " " if before is not None and token.start > before.end else ""
        found += gap + token.text
    return found[:1].upper() + found[1:]
