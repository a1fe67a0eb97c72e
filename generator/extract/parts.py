"""Numbers that count a part of what another counts, or those who are left."""

from __future__ import annotations

from generator.extract.fates import act_on
from generator.extract.numbers import Number
from generator.extract.scene import Scene

_DETERMINERS = frozenset({"all", "its", "the", "their"})


def out_of(scene: Scene, number: Number) -> int | None:
    """Return what a number counts a part of: `of 640 trains planned, 512 were cancelled`."""
    tokens = scene.tree.tokens
    opening = next((i for i, t in enumerate(tokens[: number.first]) if t.text == "Of"), None)
    whole = None if opening is None else scene.tree.child(opening, "pobj")
    if whole is None or whole > number.first or tokens[whole].pos != "NOUN":
        return None
    if act_on(scene, number.last) is not None:
        return None
    return whole


def is_whole(scene: Scene, number: Number) -> bool:
    """Whether it is the whole of which another number is the part: `83 of 150 seats`."""
    before = list(scene.tree.tokens[: number.first])
    while before and before[-1].text.lower() in _DETERMINERS:
        before.pop()
    if not before or before[-1].text.lower() != "of":
        return False
    return before[-1].text == "Of" or (len(before) > 1 and before[-2].pos == "NUM")


def is_some_of(scene: Scene, number: Number) -> bool:
    """Whether it only says how many of them fared worse: `12 hurt, four of them critically`."""
    tokens = scene.tree.tokens
    after = [t.text.lower() for t in tokens[number.last + 1 : number.last + 3]]
    aside = number.first > 0 and tokens[number.first - 1].text == ","
    own = tokens[number.last].dep in {"nsubj", "nsubjpass"}
    return aside and after in (["of", "them"], ["of", "whom"]) and not own


def is_left(scene: Scene, number: Number) -> bool:
    """Whether it counts those whom it did not befall: `all but one`, `84 instead of 127`."""
    before = [t.text.lower() for t in scene.tree.tokens[max(0, number.first - 2) : number.first]]
    return before in (["all", "but"], ["instead", "of"], ["rather", "than"])
