"""A name found in a sentence, before and after it is known what it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.link.index import Sense
from generator.model import Entity, NameKind, Sentence


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chunk:
    """A stretch of tokens that names something; equal to itself alone, so that it hashes fast."""

    sentence: Sentence
    first: int
    """Index of the first token in the sentence."""
    end: int
    """Index after the last token."""
    kind: NameKind
    rank: int
    """The higher wins where two overlap; the longer among equals."""
    senses: tuple[Sense, ...] = ()
    """What the index says; empty for a name that it does not have."""
    entity: Entity | None = None
    """A page made for it or found in the gazetteer."""
    name: str = ""
    """Canonical spelling of an unknown name."""
    role: str | None = None
    head: str | None = None
    """Kind of place by its head noun: `region` of `Kivu province`."""
    votes: float = 0.0
    """How much in the article speaks for its kind, for names that the index does not have."""
    holder: str | None = None
    """Id of the state that the words put it in: `peru` of `Peru's Puno region`."""

    @property
    def text(self) -> str:
        """The words as they stand, white space folded."""
        tokens = self.sentence.tokens
        start, end = tokens[self.first].start, tokens[self.end - 1].end
        at = self.sentence.start
        return " ".join(self.sentence.text[start - at : end - at].split())

    def overlaps(self, other: Chunk) -> bool:
        """Whether the two share a token."""
        return (
            self.sentence.index == other.sentence.index
            and self.first < other.end
            and other.first < self.end
        )


def without_overlaps(chunks: Iterable[Chunk]) -> list[Chunk]:
    """Keep the best of overlapping chunks, in the order of the text."""
    kept: list[Chunk] = []
    order = sorted(chunks, key=lambda c: (-c.rank, c.first - c.end, c.first, c.name))
    for chunk in order:
        if not any(chunk.overlaps(other) for other in kept):
            kept.append(chunk)
    return sorted(kept, key=lambda c: (c.sentence.index, c.first))
