"""The persons of one article: full names, and later mentions by surname."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.link.chunk import Chunk
from generator.link.evidence import has_age
from generator.link.grammar import tells_story, words
from generator.link.index import Index
from generator.link.persons import SINGLE
from generator.link.spelling import fold, slug, sound
from generator.model import Entity, NameKind, Sentence

MISSED = 34
"""Rank of a surname that the recogniser passed over: anything else found there wins."""

_NOMINAL = frozenset({"nsubj", "nsubjpass", "poss"})
"""Relations of a name that the tagger takes for a plain word: `Radu was held`."""
_LINKS = frozenset({"al", "el", "bin", "ben", "de", "van", "von", "abu", "ibn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who is who in one article."""

    by_name: dict[str, tuple[str, Entity | None]]
    """By folded full name: id, and the page proposed if it is new."""
    by_part: dict[str, tuple[str, Entity | None]]
    """By sound of a surname or other part that only one of them has."""
    surnames: frozenset[str]
    """Folded words that name one of them alone, to find mentions that were not tagged."""
    since: dict[str, int]
    """By id: the first sentence that has the full name."""

    def told(self, chunk: Chunk) -> tuple[str | None, str | None, Entity | None] | None:
        """Return the person a chunk names."""
        found = self.by_name.get(fold(chunk.name)) or self.by_part.get(sound(chunk.name))
        return (found[0], None, found[1]) if found else None

    def missed(self, sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
        """Yield mentions by surname that the recogniser did not tag."""
        covered = {at for chunk in chunks for at in range(chunk.first, chunk.end)}
        for at, token in enumerate(sentence.tokens):
            if at in covered or not token.text[0].isupper():
                continue
            named = (
                token.pos == "PROPN" or token.dep in _NOMINAL or has_age(sentence.tokens, at + 1)
            )
            if named and fold(token.text) in self.surnames:
                yield Chunk(
                    sentence=sentence,
                    first=at,
                    end=at + 1,
                    kind=NameKind.PERSON,
                    rank=MISSED,
                    name=token.text,
                )


def cast(found: Iterable[Sequence[Chunk]], index: Index) -> Cast:
    """Tell the persons of the article: full names first, then what only one of them bears."""
    chunks = [chunk for row in found for chunk in row]
    by_name: dict[str, tuple[str, Entity | None]] = {}
    parts: dict[str, set[str]] = {}
    told: dict[str, tuple[str, Entity | None]] = {}
    since: dict[str, int] = {}
    longer = _longer(chunks)
    for chunk in chunks:
        full = _known_person(chunk, index) or _full(chunk, index)
        if full is None:
            continue
        if full[1] is not None and (whole := longer.get(fold(chunk.name))) is not None:
            full = _known_person(whole, index) or _full(whole, index) or full
        told[full[0]] = told.get(full[0]) or full
        since.setdefault(full[0], chunk.sentence.index)
        by_name[fold(chunk.name)] = told[full[0]]
        for part in _parts(_names_of(chunk, index)):
            parts.setdefault(part, set()).add(full[0])
    by_part = {key: told[next(iter(ids))] for key, ids in parts.items() if len(ids) == 1}
    for chunk in chunks:
        if _is_single(chunk) and sound(chunk.name) not in parts:
            single = _single(chunk, index)
            if single is not None:
                by_part[sound(chunk.name)] = single
    spelled = {fold(c.name).split()[-1]: sound(c.name.split()[-1]) for c in chunks if c.name}
    return Cast(
        by_name=by_name,
        by_part=by_part,
        surnames=frozenset(word for word, heard in spelled.items() if heard in by_part),
        since=since,
    )


def _longer(chunks: Iterable[Chunk]) -> dict[str, Chunk]:
    """Map the end of a name to the one name that ends so: `Suu Kyi` to `Aung San Suu Kyi`."""
    found: dict[str, dict[str, Chunk]] = {}
    for chunk in chunks:
        if chunk.kind is not NameKind.PERSON:
            continue
        whole = fold(chunk.name)
        parts = whole.split()
        for start in range(1, len(parts) - 1):
            found.setdefault(" ".join(parts[start:]), {}).setdefault(whole, chunk)
    return {end: next(iter(own.values())) for end, own in found.items() if len(own) == 1}


def _known_person(chunk: Chunk, index: Index) -> tuple[str, Entity | None] | None:
    if not chunk.senses or chunk.senses[0].kind is not NameKind.PERSON:
        return None
    return (chunk.senses[0].actor or "", None)


def _names_of(chunk: Chunk, index: Index) -> str:
    if chunk.senses:
        return index.registry.actors[chunk.senses[0].actor or ""].name
    return chunk.name


def _full(chunk: Chunk, index: Index) -> tuple[str, Entity | None] | None:
    if chunk.kind is not NameKind.PERSON or chunk.senses or not _is_full(chunk.name):
        return None
    if not tells_story(chunk.sentence):
        return None
    if known := index.person(sound(chunk.name)):
        return known, None
    return _proposed(chunk)


def _proposed(chunk: Chunk) -> tuple[str, Entity]:
    entity = Entity(
        id=slug(chunk.name),
        name=chunk.name,
        kind=NameKind.PERSON.value,
        role=chunk.role,
        affiliation=chunk.holder,
    )
    return entity.id, entity


def _parts(name: str) -> Iterator[str]:
    """Yield what a person may later be called by: the surname, with its particles or without.

    Another of the names alone serves too where nobody else of the article bears it.
    """
    small = next((i for i, word in enumerate(name.split()) if word.islower()), 0)
    if small:
        yield sound(" ".join(name.split()[small:]))
    heard = [sound(word) for word in fold(name).split()]
    if not _is_double(name):
        yield heard[-1]
    if len(heard) > 1:
        yield heard[0]
        yield " ".join(heard[-2:])
    yield from (part for part in heard[1:-1] if len(part) > 2)


def _is_double(name: str) -> bool:
    """Whether a surname is of two by marriage, the second of which is another's: `Ruiz-Prado`."""
    first, hyphen, second = name.split()[-1].partition("-")
    return bool(hyphen) and fold(first) not in _LINKS and second[:1].isupper()


def _is_single(chunk: Chunk) -> bool:
    return chunk.kind is NameKind.PERSON and not chunk.senses and not _is_full(chunk.name)


def _is_full(name: str) -> bool:
    """Whether a first name is there too: a surname may begin with a small word, as `van Dijk`."""
    return len(fold(name).split()) > 1 and not name[0].islower()


def _single(chunk: Chunk, index: Index) -> tuple[str, Entity | None] | None:
    """Tell a surname that no full name of the article explains: the registry, or a title."""
    if known := index.surname(sound(chunk.name)):
        return known, None
    titled = chunk.rank > SINGLE
    if titled and tells_story(chunk.sentence) and fold(chunk.name) not in words("en/name_stoplist"):
        return _proposed(chunk)
    return None
