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

FILE = "files/countries-50m.json"
"""In the folder of the bundle."""
POLE = 83.0
"""Degrees of latitude at which the map ends: Mercator's never does."""

Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country, or what is held as one."""

    name: str
    """Natural Earth's short name: `Dem. Rep. Congo`."""
    number: str
    """ISO 3166-1 numeric, `804`; empty for what has none."""
    shape: shapely.Geometry


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What maps are drawn from, in degrees of Mercator."""

    land: shapely.STRtree
    """Polygons without borders."""
    borders: shapely.STRtree
    """Lines that two countries share."""
    countries: tuple[Country, ...]
    shapes: shapely.STRtree
    """Those of the countries, in their order."""


def mercator(lat: float) -> float:
    """Return how far north a latitude lies, in degrees of the equator."""
    bounded = max(-POLE, min(POLE, lat))
    return float(np.degrees(np.arcsinh(np.tan(np.radians(bounded)))))


def latitude(north: float) -> float:
    """Return the latitude of a height on the map."""
    return float(np.degrees(np.arctan(np.sinh(np.radians(north)))))


@cache
def world(bundle: Path) -> World:
    """Read the file of a bundle."""
    topology = json.loads((bundle / FILE).read_bytes())
    arcs = [_points(arc, topology["transform"]) for arc in topology["arcs"]]
    objects = topology["objects"]
    geometries = objects["countries"]["geometries"]
    uses = Counter(number for each in geometries for number in set(_used(each["arcs"])))
    countries = tuple(
        Country(
            name=each["properties"]["name"],
            number=str(each.get("id", "")),
            shape=shapely.MultiPolygon(list(_polygons(each, arcs))),
        )
        for each in geometries
    )
    return World(
        land=shapely.STRtree([p for each in _of(objects["land"]) for p in _polygons(each, arcs)]),
        borders=shapely.STRtree(
            [shapely.LineString(_projected(arcs[n])) for n in sorted(uses) if uses[n] > 1]
        ),
        countries=countries,
        shapes=shapely.STRtree([each.shape for each in countries]),
    )


def _points(arc: Sequence[Sequence[int]], transform: Any) -> Points:
    """Return an arc's longitudes and latitudes: the file keeps the steps between them."""
    points: Points = np.array(arc, dtype=np.float64).cumsum(axis=0)
    points *= transform["scale"]
    points += transform["translate"]
    return points


def _projected(points: Points) -> Points:
    """Let longitudes go on beyond the date line, and project."""
    east = np.unwrap(points[:, 0], period=360)
    north = np.radians(np.clip(points[:, 1], -POLE, POLE))
    return np.column_stack([east, np.degrees(np.arcsinh(np.tan(north)))])


def _of(geometry: Any) -> Iterator[Any]:
    """Yield the shapes of a collection."""
    yield from geometry["geometries"] if geometry["type"] == "GeometryCollection" else [geometry]


def _polygons(geometry: Any, arcs: Sequence[Points]) -> Iterator[shapely.Polygon]:
    """Yield the polygons of a shape."""
    parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for rings in parts:
        outer, *holes = [_ring(ring, arcs) for ring in rings]
        yield shapely.Polygon(outer, holes)


def _ring(ring: Sequence[int], arcs: Sequence[Points]) -> Points:
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    points = _projected(np.concatenate([parts[0], *(part[1:] for part in parts[1:])]))
    if abs(points[-1, 0] - points[0, 0]) > 180:  # round a pole, so close it beyond the map's edge
        edge = mercator(-POLE if points[0, 1] < 0 else POLE)
        ends = [[points[-1, 0], edge], [points[0, 0], edge], points[0]]
        points = np.concatenate([points, np.array(ends)])
    return points


def _used(arcs: Any) -> Iterator[int]:
    """Yield the numbers of the arcs of a shape, whichever way they run."""
    for item in arcs:
        if isinstance(item, int):
            yield item if item >= 0 else ~item
        else:
            yield from _used(item)
