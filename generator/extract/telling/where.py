"""The place of an event, named where the words of its line do not."""

from __future__ import annotations

import re

from generator import lexicons
from generator.extract.telling.names import place_name
from generator.extract.telling.pieces import Piece
from generator.extract.telling.view import View
from generator.model import Entity, EventMention, Mode, Registry

_WORD = re.compile(r"\w{3,}")
_OWNER = re.compile(r"\b\w+['’]s\b")
"""Whose something is, which does not say where it happened."""
_GOALS = frozenset({"from", "into", "to", "towards"})
"""Prepositions of where something comes from or goes, so that it did not happen there."""
_BESIDE = frozenset({"above", "around", "below", "near", "off", "outside", "over", "under"})
"""Prepositions that say something else than `in`."""


def where(
    view: View, registry: Registry, mention: EventMention, line: str, full: str
) -> Piece | None:
    """Name the place where the words do not; a cut line needs none that the full one lacks."""
    told = [registry.places[p] for p in mention.places if p in registry.places]
    here = (p for p in told if place_name(p) in view.names.values())
    place = next((p for p in here if p.kind != "country"), told[0] if told else None)
    if place is None or mention.mode == Mode.STATEMENT or place.kind == "country":
        return None
    around = _holders(registry, place)
    cut = _named([place], full)
    for text in (line,) if cut else (line, full):
        if _named(told, text) or _named(around, _OWNER.sub("", text)):
            return None
    towards = _towards(view, place, inside=cut and view.headline)
    if towards is None:
        return None
    if towards in _BESIDE and f" {towards} " in line:
        return None
    the = "the " if place.kind == "water" and not view.headline else ""
    words = f"{towards} {the}{place_name(place)}"
    return Piece(wordings=(words,), rank=1, local=True)


def _named(places: list[Entity], line: str) -> bool:
    said = set(_WORD.findall(line.casefold()))
    return any(said.intersection(_WORD.findall(p.name.casefold())) - _kinds() for p in places)


def _holders(registry: Registry, place: Entity) -> list[Entity]:
    """Return what a place lies in: a line that names its country needs no town in it."""
    found: list[Entity] = []
    above = registry.places.get(place.within or "")
    while above is not None and above not in found:
        found.append(above)
        above = registry.places.get(above.within or "")
    return found


def _kinds() -> frozenset[str]:
    return frozenset(lexicons.lines("en/place_words"))


def beside(view: View, place: Entity) -> str | None:
    """Return the preposition before the place that says something else than `in`: `off`."""
    return next((word for word in _before(view, place) if word in _BESIDE), None)


def _before(view: View, place: Entity) -> list[str]:
    """Return the prepositions that the text has before the place's name."""
    tokens = view.tree.tokens
    named = [i for i in sorted(view.located) if view.names.get(i) == place_name(place)]
    heads = (tokens[tokens[i].head] for i in named if tokens[i].dep == "pobj")
    return [h.text.casefold() for h in heads if h.dep in {"prep", "dative"}]


def _towards(view: View, place: Entity, *, inside: bool) -> str | None:
    """Return the preposition that the text has before the place: `near` is not `in`.

    None for the water of which something is told, `the mouth of the Orla`, and where a line that
    named a place's residents or what was sent to it does so no more.
    """
    said = _before(view, place)
    if _GOALS.intersection(said) or ("of" in said and (place.kind == "water" or inside)):
        return None
    usual = "at" if place.kind == "site" else "in"
    return next((word for word in said if word in _BESIDE), usual)
