"""Towns that the words after their name tell of: `in Aljan, a village near the border`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.link.grammar import is_proper, words
from generator.model import Sentence, Token

_NOUNS = {
    "city": "city",
    "hamlet": "city",
    "municipality": "city",
    "neighborhood": "district",
    "neighbourhood": "district",
    "port": "city",
    "resort": "city",
    "settlement": "city",
    "suburb": "district",
    "town": "city",
    "township": "city",
    "village": "city",
}
_DESCRIBED = 6
"""Words looked at before the noun: `, a small, quiet fishing village`."""
_ARTICLES = frozenset({"a", "an", "the"})


def renamed(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of such names with the kind of the place."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.text not in _NOUNS or token.dep == "compound":
            continue
        comma = _comma(tokens, at)
        first = comma
        while first > 0 and _inside(tokens, first - 1):
            first -= 1
        if first and comma > first and tokens[first - 1].text.casefold() in _asking():
            yield first, comma, _NOUNS[token.text]


def _comma(tokens: Sequence[Token], noun: int) -> int:
    """Return the comma before the noun's article, or 0."""
    for at in range(noun - 1, max(0, noun - 2 - _DESCRIBED), -1):
        if tokens[at].text in _ARTICLES:
            return at - 1 if tokens[at - 1].text == "," else 0
    return 0


def _inside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token belongs to a name: `Aljan`, the marks and particles of `Alba-a-Nova`."""
    joined = at > 0 and "-" in {tokens[at].text, tokens[at - 1].text, tokens[at + 1].text}
    tight = joined and tokens[at].start == tokens[at - 1].end
    return is_proper(tokens[at]) or tight


def _asking() -> frozenset[str]:
    return words("en/locative_prepositions") | {"from", "of", "to"}
