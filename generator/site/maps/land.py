"""Land, borders and countries of Natural Earth, read from the file that Explore's map loads.

The file is TopoJSON: each stretch of coast or border stands in it once, as an arc, and a country is
a list of arcs. So a border that two countries share is drawn once.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from generator.site.maps.mercator import FILE, POLE, Point, mercator

Points = npt.NDArray[np.float64]
Part = tuple[tuple[int, ...], ...]
"""A polygon's rings, the outer first: numbers of arcs, `~number` for one that runs backwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country, or what is held as one."""

    name: str
    """Natural Earth's short name: `Dem. Rep. Congo`."""
    number: str
    """ISO 3166-1 numeric, `804`; empty for what has none."""
    shape: shapely.Geometry
    """In degrees of Mercator."""
    parts: tuple[Part, ...] = ()
    """Its polygons, by the arcs that they are made of."""

    def corners(self) -> list[Point]:
        """Return the corners of its largest part: what is far away does not widen a map."""
        largest = max(shapely.get_parts(self.shape), key=lambda part: part.area)
        west, south, east, north = largest.bounds
        middle = (west + east) / 2
        return [(west, south), (middle, south), (east, north)]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What maps are drawn from, in degrees of Mercator."""

    arcs: tuple[Points, ...]
    """Stretches of coasts and borders."""
    land: tuple[Part, ...]
    """Polygons without borders."""
    borders: tuple[int, ...]
    """Arcs that two countries share, by number."""
    countries: tuple[Country, ...]
    shapes: shapely.STRtree
    """Those of the countries, in their order."""


@cache
def world(bundle: Path) -> World:
    """Read the file of a bundle."""
    topology = json.loads((bundle / FILE).read_bytes())
    arcs = _arcs(topology["arcs"], topology["transform"])
    objects = topology["objects"]
    countries = tuple(_country(each, arcs) for each in _of(objects["countries"]))
    uses = Counter(
        number
        for each in countries
        for number in {n if n >= 0 else ~n for part in each.parts for ring in part for n in ring}
    )
    return World(
        arcs=arcs,
        land=tuple(part for each in _of(objects["land"]) for part in _parts(each)),
        borders=tuple(sorted(number for number, used in uses.items() if used > 1)),
        countries=countries,
        shapes=shapely.STRtree([each.shape for each in countries]),
    )


def _arcs(steps: Sequence[Sequence[Sequence[int]]], transform: Any) -> tuple[Points, ...]:
    """Project the arcs: the file keeps the steps between their points, in whole numbers."""
    points: Points = np.array([step for arc in steps for step in arc], dtype=np.float64)
    begins = np.cumsum([0, *(len(arc) for arc in steps[:-1])])
    points *= transform["scale"]
    far = np.rint(points[:, 0] / 360) * 360  # a step across the date line
    far[begins] = 0
    points[:, 0] -= far
    points[begins] += transform["translate"]
    arcs = np.split(points, begins[1:])
    for arc in arcs:
        arc.cumsum(axis=0, out=arc)
    points[:, 1] = _projected(points[:, 1])
    return tuple(arcs)


def _projected(north: Points) -> Points:
    found: Points = np.degrees(np.arcsinh(np.tan(np.radians(np.clip(north, -POLE, POLE)))))
    return found


def _country(each: Any, arcs: Sequence[Points]) -> Country:
    parts = tuple(_parts(each))
    polygons = []
    for part in parts:
        outer, *holes = [ring(numbers, arcs) for numbers in part]
        polygons.append(shapely.Polygon(outer, holes))
    return Country(
        name=each["properties"]["name"],
        number=str(each.get("id", "")),
        shape=shapely.MultiPolygon(polygons),
        parts=parts,
    )


def _of(geometry: Any) -> Iterator[Any]:
    """Yield the shapes of a collection."""
    yield from geometry["geometries"] if geometry["type"] == "GeometryCollection" else [geometry]


def _parts(geometry: Any) -> Iterator[Part]:
    """Yield the polygons of a shape."""
    parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for rings in parts:
        yield tuple(tuple(ring) for ring in rings)


def ring(numbers: Sequence[int], arcs: Sequence[Points], turn: float = 360.0) -> Points:
    """Return a closed line of arcs, which goes on beyond the date line; `turn` is once round."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    points = parts[0]
    if len(parts) > 1:
        points = np.concatenate([points, *(part[1:] for part in parts[1:])])
        points[:, 0] = np.unwrap(points[:, 0], period=turn)
    if (
        len(points) and abs(points[-1, 0] - points[0, 0]) > turn / 2
    ):  # round a pole, so close it beyond the edge
        edge = np.copysign(mercator(POLE) * turn / 360, points[0, 1])
        ends = [[points[-1, 0], edge], [points[0, 0], edge], points[0]]
        points = np.concatenate([points, np.array(ends)])
    return points
