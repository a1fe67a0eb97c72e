"""One name, one kind in an article: tags are votes, and the words around weigh more.

The small model calls a town a company in one sentence and a person in the next. What a name is
called by title, preposition or neighbour anywhere in the article decides for all its mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.link.chunk import Chunk
from generator.link.evidence import (
    before_comma,
    has_age,
    is_human,
    is_located,
    is_organised,
    is_thing,
    listed,
)
from generator.link.gazetteer import regions, towns
from generator.link.grammar import root_of, words
from generator.link.organisations import SUFFIXED, acronym_after
from generator.link.persons import FULL, TITLED
from generator.link.places import LOCATED_TOWN
from generator.link.resolve import LARGE, SMALL, Surroundings
from generator.link.roles import office_after, office_before
from generator.link.spelling import fold, sound
from generator.model import NameKind, Token

Votes = dict[NameKind | None, float]
"""By kind; None is a thing that is nobody: a ship, a rocket, an app."""

TITLE, SURNAME, SUFFIX, THING, WORDS_AROUND = 4.0, 5.0, 4.0, 3.0, 2.0
LOCATED, THERE, IN_GAZETTEER, OF_REGION, TAG = 3.0, 1.5, 1.0, 3.0, 1.0
"""Votes: a title before the name; the surname of a person of the article; an organisation's last
word; a word for a thing; a telling neighbour; a place that only the words tell of (`a camp at X`);
a preposition of place; the gazetteer; a town of a region that the article names; one tag."""

ELSEWHERE = 0.3
"""Vote of the gazetteer for a place in a country that the article does not name."""

_ADDRESSED = frozenset({"nsubj", "nsubjpass"})


def agreed(found: Sequence[Sequence[Chunk]], around: Surroundings) -> list[list[Chunk]]:
    """Return the chunks with one kind for each name that only the recogniser has."""
    votes: dict[str, Votes] = {}
    surnames = _surnames(found)
    titled = _titled(found)
    sure = _organisations_at(found)
    unlisted = _unlisted(found)
    for several in (True, False):
        chunks = [c for c in _open(found) if (len(fold(c.name).split()) > 1) is several]
        for chunk in chunks:
            counted = votes.setdefault(fold(chunk.name), {})
            _count(chunk, counted, surnames, around)
            if several and chunk.rank != SUFFIXED and fold(chunk.name).split()[-1] in titled:
                counted[NameKind.PERSON] = counted.get(NameKind.PERSON, 0.0) + SURNAME
            if _is_listed(chunk, sure):
                counted[NameKind.ORGANISATION] = (
                    counted.get(NameKind.ORGANISATION, 0.0) + WORDS_AROUND
                )
        surnames |= _surnames([_all_decided(chunks, votes, unlisted)])
    return [_all_decided(row, votes, unlisted) for row in found]


def _all_decided(
    chunks: Iterable[Chunk], votes: dict[str, Votes], unlisted: frozenset[str]
) -> list[Chunk]:
    decided = (_decided(chunk, votes, unlisted) for chunk in chunks)
    return [chunk for chunk in decided if chunk is not None]


def _unlisted(found: Iterable[Iterable[Chunk]]) -> frozenset[str]:
    """Return the names of places that no gazetteer has and that the words tell of."""
    return frozenset(
        fold(chunk.name)
        for chunk in _open(found)
        if not _in_gazetteer(chunk.name)
        and is_located(chunk.sentence.tokens, chunk.first, chunk.end)
    )


def _organisations_at(found: Iterable[Iterable[Chunk]]) -> frozenset[tuple[int, int]]:
    """Return the sentences and tokens of the organisations that the index has."""
    return frozenset(
        (chunk.sentence.index, at)
        for row in found
        for chunk in row
        if chunk.kind is NameKind.ORGANISATION and (chunk.senses or chunk.rank == SUFFIXED)
        for at in range(chunk.first, chunk.end)
    )


def _is_listed(chunk: Chunk, sure: frozenset[tuple[int, int]]) -> bool:
    """Whether the name stands in a list with an organisation that is surely one."""
    tokens = chunk.sentence.tokens
    if len(chunk.name.split()) > 1 or _in_gazetteer(chunk.name):
        return False
    at = root_of(tokens, chunk.first, chunk.end)
    joined = listed(tokens, at)
    if chunk.kind is not NameKind.PERSON and (last := before_comma(tokens, chunk.first)):
        joined.add(last)
    return any((chunk.sentence.index, i) in sure for i in joined)


def _is_open(chunk: Chunk) -> bool:
    return not (chunk.senses or chunk.entity) and chunk.head in {None, "mr"} and bool(chunk.name)


def _open(found: Iterable[Iterable[Chunk]]) -> list[Chunk]:
    return [chunk for row in found for chunk in row if _is_open(chunk)]


def _surnames(found: Iterable[Iterable[Chunk]]) -> frozenset[str]:
    """Return the sounds of the surnames of all full names that are surely persons'."""
    return frozenset(
        sound(chunk.name).split()[-1]
        for row in found
        for chunk in row
        if chunk.kind is NameKind.PERSON
        and (chunk.rank in {TITLED, FULL} or chunk.votes)
        and len(fold(chunk.name).split()) > 1
    )


