"""What a bare number counts, from the noun it stands with and what befell it."""

from __future__ import annotations

from generator.extract.counting_words import people, whats
from generator.extract.fates import INCLUDING, fate_of
from generator.extract.numbers import Number
from generator.extract.realis import UNREAL, of_word
from generator.extract.scene import Scene, ancestors, subject

_AGE = frozenset({"year", "aged", "age"})
_TIME = frozenset(
    [
        "day",
        "week",
        "month",
        "hour",
        "minute",
        "second",
        "decade",
        "century",
        "time",
        "year",
        "am",
        "pm",
        "a.m.",
        "p.m.",
    ]
)
_CHILD = frozenset({"child", "girl", "boy", "baby", "infant", "toddler", "minor", "teenager"})


def counted_by(scene: Scene, number: Number) -> str | None:
    """Return what a bare number counts, from the noun it stands with and what befell it."""
    noun = _noun(scene, number)
    if noun is None or _is_whole(scene, number):
        return None
    lemma = scene.lower(noun)
    if noun == number.first and lemma == "one":
        return None
    if lemma in _TIME or _is_age(scene, number, noun):
        return None
    counted = whats("noun").get(lemma)
    if counted in {"drones", "missiles", "rockets"}:
        act = fate_of(scene, noun)
        return f"{counted} {act}" if act in {"launched", "intercepted"} else f"{counted} launched"
    if counted:
        return counted if not _unreal(scene, noun) else None
    if noun in range(number.first, number.last + 1):
        if _toll(scene, number):
            return "killed"
        if (level := _level(scene, number)) is not None:
            return level
        if scene.lower(scene.tree.tokens[noun].head) == "at":
            return None
    if lemma in people() or noun in range(number.first, number.last + 1):
        fate = fate_of(scene, noun)
        if fate is None or _unreal(scene, noun):
            return None
        return f"children {fate}" if lemma in _CHILD and _part_of(scene, noun) else fate
    return None


def _noun(scene: Scene, number: Number) -> int | None:
    """Return what the number counts: the noun it modifies, or itself where it stands alone."""
    parse = scene.tree
    inside = range(number.first, number.last + 1)
    head = number.last
    for _ in range(len(parse.tokens)):
        token = parse.tokens[head]
        if token.dep in {"nummod", "quantmod", "compound", "amod", "nmod", "advmod"} and (
            token.head != head and parse.tokens[token.head].pos in {"NOUN", "PROPN", "NUM", "ADJ"}
        ):
            head = token.head
            if head not in inside and parse.tokens[head].pos != "NUM":
                return head
        else:
            break
    if head in inside and _in_total(scene, number):
        above = next(
            (
                i
                for i in reversed(range(number.first))
                if scene.lower(i) in whats("noun") or scene.lower(i) in people()
            ),
            None,
        )
        return head if above is None else above
    following = parse.child(head, "prep")
    if following is not None and scene.lower(following) == "of":
        below = parse.child(following, "pobj")
        if below is not None:
            return below
    return head


def _is_whole(scene: Scene, number: Number) -> bool:
    """Whether it is the whole of which another number is the part: `83 of 150 seats`."""
    before = scene.tree.tokens[max(0, number.first - 3) : number.first]
    words = [t.text.lower() for t in before if t.text.lower() not in {"the", "its", "all"}]
    return (
        len(words) > 1
        and words[-1] == "of"
        and before[-2 if words[-1] == before[-1].text.lower() else -3].pos == "NUM"
    )


def _unreal(scene: Scene, noun: int) -> bool:
    """Whether the verb above did not take place: `could kill dozens`."""
    tokens = scene.tree.tokens
    verb = next((i for i in ancestors(scene.tree, noun) if tokens[i].pos in {"VERB", "AUX"}), None)
    return (
        verb is not None and of_word(scene.tree, verb) in UNREAL and (fate_of(scene, noun) is None)
    )


def _level(scene: Scene, number: Number) -> str | None:
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


def _toll(scene: Scene, number: Number) -> bool:
    near = {scene.lower(i) for i in ancestors(scene.tree, number.first)[:3]}
    above = ancestors(scene.tree, number.first)
    subjects = {scene.lower(s) for v in above[:3] if (s := subject(scene.tree, v)) is not None}
    return "toll" in near | subjects


def _is_age(scene: Scene, number: Number, noun: int) -> bool:
    tokens = scene.tree.tokens
    before = tokens[max(0, number.first - 4) : number.first]
    if any(token.text.lower() in _AGE for token in before):
        return True
    alone = noun in range(number.first, number.last + 1)
    if not alone or tokens[noun].dep not in {"appos", "npadvmod"}:
        return False
    return not _in_total(scene, number)


def _in_total(scene: Scene, number: Number) -> bool:
    after = scene.tree.tokens[number.last + 1 : number.last + 3]
    return [t.text.lower() for t in after] in (["in", "total"], ["in", "all"], ["altogether"])


def _part_of(scene: Scene, noun: int) -> bool:
    """Whether they are part of others counted before: `six people, including two children`."""
    parse = scene.tree
    above = ancestors(parse, noun)
    return any(scene.lower(i) in INCLUDING for i in above[:2])
