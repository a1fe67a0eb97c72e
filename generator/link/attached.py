"""What the words beside a place say of where it lies: `X airport in Y`, `X, a suburb of Y`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.link.chunk import Chunk
from generator.link.grammar import words
from generator.link.places import heads, is_part_word
from generator.model import NameKind, Token

_INSIDE = frozenset({"at", "in", "inside", "of", "within"})
_BESIDE = frozenset({"near", "outside"})
_REACH = 5
"""Words between the preposition and the place: `in the southern city of Y`."""

_APPOSED = 9
"""Words of an apposition before its `of`: `a small town in the far south of Y`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A place that the words attach to another."""

    chunk: Chunk
    inside: bool
    """Whether the other lies in it, and not only near it."""


def attached(chunk: Chunk, row: Sequence[Chunk]) -> Attached | None:
    """Return the place that stands right after a name with `in`, `at`, `near` or a comma."""
    tokens = chunk.sentence.tokens
    at = chunk.end
    comma = at < len(tokens) and tokens[at].text == ","
    at += comma
    if comma and (found := _at(row, at)):
        return Attached(chunk=found, inside=True)
    word = tokens[at].text.casefold() if at < len(tokens) else ""
    if word not in _INSIDE | _BESIDE:
        return None
    found = _after(row, tokens, at + 1)
    return Attached(chunk=found, inside=word in _INSIDE) if found else None


def larger(chunk: Chunk, row: Sequence[Chunk]) -> Chunk | None:
    """Return Y of `X, a suburb of Y` for the chunk of X."""
    tokens = chunk.sentence.tokens
    if chunk.end >= len(tokens) or tokens[chunk.end].text != ",":
        return None
    start = chunk.end + 1
    if start >= len(tokens) or tokens[start].text.casefold() not in {"a", "an", "another"}:
        return None
    for at in range(start + 1, min(start + _APPOSED, len(tokens) - 2)):
        kind = heads().get(tokens[at].text.casefold(), ("", ""))[0]
        if kind in {"city", "district"} and tokens[at + 1].text == "of":
            return _at(row, at + 2) if is_part_word(tokens, at) else None
    return None


def _after(row: Sequence[Chunk], tokens: Sequence[Token], at: int) -> Chunk | None:
    """Return the place that begins there, or behind an article and a few describing words."""
    for first in range(at, min(at + _REACH + 1, len(tokens))):
        if found := _at(row, first):
            return found
        word = tokens[first]
        small = word.text in {"the", "of"} or word.pos == "ADJ"
        if not small and word.text.casefold() not in words("en/place_head_words") | {*heads()}:
            return None
    return None


def _at(row: Sequence[Chunk], first: int) -> Chunk | None:
    return next(
        (
            chunk
            for chunk in row
            if chunk.first == first and (chunk.kind is NameKind.PLACE or _has_place(chunk))
        ),
        None,
    )


def _has_place(chunk: Chunk) -> bool:
    return bool(chunk.senses) and chunk.senses[0].place is not None
