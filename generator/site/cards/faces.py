"""The site's own faces, as the style sheet of the bundle names them, for drawing.

Each face is cut into files by writing system, so a line may need several: the style sheet says
which characters each file has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, ImageFont

SHEET = "fonts.css"
"""In the folder of the bundle."""
_RULE = re.compile(r"@font-face\s*\{([^}]*)\}")
_FAMILY = re.compile(r"font-family:\s*\"?([^\";}]+)")
_FILE = re.compile(r"url\(\"?([^\")]+\.woff2)")
_ITALIC = re.compile(r"font-style:\s*italic")
_RANGE = re.compile(r"U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a face."""

    file: Path
    ranges: tuple[tuple[int, int], ...]
    """First and last character of each stretch that it has."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face in one size and weight."""

    parts: tuple[Part, ...]
    size: int
    weight: int

    def has(self, text: str) -> bool:
        """Whether every character can be drawn."""
        return all(self._part(char) is not None for char in text)

    def width(self, text: str) -> float:
        """Return the width of a line."""
        return sum(font.getlength(run) for font, run in self._runs(text))

    def draw(self, on: ImageDraw.ImageDraw, at: tuple[float, float], text: str) -> None:
        """Draw a line from a point of its base."""
        x, base = at
        for font, run in self._runs(text):
            on.text((x, base), run, fill=255, font=font, anchor="ls")
            x += font.getlength(run)

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        for part, chars in groupby(text, key=self._part):
            if part is not None:
                yield _font(part.file, self.size, self.weight), "".join(chars)

    def _part(self, char: str) -> Part | None:
        number = ord(char)
        return next(
            (p for p in self.parts if any(first <= number <= last for first, last in p.ranges)),
            None,
        )


@cache
def parts(bundle: Path, family: str) -> tuple[Part, ...]:
    """Return the files of a face's upright, the last named first, as browsers look for them."""
    found = []
    for rule in _RULE.findall((bundle / SHEET).read_text(encoding="utf-8")):
        named, file = _FAMILY.search(rule), _FILE.search(rule)
        if named and file and named[1].strip() == family and not _ITALIC.search(rule):
            ranges = [(int(a, 16), int(b or a, 16)) for a, b in _RANGE.findall(rule)]
            found.append(Part(file=bundle / file[1], ranges=tuple(ranges)))
    return tuple(reversed(found))


@cache
def _font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(file, size)
    font.set_variation_by_axes([weight])
    return font
