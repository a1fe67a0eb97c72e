"""Verbs that a time or a participle before them has parted from their subject."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from generator import lexicons
from generator.model import Token

_BE = frozenset({"was", "were", "is", "are", "been"})
_LONGEST = 5
"""Tokens of a time between a helper and its participle: `was late on Thursday night held`."""
_BELOW = frozenset({"acl", "acomp", "advcl", "ccomp", "conj", "oprd", "xcomp"})
_BELIEVE = frozenset({"believe", "know", "suspect", "think"})
_MAKES = frozenset({"allow", "ask", "cause", "compel", "enable", "force", "oblige", "order"})
_MAKES |= {"permit", "prompt", "tell", "urge"}
"""Verbs with an object and what it does."""
_HELPERS = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@cache
def _days() -> frozenset[str]:
    return frozenset(row[0] for row in lexicons.table("en/time_weekdays"))


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
    dated = any(t.text.lower() in _days() for t in between)
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


def aboard(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let those counted aboard do nothing: `A ferry carrying 90 guests and nine crew sank`."""
    counted = {t.head for t in tokens if t.dep == "nummod"}
    told = list(tokens)
    for at, token in enumerate(tokens):
        if token.dep not in _SUBJECTS or at not in counted:
            continue
        load = next((i for i in reversed(range(at)) if _is_load(tokens, i, token.head)), None)
        joined = load is not None and any(t.head == load and t.dep == "cc" for t in tokens[:at])
        if load is not None and joined and load in counted:
            told[at] = replace(token, head=load, dep="conj")
    return tuple(told)


def _is_load(tokens: tuple[Token, ...], thing: int, verb: int) -> bool:
    """Whether a thing is what the first subject of a verb carries."""
    carries = tokens[thing].head
    vehicle = tokens[carries].head
    laden = (tokens[thing].dep, tokens[carries].dep, tokens[carries].tag) == ("dobj", "acl", "VBG")
    return laden and tokens[vehicle].head == verb and tokens[vehicle].dep in _SUBJECTS


def laden(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let the verb behind a load be the vehicle's: `A bus carrying pupils of a school overturned`.

    The parser has it describe the load, and finds no verb for the sentence.
    """
    vehicles = lexicons.lines("en/vehicle_nouns")
    root = next((i for i, t in enumerate(tokens) if t.head == i), 0)
    for carries, token in enumerate(tokens):
        vehicle = token.head
        free = tokens[vehicle].head == root and tokens[vehicle].dep in {"ROOT", "npadvmod"}
        if not free or (token.dep, token.tag) != ("acl", "VBG"):
            continue
        deed = next((i for i in range(carries + 2, len(tokens)) if _is_lost(tokens, i)), None)
        if deed is None or tokens[vehicle].lemma.lower() not in vehicles:
            return tokens
        told = [
            replace(t, head=deed) if i > deed and t.head in {root, carries, vehicle} else t
            for i, t in enumerate(tokens)
        ]
        if root != vehicle:
            told[root] = replace(tokens[root], head=deed, dep="advmod")
        told[deed] = replace(tokens[deed], head=deed, dep="ROOT", tag="VBD")
        told[vehicle] = replace(tokens[vehicle], head=deed, dep="nsubj")
        return tuple(told)
    return tokens


def _is_lost(tokens: tuple[Token, ...], verb: int) -> bool:
    """Whether a participle right behind a noun has nobody by whom it was done."""
    token = tokens[verb]
    close = (token.dep, token.head) == ("acl", verb - 1) and token.tag in {"VBD", "VBN"}
    return close and not any(t.head == verb and t.dep == "agent" for t in tokens)


def made_to(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let what somebody is made to do hang on the verb that makes: `forced miners to flee`."""
    purpose = {t.head for t in tokens if t.tag == "TO"}
    return tuple(
        replace(token, head=tokens[token.head].head, dep="xcomp")
        if token.tag == "VB"
        and token.dep in {"acl", "relcl"}
        and index in purpose
        and tokens[token.head].dep == "dobj"
        and tokens[tokens[token.head].head].lemma in _MAKES
        else token
        for index, token in enumerate(tokens)
    )


def sworn(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part `in` from the day behind it: `was sworn in Monday`."""
    told = list(tokens)
    for at, (token, after) in enumerate(pairwise(tokens)):
        leads = token.text == "in" and tokens[token.head].lemma == "swear"
        if leads and after.text.lower() in _days() and after.head == at:
            told[at] = replace(token, dep="prt")
            told[at + 1] = replace(after, head=token.head, dep="npadvmod")
    return tuple(told)


def dated(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a day be no doer: `It moved off, and late Sunday was nearing the coast`."""
    helped = {t.head for t in tokens if t.dep == "aux"}
    return tuple(
        replace(token, dep="npadvmod")
        if token.dep == "nsubj"
        and token.text.lower() in _days()
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
