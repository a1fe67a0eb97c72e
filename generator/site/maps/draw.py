"""The lines of a small map as SVG paths, and where its names have room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from generator.site.maps.frame import Frame
from generator.site.maps.land import Points, World

MARGIN = 8
"""Units beyond the edge at which land is cut, so that no cut is seen."""
FINENESS = 1.1
"""Units by which a line may be off: half a pixel, and a third of the bytes."""
WIDE, COARSER = 30.0, 1.7
"""Degrees across from which on it may be off by more: there are more lines, of less weight."""
LEAST = 24.0
"""Square units of the smallest island drawn: five by five, some two pixels."""
LETTER = 0.56
"""Width of a letter of the site's face, of its size."""

Shapes = npt.NDArray[np.object_]
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


def ground(world: World, frame: Frame, across: int) -> tuple[str, str]:
    """Return the paths of the land and of the borders in a frame."""
    land = [cut for _, cut in cuts(world.land, frame, across)]
    parts = shapely.get_parts([cut for _, cut in cuts(world.borders, frame, across)])
    lines = [part for part in parts if part.geom_type == "LineString"]
    return outline(land, frame), outline(
        [shapely.line_merge(shapely.MultiLineString(lines))], frame
    )


def outline(shapes: Sequence[shapely.Geometry], frame: Frame) -> str:
    """Return shapes on a drawing as an SVG path of whole units, each step from the last."""
    off = FINENESS if frame.width < WIDE else COARSER
    fine = shapely.simplify(shapes, off, preserve_topology=False)
    parts = (part for part in shapely.get_parts(fine) if not part.is_empty)
    return "".join(step for part in parts for step in _steps(part))


def cuts(
    tree: shapely.STRtree, frame: Frame, across: int
) -> Iterator[tuple[int, shapely.Geometry]]:
    """Yield what of each shape of a tree lies in a frame, on the drawing, with its number.

    A shape may lie there more than once. Those of a frame are cut at once: their number is what
    takes time.
    """
    for turn, edges in _turns(frame):
        numbers = np.sort(tree.query(shapely.box(*edges)))
        placed = _on_drawing(tree.geometries[numbers], turn, frame, across)
        for number, cut in zip(numbers, placed, strict=True):
            if not cut.is_empty:
                yield int(number), cut


def _turns(frame: Frame) -> Iterator[tuple[float, Box]]:
    """Yield a frame's edges as they lie one turn of the world away, and as they are."""
    for turn in (-360.0, 0.0, 360.0):
        west = frame.west - turn
        yield turn, (west, frame.south, west + frame.width, frame.south + frame.height)


def _on_drawing(shapes: Shapes, turn: float, frame: Frame, across: int) -> Shapes:
    """Cut shapes at the edges of the frame, and put them on the drawing."""
    scale = across / frame.width
    beyond = MARGIN / scale
    west, north = frame.west - turn, frame.south + frame.height
    cut = shapely.clip_by_rect(
        shapes,
        west - beyond,
        frame.south - beyond,
        west + frame.width + beyond,
        north + beyond,
    )
    placed: Shapes = shapely.transform(cut, lambda at: (at - [west, north]) * [scale, -scale])
    return placed


def _steps(shape: shapely.Geometry) -> Iterator[str]:
    if shape.geom_type == "Polygon" and shape.area >= LEAST:
        for ring in (shape.exterior, *shape.interiors):
            line = _line(shapely.get_coordinates(ring)[:-1])
            yield f"{line}z" if line else ""
    elif shape.geom_type == "LineString":
        yield _line(shapely.get_coordinates(shape))


def _line(points: Points) -> str:
    """Write points as a path: a beginning, then the steps; empty where all fall on one unit."""
    whole = np.rint(points).astype(int)
    steps = np.diff(whole, axis=0)
    text = " ".join(f"{x} {y}" for x, y in steps[np.any(steps != 0, axis=1)])
    return f"M{whole[0][0]} {whole[0][1]}l{text}".replace(" -", "-") if text else ""


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
