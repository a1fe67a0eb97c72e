"""Distances on the Earth."""

from __future__ import annotations

import math

DIAMETER_KM = 12_742


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance of two points, latitude first, on a sphere of the Earth's size."""
    north, south = math.radians(a[0]), math.radians(b[0])
    half = math.sin((north - south) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(a[1] - b[1]) / 2) ** 2
    return DIAMETER_KM * math.asin(math.sqrt(half))
