"""The land, borders and countries of a part of the world, which maps of that part share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import shapely

from generator.site.maps.countries import country_name
from generator.site.maps.draw import ground, outline
from generator.site.maps.frame import Frame
from generator.site.maps.land import Country, world
from generator.site.maps.mercator import Point
from generator.site.maps.sheet import Sheet, cuts, sheet
from generator.site.maps.spots import Box

SMALL = 20
"""Units of a country's name."""


@dataclass(frozen=True, slots=True)
class Terrain:
    """Draws parts of the world of a bundle."""

    bundle: Path
    across: int
    """Units of a map."""
    language: str

    def drawn(self, shown: Frame) -> tuple[object, ...]:
        """Draw a part of the world, with the names of its countries."""
        return *ground(self._sheet(shown), shown), list(self._named(shown))

    def outlined(self, shown: Frame, lands: Collection[Country]) -> str:
        """Return countries that a map is of."""
        found, countries = self._sheet(shown), world(self.bundle).countries
        parts = cuts(found.countries, found, shown)
        return outline([cut for number, cut in parts if countries[number] in lands])

    def country(self, point: Point) -> Country | None:
        """Return the country that a point lies in."""
        found = world(self.bundle)
        met = found.shapes.query(shapely.Point(point), predicate="intersects")
        return found.countries[min(met)] if len(met) else None

    def _sheet(self, shown: Frame) -> Sheet:
        return sheet(self.bundle, shown.width, self.across)

    def _named(self, shown: Frame) -> Iterable[tuple[int, int, str, Box]]:
        """Yield the names that fit into their countries, those of the largest first."""
        found, countries = self._sheet(shown), world(self.bundle).countries
        largest: dict[int, shapely.Geometry] = {}
        for number, cut in cuts(found.countries, found, shown):
            if number not in largest or cut.area > largest[number].area:
                largest[number] = cut
        sized = [
            (-cut.area, country_name(countries[number], self.language), cut)
            for number, cut in sorted(largest.items())
        ]
        for _, name, part in sorted(sized, key=lambda item: item[:2]):
            wide = len(name) * SMALL * 0.6
            if not name or part.area < wide * SMALL * 1.5:
                continue
            # The middle of the largest circle within, not of the whole: a name stands on its land.
            middle = shapely.get_coordinates(shapely.maximum_inscribed_circle(part, tolerance=4))[0]
            x, y = round(middle[0]), round(middle[1])
            box = (x - wide / 2, y - SMALL * 0.6, x + wide / 2, y + SMALL * 0.6)
            yield x, y, name, box
