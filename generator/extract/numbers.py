"""Numbers in digits and words, as runs of tokens with their value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator import lexicons
from generator.extract.scene import Scene

_DIGITS = re.compile(r"^(?!0\d)(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?$")
DEGREES = re.compile(r"^(\d{2}(?:\.\d+)?)°?[cf]\.?$", re.IGNORECASE)
"""A temperature that is one token, at the end of a sentence with its full stop: `44.5C.`"""
_SUFFIXED = re.compile(
    r"^(\d[\d,]*(?:\.\d+)?)-?(k|m|mn|bn|b|tn|trn|million|billion)$", re.IGNORECASE
)
SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
    "dozen": 12.0,
}
_ALONE = frozenset({"dozen", "hundred", "thousand", "lakh", "million", "crore", "billion"})
"""Scales that count by themselves after an article: `half a million`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A run of tokens that gives one number."""

    first: int
    last: int
    value: float
    low: bool = False
    """Whether it is the lower end of a range."""


@cache
def _words() -> dict[str, float]:
    return {row[0]: float(row[1]) for row in lexicons.table("en/number_words")}


def numbers(scene: Scene) -> list[Number]:
    """Return the numbers of a sentence, those of time expressions left out."""
    tokens = scene.tree.tokens
    return [
        number
        for number in numbers_of(scene)
        if not any(t.overlaps(tokens[number.first]) for t in scene.timexes)
    ]


def numbers_of(scene: Scene) -> list[Number]:
    """Return all numbers of a sentence."""
    tokens = scene.tree.tokens
    found: list[Number] = []
    index = 0
    while index < len(tokens):
        number = _run(scene, index)
        if number is None:
            index += 1
            continue
        index = number.last + 1
        found.append(number)
    return found


def _run(scene: Scene, first: int) -> Number | None:
    tokens = scene.tree.tokens
    total, current, last = 0.0, None, None
    index = first
    while index < len(tokens):
        word = tokens[index].text.lower().rstrip("." if last is not None else "")
        if word == "-" and last is not None and index + 1 < len(tokens):
            if current is not None and current % 10 == 0 and _units(tokens[index + 1].text):
                index += 1
                continue
            break
        value = None if last is None and _is_model(scene, index) else _value(word)
        if value is not None and current is None:
            current = value
        elif value is not None and current is not None and _adds(current, value, word):
            current += value
        elif word in SCALE and current is not None and word.isalpha():
            if SCALE[word] > 100:
                grown = total + current * SCALE[word] if current else total * SCALE[word]
                total, current = grown, 0.0
            else:
                current *= SCALE[word]
        elif (
            word in _ALONE
            and last is None
            and (index > 0 and tokens[index - 1].text.lower() == "a")
        ):
            halved = index > 1 and tokens[index - 2].text.lower() == "half"
            current = SCALE[word] / (2 if halved else 1)
        else:
            break
        last = index
        index += 1
    if last is None or current is None:
        return None
    return Number(first=first, last=last, value=total + current)


def _is_model(scene: Scene, index: int) -> bool:
    """Whether a number belongs to a name: `Skynet 5B`, `Boeing 737 jets`."""
    token, before = scene.tree.tokens[index], scene.tree.tokens[index - 1]
    if not index or before.pos != "PROPN" or not before.text.isalpha():
        return False
    lettered = token.text[:-1].isdigit() and token.text[-1:].isupper()
    noun = scene.tree.tokens[token.head]
    inner = token.head == before.head and before.dep in {"compound", "nmod"}
    beside = noun.dep == "appos" and noun.head == index - 1
    return lettered or (token.text.isdigit() and (inner or beside))


def _units(word: str) -> bool:
    return 0 < (_value(word.lower()) or 0) < 10


def _adds(current: float, value: float, word: str) -> bool:
    """Whether a number word goes on the number before it: `twenty one`, `hundred fifty`."""
    if not word.isalpha():
        return False
    return current >= 20 and value < (10 if current % 100 else 100)


def _value(word: str) -> float | None:
    word = word[word.find("$") + 1 :]  # `hk$3` is one token, `us$3` two
    if _DIGITS.match(word):
        return float(re.sub(r"[, ]", "", word))
    if suffixed := _SUFFIXED.match(word):
        return float(suffixed[1].replace(",", "")) * SCALE[suffixed[2].lower()]
    if degrees := DEGREES.match(word):
        return float(degrees[1])
    if word in _words():
        return _words()[word]
    return _hyphened(word)


def _hyphened(word: str) -> float | None:
    tens, dash, units = word.partition("-")
    if dash and _words().get(tens, 0) >= 20 and 0 < _words().get(units, 0) < 10:
        return _words()[tens] + _words()[units]
    return None
