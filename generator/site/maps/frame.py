"""Which part of the world a small map shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.maps.mercator import POLE, Point, latitude, mercator

WIDTHS = (12.0, 18.0, 27.0, 40.0, 60.0, 90.0, 135.0, 180.0, 240.0, 360.0)
"""Degrees across: few, so that neighbouring places share one drawing of the land."""
LEAST = 13.0
"""Degrees of a great circle across, some 1,400 km: a country of middle size shows whole, without
which a dot in it says little."""
ROOM, EDGE = 1.3, 1.06
"""Times the width of points, which have names, and of countries, that must fit."""
STEPS = 6
"""Frames are set on a grid of this part of their width, for the same reason."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Frame:
    """A part of the world, in degrees of Mercator."""

    west: float
    """May lie beyond the date line: -190."""
    south: float
    width: float
    height: float

    def at(self, point: Point, across: int) -> tuple[int, int]:
        """Return where a point stands on a drawing of some width."""
        scale = across / self.width
        east = (point[0] - self.west) % 360
        return round(east * scale), round((self.south + self.height - point[1]) * scale)


def frame(points: Sequence[Point], corners: Sequence[Point], shape: float) -> Frame:
    """Return the narrowest frame around points and the corners of countries.

    `shape` is its height by its width.
    """
    spread, whole = _extent(points), _extent([*points, *corners])
    west, south, east, north = whole
    needed = max(
        LEAST / math.cos(math.radians(latitude((south + north) / 2))),
        *(
            max(e - w, (n - s) / shape) * room
            for (w, s, e, n), room in ((spread, ROOM), (whole, EDGE))
        ),
    )
    width = next((width for width in WIDTHS if width >= needed), WIDTHS[-1])
    step = width / STEPS
    height = width * shape
    left = round(((west + east - width) / 2) / step) * step
    bottom = round(((south + north - height) / 2) / step) * step
    floor, top = mercator(-60), mercator(POLE)
    bottom = max(min(bottom, top - height), min(floor, bottom))
    return Frame(west=(left + 180) % 360 - 180, south=bottom, width=width, height=height)


def _extent(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of points."""
    west, east = _stretch(sorted(lon % 360 for lon, _ in points))
    return west, min(lat for _, lat in points), east, max(lat for _, lat in points)


def _stretch(east: Sequence[float]) -> tuple[float, float]:
    """Return the shortest stretch on which longitudes lie: all but the widest gap."""
    gaps = [(b - a, b) for a, b in zip(east, [*east[1:], east[0] + 360], strict=True)]
    _, start = max(gaps)
    return start, start + 360 - max(gaps)[0]
