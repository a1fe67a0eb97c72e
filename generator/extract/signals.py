"""Small words that set an event against what was told before: `the`, `another`, `recent`, `had`."""

from __future__ import annotations

from generator.extract.scene import Scene, ancestors
from generator.extract.triggers import Trigger

_BACK = frozenset({"the", "this", "these", "that", "those", "its", "their", "his", "her", "such"})
_NEW = frozenset(
    {
        "another",
        "second",
        "third",
        "separate",
        "subsequent",
        "further",
        "new",
        "other",
        "different",
        "additional",
        "fresh",
        "previous",
        "earlier",
    }
)
_EARLIER = frozenset(
    {
        "previously",
        "earlier",
        "already",
        "previous",
        "past",
        "former",
        "prior",
        "ago",
        "originally",
        "subsequently",
        "once",
    }
)
_RECENT = frozenset({"recent", "recently", "latest", "previous", "earlier"})


def known(scene: Scene, trigger: Trigger, nouns: frozenset[int]) -> bool:
    """Whether an event noun, or the event noun that is a verb's subject or object, points back."""
    noun = _noun(scene, trigger, nouns)
    if noun is None:
        return False
    det = scene.tree.child(noun, "det", "poss")
    if det is None or scene.tree.tokens[det].text.lower() not in _BACK:
        return False
    return not any(i in scene.times for i in scene.tree.subtree(noun))


def _noun(scene: Scene, trigger: Trigger, nouns: frozenset[int]) -> int | None:
    if not trigger.verb:
        return trigger.token
    below = scene.tree.having(trigger.token, "nsubj", "dobj")
    return next((c for c in below if c in nouns), None)


def another(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is a further event of its kind: `another attack`, `a second wave`."""
    return bool(_modifiers(scene, trigger) & _NEW)


def recent(scene: Scene, trigger: Trigger) -> bool:
    """Whether it took place some days ago and no finer: `recent talks`."""
    parse = scene.tree
    near = parse.having(trigger.token, "amod", "advmod")
    return any(scene.lower(c) in _RECENT for c in near)


def earlier(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words set it before the news: `had already been convicted`, `after it failed`."""
    parse = scene.tree
    helpers = {parse.tokens[c].text.lower() for c in parse.having(trigger.token, "aux", "auxpass")}
    near = parse.having(trigger.token, "advmod", "amod", "npadvmod")
    backshifted = any(
        parse.tokens[i].dep == "ccomp" for i in (trigger.token, *ancestors(parse, trigger.token))
    )
    return ("had" in helpers and not backshifted) or any(scene.lower(c) in _EARLIER for c in near)


def after(scene: Scene, token: int) -> bool:
    """Whether an event word stands below `after` or `since`, before the main event in time."""
    parse = scene.tree
    for index in (token, *ancestors(parse, token)):
        marks = [scene.lower(c) for c in parse.having(index, "mark")]
        if "after" in marks or "since" in marks:
            return True
        word = parse.tokens[index]
        if word.dep == "prep" and word.lemma.lower() in {"after", "following", "since"}:
            return True
    return False


def _modifiers(scene: Scene, trigger: Trigger) -> set[str]:
    parse = scene.tree
    near = [trigger.token]
    if trigger.verb:
        near += parse.having(trigger.token, "nsubj", "prep")
        near += [o for p in parse.having(trigger.token, "prep") for o in parse.having(p, "pobj")]
    return {scene.lower(c) for n in near for c in parse.having(n, "det", "amod")}
