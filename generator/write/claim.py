"""One value that one report gives, and how running text says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator import lexicons
from generator.model import Bound, Figure, Reading

_BOUNDS = {
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.ABOUT: "about ",
    Bound.UP_TO: "up to ",
    Bound.FEWER_THAN: "fewer than ",
}
_UNITS = {"percent": "%"}
_WORDS = frozenset({"acre", "degree"})
"""Units that have a plural."""
_SIGNS = {"EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥", "USD": "$"}
_GREAT = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_QUALIFIER = re.compile(r" \([^()]*\)$")
MEASURED = frozenset({"area", "depth", "magnitude", "rainfall", "temperature"})
"""Measures that belong to the event as a whole; a distance or a share needs its sentence."""
_TEN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value that one report gives."""

    figure: Figure
    reading: Reading

    @property
    def said(self) -> str:
        """The value with its bound: `at least seven`."""
        return f"{_BOUNDS.get(self.figure.bound, '')}{number(self.figure)}"

    @property
    def told_by(self) -> str | None:
        """Who is named for it: the speaker, or else the publisher."""
        return self.speaker or self.reading.article.publisher

    @property
    def speaker(self) -> str | None:
        """Who is named for it in the text, as running text has it."""
        return _in_text(self.figure.by, self.reading) if self.figure.by else None


def number(figure: Figure) -> str:
    """Write a value as running text has it, with its unit."""
    value = figure.value
    whole = value == int(value)
    words = {int(v): w for w, v in lexicons.table("en/number_words")}
    if figure.unit is None and whole and 0 < value < _TEN and figure.what not in MEASURED:
        return words[int(value)]
    text = amount(figure) or (f"{int(value):,}" if whole else f"{value:,}")
    if figure.unit is None:
        return text
    if figure.what == "money" and figure.unit in _SIGNS:
        return f"{_SIGNS[figure.unit]}{text}"
    if figure.unit in _WORDS and value != 1:
        return f"{text} {figure.unit}s"
    return f"{text}{_UNITS[figure.unit]}" if figure.unit in _UNITS else f"{text} {figure.unit}"


def amount(figure: Figure) -> str | None:
    """Write a great sum in millions or billions: `3.2 billion`."""
    if figure.what != "money":
        return None
    for size, word in _GREAT:
        if figure.value >= size and (figure.value / size * 100).is_integer():
            return f"{figure.value / size:g} {word}"
    return None


def _in_text(speaker: str, reading: Reading) -> str:
    """Write a speaker within a sentence: `officials`, `the Ministry of Energy`."""
    name = _QUALIFIER.sub("", speaker)
    tokens = (t for s in reading.sentences for t in s.tokens)
    plural = any(t.tag == "NNS" and t.text.casefold() == name.casefold() for t in tokens)
    if plural or name.casefold() in lexicons.lines("en/plural_words"):
        return name.casefold()
    if name.casefold() in lexicons.lines("en/person_nouns"):
        return _one(name.casefold(), reading)
    if name.casefold().removesuffix("s") in lexicons.lines("en/person_nouns"):
        return name.casefold()
    last = name.casefold().split()[-1]
    singular = any(
        t.tag == "NN" and t.text == name.split()[-1] for s in reading.sentences for t in s.tokens
    )
    body = not name.islower() and " " in name and last in lexicons.lines("en/org_nouns")
    whole = " of " in name and name[0].isupper()
    known = last in lexicons.lines("en/org_nouns") or last in lexicons.lines("en/force_nouns")
    if name.islower() and singular and not known:
        return _one(name, reading)
    one = known and not name.startswith("the ") and last not in lexicons.lines("en/plural_words")
    return f"the {name}" if whole or body or (name.islower() and one) else name


def _one(name: str, reading: Reading) -> str:
    """Give somebody without a name an article: the definite one where the text has no other."""
    text = reading.article.text.casefold()
    article = "an" if name[0] in "aeiou" else "a"
    only = f"the {name}" in text and f"{article} {name}" not in text
    return f"{'the' if only else article} {name}"
