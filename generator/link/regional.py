"""Towns and counties named with their region: `Springfield, Oregon`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.link.chunk import Chunk
from generator.link.gazetteer import Region, regions, towns
from generator.link.pages import region_entity, town_entity
from generator.link.roles import is_title
from generator.link.spelling import fold, slug
from generator.model import Entity, NameKind, Sentence, Token

WITH_REGION = 85
"""Rank of both names: what the words themselves say wins over any guess."""

LONG = 79
"""Rank of a region's name of several words: above persons, heads and the bare names in it."""

LONGEST_REGION = 6
"""Tokens of a region's name looked at: `Emilia-Romagna` has three, `Rio Grande do Sul` four."""

LONGEST = 3
"""Words of a town's or region's name looked at: `San Luis Obispo, California`."""


def towns_with_region(sentence: Sentence) -> Iterator[Chunk]:
    """Yield a town and its region, and a county and its state, where a comma joins them."""
    tokens = sentence.tokens
    for comma in range(1, len(tokens) - 1):
        if tokens[comma].text != ",":
            continue
        for end in range(min(len(tokens), comma + 1 + LONGEST), comma + 1, -1):
            if not tokens[end - 1].text[0].isalnum():
                continue
            if end < len(tokens) and tokens[end].pos == "CCONJ":
                break  # a list of towns: Boston, New York and Chicago
            rows = _named(_text(sentence, comma + 1, end))
            if rows and tokens[comma + 1].text[0].isupper():
                yield from _pair(sentence, comma, end, rows)
                break


def long_regions(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield the regions of several words: `Rio Grande do Sul` is not the Rio Grande.

    The name must not be cut out of a longer one, nor stand where the index has all of it.
    """
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        end = _long_end(sentence, at) if tokens[at].text[0].isupper() else None
        if end is None:
            at += 1
            continue
        if not any(c.senses and c.first <= at and c.end >= end for c in chunks):
            yield Chunk(
                sentence=sentence,
                first=at,
                end=end,
                kind=NameKind.PLACE,
                rank=LONG,
                name=" ".join(_text(sentence, at, end).split()),
            )
        at = end


def _long_end(sentence: Sentence, first: int) -> int | None:
    tokens = sentence.tokens
    if first and _is_large(tokens[first - 1]):
        return None
    for end in range(min(len(tokens), first + LONGEST_REGION), first + 1, -1):
        if not tokens[end - 1].text[0].isupper():
            continue
        if end < len(tokens) and (_goes_on(tokens, end) or tokens[end].text == "-"):
            continue
        if " " in fold(_text(sentence, first, end)) and _named(_text(sentence, first, end)):
            return end
    return None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a longer name begins with the region's, and no office: `Minas Gerais Governor`."""
    end = at
    while end < len(tokens) and _is_large(tokens[end]):
        if is_title(tokens[end]):
            return False
        end += 1
    return end > at


def _is_large(token: Token) -> bool:
    return token.text[0].isupper() and token.pos == "PROPN"


def _named(name: str) -> tuple[Region, ...]:
    """Return the regions that have exactly this name, and not `Leeds` for its county."""
    key = fold(name)
    return tuple(
        region
        for region in regions().get(key, ())
        if key in {fold(spelling) for spelling in (region.name, *region.aliases)}
    )


def _pair(sentence: Sentence, comma: int, end: int, rows: Sequence[Region]) -> Iterator[Chunk]:
    for first in range(max(0, comma - LONGEST), comma):
        if not _is_name(sentence.tokens[first:comma]):
            continue
        for region in rows:
            inner = _inside(_text(sentence, first, comma), region)
            if inner is not None:
                yield _chunk(sentence, first, comma, inner)
                yield _chunk(sentence, comma + 1, end, region_entity(region))
                return


def _inside(name: str, region: Region) -> Entity | None:
    """Return the town of that name in the region, or the county with its own word."""
    for town in towns(name):
        if (town.country, town.region) == (region.country, region.code):
            return replace(town_entity(town, name), within=region.id)
    if not name.endswith((" County", " Parish")):
        return None
    return Entity(
        id=f"{slug(name)}-{region.id}",
        name=f"{name}, {region.name}",
        kind="region",
        aliases=(name,),
        country=region.country,
        within=region.id,
        lat=region.lat,
        lon=region.lon,
    )


def _chunk(sentence: Sentence, first: int, end: int, entity: Entity) -> Chunk:
    return Chunk(
        sentence=sentence,
        first=first,
        end=end,
        kind=NameKind.PLACE,
        rank=WITH_REGION,
        entity=entity,
        name=entity.name,
    )


def _is_name(tokens: Sequence[Token]) -> bool:
    return tokens[0].text[0].isupper() and all(
        (token.pos in {"PROPN", "NOUN", "ADJ"} and token.tag != "POS") or token.text == "-"
        for token in tokens
    )


def _text(sentence: Sentence, first: int, end: int) -> str:
    start, stop = sentence.tokens[first].start, sentence.tokens[end - 1].end
    return sentence.text[start - sentence.start : stop - sentence.start]
