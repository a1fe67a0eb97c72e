"""Places on a small map, and where their names have room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LETTER = 0.56
"""Width of a letter of the site's face, of its size."""

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
