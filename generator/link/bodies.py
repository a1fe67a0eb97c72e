"""The organisations of one article: pages to propose, and short forms (`Relief Force (RF)`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.link.chunk import Chunk
from generator.link.grammar import tells_story, words
from generator.link.index import Index
from generator.link.organisations import SHORT, acronym_after
from generator.link.spelling import fold, initials, is_acronym, slug
from generator.model import Entity, NameKind, Sentence, Token

VOTES_FOR_ONE_WORD = 1.9
"""A single word is taken for an organisation when two tags agree, or one and its surroundings: of
the words of the sample tagged once with nothing beside them, half are products and headings."""

_LETTERS = 3
"""Initials from which they may stand for the whole name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """The organisations of one article."""

    by_name: Mapping[str, Entity]
    """Pages proposed, by folded name."""
    short: Mapping[str, Entity]
    """Whose short form each is: as written in brackets after the name, or its initials."""
    bare: Mapping[str, Entity]
    """Names of one word, those of `the X party` among them."""

    def named(self, name: str) -> Entity | None:
        """Return the page for a name, or None where it was not sure enough."""
        return self.by_name.get(fold(name)) or self.bare.get(name)

    def missed(self, sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
        """Yield mentions by short form that the recogniser did not tag."""
        covered = {at for chunk in chunks for at in range(chunk.first, chunk.end)}
        for at, token in enumerate(sentence.tokens):
            told = token.text in self.short or self._is_code(token) or token.text in self.bare
            if at not in covered and told:
                yield Chunk(
                    sentence=sentence,
                    first=at,
                    end=at + 1,
                    kind=NameKind.ORGANISATION,
                    rank=SHORT,
                    name=token.text,
                )

    def _is_code(self, token: Token) -> bool:
        """Whether the article elsewhere tells that the letters are a body's."""
        letters = token.pos == "PROPN" and is_acronym(token.text)
        return letters and self.named(token.text) is not None


def bodies(found: Sequence[Sequence[Chunk]], index: Index) -> Bodies:
    """Tell the organisations of the article, longer names first."""
    rows = [c for row in found for c in row if c.kind is NameKind.ORGANISATION]
    by_name: dict[str, Entity] = {}
    short: dict[str, Entity] = {}
    told: dict[str, Entity] = {}
    for chunk in sorted(rows, key=lambda c: (-len(c.text), c.sentence.index, c.first)):
        entity = _longer(chunk, by_name) or _entity(chunk, index)
        if entity is None:
            continue
        if not (chunk.senses or chunk.entity) and " " not in chunk.name:
            entity = in_full(chunk.name, by_name.values()) or entity
        told[entity.id] = entity
        if not chunk.senses:
            by_name.setdefault(fold(chunk.name), entity)
        if (letters := acronym_after(chunk)) is not None:
            short.setdefault(letters[0], entity)
    known = {chunk.text for row in found for chunk in row if chunk.senses}
    for name, entity in _by_initials(told.values()).items():
        if name not in known:
            short.setdefault(name, entity)
    bare = {word: body for body in by_name.values() if (word := _bare(body.name))}
    return Bodies(by_name=by_name, short=short, bare=bare)


def in_full(word: str, entities: Iterable[Entity]) -> Entity | None:
    """Return the only longer name that tells but the body's sort after a word: `Korv Mining`."""
    sorts = words("en/org_suffixes") | words("en/org_nouns")
    named = {
        entity.id: entity
        for entity in entities
        if entity.name.split()[0] == word
        and len(entity.name.split()) > 1
        and all(fold(part) in sorts for part in entity.name.split()[1:])
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _bare(name: str) -> str | None:
    """Return the one word that the article may call a body by: `Dawn` of `Dawn party`."""
    first, *rest = name.split()
    plain = fold(first) in words("en/name_stoplist") or not first[:1].isupper()
    named = not rest or (len(rest) == 1 and rest[0] in words("en/org_nouns"))
    return first if named and not plain else None


def _by_initials(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Return whose initials the article may use unexplained: `TSB` for `Transit Safety Board of X`.

    At least three letters that fit no other body of the article.
    """
    owners: dict[str, dict[str, Entity]] = {}
    for entity in entities:
        for name in {entity.name, entity.name.partition(" of ")[0]}:
            short = initials(name)
            if len(short) >= _LETTERS and short != entity.name:
                owners.setdefault(short, {})[entity.id] = entity
    return {short: next(iter(own.values())) for short, own in owners.items() if len(own) == 1}


def _entity(chunk: Chunk, index: Index) -> Entity | None:
    if chunk.entity is not None:
        return chunk.entity
    if chunk.senses:
        return index.registry.actors.get(chunk.senses[0].actor or "")
    letters = acronym_after(chunk)
    if not tells_story(chunk.sentence) or not (letters or _is_sure(chunk)):
        return None
    return Entity(
        id=slug(chunk.name),
        name=chunk.name,
        kind=NameKind.ORGANISATION.value,
        aliases=(letters[0],) if letters else (),
    )


def _longer(chunk: Chunk, by_name: Mapping[str, Entity]) -> Entity | None:
    """Return the one body whose name goes on after these words: `Tarn Cross Health`, `Tarn Cross`.

    A chief word ends a name: the `Northern Police` are not the `Northern Police Union`.
    """
    words_of = fold(chunk.name).split()
    if (
        chunk.senses
        or chunk.entity
        or words_of[-1:] == []
        or words_of[-1] in words("en/org_suffixes")
    ):
        return None
    known = {e.id: e for name, e in by_name.items() if name.split()[: len(words_of)] == words_of}
    return next(iter(known.values())) if len(known) == 1 else None


def _is_sure(chunk: Chunk) -> bool:
    if fold(chunk.name) in words("en/name_stoplist"):
        return False
    if is_acronym(chunk.name) and len(chunk.name) > 2:
        return True
    return len(chunk.name.split()) > 1 or chunk.votes >= VOTES_FOR_ONE_WORD
