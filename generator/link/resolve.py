"""Which place of that name is meant: the countries, regions and towns around it decide."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from generator import lexicons
from generator.link.chunk import Chunk
from generator.link.gazetteer import Region, Town, region_of, regions, towns
from generator.link.geometry import km
from generator.link.pages import region_entity, town_entity
from generator.link.spelling import fold, slug
from generator.link.world import starter, state_by_code, states
from generator.model import Entity

SHARE, MENTIONED, SAME_SENTENCE, NEAR, OWN_NAME, IN_REGION = 3.0, 0.5, 0.5, 2.5, 1.5, 1.5
"""Points, against the logarithm of the population: a village near other places of the article
(3 to 4 + 2.5 + the country's share of the mentions) outweighs a metropolis of that name
elsewhere (6 to 7), and a famous town outweighs a small one of a country that is only among those
that talk (Geneva, where Americans negotiate)."""

NEAR_KM = 300
"""Kilometres from which on two places of one report speak no more for each other."""

FAR_KM = 600
"""Kilometres from a state's middle within which a place of the article is taken for its own."""

_COUNTIES = (" County", " Parish", " county", " parish")

HOLDER = 10.0
"""Points for the country that the words themselves name: `Peru's Puno region`."""

FAMOUS = 1_000_000
"""Inhabitants from which another name counts as the own one: `New York` of New York City."""

LARGE = 150_000
"""Inhabitants from which papers of such countries name a town without its region."""

REGION_WEIGHT = 6.3
"""A region counts as much as a town of two million: `Punjab`, `Florida`."""

SMALL = 15_000
"""Inhabitants under which a town is taken only if its country is in the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What else the article names."""

    countries: Mapping[str, float]
    """Mentions by ISO code; a demonym counts less than a mention as a place."""
    by_sentence: Mapping[int, frozenset[str]]
    """ISO codes of the states in each sentence."""
    regions: frozenset[str] = frozenset()
    """Country and code of the regions named: `US.IL`."""
    by_capital: Mapping[str, float] = field(default_factory=dict)
    """How much of its country's weight comes from each capital's own name."""
    points: list[tuple[str, float, float]] = field(default_factory=list)
    """Folded name and coordinates of places already told."""


def resolve(chunks: Iterable[Chunk], around: Surroundings) -> dict[Chunk, Entity]:
    """Return the place that each chunk names; those with one candidate are told first."""
    waiting = sorted(chunks, key=lambda c: (_openness(c), c.sentence.index, c.first))
    first = _round(waiting, around)
    return _round(waiting, replace(around, points=[*around.points, *_points(first)]))


def _round(chunks: Iterable[Chunk], around: Surroundings) -> dict[Chunk, Entity]:
    found: dict[Chunk, Entity] = {}
    for chunk in chunks:
        here = replace(around, points=[*around.points, *_points(found)])
        entity = place_of(chunk, here)
        if entity is not None:
            found[chunk] = entity
    return found


def _points(found: Mapping[Chunk, Entity]) -> list[tuple[str, float, float]]:
    return [
        (fold(chunk.name), entity.lat, entity.lon)
        for chunk, entity in found.items()
        if entity.lat is not None and entity.lon is not None and chunk.head != "part"
    ]


def _openness(chunk: Chunk) -> int:
    return len(towns(chunk.name)) + len(regions().get(fold(chunk.name), ()))


def place_of(chunk: Chunk, around: Surroundings) -> Entity | None:
    """Return the best place for a name, or None where the gazetteer has none that fits."""
    if chunk.head == "part":
        return part_of_state(chunk)
    options: list[tuple[float, Entity]] = []
    if chunk.head in {None, "region", "city"}:
        options += [(score, region_entity(r)) for score, r in _regions(chunk, around)]
    if chunk.head in {None, "city"}:
        options += [(score, town_entity(t, chunk.name)) for score, t in _towns(chunk, around)]
    if options:
        return max(options, key=lambda option: (option[0], option[1].id))[1]
    if chunk.head == "region" and chunk.text.endswith(_COUNTIES):
        return _county(chunk, around)
    if chunk.head == "region":
        return _region_by_town(chunk, around)
    return None


def best_town(name: str, chunk: Chunk, around: Surroundings) -> Town | None:
    """Return the town of a name inside a longer one: `Taranto` of `Taranto refinery`."""
    options = [(_town_score(t, chunk, around), t) for t in towns(name)]
    options = [(score, town) for score, town in options if score is not None]
    return max(options, key=lambda o: (o[0], -o[1].geonames))[1] if options else None


def _towns(chunk: Chunk, around: Surroundings) -> list[tuple[float, Town]]:
    names = [chunk.name, f"{chunk.name} City"] if chunk.head == "city" else [chunk.name]
    scored = [(_town_score(t, chunk, around), t) for name in names for t in towns(name)]
    return [(score, town) for score, town in scored if score is not None]


def _town_score(town: Town, chunk: Chunk, around: Surroundings) -> float | None:
    of_region = f"{town.country}.{town.region}" in around.regions
    mentioned = of_region or around.countries.get(town.country, 0) > 0
    near = _nearness(chunk, (town.lat, town.lon), around)
    if town.population < (SMALL if town.own else LARGE) and not (mentioned or near):
        return None
    own = town.own or town.population >= FAMOUS
    score = math.log10(town.population + 100) + OWN_NAME * own + NEAR * near
    if _lacks_region(town, around):
        return score
    if of_region and not regions().get(fold(chunk.name)):
        score += IN_REGION
    return score + _country_score(town.country, chunk, around)


def _nearness(chunk: Chunk, point: tuple[float, float], around: Surroundings) -> float:
    """Return 1 beside another place of the article, 0 from `NEAR_KM` on."""
    own = fold(chunk.name)
    gaps = [km((lat, lon), point) for name, lat, lon in around.points if name != own]
    return max(0.0, 1 - min(gaps, default=NEAR_KM) / NEAR_KM)


def _lacks_region(town: Town, around: Surroundings) -> bool:
    """Whether a paper would have named the town's region with it, and this one does not."""
    needs = town.country in lexicons.lines("en/towns_named_with_region")
    return (
        needs and town.population < LARGE and f"{town.country}.{town.region}" not in around.regions
    )


def _regions(chunk: Chunk, around: Surroundings) -> list[tuple[float, Region]]:
    found = []
    for region in regions().get(fold(chunk.name), ()):
        exact = fold(chunk.name) in {fold(name) for name in (region.name, *region.aliases)}
        if not exact and chunk.head != "region":
            continue
        near = _nearness(chunk, (region.lat, region.lon), around)
        mentioned = near or around.countries.get(region.country, 0) > 0
        alone = exact and _is_alone(region, chunk.name)
        if not (mentioned or alone) and chunk.head is None and region.country != "US":
            continue
        score = REGION_WEIGHT + OWN_NAME * exact + NEAR * near + 3 * (chunk.head == "region")
        found.append((score + _country_score(region.country, chunk, around), region))
    return found


def _is_alone(region: Region, name: str) -> bool:
    """Whether nothing else of some size has the name: `Alberta` needs no country beside it."""
    others = [r for r in regions().get(fold(name), ()) if r.id != region.id]
    large = [t for t in towns(name) if t.country != region.country and t.population >= SMALL]
    return not others and not large


def _country_score(country: str, chunk: Chunk, around: Surroundings) -> float:
    score = MENTIONED * (around.countries.get(country, 0) > 0)
    score += SAME_SENTENCE * (country in around.by_sentence.get(chunk.sentence.index, frozenset()))
    holder = starter().places.get(chunk.holder or "")
    if holder is not None and holder.country == country:
        score += HOLDER
    total = sum(around.countries.values())
    return score + (SHARE * around.countries.get(country, 0) / total if total else 0.0)


def _county(chunk: Chunk, around: Surroundings) -> Entity | None:
    """Return a county of the one state named that has counties, amid its places of the article."""
    rows = {r.id: r for items in regions().values() for r in items if r.country == "US"}
    named = [r for r in rows.values() if f"{r.country}.{r.code}" in around.regions]
    if len(named) != 1:
        return None
    state = named[0]
    near = [
        (lat, lon)
        for _, lat, lon in around.points
        if km((lat, lon), (state.lat, state.lon)) < FAR_KM
    ]
    lat, lon = _middle(near) if near else (state.lat, state.lon)
    name = chunk.text.removeprefix("the ")
    return Entity(
        id=f"{slug(name)}-{state.id}",
        name=f"{name}, {state.name}",
        kind="region",
        aliases=(name,),
        country=state.country,
        within=state.id,
        lat=lat,
        lon=lon,
    )


def _region_by_town(chunk: Chunk, around: Surroundings) -> Entity | None:
    """Return the region around its chief town: `the Krasnodar region`."""
    town = best_town(chunk.name, chunk, around)
    if town is None:
        return None
    region = region_of(town.country, town.region)
    if region is not None and fold(chunk.name) not in fold(region.name):
        region = None
    if region is not None:
        return region_entity(region)
    name = chunk.text.removeprefix("the ")
    return Entity(
        id=f"{slug(chunk.name)}-region",
        name=f"{chunk.name} {_head_word(name)}",
        kind="region",
        country=town.country,
        within=state_by_code()[town.country].id,
        lat=town.lat,
        lon=town.lon,
    )


def _head_word(text: str) -> str:
    return text.rsplit(" ", 1)[-1].capitalize() if " " in text else "Region"


def part_of_state(chunk: Chunk) -> Entity | None:
    """Return `Eastern Poland`, in the middle of the regions on that side."""
    state = states().get(chunk.holder or "")
    if state is None:
        return None
    word = chunk.name.split()[0].casefold()
    lat, lon = _side(state.code, sides()[word])
    return Entity(
        id=slug(chunk.name),
        name=chunk.name,
        kind="region",
        country=state.code,
        within=state.id,
        lat=lat,
        lon=lon,
    )


@cache
def sides() -> dict[str, int]:
    """Return the words for a part of a country with their side of the map."""
    return {row[0]: int(row[1]) for row in lexicons.table("en/compass")}


def _side(code: str, degrees: int) -> tuple[float | None, float | None]:
    """Return the middle of the third of the regions that lies furthest to one side."""
    points = sorted(
        {(r.lat, r.lon) for rows in regions().values() for r in rows if r.country == code}
    )
    if not points:
        return None, None
    if degrees >= 0:
        north, east = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        points.sort(key=lambda p: (-(p[0] * north + p[1] * east * 0.7), p))
        points = points[: max(1, len(points) // 3)]
    return _middle(points)


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    lat = sum(point[0] for point in points) / len(points)
    lon = sum(point[1] for point in points) / len(points)
    return round(lat, 2), round(lon, 2)
