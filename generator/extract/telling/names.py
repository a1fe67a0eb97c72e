"""Canonical names in place of those that a sentence uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator import lexicons
from generator.extract.telling.tree import Tree
from generator.model import Entity, Mention, NameKind, Registry

_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}")
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "la", "le", "van", "von"}
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})
_HONORIFICS = frozenset({"Dr", "Madame", "Miss", "Mr", "Mrs", "Ms", "Mx", "Prof", "Sir"})
_QUALIFIER = re.compile(r" \([^()]*\)$")
"""What tells one of several of the same name: `Ministry of Energy (Kenya)`."""
_LONG = 30
"""Letters from which an organisation goes by its alias of one word."""
_BESIDE = len(" of ")
"""Letters between a word for a place and its name."""
_SHORT = 4
"""Letters of an initialism that a reader knows by sight: EU, IAEA."""


def surname(entity: Entity) -> str:
    """Return the name by which news calls a person again: `Lula`, `von der Leyen`, `Xi`."""
    words = [w for w in entity.name.split() if w not in _SUFFIXES]
    known = [a for a in entity.aliases if a in words]
    if len(known) == 1:
        return known[0]
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(words[start:]) if words else entity.name


def short_name(entity: Entity) -> str:
    """Return a state's or organisation's initials where they are an alias: `US`, `IAEA`."""
    words = re.findall(r"[A-Za-z]+", entity.name)
    initials = "".join(w[0] for w in words if w[0].isupper())
    fits = [a for a in entity.aliases if a == initials and 2 <= len(a) <= _SHORT]
    if fits and len(words) > 1:
        return fits[0]
    name = _QUALIFIER.sub("", entity.name)
    brief = sorted((a for a in entity.aliases if " " not in a and len(a) > 2), key=len)
    return brief[0] if brief and len(name) > _LONG else name


def actor_name(registry: Registry, actor: str) -> str | None:
    """Name an actor in a headline; persons whom readers know go by an unshared surname."""
    entity = registry.actors.get(actor)
    if entity is None:
        return None
    if entity.kind != NameKind.PERSON:
        return short_name(entity)
    if entity.status != "reviewed" and not entity.wikidata:
        return entity.name
    last = surname(entity)
    shared = any(
        other.id != actor and other.kind == NameKind.PERSON and last in other.name.split()
        for other in registry.actors.values()
    )
    return entity.name if shared else last


def place_name(place: Entity) -> str:
    """Name a place without the larger one that tells it apart: `Port Almer, Chile`."""
    return _QUALIFIER.sub("", place.name).split(", ")[0]


def _spelled(mention: Mention, registry: Registry, *, as_place: bool, people: bool = False) -> str:
    last = mention.text.split()[-1]
    if mention.text == "Police":
        return "police"  # at the head of a sentence
    described = mention.kind == NameKind.ORGANISATION and last.islower()
    if mention.adjective or people or described:
        return _ACRONYM.sub(lambda m: m.group().replace(".", ""), mention.text)
    if mention.place and (as_place or not mention.actor):
        place = registry.places.get(mention.place) or mention.proposal
        return place_name(place) if place else mention.text
    entity = registry.actors.get(mention.actor or "")
    if entity is not None and _QUALIFIER.search(entity.name):
        return _ACRONYM.sub(lambda m: m.group().replace(".", ""), mention.text)
    if mention.actor and mention.actor in registry.actors:
        return actor_name(registry, mention.actor) or mention.text
    return mention.proposal.name if mention.proposal else mention.text


def _locative(tree: Tree, index: int) -> bool:
    """Whether grammar asks for a place: after a preposition of place, or undergoing a passive."""
    token = tree.tokens[index]
    head = tree.tokens[token.head]
    places = lexicons.lines("en/place_prepositions")
    if token.dep == "pobj":
        return head.lemma.casefold() in places
    return token.dep in {"nsubjpass", "dobj", "poss", "appos"}


def _people(tree: Tree, head: int, mention: Mention) -> bool:
    """Whether a state's word stands for its people: `three Kenyans and a Peruvian`."""
    counted = tree.having(head, "det", "nummod") or tree.tokens[head].tag in {"NNPS", "NNS"}
    return bool(counted) and mention.text in _nations()


@cache
def _nations() -> frozenset[str]:
    """Return the words for a state's people: `Kenyan`, `Kenyans`."""
    rows = lexicons.table("countries")
    return frozenset(word for row in rows for column in row[4:6] for word in column.split("|"))


def spellings(
    tree: Tree, mentions: Iterable[Mention], registry: Registry, places: tuple[str, ...]
) -> dict[int, str]:
    """Map the head of each name to its canonical form, and its other tokens to nothing."""
    words: dict[int, str] = {}
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end))
    for mention in ordered:
        if _is_named_next(mention, ordered):
            continue
        inside = tree.within(mention)
        head = tree.head_of(mention)
        if not inside or head is None or any(i in words for i in inside):
            continue
        as_place = mention.place in places or _locative(tree, head)
        people = _people(tree, head, mention)
        text = _spelled(mention, registry, as_place=as_place, people=people)
        if tree.tokens[head].dep in {"compound", "nmod"} and f" {mention.text}" in text:
            text = mention.text  # `a Delhi official`, where the town is New Delhi
        last = inside[-1] + 1
        after = tree.tokens[last].text if last < len(tree.tokens) else ""
        if after.casefold() in lexicons.lines("en/place_words") and " " in text:
            text = _without_kind(text)
        if tree.tokens[inside[-1]].tag == "POS" and not text.endswith(("'s", "’s")):
            inside = inside[:-1]
        before = inside[0] - 1
        if before >= 0 and tree.tokens[before].text.rstrip(".") in _HONORIFICS:
            words[before] = ""
        for index in inside:
            words[index] = ""
        words[head] = text
    return words


def _is_named_next(mention: Mention, mentions: Iterable[Mention]) -> bool:
    """Whether a word for a place has its name right behind it: `the capital of Lima`."""
    return mention.text.split()[-1].islower() and any(
        m.place == mention.place is not None and 0 <= m.start - mention.end <= _BESIDE
        for m in mentions
    )


def _without_kind(name: str) -> str:
    """Return `Odesa` for `Odesa Oblast` where the text says `region` after it."""
    first, _, last = name.rpartition(" ")
    return first if first and last.casefold() in lexicons.lines("en/place_words") else name
