"""Titles and offices around a person's name: `Deputy Health Minister` Ana Quispe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import lexicons
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
    if name and fold(tokens[name - 1].text) in _courtesies():
        return Office(first=name - 1, text=tokens[name - 1].text, courtesy=True)
    if (governor := _introduces(tokens, name)) is not None:
        name = governor + 1
    first = name
    while first > 0 and name - first < LONGEST and _belongs(tokens, first - 1, blocked):
        first -= 1
    first = _after_firm(tokens, first, name)
    while first < name and not _may_begin(tokens[first]):
        first += 1
    if first == name or not any(is_title(token) for token in tokens[first:name]):
        return None
    last = tokens[name - 2] if tokens[name - 1].text == "." else tokens[name - 1]
    inside = {t.text for t in tokens[first:name]}
    if last.text in _JOINTS or not (is_title(last) or "of" in inside):
        return None
    text = _text(tokens[first:name])
    courtesy = all(fold(t.text) in words("en/courtesy_titles") for t in tokens[first:name])
    if courtesy and _introduces(tokens, first) is not None:
        return office_before(tokens, first, blocked)
    return Office(first=first, text=text, courtesy=courtesy)


def _after_firm(tokens: Sequence[Token], first: int, name: int) -> int:
    """Leave out a name written large before an office written small: `Corvid` chief executive."""
    large = first
    while large < name and tokens[large].text[0].isupper():
        large += 1
    own = any(_is_office_word(t) for t in tokens[first:large])
    rest = tokens[large:name]
    small = bool(rest) and all(t.text.islower() for t in rest) and rest[0].pos != "ADP"
    return large if small and not own else first


def _is_office_word(token: Token) -> bool:
    return is_title(token) or fold(token.text) in words("en/title_modifiers")


def _introduces(tokens: Sequence[Token], name: int) -> int | None:
    """Return the office that stands before a comma: `The envoy to Peru, Ana Quispe, …`."""
    if name < 2 or tokens[name - 1].text != ",":
        return None
    at = name
    while at + 1 < len(tokens) and tokens[at].dep == "compound":
        at += 1
    governor = tokens[tokens[at].head]
    described = tokens[name - 2]
    if is_title(described) and _describes_name(tokens, name - 2, name, at):
        return name - 2
    is_office = tokens[at].dep == "appos" and is_title(governor)
    if not is_office or governor.end > tokens[name].start:
        return None
    end = tokens[at].head
    while tokens[end + 1].text == "-" and end + 2 < name:
        end += 2  # commander-in-chief
    return end


def _describes_name(tokens: Sequence[Token], last: int, name: int, root: int) -> bool:
    """Whether the words before the comma hang on the name: `the commander-in-chief, Ana Ruiz`."""
    at = last
    while tokens[at].head < name and tokens[at].head != at:
        at = tokens[at].head
    return tokens[at].dep in {"nmod", "compound"} and name <= tokens[at].head <= root


def office_after(tokens: Sequence[Token], first: int, end: int) -> Office | None:
    """Return the office in apposition: `Quispe, the country's health minister,`."""
    for at in range(end, len(tokens)):
        token = tokens[at]
        if token.dep == "appos" and first <= token.head < end and is_title(token):
            start = at
            while start - 1 > end and _describes(tokens[start - 1]):
                start -= 1
            while start < at and tokens[start].pos == "ADJ" and _is_plain(tokens[start]):
                start += 1
            return Office(first=start, text=_text(tokens[start : at + 1]), courtesy=False)
    return None


def _courtesies() -> frozenset[str]:
    """Return the titles of a later mention: nothing that stands before one belongs to it."""
    return frozenset({"miss", "mr", "mrs", "ms", "mx"})


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
    if token.ner.endswith(("ORG", "GPE", "PERSON", "NORP", "DATE")):
        return False
    if token.text == ".":
        return at > 0 and is_title(tokens[at - 1])
    if token.text == "in" and tokens[at - 1].text == tokens[at + 1].text == "-":
        return True
    if token.text in _JOINTS:
        return token.text not in {"and", "&"} or not is_title(tokens[at - 1])
    return token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"}


def _may_begin(token: Token) -> bool:
    if token.text[0].isupper() and _is_office_word(token):
        return True
    return token.text not in _JOINTS and token.pos not in {"VERB", "ADP", "SCONJ", "AUX"}


def _describes(token: Token) -> bool:
    return token.pos in {"ADJ", "NOUN", "PROPN"} and token.tag != "POS"


def _is_plain(token: Token) -> bool:
    """Whether an adjective only describes and is no part of an office: `old`, `former` is."""
    return token.text.islower() and fold(token.text) not in words("en/title_modifiers")


def _text(tokens: Sequence[Token]) -> str:
    full = {row[0]: row[1] for row in lexicons.table("en/title_abbreviations")}
    found = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.text == ".":
            continue
        gap = " " if before is not None and token.start > before.end else ""
        found += gap + full.get(fold(token.text), token.text)
    return found[:1].upper() + found[1:]
