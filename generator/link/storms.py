"""Storms that bear a name: `Hurricane Orsa` is no person, and `Orsa` alone no place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.link.chunk import Chunk
from generator.link.grammar import words
from generator.link.spelling import fold
from generator.model import NameKind, Sentence


def without_storms(
    sentences: Iterable[Sentence], found: Sequence[Sequence[Chunk]]
) -> list[list[Chunk]]:
    """Drop the single words that the article somewhere calls a storm."""
    named = {
        fold(after.text)
        for sentence in sentences
        for token, after in zip(sentence.tokens, sentence.tokens[1:], strict=False)
        if fold(token.text) in words("en/storm_nouns") and token.text[0].isupper()
        if after.pos == "PROPN" and after.text[0].isupper()
    }
    return [[chunk for chunk in row if not _is_storm(chunk, named)] for row in found]


def _is_storm(chunk: Chunk, named: set[str]) -> bool:
    single = chunk.end - chunk.first == 1 and chunk.kind is not NameKind.STATE
    return single and chunk.entity is None and fold(chunk.text) in named
