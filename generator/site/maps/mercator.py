"""Mercator's map of the world."""

from __future__ import annotations

import math

FILE = "files/countries-50m.json"
"""What the world is drawn from, in the folder of the bundle."""
POLE = 83.0
"""Degrees of latitude at which the map ends: Mercator's never does."""
Point = tuple[float, float]
"""Longitude, and latitude as Mercator draws it."""


def mercator(lat: float) -> float:
    """Return how far north a latitude lies, in degrees of the equator."""
    bounded = max(-POLE, min(POLE, lat))
    return math.degrees(math.asinh(math.tan(math.radians(bounded))))


def latitude(north: float) -> float:
    """Return the latitude of a height on the map."""
    return math.degrees(math.atan(math.sinh(math.radians(north))))
