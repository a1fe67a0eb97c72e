"""A small town that has a capital's name, and a province that has a state's: which one is meant.

The famous place is meant unless the article speaks of the other's surroundings and of nothing
around the famous one: `Paris` beside Lexington and Kentucky.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.link.chunk import Chunk
from generator.link.gazetteer import Region, Town, regions, towns
from generator.link.geometry import km
from generator.link.index import Sense
from generator.link.pages import homonyms, region_entity, town_entity
from generator.link.regional import WITH_REGION
from generator.link.resolve import Surroundings
from generator.link.spelling import fold
from generator.link.world import starter
from generator.model import Entity, NameKind

BESIDE_KM = 150
"""Kilometres within which another place of the article speaks for a town."""

AROUND_KM = 500
"""Kilometres from the middle of a state or province within which a place speaks for it."""

Points = Sequence[tuple[str, float, float]]


def namesakes(
    found: Sequence[Sequence[Chunk]], places: Mapping[Chunk, Entity], around: Surroundings
) -> Iterator[tuple[Chunk, Entity]]:
    """Yield the chunks that seem to name a famous place, with the place that they do name."""
    said = {
        fold(chunk.text): chunk.entity
        for row in found
        for chunk in row
        if chunk.rank == WITH_REGION and chunk.entity and chunk.entity.kind == "city"
    }
    points = [*around.points, *points_of(places)]
    for row in found:
        for chunk in row:
            if chunk.kind not in {NameKind.PLACE, NameKind.STATE} or chunk.entity or chunk.head:
                continue
            own = said.get(fold(chunk.text)) or _other(chunk, points, around)
            if own is not None:
                yield chunk, own


def points_of(places: Mapping[Chunk, Entity]) -> Points:
    """Return the coordinates of places with the folded words that name them."""
    return [
        (fold(chunk.name or chunk.text), entity.lat, entity.lon)
        for chunk, entity in places.items()
        if entity.lat is not None and entity.lon is not None and entity.kind != "country"
    ]


def _other(chunk: Chunk, points: Points, around: Surroundings) -> Entity | None:
    """Return the town that is meant instead of the famous one of the lexicon."""
    famous = [starter().places.get(sense.place or "") for sense in chunk.senses]
    page = famous[0] if famous else None
    if page is None or page.kind != "city" or any(sense.curated for sense in chunk.senses):
        return None
    key = fold(chunk.text)
    others = [(lat, lon) for name, lat, lon in points if name != key]
    own = around.countries.get(page.country or "", 0) - around.by_capital.get(page.id, 0)
    if own > 0 or _count(page, others, BESIDE_KM):
        return None
    if (province := _province(chunk.text, page, around)) is not None:
        return province
    best = max(
        (town for town in towns(chunk.text) if town.own and town.geonames != page.geonames),
        key=lambda town: (_support(town, others, around), town.population),
        default=None,
    )
    if best is None or not _support(best, others, around):
        return None
    return town_entity(best, chunk.text)


def _province(name: str, page: Entity, around: Surroundings) -> Entity | None:
    """Return the province of that name in a country that the article names, or else its regions."""
    found = [
        (_named(region, around), region_entity(region))
        for region in regions().get(fold(name), ())
        if region.country != page.country and fold(region.name) == fold(name)
    ]
    named, best = max(found, key=lambda pair: (pair[0], pair[1].id), default=(0.0, None))
    return best if named else None


def _named(region: Region, around: Surroundings) -> float:
    """Count how often the article names the country of a region, and its other regions."""
    own = f"{region.country}.{region.code}"
    others = around.regions - {own}
    beside = sum(code.startswith(f"{region.country}.") for code in others)
    return around.countries.get(region.country, 0) + beside


def _support(town: Town, others: Sequence[tuple[float, float]], around: Surroundings) -> int:
    """Count the places beside a town, where the article names its region or country."""
    named = f"{town.country}.{town.region}" in around.regions
    if not (named or around.countries.get(town.country, 0) > 0):
        return 0
    return sum(km((town.lat, town.lon), point) <= BESIDE_KM for point in others)


def _count(page: Entity, others: Sequence[tuple[float, float]], reach: float) -> int:
    if page.lat is None or page.lon is None:
        return 0
    return sum(km((page.lat, page.lon), point) <= reach for point in others)


def province_or_state(
    senses: Sequence[Sense], places: Mapping[Chunk, Entity], around: Surroundings
) -> Sense | None:
    """Return the sense of a name that the other places of the article lie around: `Georgia`."""
    own = {fold(sense.spelling) for sense in senses}
    points = [*around.points, *points_of(places)]
    others = [(lat, lon) for name, lat, lon in points if name not in own]
    pages = {page.id: page for page in homonyms()} | dict(starter().places)
    counts = [
        (_count(page, others, AROUND_KM), sense)
        for sense in senses
        if (page := pages.get(sense.place or "")) is not None
    ]
    ranked = sorted(counts, key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] == 0 or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]
