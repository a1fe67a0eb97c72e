"""Which currency a number is in, by the sign, code or name beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies, list_currencies

from generator.extract.counting_words import signs
from generator.extract.numbers import Number
from generator.extract.scene import Scene

_ENGLISH = Locale("en")
_SIGNED = ("$", "€", "£")
_ABROAD = frozenset({"dollar", "euro", "pound"})
"""Names that stand alone for the money of one country, wherever they are told of."""
_SUMS = frozenset({"aid", "cash", "damage", "debt", "funding", "loan", "money", "tax"})
"""What is counted in pounds and not weighed."""
_FORTUNE = 1_000_000
"""From here on pounds are money whatever they are of."""
_LONGEST = 4
"""Words in the longest name of a currency: `Bosnia-Herzegovina convertible marks`."""


def currency(scene: Scene, number: Number, lands: Sequence[str] = ()) -> str | None:
    """Return a number's currency by ISO 4217, empty where the name is several countries'.

    A name that several have is that of the first of the `lands` whose money it is: rials in Oman.
    """
    tokens = scene.tree.tokens
    sign, dollar, _ = tokens[number.first].text.partition("$")
    if dollar:
        return signs().get(sign + dollar, "USD")
    if number.first:
        before = tokens[number.first - 1].text
        if before in signs() and not before.islower():
            return signs()[before]
        if before in codes():
            return before
        if before.endswith("$"):
            return "USD"
    following = [token.text for token in tokens[number.last + 1 : number.last + 1 + _LONGEST]]
    if not following:
        return None
    for size in range(len(following), 1, -1):
        if code := _names().get(" ".join(following[:size]).casefold()):
            return code
    if following[0] in codes():
        return following[0]
    if _weighs(scene, number):
        return None
    word, lemma = following[0].lower(), scene.lower(number.last + 1)
    known = signs().get(following[0], signs().get(word, signs().get(lemma)))
    if known is None or lemma in _ABROAD:
        return known
    return next((code for land in lands if (code := _own(land, lemma))), known)


def _weighs(scene: Scene, number: Number) -> bool:
    """Whether pounds are a weight: `135 pounds of cocaine`, not `of damage`."""
    tokens = scene.tree.tokens
    of = number.last + 2
    if scene.lower(number.last + 1) != "pound" or of >= len(tokens) or tokens[of].text != "of":
        return False
    what = scene.tree.child(of, "pobj")
    return number.value < _FORTUNE and what is not None and scene.lower(what) not in _SUMS


@cache
def _own(land: str, name: str) -> str | None:
    """Return the currency of a country that goes by a name there, its adjective left out."""
    codes = get_territory_currencies(land)
    called = (get_currency_name(code, 1, locale=_ENGLISH).casefold().split() for code in codes)
    return next((c for c, words in zip(codes, called, strict=True) if words[-1] == name), None)


def first_of(scene: Scene, number: Number) -> int:
    """Return the first token of a sum: the sign or code before its number, else the number."""
    before = scene.tree.tokens[number.first - 1].text if number.first else ""
    signed = before in codes() or (before in signs() and not before.islower())
    return number.first - (signed or before.endswith(_SIGNED))


@cache
def codes() -> frozenset[str]:
    """Return the codes of all currencies."""
    return frozenset(list_currencies("en"))


@cache
def _names() -> dict[str, str]:
    """Return the names of more than one word, of one unit and of many: `Norwegian kroner`."""
    named: dict[str, str] = {}
    for code in sorted(codes()):
        for count in (1, 2):
            name = get_currency_name(code, count, locale=_ENGLISH)
            if " " in name and "(" not in name:
                named.setdefault(name.casefold(), code)
    return named
