"""The world as all maps of one width draw it: in their units, and no finer than they show.

Coasts and borders are made coarser once for a width, not once for a map. They are so arc by arc:
a border keeps the same points in both countries, and as the line between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from generator.site.maps.frame import Frame
from generator.site.maps.land import Part, Points, ring, world

MARGIN = 8
"""Units beyond the edge at which land is cut, so that no cut is seen."""
FINENESS = 1.1
"""Units by which a line may be off: half a pixel, and a third of the bytes."""
WIDE, COARSER = 30.0, 1.7
"""Degrees across from which on it may be off by more: there are more lines, of less weight."""
LEAST = 24.0
"""Square units of the smallest island drawn: five by five, some two pixels."""

_RING = 4
"""Points of the smallest ring, which ends where it begins."""

Shapes = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Shapes of one kind."""

    tree: shapely.STRtree
    owners: npt.NDArray[np.intp]
    """Which country each is a part of, by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The world in units of a drawing, the equator at a height of 0."""

    scale: float
    """Units a degree."""
    land: Layer
    """Polygons without borders."""
    borders: Layer
    """Lines that two countries share."""
    countries: Layer
    """Polygons of each country."""


@cache
def sheet(bundle: Path, width: float, across: int) -> Sheet:
    """Return the world for maps that show some degrees on some units."""
    found, scale = world(bundle), across / width
    off = FINENESS if width < WIDE else COARSER
    numbers = np.repeat(np.arange(len(found.arcs)), [len(arc) for arc in found.arcs])
    whole = shapely.linestrings(np.concatenate(found.arcs) * [scale, -scale], indices=numbers)
    lines = shapely.simplify(whole, off, preserve_topology=False)
    points, numbers = shapely.get_coordinates(lines, return_index=True)
    arcs = np.split(points, np.searchsorted(numbers, np.arange(1, len(lines))))
    merged = shapely.line_merge(shapely.multilinestrings(lines[list(found.borders)]))
    borders = shapely.get_parts(merged)
    lands = ((number, part) for number, one in enumerate(found.countries) for part in one.parts)
    return Sheet(
        scale=scale,
        land=_areas(((0, part) for part in found.land), arcs, 360 * scale),
        borders=Layer(tree=shapely.STRtree(borders), owners=np.zeros(len(borders), dtype=np.intp)),
        countries=_areas(lands, arcs, 360 * scale),
    )


def _areas(parts: Iterable[tuple[int, Part]], arcs: Sequence[Points], turn: float) -> Layer:
    """Return the polygons that are large enough to be seen."""
    rings: list[Points] = []
    polygons: list[int] = []
    owners: list[int] = []
    for owner, part in parts:
        outer, *holes = (ring(numbers, arcs, turn) for numbers in part)
        if len(outer) >= _RING:
            kept = [outer, *(hole for hole in holes if len(hole) >= _RING)]
            rings += kept
            polygons += [len(owners)] * len(kept)
            owners.append(owner)
    points = np.repeat(np.arange(len(rings)), [len(each) for each in rings])
    closed = shapely.linearrings(np.concatenate([np.empty((0, 2)), *rings]), indices=points)
    shapes = shapely.polygons(closed, indices=np.array(polygons, dtype=np.intp))
    large = np.flatnonzero(shapely.area(shapes) >= LEAST)
    # What was made coarser may cross itself, and GEOS then cuts out the sea in place of the land.
    valid = shapes[large]
    crossed = ~shapely.is_valid(valid)
    valid[crossed] = shapely.make_valid(valid[crossed], method="structure", keep_collapsed=False)
    kept, of = shapely.get_parts(valid, return_index=True)
    return Layer(tree=shapely.STRtree(kept), owners=np.array(owners, dtype=np.intp)[large[of]])


def cuts(layer: Layer, found: Sheet, frame: Frame) -> Iterator[tuple[int, shapely.Geometry]]:
    """Yield the parts of shapes of a layer that lie in a frame, on the drawing, with their owners.

    Those of a frame are cut at once: their number is what takes time.
    """
    for turn in (-360.0, 0.0, 360.0):
        west = (frame.west - turn) * found.scale
        north = -(frame.south + frame.height) * found.scale
        edges = (
            west - MARGIN,
            north - MARGIN,
            west + frame.width * found.scale + MARGIN,
            north + frame.height * found.scale + MARGIN,
        )
        numbers = np.sort(layer.tree.query(shapely.box(*edges)))
        if not len(numbers):  # as of two turns out of three
            continue
        cut = shapely.clip_by_rect(layer.tree.geometries[numbers], *edges)
        parts, of = shapely.get_parts(cut, return_index=True)
        placed: Shapes = shapely.transform(parts, lambda at, to=(west, north): at - to)
        yield from zip(layer.owners[numbers[of]].tolist(), placed, strict=True)
