"""The lines of a small map as SVG paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import shapely

from generator.site.maps.frame import Frame
from generator.site.maps.sheet import LEAST, Shapes, Sheet, cuts

_POLYGON, _LINE = shapely.GeometryType.POLYGON, shapely.GeometryType.LINESTRING


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
