"""Places told by their state: `eastern Poland`, `the Norwegian capital`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.link.chunk import Chunk
from generator.link.grammar import is_named_next, is_proper
from generator.link.places import HEADED
from generator.link.resolve import sides
from generator.link.world import starter, states
from generator.model import NameKind, Sentence, Token


def state_parts(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield the parts and capitals of the states that the chunks name."""
    yield from _sides(sentence, chunks)
    yield from _capitals(sentence, chunks)


def _sides(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield `eastern Poland`: a part of a country is a place of its own."""
    tokens = sentence.tokens
    for chunk in chunks:
        sense = chunk.senses[0] if chunk.senses else None
        if sense is None or sense.place is None or sense.place not in states() or not chunk.first:
            continue
        first, side = _side_before(tokens, chunk.first)
        longer = chunk.end < len(tokens) and tokens[chunk.end - 1].dep == "compound"
        if longer and is_proper(tokens[chunk.end]):
            continue  # `Southern Sudan Medical Center`
        if side in sides():
            yield Chunk(
                sentence=sentence,
                first=first,
                end=chunk.end,
                kind=NameKind.PLACE,
                rank=HEADED,
                name=f"{side.replace('-', '').capitalize()} {states()[sense.place].name}",
                head="part",
                holder=sense.place,
                senses=(sense,),
            )


def _side_before(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Return the word before a token, of two with a hyphen both: `north-eastern`."""
    first = at - 3 if at > 2 and tokens[at - 2].text == "-" else at - 1
    return first, "".join(token.text for token in tokens[first:at]).casefold()


def _capitals(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield the town that `the Norwegian capital` or `Norway's capital` is."""
    tokens = sentence.tokens
    for chunk in chunks:
        state = states().get(chunk.senses[0].actor or "") if chunk.senses else None
        at = chunk.end + (chunk.end < len(tokens) and tokens[chunk.end].tag == "POS")
        if state is None or at + 1 >= len(tokens) or tokens[at].text != "capital":
            continue
        if tokens[at].dep != "compound" and not (
            is_proper(tokens[at + 1]) or is_named_next(tokens, at)
        ):
            yield Chunk(
                sentence=sentence,
                first=at,
                end=at + 1,
                kind=NameKind.PLACE,
                rank=HEADED,
                entity=starter().places.get(state.capital or ""),
                name="capital",
                head="the capital",
            )
