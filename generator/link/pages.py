"""Rows of the gazetteer as pages of places."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from generator.link.gazetteer import Region, Town, regions, town_id
from generator.link.spelling import fold
from generator.link.world import state_by_code, states
from generator.model import Entity

_SOFT_SIGN = re.compile(r"[’'ʼʹ](?!\w)")
"""How GeoNames writes the soft sign at the end of a word, which English print leaves out."""

_SCHOLARLY = re.compile("\u0304|\u2018|(?<=[DdHhZz])\u0327")
"""Macrons, the letter ayin and the cedillas of Arabic letters, as GeoNames writes other scripts."""

_CEDILLAS = re.compile("(?<=[SsTt])\u0327")
_WRITES_CEDILLAS = frozenset({"AZ", "MD", "RO", "TM", "TR"})
"""Lands whose own alphabet has these two."""

_WRITES_MACRONS = frozenset({"LV", "NZ", "US"})


def town_entity(town: Town, spelled: str = "") -> Entity:
    """Return the page of a town; another spelling of the article is kept as an alias."""
    name = printed(town)
    return Entity(
        id=town_id(town),
        name=name,
        aliases=(spelled,) if spelled and fold(spelled) != fold(name) else (),
        kind="city",
        country=town.country,
        within=state_by_code()[town.country].id,
        lat=round(town.lat, 4),
        lon=round(town.lon, 4),
        geonames=town.geonames,
    )


def printed(town: Town) -> str:
    """Return the name as English print has it: `Kandahar` for `Kandahār`."""
    name = _SOFT_SIGN.sub("", town.name)
    if town.country in _WRITES_MACRONS:
        return name
    parts = _SCHOLARLY.sub("", unicodedata.normalize("NFD", name))
    if town.country not in _WRITES_CEDILLAS:
        parts = _CEDILLAS.sub("", parts)
    return unicodedata.normalize("NFC", parts)


def region_entity(region: Region) -> Entity:
    """Return the page of a region."""
    return Entity(
        id=region.id,
        name=region.name,
        kind="region",
        aliases=region.aliases,
        country=region.country,
        within=state_by_code()[region.country].id,
        lat=region.lat,
        lon=region.lon,
    )


@cache
def homonyms() -> tuple[Entity, ...]:
    """Return the regions that have the name of a state other than their own."""
    found = {}
    for state in states().values():
        for region in regions().get(fold(state.name), ()):
            if region.country != state.code and region.name == state.name:
                found[region.id] = region_entity(region)
    return tuple(found[key] for key in sorted(found))
