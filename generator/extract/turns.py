"""Sentences whose news stands behind `when`, and what only sets the scene for it."""

from __future__ import annotations

from dataclasses import replace

from generator import lexicons
from generator.extract.draft import Draft
from generator.extract.scene import Scene, ancestors, subject
from generator.extract.triggers import Trigger


def turning(scene: Scene, told: list[Draft]) -> list[Draft]:
    """Take the news from the `when` clause, and not from `the high point of the mission came`."""
    turns = {d.trigger.token: _turn(scene, d.trigger) for d in told}
    who = [(turn, subject(scene.tree, turn)) for turn in turns.values() if turn is not None]
    led_in = {i for turn, w in who if w is not None for i in (turn, *scene.tree.subtree(w))}
    return [
        replace(d, strength=max(1, d.strength)) if turns[d.trigger.token] is not None else d
        for d in told
        if d.trigger.token not in led_in
    ]


def _turn(scene: Scene, trigger: Trigger) -> int | None:
    """Return the `came` of a highlight that a verb after `when` tells."""
    tree = scene.tree
    marks = {scene.lower(c) for c in tree.having(trigger.token, "advmod", "mark")}
    if not trigger.verb or "when" not in marks:
        return None
    came = next((i for i in ancestors(tree, trigger.token) if scene.lower(i) == "come"), None)
    who = subject(tree, came) if came is not None else None
    turning = who is not None and scene.lower(who) in lexicons.lines("en/turning_nouns")
    return came if turning else None


def underway(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb only sets the scene: `the bus was travelling to Lima when it overturned`."""
    tree = scene.tree
    helpers = {tree.tokens[c].text.lower() for c in tree.having(trigger.token, "aux")}
    being = tree.tokens[trigger.token].tag == "VBG" and bool(helpers & {"was", "were"})
    turns = (c for c in tree.having(trigger.token, "advcl") if c > trigger.token)
    marks = {scene.lower(m) for c in turns for m in tree.having(c, "advmod", "mark")}
    return being and "when" in marks
