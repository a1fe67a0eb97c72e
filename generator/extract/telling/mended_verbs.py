"""Verbs that a time or a participle before them has parted from their subject."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from generator import lexicons
from generator.model import Token

_BE = frozenset({"was", "were", "is", "are", "been"})
_LONGEST = 5
"""Tokens of a time between a helper and its participle: `was late on Thursday night held`."""
_BELOW = frozenset({"acl", "acomp", "advcl", "ccomp", "conj", "oprd", "xcomp"})
_BELIEVE = frozenset({"believe", "know", "suspect", "think"})
_HELPERS = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def parted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Join a passive that a day parts and the parser took for two verbs: `was on Sunday held`."""
    for helper, token in enumerate(tokens):
        if token.text.lower() not in _BE:
            continue
        verb = _after_time(tokens, helper)
        if verb is not None:
            tokens = _passive(tokens, helper, verb)
    return tokens


def _after_time(tokens: tuple[Token, ...], helper: int) -> int | None:
    """Return the participle right behind the time that follows a form of `be`."""
    end = min(helper + 2 + _LONGEST, len(tokens))
    verb = next((i for i in range(helper + 1, end) if tokens[i].tag in {"VBN", "VBD"}), None)
    if verb is None:
        return None
    between = tokens[helper + 1 : verb]
    days = {row[0] for row in lexicons.table("en/time_weekdays")}
    dated = any(t.text.lower() in days for t in between)
    whole = all(t.pos in {"ADJ", "ADP", "ADV", "NOUN", "NUM", "PROPN"} for t in between)
    below = tokens[verb].head == helper and tokens[verb].dep in _BELOW
    return verb if dated and whole and below else None


def _passive(tokens: tuple[Token, ...], helper: int, verb: int) -> tuple[Token, ...]:
    """Let a participle govern its helper and all that hung on it."""
    told = list(tokens)
    for index, token in enumerate(tokens):
        if token.head == helper and index not in (helper, verb):
            dep = "nsubjpass" if token.dep == "nsubj" else token.dep
            told[index] = replace(token, head=verb, dep=dep)
    above, dep = tokens[helper].head, tokens[helper].dep
    above = verb if above == helper else above
    told[verb] = replace(told[verb], head=above, dep=dep, tag="VBN", pos="VERB")
    told[helper] = replace(tokens[helper], head=verb, dep="auxpass", pos="AUX")
    return tuple(told)


def reduced(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let the finite verb tell what a participle only describes: `men suspected of it fled`.

    The parser took the participle for the deed and had no name for what followed.
    """
    root = next((i for i, t in enumerate(tokens) if t.head == i), None)
    if root is None or not _describes(tokens, root):
        return tokens
    below = [i for i, t in enumerate(tokens) if t.head == root and i != root]
    who = next((i for i in below if tokens[i].dep in _SUBJECTS and i < root), None)
    loose = (i for i in below if i > root and tokens[i].dep in {"dep", "advcl"})
    verb = next(
        (i for i in loose if not any(t.head == i and t.dep == "mark" for t in tokens)), None
    )
    if who is None or verb is None or not (tokens[verb].tag == "VBD" or _helped(tokens, verb)):
        return tokens
    told = list(tokens)
    passive = any(t.head == verb and t.dep == "auxpass" for t in tokens)
    told[verb] = replace(tokens[verb], head=verb, dep="ROOT")
    told[who] = replace(tokens[who], head=verb, dep="nsubjpass" if passive else "nsubj")
    told[root] = replace(tokens[root], head=who, dep="acl")
    for index in below:
        if index > verb or tokens[index].dep == "npadvmod":
            told[index] = replace(tokens[index], head=verb)
    return tuple(told)


def _describes(tokens: tuple[Token, ...], verb: int) -> bool:
    """Whether a verb can be a participle: `held`, and of pasts only `believed to be`."""
    if _helped(tokens, verb):
        return False
    to_be = any(t.head == verb and t.dep == "xcomp" and t.lemma == "be" for t in tokens)
    believed = tokens[verb].tag == "VBD" and to_be and tokens[verb].lemma in _BELIEVE
    return tokens[verb].tag == "VBN" or believed


def dated(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a day be no doer: `It moved off, and late Sunday was nearing the coast`."""
    days = {row[0] for row in lexicons.table("en/time_weekdays")}
    helped = {t.head for t in tokens if t.dep == "aux"}
    return tuple(
        replace(token, dep="npadvmod")
        if token.dep == "nsubj"
        and token.text.lower() in days
        and token.head in helped
        and tokens[token.head].dep == "conj"
        and not any(t.head == index and t.dep in {"det", "poss"} for t in tokens)
        else token
        for index, token in enumerate(tokens)
    )


def those(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let `those` be the ones who do what follows: `those wearing masks`."""
    told = list(tokens)
    for at, (token, after) in enumerate(pairwise(tokens)):
        noun = token.head
        same = after.head == noun and (token.dep, after.dep, after.tag) == ("det", "amod", "VBG")
        if token.text.lower() == "those" and same and noun > at + 1:
            told[at] = replace(token, head=tokens[noun].head, dep=tokens[noun].dep, pos="PRON")
            told[at + 1] = replace(after, head=at, dep="acl", pos="VERB")
            told[noun] = replace(tokens[noun], head=at + 1, dep="dobj")
    meant = {t.head for t in told if t.dep in {"acl", "relcl"}}
    return tuple(
        replace(t, tag="NNS") if i in meant and (t.text.lower(), t.tag) == ("those", "DT") else t
        for i, t in enumerate(told)
    )


def _helped(tokens: tuple[Token, ...], verb: int) -> bool:
    """Whether a verb has a helper with a tense: `were`, not `being`."""
    helpers = (t for t in tokens if tokens[t.head] is tokens[verb] and t.dep in _HELPERS)
    return any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in helpers)
