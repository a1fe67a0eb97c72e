"""Shares told in words: `two thirds of the pilots`, `half the homes`, `a quarter of its fleet`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator import lexicons
from generator.extract.numbers import Number, numbers_of
from generator.extract.scene import Scene

_HALF = "half"
_DASHES = frozenset({"-", "‐", "‑", "–"})
_ONE = frozenset({"a", "one"})
_NO_WHOLE = frozenset({"a", "an", "that", "this"})
"""Words after which a number or nothing follows: `a quarter of a million`, `worth half that`."""
_OWNERS = frozenset({"DT", "PRP$"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fraction:
    """A share of a whole."""

    number: Number
    """Its words, and its value in percent."""
    rounded: bool
    """Whether its value in percent has no end: a third."""


def fractions(scene: Scene) -> list[Fraction]:
    """Return the shares told in words; a part of a number or of a time is none."""
    return [
        fraction
        for fraction in _found(scene)
        if not any(t.overlaps(scene.tree.tokens[fraction.number.last]) for t in scene.timexes)
    ]


def _found(scene: Scene) -> Iterator[Fraction]:
    tokens = scene.tree.tokens
    before = {number.last: number for number in numbers_of(scene)}
    for index, token in enumerate(tokens):
        word = token.text.lower()
        if word == _HALF:
            if _opens(scene, index) and _of_whole(scene, index, bare=True):
                yield _fraction(index, index, 1, 2)
            continue
        joined, dash, last = word.rpartition("-")
        parts = _parts().get(last)
        if parts is None or not _of_whole(scene, index, bare=False):
            continue
        if dash and joined in _counts():
            yield _fraction(index, index, _counts()[joined], parts)
            continue
        at = index - 2 if index > 1 and tokens[index - 1].text in _DASHES else index - 1
        if at >= 0 and tokens[at].text.lower() in _ONE:
            yield _fraction(at, index, 1, parts)
        elif at in before and 1 < before[at].value < parts and last.endswith("s"):
            yield _fraction(before[at].first, index, before[at].value, parts)


def _fraction(first: int, last: int, count: float, parts: float) -> Fraction:
    value = round(100 * count / parts, 1)
    number = Number(first=first, last=last, value=value)
    return Fraction(number=number, rounded=abs(value * parts - 100 * count) > 1e-6)


def _opens(scene: Scene, index: int) -> bool:
    """Whether `half` is a share by itself: not the first half, the northern half."""
    return not scene.tree.having(index, "det", "amod", "nummod", "poss", "compound")


def _of_whole(scene: Scene, index: int, *, bare: bool) -> bool:
    """Whether what it is a share of follows: `of the homes`, after `half` also `the homes`."""
    after = scene.tree.tokens[index + 1 : index + 3]
    words = [token.text.lower() for token in after]
    if words[:1] == ["of"]:
        return len(words) > 1 and words[1] not in _NO_WHOLE and after[1].tag != "CD"
    return bare and bool(after) and after[0].tag in _OWNERS and words[0] not in _NO_WHOLE


@cache
def _parts() -> dict[str, float]:
    """Return into how many parts the word for one of them cuts a whole: `third`, `tenths`."""
    return {row[0]: float(row[1]) for row in lexicons.table("en/fraction_words")}


@cache
def _counts() -> dict[str, float]:
    return {row[0]: float(row[1]) for row in lexicons.table("en/number_words")}
