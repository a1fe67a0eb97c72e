"""The faces that cards are drawn with, each in one size and weight."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from generator.site.cards.picture import Pixels
from generator.site.cards.sheet import Part, parts

SHADES = 7
"""Shades of a colour of text, from the paper to the full colour."""
WORDS = 1024
"""Words that are kept as drawn: those of names and dates come again, and each weighs some 10 kB."""
_WORD = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A piece of a word, of one file's characters."""

    shades: Pixels
    """From 0, the paper, to `SHADES`."""
    x: int
    y: int
    """Of its corner, from the point of the base that it is drawn from."""
    width: float
    """To where the next one begins."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A face in one size and weight."""

    parts: tuple[Part, ...]
    size: int
    weight: int

    def width(self, text: str) -> float:
        """Return the width of a line."""
        return sum(piece.width for word in _WORD.findall(text) for piece in _drawn(self, word))

    def draw(self, on: Pixels, at: tuple[float, float], text: str, before: int) -> None:
        """Draw a line from a point of its base, its colours numbered after those before."""
        x, base = at
        for word in _WORD.findall(text):
            for piece in _drawn(self, word):
                _put(on, round(x) + piece.x, round(base) + piece.y, piece.shades, before)
                x += piece.width

    def part(self, char: str) -> Part | None:
        """Return the file that has a character."""
        number = ord(char)
        return next(
            (p for p in self.parts if any(first <= number <= last for first, last in p.ranges)),
            None,
        )


@lru_cache(maxsize=WORDS)
def _drawn(face: Face, word: str) -> tuple[Drawn, ...]:
    """Draw a word, which many cards may have, cut where another file has the characters."""
    runs = ((part, "".join(chars)) for part, chars in groupby(word, key=face.part))
    return tuple(_run(_font(part.file, face.size, face.weight), run) for part, run in runs if part)


def _run(font: ImageFont.FreeTypeFont, run: str) -> Drawn:
    left, top, right, bottom = (round(edge) for edge in font.getbbox(run, anchor="ls"))
    image = Image.new("L", (max(right - left, 0), max(bottom - top, 0)))
    ImageDraw.Draw(image).text((-left, -top), run, fill=255, font=font, anchor="ls")
    levels = np.asarray(image, dtype=np.uint16)
    shades = ((levels * SHADES + 127) // 255).astype(np.uint8)
    return Drawn(shades=shades, x=left, y=top, width=font.getlength(run))


def _put(on: Pixels, x: int, y: int, shades: Pixels, before: int) -> None:
    """Put what was drawn on a picture, but what is beyond its edges."""
    high, wide = shades.shape
    place = on[max(y, 0) : max(y + high, 0), max(x, 0) : max(x + wide, 0)]
    shown = shades[max(-y, 0) :, max(-x, 0) :][: place.shape[0], : place.shape[1]]
    if before:
        shown = np.where(shown, shown + np.uint8(before), 0)
    np.maximum(place, shown, out=place)


@cache
def face(bundle: Path, family: str, size: int, weight: int) -> Face:
    """Return a face of the bundle."""
    return Face(parts(bundle, family), size, weight)


@cache
def _font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(file, size)
    font.set_variation_by_axes([weight])
    return font
