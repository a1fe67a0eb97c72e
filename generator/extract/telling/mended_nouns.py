"""Nouns and what stands before them, mended where the parser's mistakes are known."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from generator import lexicons
from generator.model import Token

_BEFORE = frozenset({"compound", "nmod"})
_PREFIXES = frozenset({"anti", "ex", "non", "pro", "vice"})
_THINGS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})


def common(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a plural that opens a sentence be no name: `Wildfires forced …`."""
    first = tokens[0] if tokens else None
    if first is None or first.tag != "NNP" or first.dep == "compound":
        return tokens
    if first.ner.endswith(("GPE", "PERSON")):
        return tokens
    word = first.text.casefold()
    one = f"{word.removesuffix('ies')}y" if word.endswith("ies") else word.removesuffix("s")
    if not word.endswith("s") or one not in _nouns():
        return tokens
    plain = replace(first, tag="NNS", pos="NOUN", lemma=one)
    return (plain, *tokens[1:])


def gerunds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a form in -ing with an article or a noun before it be a noun: `gave a gale warning`."""
    led = {t.head for t in tokens if t.dep in {"amod", "compound", "det"}}
    return tuple(
        replace(token, tag="NN", pos="NOUN", lemma=token.text.lower())
        if token.tag == "VBG" and token.dep in _THINGS and index in led
        else token
        for index, token in enumerate(tokens)
    )


def prefixed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let what follows a prefix and its hyphen govern it: `ex-ministers`, `anti-war slogans`."""
    told = list(tokens)
    for at, token in enumerate(tokens[:-2]):
        noun = at + 2
        apart = tokens[at + 1].text != "-" or token.end != tokens[noun].start - 1
        if token.text.casefold() not in _PREFIXES or apart or token.head == noun:
            continue
        for below, child in enumerate(told):
            if child.head == at and below not in (at, noun):
                told[below] = replace(child, head=noun)
        up = noun if token.head == at else token.head
        told[noun] = replace(tokens[noun], head=up, dep=token.dep)
        told[at] = replace(token, head=noun, dep="compound", tag="NN", pos="NOUN")
        told[at + 1] = replace(tokens[at + 1], head=noun, dep="punct")
    return tuple(told)


def paired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let `and` join what stands before one noun: `land and water rights`."""
    told = list(tokens)
    for at, token in enumerate(tokens):
        first = token.head
        if token.dep != "cc" or any(t.head == first and t.dep == "conj" for t in tokens):
            continue
        top = first
        while told[top].dep == "conj":
            top = told[top].head
        noun = told[top].head
        if told[top].dep not in _BEFORE or noun <= at:
            continue
        other = next((i for i in range(at + 1, noun) if told[i].head == noun), None)
        if other is not None and told[other].dep in _BEFORE:
            told[other] = replace(told[other], head=first, dep="conj")
    return tuple(told)


def counted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let what a toll counts be a second deed: `killed nine people and damaged homes`."""
    told = list(tokens)
    for at, token in enumerate(tokens):
        thing = token.head
        if (token.dep, token.tag, tokens[thing].dep) != ("amod", "VBN", "conj") or thing < at:
            continue
        first = tokens[thing].head
        verb = tokens[first].head if tokens[first].dep == "dobj" else first
        joined = at > 0 and (tokens[at - 1].dep, tokens[at - 1].head) == ("cc", first)
        if joined and tokens[verb].pos == "VERB" and token.lemma in _toll_verbs():
            told[at - 1] = replace(tokens[at - 1], head=verb)
            told[at] = replace(token, head=verb, dep="conj", tag=tokens[verb].tag, pos="VERB")
            told[thing] = replace(tokens[thing], head=at, dep="dobj")
    return tuple(told)


@cache
def _toll_verbs() -> frozenset[str]:
    return frozenset(word for word, part, *_ in lexicons.table("en/figures") if part == "verb")


@cache
def _nouns() -> frozenset[str]:
    """Return the plain nouns that open the news: of events, people and things."""
    names = ("person_nouns", "thing_nouns", "force_nouns", "org_nouns", "state_agents")
    nouns = {word for name in names for word in lexicons.lines(f"en/{name}")}
    return frozenset(nouns | {row[0] for row in lexicons.table("en/triggers") if row[1] == "n"})
