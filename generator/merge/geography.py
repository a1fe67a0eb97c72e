"""How two places lie to each other: the same, one within the other, or side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache

from generator.model import Entity
from generator.settings import SAME_PLACE_KM, SITE_OF_TOWN_KM

_EARTH = 12_742
"""Diameter in kilometres."""
_SAME_SIDE = 0.5
"""Cosine of the angle, seen from the middle, up to which a place lies on a side: 60 degrees."""
_DEEP = 8
"""Levels of containment: site, district, city, county, region, country, continent, world."""
_ASKED = 1 << 16
"""Answers that are kept: reports of neighbouring days ask for the same places again and again."""


class Relation(IntEnum):
    """From the least to the most telling."""

    APART = 0
    SAME_COUNTRY = 1
    WITHIN_COUNTRY = 2
    WITHIN = 3
    SAME = 4


class Geography:
    """The places of a registry, asked in pairs."""

    def __init__(self, places: Mapping[str, Entity]) -> None:
        self._places = places
        codes = ((e.country, i) for i, e in sorted(places.items()) if e.kind == "country")
        self._by_code = {code: i for code, i in codes if code}
        self.chain = lru_cache(_ASKED)(self._chain)
        """Returns a place and all that hold it, the country last."""
        self.closest = lru_cache(_ASKED)(self._closest)
        """Returns the closest relation between places of two lists, and the place it is about."""

    def _chain(self, place: str) -> tuple[str, ...]:
        found = [place]
        while len(found) < _DEEP:
            entity = self._places.get(found[-1])
            above = entity.within if entity else None
            if above is None or above in found:
                break
            found.append(above)
        country = self.country(place)
        return tuple(found) if country is None or country in found else (*found, country)

    def name(self, place: str) -> str:
        """Return a place's name, or its id where the registry lacks it."""
        entity = self._places.get(place)
        return entity.name if entity else place

    def is_country(self, place: str) -> bool:
        """Whether a place is a whole country."""
        entity = self._places.get(place)
        return entity is not None and entity.kind == "country"

    def country(self, place: str) -> str | None:
        """Return the id of the country that holds a place."""
        if self.is_country(place):
            return place
        entity = self._places.get(place)
        return self._by_code.get(entity.country) if entity and entity.country else None

    def _closest(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[Relation, str]:
        rows = [(self.relation(p, q), p, q) for p in sorted(ours) for q in sorted(theirs)]
        relation, p, q = max(rows, key=lambda row: row[0], default=(Relation.APART, "", ""))
        return relation, q if q in self.chain(p) else p

    def relation(self, a: str, b: str) -> Relation:
        """Say how two places lie to each other."""
        if a == b:
            return Relation.SAME_COUNTRY if self.is_country(a) else Relation.SAME
        if a in self.chain(b) or b in self.chain(a):
            outer = a if a in self.chain(b) else b
            return Relation.WITHIN_COUNTRY if self.is_country(outer) else Relation.WITHIN
        if self.is_country(a) or self.is_country(b):
            return Relation.APART
        near = self._near(a, b) or self._on_side(a, b) or self._on_side(b, a)
        return Relation.WITHIN if near else Relation.APART

    def _on_side(self, part: str, place: str) -> bool:
        """Whether a place lies on the side of a whole that a part is named by: `eastern Avaria`.

        Such a part has no borders: it is taken for all that lies on its side of the middle.
        """
        side, spot = self._places.get(part), self._places.get(place)
        whole = self._places.get(side.within) if side and side.within else None
        if side is None or spot is None or whole is None or whole.id not in self.chain(place):
            return False
        if side.kind != "region" or not side.name.endswith(f" {whole.name}"):
            return False
        towards, there = _from(whole, side), _from(whole, spot)
        return (towards * there.conjugate()).real > _SAME_SIDE * abs(towards) * abs(there)

    def _near(self, a: str, b: str) -> bool:
        """Whether two points are one place to a reader; two districts of a city are not."""
        one, other = self._places.get(a), self._places.get(b)
        if one is None or other is None or one.kind == other.kind:
            return False
        named = _named_after(one, other) or _named_after(other, one)
        if None in (one.lat, one.lon, other.lat, other.lon):
            return named
        return _km(one, other) <= (SITE_OF_TOWN_KM if named else SAME_PLACE_KM)


def _named_after(site: Entity, town: Entity) -> bool:
    """Whether a site bears the name of a town of its country: `Mirel Airport`."""
    if site.kind != "site" or town.kind != "city" or site.country != town.country:
        return False
    words = f" {site.name} "
    return any(f" {name} " in words for name in (town.name, *town.aliases))


def _from(middle: Entity, place: Entity) -> complex:
    """Return how far north and east of a middle a place lies; nothing where that is not known."""
    if None in (middle.lat, middle.lon, place.lat, place.lon):
        return 0j
    lat, lon = middle.lat or 0.0, middle.lon or 0.0
    east = ((place.lon or 0.0) - lon) * math.cos(math.radians(lat))
    return complex((place.lat or 0.0) - lat, east)


def _km(a: Entity, b: Entity) -> float:
    lat_a, lon_a, lat_b, lon_b = (math.radians(x or 0.0) for x in (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat_a - lat_b) / 2) ** 2
    h += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_a - lon_b) / 2) ** 2
    return _EARTH * math.asin(math.sqrt(h))
