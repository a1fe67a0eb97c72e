"""The small map of a place, or of the places of an entry."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content import Page, PlacePage
from generator.site import addresses
from generator.site.maps.frame import Frame, frame
from generator.site.maps.mercator import FILE, Point, mercator
from generator.site.maps.spots import Box, Spot, fits, label
from generator.site.text import plain

if TYPE_CHECKING:
    from generator.site.maps.land import Country
    from generator.site.maps.terrain import Terrain

ACROSS, DOWN = 480, 336
"""Units of a map; two are a pixel where it is as small as it gets."""
SIZE = 23
"""Units of a place's name: 11 pixels."""
TOUCH = 48
"""Units across that a finger needs (WCAG 2.2: 24 pixels)."""
DOT = 20
"""Units across that a dot needs."""
INNER = 12
"""Places within a place that are shown, those with most entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A map to be drawn."""

    places: tuple[str, ...]
    """What it is of, by id."""
    inner: tuple[str, ...]
    """What lies within and is shown, by id."""
    linked: bool
    """Whether the places that it is of lead to their pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallMap:
    """A map as a page shows it."""

    land: str
    """SVG path."""
    borders: str
    """SVG path."""
    country: str
    """SVG path of the countries that it is of; empty where it is of places in them."""
    names: tuple[tuple[int, int, str], ...]
    """Countries: where the middle of each name stands."""
    spots: tuple[Spot, ...]
    """The main ones last, so that they lie above the others."""
    explore: str
    """Id of the place that Explore is asked for."""
    told: str
    """What it is of: `Kyiv, Odesa`."""
    width: int = ACROSS
    height: int = DOWN


@dataclass(frozen=True, slots=True)
class Ground:
    """What the maps of one part of the world share."""

    land: str
    """SVG path."""
    borders: str
    """SVG path."""
    names: Sequence[tuple[int, int, str, Box]]
    """Countries: where the middle of each name may stand, and the room that it takes."""


Keep = Callable[[object, Callable[[], str]], str]
"""Returns a text that is made from some values as it was made before, or makes it."""


class SmallMaps:
    """Draws maps; those of one part of the world share a drawing of its land."""

    def __init__(
        self,
        places: Mapping[str, Page[PlacePage]],
        bundle: Path | None,
        language: str,
        keep: Keep = lambda _, make: make(),
    ) -> None:
        """Take what keeps a drawing for the other processes and the next build."""
        self._places = places
        self._keep = keep
        there = bundle is not None and (bundle / FILE).is_file()
        self._bundle = bundle if there else None
        self._language = language
        self._grounds: dict[Frame, Ground] = {}

    def locates(self, place: str) -> bool:
        """Whether a place can stand on a map."""
        return self._point(place) is not None

    def of(self, places: Iterable[str]) -> Wanted | None:
        """Return the map of an entry's places; None where none of them is located."""
        return self._wanted(places, (), linked=True)

    def around(self, place: str, within: Iterable[str]) -> Wanted | None:
        """Return the map of a place for its own page, with places within it."""
        return self._wanted([place], within, linked=False)

    def facts(self, wanted: Wanted) -> tuple[object, ...]:
        """Return all that a map is drawn from but the world and the settings of the site."""
        names = (*wanted.places, *wanted.inner)
        known = [(page.id, page.meta) for page in map(self._places.__getitem__, names)]
        return wanted, known, self._language

    def outlines(self, wanted: Wanted) -> bool:
        """Whether a map is of a country, for which the whole world has to be read."""
        return any(self._places[name].meta.kind == "country" for name in wanted.places)

    def _wanted(
        self, places: Iterable[str], within: Iterable[str], *, linked: bool
    ) -> Wanted | None:
        main = tuple(name for name in dict.fromkeys(places) if self._point(name))
        if self._bundle is None or not main:
            return None
        inner = [name for name in within if self._point(name)][:INNER]
        return Wanted(places=main, inner=tuple(inner), linked=linked)

    def drawn(self, wanted: Wanted) -> SmallMap:
        """Draw a map."""
        main, inner = wanted.places, wanted.inner
        lands = self._lands(main)
        points = [point for name in (*main, *inner) if (point := self._point(name))]
        corners = [corner for each in lands.values() for corner in each.corners()]
        shown = frame(points, corners, DOWN / ACROSS)
        ground = self._ground(shown)
        country = self._terrain().outlined(shown, lands.values()) if lands else ""
        own = [self._spot(shown, name, main=True, dot=name not in lands) for name in main]
        spots, taken = _labelled([*own, *(self._spot(shown, name) for name in inner)])
        if not wanted.linked:
            spots = [replace(spot, path=None) if spot.main else spot for spot in spots]
        return SmallMap(
            land=ground.land,
            borders=ground.borders,
            country=country,
            names=_countries(ground, taken, spots),
            spots=tuple(reversed(spots)),
            explore=main[0],
            told=", ".join(plain(self._places[name].meta.name) for name in main),
        )

    def _ground(self, shown: Frame) -> Ground:
        """Return what maps of a frame share, which is drawn once."""
        if shown not in self._grounds:
            depends = "ground", shown, self._language
            text = self._keep(depends, lambda: json.dumps(self._terrain().drawn(shown)))
            land, borders, names = json.loads(text)
            self._grounds[shown] = Ground(
                land, borders, [(x, y, n, tuple(b)) for x, y, n, b in names]
            )
        return self._grounds[shown]

    def _terrain(self) -> Terrain:
        # Imported here: NumPy and Shapely take a tenth of a second, and most maps that are made
        # again stand on ground that was drawn before.
        from generator.site.maps.terrain import Terrain

        assert self._bundle is not None, "else no map is wanted"  # noqa: S101 -- for the checker
        return Terrain(self._bundle, ACROSS, self._language)

    def _lands(self, names: Iterable[str]) -> Mapping[str, Country]:
        """Return the countries among places, each by the place that it is."""
        countries = [name for name in names if self._places[name].meta.kind == "country"]
        points = {name: point for name in countries if (point := self._point(name))}
        found = {name: self._terrain().country(point) for name, point in points.items()}
        return {name: country for name, country in found.items() if country}

    def _point(self, name: str) -> Point | None:
        page = self._places.get(name)
        if page is None or page.meta.lat is None or page.meta.lon is None:
            return None
        if page.meta.kind == "region" and not (page.meta.country or page.meta.within):
            return None  # a continent is no point
        return page.meta.lon, mercator(page.meta.lat)

    def _spot(self, shown: Frame, name: str, *, main: bool = False, dot: bool = True) -> Spot:
        x, y = shown.at(self._point(name) or (0.0, 0.0), ACROSS)
        title = plain(self._places[name].meta.name)
        return Spot(x=x, y=y, name=title, path=addresses.place(name), main=main, dot=dot)


