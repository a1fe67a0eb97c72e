"""The dependency parse of one sentence, asked by index."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from generator.extract.telling.mended import mended
from generator.model import Sentence, Span, Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOMINAL = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "attr",
        "pobj",
        "prep",
        "agent",
        "conj",
        "compound",
        "amod",
        "poss",
        "nmod",
        "pcomp",
        "appos",
        "dative",
        "oprd",
    }
)
"""Labels of nouns and of what leads from them to their verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Tokens of a sentence with the children of each."""

    tokens: tuple[Token, ...]
    """In the order of the text."""
    children: tuple[tuple[int, ...], ...]
    """Indices of each token's dependents, in the order of the text."""

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first dependent with one of the labels."""
        return next((c for c in self.children[index] if self.tokens[c].dep in deps), None)

    def having(self, index: int, *deps: str) -> list[int]:
        """Return all dependents with one of the labels."""
        return [c for c in self.children[index] if self.tokens[c].dep in deps]

    def subtree(self, index: int) -> list[int]:
        """Return the token and all below it, in the order of the text."""
        found, queue = [], [index]
        while queue:
            here = queue.pop()
            found.append(here)
            queue.extend(self.children[here])
        return sorted(found)

    def within(self, span: Span) -> list[int]:
        """Return the tokens that touch a stretch of the text."""
        first = bisect_right(self.tokens, span.start, key=lambda token: token.end)
        last = bisect_left(self.tokens, span.end, key=lambda token: token.start)
        return list(range(first, last))

    def head_of(self, span: Span) -> int | None:
        """Return the token of the span that governs the rest of it."""
        inside = self.within(span)
        outer = (i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i)
        return next(outer, inside[0] if inside else None)


def tree(sentence: Sentence) -> Tree:
    """Index the parse of a sentence."""
    tokens = mended(sentence.tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            below[token.head].append(index)
    return Tree(tokens=tokens, children=tuple(tuple(c) for c in below))
