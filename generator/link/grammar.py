"""What the grammar of a sentence says of a name: a government, or the place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator import lexicons
from generator.link.spelling import fold, slug
from generator.link.world import state_by_capital, states
from generator.model import NameKind, Part, Sentence, Token

_LINKED = frozenset({"conj", "appos"})
_OBJECTS = frozenset({"dobj", "dative", "obj", "iobj"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_RIVALS = frozenset({"against", "over"})
"""Prepositions between what is played or won and the other side."""


def root_of(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the token of the stretch whose governor stands outside it."""
    for at in range(first, end):
        if not first <= tokens[at].head < end or tokens[at].head == at:
            return at
    return end - 1


def is_inside_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a genitive mark belongs to a name: `St. John's Airport`, `the People's Party`."""
    if tokens[at].tag != "POS" or not at or not tokens[at - 1].text[0].isupper():
        return False
    saint = at > 1 and tokens[at - 2].text in {"St", "St."}
    return saint or fold(tokens[at - 1].text) in words("en/naming_owners")


def is_named_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name of what a noun describes follows it: `the capital, Lima`, `capital of X`."""
    after = tokens[at + 1 : at + 3]
    if len(after) < 2 or not is_proper(after[1]):
        return False
    name = tokens[after[1].head] if after[1].dep == "compound" else after[1]
    acts = name.dep in {"nsubj", "nsubjpass"}  # `in the capital, Ruiz said`
    return after[0].text == "of" or (after[0].text == "," and not acts)


def government_or_place(tokens: Sequence[Token], first: int, end: int, *, town: bool) -> NameKind:
    """Tell a state from its soil, or a government from the town that it sits in."""
    at = root_of(tokens, first, end)
    seen = {at}
    while tokens[at].dep in _LINKED and tokens[at].head not in seen:
        at = tokens[at].head
        seen.add(at)
    token, head = tokens[at], tokens[tokens[at].head]
    if token.dep == "pobj":
        return _after_preposition(tokens, at, town=town)
    if token.dep == "poss":
        return _owner(head, town=town)
    if token.dep in _MODIFIERS:
        return NameKind.PLACE if town else NameKind.STATE
    if not town:
        return NameKind.STATE
    return NameKind.STATE if _acts(tokens, at) else NameKind.PLACE


def _after_preposition(tokens: Sequence[Token], at: int, *, town: bool) -> NameKind:
    word = tokens[tokens[at].head].text.casefold()
    if word == "between" and town and not _both_capitals(tokens, at):
        return NameKind.PLACE
    if word in words("en/metonym_prepositions"):
        return NameKind.STATE
    governor = tokens[tokens[tokens[at].head].head]
    if word == "on" and governor.lemma.casefold() in words("en/words_upon_parties"):
        return NameKind.STATE
    if word in _RIVALS and governor.lemma.casefold() in words("en/contest_nouns"):
        return NameKind.STATE  # `their victory over X`
    if word == "from" and governor.lemma.casefold() in words("en/state_agents"):
        return NameKind.STATE  # `mediators from X`
    if town:
        by_government = word == "by" and tokens[tokens[at].head].dep == "agent"
        return NameKind.STATE if by_government else NameKind.PLACE
    return NameKind.PLACE if word in words("en/inside_prepositions") else NameKind.STATE


def _both_capitals(tokens: Sequence[Token], at: int) -> bool:
    """Whether the other side is a government too: not so in trains between two towns."""
    others = [slug(t.text) for t in tokens if t.dep == "conj" and t.head == at]
    return all(name in state_by_capital() or name in states() for name in others)


def _owner(owned: Token, *, town: bool) -> NameKind:
    if not town:
        return NameKind.STATE
    local = owned.lemma.casefold() in words("en/city_nouns") or owned.pos == "PROPN"
    return NameKind.PLACE if local else NameKind.STATE


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name is the doer of what only a government does, or is spoken to as one."""
    token, verb = tokens[at], tokens[tokens[at].head]
    lemma = verb.lemma.casefold()
    if token.dep == "nsubjpass" or token.dep in _OBJECTS:
        return lemma in words("en/communication_verbs")
    if token.dep != "nsubj":
        return False
    if lemma in words("en/metonym_verbs") or _acts_with_another(tokens, at):
        return True
    governor = tokens[verb.head]
    if verb.dep in {"ccomp", "xcomp"} and governor.lemma in words("en/communication_verbs"):
        return True
    return any(
        other.head == token.head
        and other.dep == "acomp"
        and other.lemma.casefold() in words("en/metonym_adjectives")
        for other in tokens
    )


def _acts_with_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether two capitals do something together: `Rome and Tunis will open a joint centre`."""
    joined = [token for token in tokens if token.dep == "conj" and token.head == at]
    capitals = [token for token in joined if slug(token.text) in state_by_capital()]
    verb = tokens[tokens[at].head].lemma.casefold()
    done = any(t.dep == "dobj" and t.head == tokens[at].head for t in tokens)
    done = done and verb not in words("en/suffering_verbs") | words("en/stative_verbs")
    return done and bool(capitals) and len(capitals) == len(joined)


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list of the lexicon as a set, in small letters."""
    return frozenset(item.casefold() for item in lexicons.lines(name))


def is_proper(token: Token) -> bool:
    """Whether the word is a name or part of one, written large."""
    return token.text[0].isupper() and token.pos == "PROPN" and token.tag != "POS"


def tells_story(sentence: Sentence) -> bool:
    """Whether new names are taken from it: headings and titles write small words large."""
    return sentence.part in {Part.BODY, Part.ITEM}
