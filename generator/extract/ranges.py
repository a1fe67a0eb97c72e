"""Ranges of numbers, read as no less than the first: `between 10 and 15`, `15 to 20 million`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.numbers import SCALE, Number
from generator.extract.scene import Scene

_DASHES = frozenset({"-", "‐", "‑", "–"})
_FAR = 1000
"""From here on the word for the scale of the second number belongs to the first as well."""


def ranged(scene: Scene, found: Sequence[Number]) -> list[Number]:
    """Return the numbers, the two of each range as one; those out of ten are left out."""
    kept: list[Number] = []
    for number in found:
        last = kept[-1] if kept else None
        if last is not None and _joins(scene, last, number):
            value = _scaled(scene, last, number)
            kept[-1] = replace(number, first=last.first, value=value, low=True)
        elif last is not None and _out_of_ten(scene, last, number):
            kept.pop()
        else:
            kept.append(number)
    return kept


def _joins(scene: Scene, low: Number, high: Number) -> bool:
    between = [t.text.lower() for t in scene.tree.tokens[low.last + 1 : high.first]]
    if len(between) != 1 or low.low or _scaled(scene, low, high) >= high.value:
        return False
    before = scene.tree.tokens[low.first - 1].text.lower() if low.first else ""
    if between[0] == "and":
        return before == "between"
    return before != "from" and (between[0] == "to" or between[0] in _DASHES)


def _scaled(scene: Scene, low: Number, high: Number) -> float:
    scale = SCALE.get(scene.tree.tokens[high.last].text.lower(), 1.0)
    shared = scale > 1 and high.value >= _FAR * low.value
    return low.value * scale if shared else low.value


def _out_of_ten(scene: Scene, part: Number, whole: Number) -> bool:
    """Whether they are a share in words, which counts nothing: `nine in ten`."""
    between = [t.text.lower() for t in scene.tree.tokens[part.last + 1 : whole.first]]
    few = part.value <= whole.value <= 10
    return few and between in (["in"], ["in", "every"], ["out", "of"], ["out", "of", "every"])
