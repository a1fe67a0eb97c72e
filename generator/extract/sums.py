"""Numbers up to which something rose: tolls, totals, levels."""

from __future__ import annotations

from generator.extract.counting_words import people, whats
from generator.extract.fates import PEOPLES, fate_of
from generator.extract.numbers import Number, numbers
from generator.extract.scene import Scene, ancestors, subject

_RAISE = frozenset({"bring", "lift", "push", "put", "raise", "revise", "take"})
_SUMS = frozenset({"count", "number", "tally", "total"})


def level(scene: Scene, number: Number) -> str | None:
    """Read `cases rose to 1,024`: what rises or falls tells what the number counts."""
    parse = scene.tree
    prep = parse.tokens[number.last].head
    if parse.tokens[prep].dep != "prep" or scene.lower(prep) not in {"to", "at"}:
        return None
    who = subject(parse, parse.tokens[prep].head)
    if who is None:
        return None
    below = [o for p in parse.having(who, "prep") for o in parse.having(p, "pobj")]
    return next(
        (whats("noun")[w] for i in (who, *below) if (w := scene.lower(i)) in whats("noun")), None
    )


def toll(scene: Scene, number: Number) -> str | None:
    """Return whom a toll counts: `the toll rose to 31`, `took the number of dead to 31`."""
    sums = _summed(scene, number)
    above = ancestors(scene.tree, number.first)[:3]
    if any(scene.lower(i) == "toll" for i in (*above, *sums)):
        return "killed"
    if number.first and scene.lower(number.first - 1) in {"by", "of"}:
        return None
    return next((f for i in sums if (f := _number_of(scene, i)) is not None), None)


def told_before(scene: Scene, number: Number) -> Number | None:
    """Return the number that a bare total adds to: `two were held, bringing the total to nine`."""
    for noun in _summed(scene, number):
        if scene.lower(noun) in _SUMS and scene.tree.child(noun, "prep") is None:
            return next((n for n in reversed(numbers(scene)) if n.last < noun), None)
    return None


def _summed(scene: Scene, number: Number) -> list[int]:
    """Return what a number may be the sum of: what is raised to it, and what rises."""
    parse = scene.tree
    above = ancestors(parse, number.first)[:3]
    raising = [v for v in above[:2] if scene.lower(v) in _RAISE]
    raised = [o for v in raising for o in parse.having(v, "dobj", "nsubj")]
    return [*raised, *(s for v in above if (s := subject(parse, v)) is not None)]


def said_of(scene: Scene, number: Number) -> str | None:
    """Read a count with what befell those counted right behind it: `with a further 40 missing`."""
    after = scene.tree.tokens[number.last + 1 : number.last + 2]
    fate = whats("adj").get(after[0].text.lower()) if after else None
    return fate if fate in PEOPLES else None


def _number_of(scene: Scene, noun: int) -> str | None:
    """Return what befell those of a sum: `the number of people killed`, `the count of injured`."""
    if scene.lower(noun) not in _SUMS:
        return None
    parse = scene.tree
    of = [o for p in parse.having(noun, "prep") for o in parse.having(p, "pobj")]
    for whom in of:
        word = parse.tokens[whom].text.lower()
        fate = whats("adj").get(word) or whats("noun").get(scene.lower(whom))
        if fate not in PEOPLES and scene.lower(whom) in people():
            fate = fate_of(scene, whom)
        if fate in PEOPLES:
            return fate
    return None
