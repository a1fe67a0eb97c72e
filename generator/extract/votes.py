"""Votes for and against, given as a pair of numbers: `by 88 votes to 57`."""

from __future__ import annotations

from itertools import pairwise

from generator.extract.numbers import Number, numbers
from generator.extract.scene import Scene

_VOTING = frozenset(
    {
        "abstain",
        "abstention",
        "adopt",
        "approve",
        "back",
        "ballot",
        "defeat",
        "majority",
        "motion",
        "pass",
        "reject",
        "rule",
        "vote",
    }
)
_HOUSE = 10_000
"""More votes than any house has are the voters' own, cast for this or that candidate."""
_SIDES = ("votes for", "votes against")
_BARE = "bare"
"""How numbers are set against each other where no word says which side is which."""
_LOST = frozenset({"defeat", "reject"})
_NAMED = {
    "abstained": "abstentions",
    "abstaining": "abstentions",
    "abstentions": "abstentions",
    "against": "votes against",
    "favor": "votes for",
    "favour": "votes for",
    "for": "votes for",
}
"""Words behind a number that tell how those it counts voted."""
_FAR = 6
_FOR = frozenset({"favor", "favour", "for", "in", "vote", "votes", "yes"})
_BETWEEN = frozenset({"-", "–", "against", "and", ",", "to", "with"})


def votes(scene: Scene) -> list[tuple[Number, str]]:
    """Return the numbers of votes with the side that they were cast for."""
    tokens = scene.tree.tokens
    lemmas = {t.lemma.lower() for t in tokens}
    if not lemmas & _VOTING:
        return []
    given = numbers(scene)
    for first, second in pairwise(given):
        words = [t.text.lower() for t in tokens[first.last + 1 : second.first]]
        after = tokens[second.last + 1].text.lower() if second.last + 1 < len(tokens) else ""
        house = max(first.value, second.value) < _HOUSE
        if house and _alone(scene, second) and (sides := _sides(words, after)):
            lost = sides == _BARE and lemmas & _LOST
            return list(zip((first, second), reversed(_SIDES) if lost else _SIDES, strict=True))
    each = [(number, side) for number in given if (side := _side(scene, number))]
    return each if {side for _, side in each} >= set(_SIDES) else []


def _side(scene: Scene, number: Number) -> str | None:
    """Return the side that the words behind a number name: `52 MPs voted for it, 11 against`."""
    for token in scene.tree.tokens[number.last + 1 : number.last + _FAR]:
        word = token.text.lower()
        if word in _NAMED:
            return _NAMED[word]
        if token.text == "%" or token.pos == "NUM":
            break
    return None


def _sides(words: list[str], after: str) -> str:
    """Tell how the words between two numbers set them against each other; nothing: not at all."""
    left = [w for w in words if w not in _FOR]
    if not left or not set(left) <= _BETWEEN:
        return ""
    if "against" in left or after == "against":
        return "said"
    return _BARE if left in (["to"], ["-"], ["–"]) else ""


def _alone(scene: Scene, number: Number) -> bool:
    """Whether a number counts nothing but votes."""
    head = scene.tree.tokens[number.last].head
    inside = number.first <= head <= number.last
    counts = scene.tree.tokens[number.last].dep == "nummod" and not inside
    return not counts or scene.lower(head) in {"vote", "ballot", "margin", "decision", "ruling"}
