"""A card in sixteen colours: text needs no more, and it weighs a fifth of a full one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from generator.site.cards.card import Card
from generator.site.cards.faces import SHADES, face
from generator.site.cards.picture import Pixels, written
from generator.site.cards.sheet import SANS, SERIF

WIDTH, HEIGHT = 1200, 630
"""Pixels, as Open Graph asks for."""
LEFT, RIGHT = 96, 84
"""Margins."""
BAR = 16
"""Width of the bar in the topic's hue."""
SIZES = (84, 76, 68, 60, 54, 48)
"""Of the headline, the largest that fits."""
LINES = 4
ROOM = 320
"""Height of the headline's room."""
PAPER, INK, SOFT = (0xFD, 0xFC, 0xF8), (0x1E, 0x1D, 0x1A), (0x57, 0x53, 0x4A)
HUES = (
    (0xB0, 0x55, 0x50), (0x35, 0x78, 0xB8), (0x9D, 0x68, 0x00), (0x00, 0x8A, 0x63),
    (0x8A, 0x5F, 0xA9), (0x64, 0x80, 0x26), (0x00, 0x85, 0xA0), (0xA5, 0x55, 0x84),
    (0xAB, 0x5D, 0x2B), (0x68, 0x6B, 0xB9),
)  # fmt: skip
"""The topic hues of the style sheet in light, as sRGB."""
_INK, _SOFT, _HUE = 0, SHADES, 2 * SHADES + 1
"""Numbers of colours before those of a text, and of the bar's."""

Colour = tuple[int, int, int]


def png(card: Card, bundle: Path) -> bytes:
    """Draw a card."""
    pixels: Pixels = np.zeros((HEIGHT, WIDTH), dtype=np.uint8)
    pixels[:, :BAR] = _HUE
    _title(card, bundle, pixels, _head(card, bundle, pixels))
    name, base = face(bundle, SERIF, 34, 700), HEIGHT - 66
    name.draw(pixels, (LEFT, base), card.site, _INK)
    beside = LEFT + name.width(card.site) + 22
    face(bundle, SANS, 28, 400).draw(pixels, (beside, base), card.note, _SOFT)
    return written(pixels, _palette(card.hue))


def _head(card: Card, bundle: Path, pixels: Pixels) -> int:
    """Draw the date, how well it is known, and the place; return where the headline begins."""
    day, rest = face(bundle, SANS, 34, 600), face(bundle, SANS, 28, 400)
    if not card.date and not card.place:
        return 120
    day.draw(pixels, (LEFT, 112), card.date, _INK)
    x = LEFT + (day.width(card.date) + 22 if card.date else 0)
    rest.draw(pixels, (x, 112), card.precision, _SOFT)
    rest.draw(pixels, (LEFT, 156), card.place, _SOFT)
    return 190 if card.place else 150


def _title(card: Card, bundle: Path, pixels: Pixels, top: int) -> None:
    """Draw the headline as large as it fits; at the smallest size it is cut short."""
    measure = face(bundle, SERIF, SIZES[0], 700)
    words = [(word, measure.width(word)) for word in card.title.split()]
    blank = measure.width(" ")
    for size in SIZES:
        lines = _broken(words, blank, (WIDTH - LEFT - RIGHT) * SIZES[0] / size)
        high = round(size * 1.16)
        if len(lines) <= LINES and len(lines) * high <= ROOM:
            break
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1].rstrip(" ,;:.–-") + "…"]
    found = face(bundle, SERIF, size, 700)
    for number, line in enumerate(lines):
        found.draw(pixels, (LEFT, top + number * high + size), line, _INK)


def _broken(words: Iterable[tuple[str, float]], blank: float, room: float) -> list[str]:
    """Break words of known widths into lines; one longer than a line is cut into pieces."""
    lines, used = [""], 0.0
    for word, width in words:
        if used and used + blank + width <= room:
            lines[-1] += f" {word}"
            used += blank + width
            continue
        pieces = math.ceil(width / room)
        length = math.ceil(len(word) / pieces)
        lines += [word[at : at + length] for at in range(0, len(word), length)]
        used = width / pieces
    return lines[1:]


def _palette(hue: int | None) -> bytes:
    """Return paper, the shades of both colours of text, and the hue."""
    shades = [
        tuple(round(p + (c - p) * step / SHADES) for p, c in zip(PAPER, colour, strict=True))
        for colour in (INK, SOFT)
        for step in range(1, SHADES + 1)
    ]
    mark: Colour = SOFT if hue is None else HUES[hue % len(HUES)]
    return bytes(channel for colour in (PAPER, *shades, mark) for channel in colour)
