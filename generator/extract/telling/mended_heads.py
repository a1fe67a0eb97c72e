"""Governors mended that grammar rules out: a helper has no subject, a preposition one object."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from generator.model import Token

_HELPERS = frozenset({"aux", "auxpass"})
_SCALES = frozenset({"dozen", "hundred", "score", "thousand"})
_LIFTED = frozenset({"advmod", "mark", "npadvmod", "nsubj", "nsubjpass", "prep"})


def lifted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb what hangs on its helper: `were on Thursday arrested` arrested the bandits."""
    helpers = {at for at, token in enumerate(tokens) if token.dep in _HELPERS}
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.head in helpers and token.dep in _LIFTED:
            helper = tokens[token.head]
            passive = token.dep == "nsubj" and helper.dep == "auxpass"
            found[at] = replace(token, head=helper.head, dep="nsubjpass" if passive else token.dep)
    return tuple(found)


def counted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Have numbers undergo what follows: `14 were killed and a dozen more injured`."""
    with_subject = {token.head for token in tokens if token.dep == "nsubjpass"}
    found = list(tokens)
    for at, token in enumerate(tokens):
        verb = tokens[token.head]
        if (
            token.dep == "npadvmod"
            and token.head > at
            and token.head not in with_subject
            and (verb.tag, verb.dep) == ("VBN", "conj")
            and verb.head in with_subject
            and (token.pos == "NUM" or token.lemma.lower() in _SCALES)
        ):
            found[at] = replace(token, dep="nsubjpass")
    return tuple(found)


def called(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Have a name go with the noun after it: in `to Lima police` both were objects of `to`."""
    found = list(tokens)
    for at, (name, noun) in enumerate(pairwise(tokens)):
        both = name.dep == noun.dep == "pobj" and name.head == noun.head
        if both and (name.pos, noun.pos) == ("PROPN", "NOUN"):
            found[at] = replace(name, head=at + 1, dep="compound")
    return tuple(found)


def shortened(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a name's short form in brackets stand beside the name: `North Sea Oil (NSO) has …`."""
    found = list(tokens)
    for at in range(1, len(tokens) - 2):
        name, opened, short, closed = tokens[at - 1 : at + 3]
        if (opened.text, closed.text) != ("(", ")") or name.head != at + 1:
            continue
        if name.pos != "PROPN" or not short.text.isupper() or short.head == at + 1:
            continue
        for i, token in enumerate(tokens):
            if token.head == at + 1 and not at <= i <= at + 2:
                found[i] = replace(token, head=at - 1)
        found[at - 1] = replace(name, head=short.head, dep=short.dep)
        found[at + 1] = replace(short, head=at - 1, dep="appos")
    return tuple(found)
