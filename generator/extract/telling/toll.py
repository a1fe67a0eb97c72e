"""Headlines of attacks by what they did: `Russian attack kills at least six in Kyiv`."""

from __future__ import annotations

from collections.abc import Iterator

from generator import lexicons
from generator.extract.telling.clause import Clause
from generator.extract.telling.names import actor_name, place_name
from generator.extract.telling.numerals import in_words
from generator.extract.telling.verbgroup import lemma
from generator.extract.telling.view import View
from generator.model import Bound, EventMention, Figure, Mode, NameKind, Registry

BOUNDS = {
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.ABOUT: "about ",
    Bound.UP_TO: "up to ",
    Bound.FEWER_THAN: "fewer than ",
}
_DOES = {"killed": ("kills", "killed"), "injured": ("injures", "injured")}


def struck(view: View, registry: Registry, mention: EventMention, clause: Clause) -> str | None:
    """Tell an attack by doer, toll and place where its sentence has the toll alone."""
    tree = view.tree
    harm = lemma(view, clause.verb) in {*lexicons.lines("en/harm_verbs"), "die"}
    told = clause.passive and tree.child(clause.verb, "agent") is not None
    doer = _doer(registry, mention)
    effects = list(_effects(view, mention.figures))
    place = registry.places.get(mention.places[0]) if mention.places else None
    attack = mention.kind == "attack" and mention.mode is Mode.OCCURRENCE
    if not (attack and harm and doer and effects) or told or tree.tokens[clause.verb].dep == "acl":
        return None
    if not clause.passive and lemma(view, clause.verb) != "die":
        return None
    where = f" in {place_name(place)}" if place and place.kind not in {"site", "water"} else ""
    line = f"{doer} attack {' and '.join(effects)}{where}"
    return line if view.headline else f"{'An' if doer[0] in 'AEIOU' else 'A'} {line}"


def _doer(registry: Registry, mention: EventMention) -> str | None:
    """Return the adjective of the one state that did it."""
    agents = [registry.actors.get(a.actor) for a in mention.arguments if a.role == "agent"]
    states = [a for a in agents if a is not None and a.kind == NameKind.STATE]
    if len(agents) != 1 or not states or actor_name(registry, states[0].id) is None:
        return None
    adjectives = {row[1]: row[4].split("|")[0] for row in lexicons.table("countries")}
    return adjectives.get(states[0].id) or None


def _effects(view: View, figures: tuple[Figure, ...]) -> Iterator[str]:
    for what, (now, then) in _DOES.items():
        most = max((f for f in figures if f.what == what), key=lambda f: f.value, default=None)
        if most is None:
            continue
        count = f"{BOUNDS.get(most.bound, '')}{in_words(most.value)}"
        people = " person" if most.value == 1 else ("" if view.headline else " people")
        yield f"{now if view.headline else then} {count}{people}"
