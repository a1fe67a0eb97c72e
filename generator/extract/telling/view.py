"""One sentence as the teller sees it: parse, names in canonical form, and words to leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.extract.deeds import feasts
from generator.extract.telling.names import actor_name, spellings
from generator.extract.telling.tree import Tree, tree
from generator.model import (
    Argument,
    EventMention,
    Mention,
    Mode,
    NameKind,
    Reading,
    Registry,
    Sentence,
    TimexType,
)

_OPENING_TOKENS = 3
"""Tokens among which a sentence's first word stands, marks and brackets before it."""
_SPOKEN = frozenset({"call", "meeting", "other", "statement"})
_CLAUSES = frozenset({"relcl", "ccomp", "ROOT", "conj", "advcl"})


class Style(StrEnum):
    """Where the words will stand."""

    HEADLINE = "headline"
    PROSE = "prose"
    CHRONICLE = "chronicle"
    """Running text in the present tense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is needed to word one event of one sentence."""

    tree: Tree
    style: Style
    names: dict[int, str]
    """Canonical spelling by head token; empty for the other tokens of a name."""
    hidden: frozenset[int]
    """Tokens of time expressions: the entry has its date beside the headline."""
    located: frozenset[int]
    """Tokens that name one of the event's places."""
    orphans: frozenset[int]
    """Possessive pronouns whose owner stands outside the clause that is told."""
    persons: frozenset[int]
    """Heads of persons' names, whose offices a headline leaves out."""
    capitals: frozenset[int]
    """Tokens that open the sentence and that the article writes with a capital elsewhere."""
    named: frozenset[int]
    """Heads of names that are one, whatever their ending: `United States`."""
    demonyms: frozenset[int]
    """Tokens such as `Peruvian`, which say whose."""
    referents: tuple[tuple[str, str, str], ...]
    """Role, name and kind of each actor of the event, for pronouns; speakers first."""
    planned: bool
    """Whether the event is set for later."""
    spoken: bool
    """Whether it is done by words: what blasts somebody then does so in speech."""

    @property
    def headline(self) -> bool:
        """Whether articles and auxiliaries are left out."""
        return self.style == Style.HEADLINE

    @property
    def now(self) -> bool:
        """Whether what happened is told in the present tense."""
        return self.style != Style.PROSE


def view(
    reading: Reading, registry: Registry, mention: EventMention, sentence: Sentence, style: Style
) -> View:
    """Prepare one sentence of an event for wording."""
    parse = tree(sentence)
    mentions = [m for m in reading.mentions if m.sentence == sentence.index]
    located = {i for m in mentions if m.place in mention.places for i in parse.within(m)}
    return View(
        tree=parse,
        style=style,
        names=spellings(parse, mentions, registry, mention.places),
        capitals=_capitals(parse, reading.article.text),
        hidden=_dated(reading, parse, sentence) | _as_well(parse),
        located=frozenset(located),
        orphans=_orphans(parse, mention),
        persons=frozenset(_heads(mentions, parse, NameKind.PERSON)),
        named=frozenset(_heads(mentions, parse, *(set(NameKind) - {NameKind.GROUP}))),
        demonyms=frozenset(i for m in mentions if m.adjective for i in parse.within(m)),
        referents=tuple(_referents(mention.arguments, registry)),
        planned=mention.mode is Mode.PLANNED,
        spoken=mention.kind in _SPOKEN,
    )


def _capitals(parse: Tree, text: str) -> frozenset[int]:
    found = []
    for index, token in enumerate(parse.tokens[:_OPENING_TOKENS]):
        common = token.text.istitle() and token.pos in {"ADJ", "NOUN", "VERB"}
        common = common and f" {token.text.lower()} " not in text
        at = text.find(f" {token.text}") if common else -1
        while at > 0 and not text[at - 1].islower():
            at = text.find(f" {token.text}", at + 1)
        if at > 0:
            found.append(index)
    return frozenset(found)


def _orphans(parse: Tree, mention: EventMention) -> frozenset[int]:
    """Collect the possessives before the verb of the clause, and all of a relative clause."""
    head = parse.head_of(mention.trigger)
    while head is not None and parse.tokens[head].dep not in _CLAUSES:
        head = parse.tokens[head].head if parse.tokens[head].head != head else None
    if head is None:
        return frozenset()
    relative = parse.tokens[head].dep == "relcl"
    own = (i for i in parse.subtree(head) if parse.tokens[i].tag == "PRP$")
    return frozenset(i for i in own if relative or i < head)


def _heads(mentions: Iterable[Mention], parse: Tree, *kinds: NameKind) -> Iterator[int]:
    for mention in mentions:
        head = parse.head_of(mention)
        if mention.kind in kinds and not mention.adjective and head is not None:
            yield head


def _referents(arguments: tuple[Argument, ...], registry: Registry) -> list[tuple[str, str, str]]:
    taking_part = (a for a in arguments if a.role != "named")
    ranked = sorted(taking_part, key=lambda a: a.role != "speaker")
    named = ((a.role, actor_name(registry, a.actor), a.actor) for a in ranked)
    return [(role, name, registry.actors[actor].kind) for role, name, actor in named if name]


def _dated(reading: Reading, parse: Tree, sentence: Sentence) -> frozenset[int]:
    """Collect tokens of dates and times, with the preposition that leads nothing else."""
    hidden: set[int] = set()
    for timex in reading.timexes:
        if timex.sentence != sentence.index or timex.type in (TimexType.DURATION, TimexType.SET):
            continue
        inside = parse.within(timex)
        head = parse.head_of(timex)
        if head is None or _names_its_noun(parse, head) or _hyphened(parse, inside[-1]):
            continue
        hidden.update(inside)
        governor = parse.tokens[head].head
        if parse.tokens[head].dep == "pobj" and len(parse.children[governor]) == 1:
            hidden.add(governor)
    return frozenset(hidden)


def _as_well(parse: Tree) -> frozenset[int]:
    """Collect the first two words of `as well as`, which is told as `and`."""
    joins = (i for i, t in enumerate(parse.tokens) if (t.dep, t.text) == ("cc", "as"))
    return frozenset(i - back for i in joins for back in (1, 2))


def _hyphened(parse: Tree, last: int) -> bool:
    """Whether the words are part of a compound: `37-year-old`."""
    return last + 1 < len(parse.tokens) and parse.tokens[last + 1].text == "-"


def _names_its_noun(parse: Tree, head: int) -> bool:
    """Whether the date is part of a name: `2024 election`, `the Christmas market`."""
    token = parse.tokens[head]
    named = token.text.isdigit() or token.text.casefold() in feasts()
    return token.dep in {"nummod", "compound", "amod"} and named