def _titled(found: Iterable[Iterable[Chunk]]) -> frozenset[str]:
    """Return the surnames behind `Mr` and the like: whoever bears one is a person."""
    return frozenset(fold(chunk.name).split()[-1] for chunk in _open(found) if chunk.head == "mr")


def _count(chunk: Chunk, votes: Votes, surnames: frozenset[str], around: Surroundings) -> None:
    def vote(kind: NameKind | None, weight: float) -> None:
        votes[kind] = votes.get(kind, 0.0) + weight

    several = len(fold(chunk.name).split()) > 1
    vote(chunk.kind, TAG if several or chunk.kind is not NameKind.PERSON else TAG * 0.6)
    tokens = chunk.sentence.tokens
    if chunk.rank == TITLED or chunk.head == "mr" or _has_office(chunk):
        vote(NameKind.PERSON, TITLE)
    if not several and sound(chunk.name) in surnames:
        vote(NameKind.PERSON, SURNAME if not _is_large_town(chunk.name) else TAG)
    if chunk.rank == SUFFIXED or acronym_after(chunk):
        vote(NameKind.ORGANISATION, SUFFIX)
    root = tokens[root_of(tokens, chunk.first, chunk.end)]
    before = tokens[chunk.first - 1] if chunk.first else None
    if _beside_organisation(tokens, chunk, root) and not _is_home(chunk, root):
        vote(NameKind.ORGANISATION, WORDS_AROUND)
    if is_human(tokens, chunk.first, chunk.end):
        vote(NameKind.PERSON, WORDS_AROUND)
    if has_age(tokens, chunk.end):
        vote(NameKind.PERSON, SURNAME)
    if chunk.rank != SUFFIXED and is_thing(tokens, chunk.first, chunk.end):
        vote(None, THING)
    if _in_gazetteer(chunk.name):
        here = _is_of_countries(chunk.name, around)
        vote(
            NameKind.PLACE,
            IN_GAZETTEER * (1.0 if here else 0.3) / (1 + votes.get(NameKind.PLACE, 0)),
        )
        if _is_of_regions(chunk.name, around) and (several or _is_among_places(chunk)):
            vote(NameKind.PLACE, OF_REGION / (1 + votes.get(NameKind.PLACE, 0)))
        there = before is not None and before.text.casefold() in words("en/locative_prepositions")
        beside = root.dep == "conj" and tokens[root.head].ner.endswith(("GPE", "LOC"))
        if there or beside or _tells_home(tokens, chunk.end, root):
            vote(NameKind.PLACE, THERE)
        elif root.dep == "dobj" and tokens[root.head].lemma in words("en/place_verbs"):
            vote(NameKind.PLACE, THERE * _is_known_town(chunk.name))
    elif is_located(tokens, chunk.first, chunk.end):
        vote(NameKind.PLACE, LOCATED)
    if chunk.kind is NameKind.ORGANISATION and not several and _does(tokens, chunk):
        vote(NameKind.ORGANISATION, TAG)
    if root.dep in _ADDRESSED and tokens[root.head].lemma in words("en/reporting_verbs"):
        named = chunk.kind in {NameKind.PLACE, NameKind.ORGANISATION} and not several
        vote(NameKind.ORGANISATION, WORDS_AROUND if named else TAG / 2)
        vote(NameKind.PERSON, TAG / 2)


def _tells_home(tokens: Sequence[Token], end: int, root: Token) -> bool:
    """Whether it says where somebody lives: `a Leeds man`, `two Kano residents`."""
    if end >= len(tokens) or root.dep not in {"compound", "nmod", "amod"}:
        return False
    return tokens[end].text.islower() and tokens[end].lemma in words("en/person_nouns")


