"""The lines of a small map as SVG paths, and where its names have room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely

from generator.site.maps.frame import Frame
from generator.site.maps.sheet import LEAST, Shapes, Sheet, cuts

LETTER = 0.56
"""Width of a letter of the site's face, of its size."""

_POLYGON, _LINE = shapely.GeometryType.POLYGON, shapely.GeometryType.LINESTRING
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map."""

    x: int
    y: int
    name: str
    path: str | None
    """Its page; None where another spot is so near that one could not be told from the other."""
    main: bool
    """Whether it is what the map is of, not what lies within it."""
    dot: bool = True
    """Whether it is a point; a country is drawn whole."""
    label: tuple[int, int, str] | None = None
    """Where its name stands and on which side it ends (`start`, `end`, `middle`); None without
    room."""


def ground(found: Sheet, frame: Frame) -> tuple[str, str]:
    """Return the paths of the land and of the borders in a frame."""
    land, borders = (
        [cut for _, cut in cuts(part, found, frame)] for part in (found.land, found.borders)
    )
    return outline(land), outline(borders)


def outline(shapes: Sequence[shapely.Geometry]) -> str:
    """Return parts of shapes as an SVG path of whole units, each step from the last."""
    parts = np.array(shapes, dtype=np.object_)
    kinds = shapely.get_type_id(parts)
    areas = parts[(kinds == _POLYGON) & (shapely.area(parts) >= LEAST)]
    rings = shapely.get_rings(areas)
    lines = parts[kinds == _LINE]
    return "".join((*_paths(rings, "z"), *_paths(lines, "")))


def _paths(lines: Shapes, end: str) -> Iterator[str]:
    """Yield each line as a path: a beginning, then the steps; nothing where all is one unit.

    `z` takes the last step of a ring, which leads back to its beginning.
    """
    points, owners = shapely.get_coordinates(lines, return_index=True)
    whole = np.rint(points).astype(int)
    steps = np.diff(whole, axis=0)
    begins = np.flatnonzero(np.diff(owners, prepend=-1))
    moved = np.any(steps != 0, axis=1)
    for first, last in pairwise([*begins.tolist(), len(whole)]):
        some = slice(first, last - 1 - len(end))
        text = " ".join([f"{x} {y}" for x, y in steps[some][moved[some]].tolist()])
        if text:
            x, y = whole[first].tolist()
            yield f"M{x} {y}l{text}{end}".replace(" -", "-")


def label(
    spot: Spot, size: int, taken: Sequence[Box], edges: Sequence[int]
) -> tuple[tuple[int, int, str], Box] | None:
    """Return where a spot's name has room: to its right, its left, below or above it.

    Without a dot it stands in the middle.
    """
    wide, gap = len(spot.name) * size * LETTER, size * 0.7
    middle, half = spot.y + size * 0.35, spot.x - wide / 2
    sides = (
        (spot.x + gap, middle, spot.x + gap, "start"),
        (spot.x - gap - wide, middle, spot.x - gap, "end"),
        (half, spot.y + size * 1.45, spot.x, "middle"),
        (half, spot.y - size * 0.8, spot.x, "middle"),
    )
    for left, base, anchor, turn in sides if spot.dot else [(half, middle, spot.x, "middle")]:
        box = (left, base - size * 0.8, left + wide, base + size * 0.25)
        if fits(box, taken, edges):
            return (round(anchor), round(base), turn), box
    return None


def fits(box: Box, taken: Iterable[Box], edges: Sequence[int]) -> bool:
    """Whether a box lies on the drawing and on nothing else."""
    inside = box[0] >= 4 and box[1] >= 4 and box[2] <= edges[0] - 4 and box[3] <= edges[1] - 4
    return inside and not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        for other in taken
    )
