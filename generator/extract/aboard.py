"""Those whom a vessel or a vehicle carries."""

from __future__ import annotations

from generator.extract.counting_words import whats
from generator.extract.scene import Scene, subject

_ON_BOARD = frozenset({"aboard", "onboard"})
_VESSELS = frozenset({"aircraft", "ships", "trains", "vehicles"})
"""What the words for vehicles and vessels count."""


def aboard(scene: Scene, noun: int) -> bool:
    """Whether they are told to be on a vessel: `22 crew aboard`, `a crew of nine`."""
    parse = scene.tree
    token = parse.tokens[noun]
    where = [noun, *([token.head] if scene.lower(token.head) == "be" else [])]
    below = {c for i in where for c in parse.having(i, "advmod", "prep", "acomp")}
    words = ([t.text.lower() for t in parse.tokens[i : i + 2]] for i in (noun + 1, *sorted(below)))
    if any(near[0] in _ON_BOARD or near == ["on", "board"] for near in words if near):
        return True
    above = parse.tokens[token.head].head
    if token.dep == "pobj" and scene.lower(token.head) == "of" and scene.lower(above) == "crew":
        return True
    return token.dep == "dobj" and scene.lower(token.head) == "carry" and _vessel(scene, token.head)


def _vessel(scene: Scene, verb: int) -> bool:
    """Whether what carries is a vehicle: `a boat carrying 39 people`, not a man."""
    parse = scene.tree
    who = subject(parse, verb)
    if who is None or parse.tokens[who].tag == "WDT":
        who = parse.tokens[verb].head if parse.tokens[verb].dep in {"acl", "relcl"} else None
    return who is not None and whats("noun").get(scene.lower(who)) in _VESSELS
