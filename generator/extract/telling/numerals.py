"""Digits for figures of ten and more, words below."""

from __future__ import annotations

from generator import lexicons
from generator.extract.telling.tree import Tree

_UNITED = frozenset(
    {"%", "percent", "per", "million", "billion", "trillion", "thousand", "hundred"}
)
_MEASURED = frozenset({"magnitude", "$", "€", "£", "No", "No.", "category", "chapter", "article"})
TEN = 10


def _words() -> dict[str, int]:
    return {word: int(value) for word, value in lexicons.table("en/number_words")}


def in_words(value: float) -> str:
    """Write a figure as running text has it: `seven`, `12`, `4,500`, `6.9`."""
    if value != int(value):
        return f"{value:,}"
    small = {number: word for word, number in _words().items()}
    return small[int(value)] if 0 < value < TEN else f"{int(value):,}"


def numeral(tree: Tree, index: int) -> str:
    """Write one number of the text in house style, or as it stands where it measures."""
    token = tree.tokens[index]
    after = tree.tokens[index + 1].text.casefold() if index + 1 < len(tree.tokens) else ""
    before = tree.tokens[index - 1].text if index else ""
    joined = "-" in (after, before)
    if joined or after in _UNITED or before.casefold() in _MEASURED or before in _MEASURED:
        return token.text
    plain = token.text.replace(",", "")
    value = int(plain) if plain.isdecimal() else _words().get(token.text.casefold())
    if value is None or token.ner.endswith(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY")):
        return token.text
    return token.text if plain.isdecimal() and value >= TEN else in_words(value)
