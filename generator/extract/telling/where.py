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
_BESIDE = frozenset({"above", "around", "below", "near", "off", "outside", "over", "under"})
"""Prepositions that say something else than `in`."""


def where(view: View, registry: Registry, mention: EventMention, line: str) -> Piece | None:
    """Name the place where the words do not."""
    place = registry.places.get(mention.places[0]) if mention.places else None
    if place is None or mention.mode == Mode.STATEMENT or place.kind == "country":
        return None
    told = [registry.places[p] for p in mention.places if p in registry.places]
    owners_out = _OWNER.sub("", line)
    if _named(told, line) or _named(_holders(registry, place), owners_out):
        return None
    the = "the " if place.kind == "water" and not view.headline else ""
    words = f"{_towards(view, place)} {the}{place_name(place)}"
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


def _towards(view: View, place: Entity) -> str:
    """Return the preposition that the text has before the place: `near` is not `in`."""
    tokens = view.tree.tokens
    named = [i for i in sorted(view.located) if view.names.get(i) == place_name(place)]
    heads = (tokens[tokens[i].head] for i in named if tokens[i].dep == "pobj")
    said = (h.text.casefold() for h in heads if h.dep == "prep")
    usual = "at" if place.kind == "site" else "in"
    return next((word for word in said if word in _BESIDE), usual)