def _does(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a name that stands alone does something to something: `Norvane lost its permit`.

    Rivers bear an article, what kills may be a disease, and a first word in the plural many things.
    """
    at = root_of(tokens, chunk.first, chunk.end)
    verb = tokens[at].head
    alone = tokens[at].dep == "nsubj" and tokens[at].pos == "PROPN"
    article = chunk.first > 0 and tokens[chunk.first - 1].tag == "DT"
    many = at == 0 and chunk.name.endswith("s") and not chunk.name.endswith(("ss", "us"))
    if article or many or tokens[verb].lemma in words("en/harm_verbs"):
        return False
    return alone and any(token.head == verb and token.dep == "dobj" for token in tokens)


def _has_office(chunk: Chunk) -> bool:
    """Whether an office stands after the name, or the name begins with `Queen` or the like."""
    first = fold(chunk.name).split()[0]
    if first in words("en/name_titles"):
        return True
    tokens = chunk.sentence.tokens
    before = tokens[chunk.first - 1] if chunk.first else None
    there = before is not None and before.text.casefold() in words("en/locative_prepositions")
    if there and " " not in chunk.name and _in_gazetteer(chunk.name):
        return False
    if " " in chunk.name and office_before(tokens, chunk.first, frozenset()) is not None:
        return chunk.rank != SUFFIXED
    return office_after(tokens, chunk.first, chunk.end) is not None


def _is_of_countries(name: str, around: Surroundings) -> bool:
    """Whether the article names the country that a place of that name lies in."""
    found = {town.country for town in towns(name)} | {
        r.country for r in regions().get(fold(name), ())
    }
    return any(around.countries.get(country, 0) > 0 for country in found)


def _is_of_regions(name: str, around: Surroundings) -> bool:
    """Whether a town of exactly that name lies in a region that the article names."""
    return any(
        town.own and f"{town.country}.{town.region}" in around.regions for town in towns(name)
    )


def _is_among_places(chunk: Chunk) -> bool:
    """Whether a place stands in a list with the name, or the name has a capital within."""
    tokens = chunk.sentence.tokens
    joined = listed(tokens, root_of(tokens, chunk.first, chunk.end))
    inner = chunk.name[1:].lower() != chunk.name[1:]
    return inner or any(tokens[at].ner.endswith(("GPE", "LOC")) for at in joined)


def _beside_organisation(tokens: Sequence[Token], chunk: Chunk, root: Token) -> bool:
    """Whether a word such as `firm` or `operator` describes the name."""
    if is_organised(tokens, chunk.first, chunk.end):
        return True
    after = tokens[chunk.end] if chunk.end < len(tokens) else None
    head = tokens[root.head]
    if after is not None and root.dep == "compound" and after.lemma.casefold() in _SPEAKERS:
        return True
    camel = any(letter.isupper() for letter in chunk.name[1:]) and chunk.name[:1].isupper()
    one_word = chunk.name.isalnum() and not chunk.name.isupper()
    if camel and one_word:
        return True
    if root.dep == "conj" and head.ner.endswith("ORG") and not _in_gazetteer(chunk.name):
        return True
    return root.dep == "pobj" and head.text == "to" and tokens[head.head].text == "according"


def _is_home(chunk: Chunk, root: Token) -> bool:
    """Whether a region only says where a body is: `Texas firm Lumen`, `California regulators`."""
    return root.dep in {"amod", "compound", "nmod"} and fold(chunk.name) in regions()


_SPEAKERS = frozenset({"spokesman", "spokesperson", "spokeswoman", "share", "stock", "employee"})


def _is_large_town(name: str) -> bool:
    """Whether the name is a town's that needs no explaining: `Leaving Atlanta` has no surname."""
    return any(town.own and town.population >= LARGE for town in towns(name))


def _is_known_town(name: str) -> bool:
    own = any(town.own and town.population >= SMALL for town in towns(name))
    return own or fold(name) in regions()


def _in_gazetteer(name: str) -> bool:
    return fold(name) in regions() or any(
        town.population >= SMALL or town.own for town in towns(name)
    )


def _decided(chunk: Chunk, votes: dict[str, Votes], unlisted: frozenset[str]) -> Chunk | None:
    if not _is_open(chunk):
        return chunk
    counted = votes[fold(chunk.name)]
    order = (NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION)
    best = max(order, key=lambda kind: (counted.get(kind, 0.0), -order.index(kind)))
    strength = counted.get(best, 0.0)
    if counted.get(None, 0.0) >= strength:
        return None
    organised = counted.get(NameKind.ORGANISATION, 0.0)
    if best is NameKind.PLACE and fold(chunk.name) in unlisted:
        return replace(chunk, kind=best, role=None, votes=round(strength, 3), head=LOCATED_TOWN)
    if best is NameKind.PLACE and organised and not _in_gazetteer(chunk.name):
        best, strength = NameKind.ORGANISATION, organised + strength / 2
    role = chunk.role if best is chunk.kind else _role(chunk) if best is NameKind.PERSON else None
    return replace(chunk, kind=best, role=role, votes=round(strength, 3))


def _role(chunk: Chunk) -> str | None:
    """Return the office of a person that was tagged as something else."""
    tokens = chunk.sentence.tokens
    office = office_before(tokens, chunk.first, frozenset())
    if office is not None and not office.courtesy:
        return office.text
    after = office_after(tokens, chunk.first, chunk.end)
    return after.text if after else None
