"""Towns and counties named with their region: `Springfield, Oregon`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.link.chunk import Chunk
from generator.link.gazetteer import Region, regions, towns
from generator.link.pages import region_entity, town_entity
from generator.link.spelling import fold, slug
from generator.model import Entity, NameKind, Sentence, Token

WITH_REGION = 85
"""Rank of both names: what the words themselves say wins over any guess."""

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
            return town_entity(town, name)
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
        token.pos in {"PROPN", "NOUN", "ADJ"} and token.tag != "POS" for token in tokens
    )


def _text(sentence: Sentence, first: int, end: int) -> str:
    start, stop = sentence.tokens[first].start, sentence.tokens[end - 1].end
    return sentence.text[start - sentence.start : stop - sentence.start]
