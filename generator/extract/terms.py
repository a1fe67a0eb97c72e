"""Lengths of time that measure an event: terms of prison, bans, how long an outage lasted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.counting_words import whats
from generator.extract.numbers import Number, numbers_of
from generator.extract.scene import Scene, ancestors
from generator.model import Timex, TimexType

_LENGTH = re.compile(r"^PT?(\d+(?:\.\d+)?)([YMWDH])$")
_UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "H": "hours"}
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})
_SUMS = frozenset({"maximum", "minimum", "total"})
_GIVING = frozenset({"get", "give", "hand", "receive"})
"""Verbs that give a term only where it is what is given, in years or months."""
_JOINED = frozenset({"and", "or", ","})
_AT_MOST = 4
"""Governors above a length of time that may tell what lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A number that counts years, days or hours of something."""

    number: Number
    what: str
    unit: str


def terms(scene: Scene) -> list[Term]:
    """Return the lengths of time that are figures, `eight and six years` as two."""
    found = []
    for timex, head in zip(scene.timexes, scene.times, strict=True):
        unit = _unit(timex)
        what = _what(scene, head, unit) if unit else None
        if unit is None or what is None:
            continue
        found += [Term(number=n, what=what, unit=unit) for n in _numbers(scene, timex)]
    return found


def _unit(timex: Timex) -> str | None:
    length = _LENGTH.match(timex.value) if timex.type is TimexType.DURATION else None
    if length is None:
        return None
    minutes = length[2] == "M" and timex.value.startswith("PT")
    return "minutes" if minutes else _UNITS[length[2]]


def _what(scene: Scene, head: int, unit: str) -> str | None:
    """Return what lasts so long, by the nearest verb or noun above that tells it."""
    preposition = ""
    for above in ancestors(scene.tree, head)[:_AT_MOST]:
        token = scene.tree.tokens[above]
        if token.dep in {"prep", "dative"} and not preposition:
            preposition = scene.lower(above)
            continue
        if token.pos not in {"VERB", "NOUN"} or scene.lower(above) in _TIMES | _SUMS:
            continue
        if token.dep == "amod" and token.tag == "VBN":
            continue
        what = _term(scene, above)
        if what == "duration":
            return what if preposition in {"for", "of"} else None
        if what and scene.lower(above) in _GIVING:
            return what if not preposition and unit in {"years", "months"} else None
        return what if preposition != "in" else None
    return None


def _term(scene: Scene, word: int) -> str | None:
    """Look a verb up with its particle first: `took down`, `knocked out`."""
    with_particles = [
        f"{scene.lower(word)} {scene.lower(p)}" for p in scene.tree.having(word, "prt")
    ]
    known = whats("term")
    return next((known[w] for w in (*with_particles, scene.lower(word)) if w in known), None)


def _numbers(scene: Scene, timex: Timex) -> list[Number]:
    """Return the number within a time expression and those joined before it."""
    tokens = scene.tree.tokens
    every = numbers_of(scene)
    at = next((i for i, n in enumerate(every) if timex.overlaps(tokens[n.first])), None)
    if at is None:
        return []
    found = [every[at]]
    for number in reversed(every[:at]):
        between = range(number.last + 1, found[0].first)
        if not between or any(tokens[i].text.lower() not in _JOINED for i in between):
            break
        found.insert(0, number)
    return found