def _countries(
    ground: Ground, taken: list[Box], spots: Sequence[Spot]
) -> tuple[tuple[int, int, str], ...]:
    """Name the countries that have room for it, but those that a spot names already."""
    said = {spot.name for spot in spots if spot.label}
    names = []
    for x, y, name, box in ground.names:
        if name not in said and fits(box, taken, (ACROSS, DOWN)):
            names.append((x, y, name))
            taken.append(box)
    return tuple(names)


def _labelled(spots: Iterable[Spot]) -> tuple[list[Spot], list[Box]]:
    """Give spots the names and links that have room, the first first, and return what is taken.

    What lies within, and on the map upon another spot, is left out.
    """
    kept: list[Spot] = []
    for spot in spots:
        nearest = min((max(abs(spot.x - s.x), abs(spot.y - s.y)) for s in kept), default=TOUCH)
        if nearest >= TOUCH:
            kept.append(spot)
        elif spot.main or nearest >= DOT:
            kept.append(replace(spot, path=None))
    reach = DOT / 2
    dots = [(s.x - reach, s.y - reach, s.x + reach, s.y + reach) for s in kept]
    taken: list[Box] = list(dots)
    for at, spot in enumerate(kept):
        others = [box for box in taken if box is not dots[at]]
        room = label(spot, SIZE, others, (ACROSS, DOWN))
        if room:
            kept[at] = replace(spot, label=room[0])
            taken.append(room[1])
    return kept, taken
