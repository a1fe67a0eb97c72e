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
    if _of_those(scene, trigger):
        return True
    noun = _noun(scene, trigger, nouns)
    if noun is None:
        return False
    own = trigger.verb and scene.tree.tokens[noun].dep == "dobj"
    det = scene.tree.child(noun, "det", *(() if own else ("poss",)))
    return det is not None and scene.tree.tokens[det].text.lower() in _BACK


def _of_those(scene: Scene, trigger: Trigger) -> bool:
    """Whether those of an event are meant; one may be the news: `X was among those held`."""
    tokens = scene.tree.tokens
    those = tokens[trigger.token].head
    among = tokens[those].head
    news = scene.lower(among) == "among" and tokens[tokens[among].head].dep == "ROOT"
    told = scene.lower(those) in {"those", "that", "these"} and not news
    return told and tokens[trigger.token].dep == "acl"


def _noun(scene: Scene, trigger: Trigger, nouns: frozenset[int]) -> int | None:
    if not trigger.verb:
        return trigger.token
    tree = scene.tree
    near = tree.having(trigger.token, "nsubj", "dobj")
    if tree.tokens[trigger.token].dep == "acl":  # `the blaze, sparked by lightning, …`
        near.append(tree.tokens[trigger.token].head)
    return next((noun for noun in near if noun in nouns), None)


def another(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is a further event of its kind: `another attack`, `hit homes elsewhere`."""
    near = [trigger.token, *scene.tree.having(trigger.token, "dobj", "nsubj", "nsubjpass")]
    where = {scene.lower(c) for n in near for c in scene.tree.having(n, "advmod")}
    return bool(_modifiers(scene, trigger) & _NEW) or "elsewhere" in where


def recent(scene: Scene, trigger: Trigger) -> bool:
    """Whether it took place some days ago and no finer: `recent talks`."""
    parse = scene.tree
    near = parse.having(trigger.token, "amod", "advmod")
    token = parse.tokens[trigger.token]
    follows = token.dep in {"dobj", "pobj"} and scene.lower(token.head) in {"follow", "after"}
    return follows or any(scene.lower(c) in _RECENT for c in near)


def earlier(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words set it before the news: `had already been convicted`, `after it failed`."""
    parse = scene.tree
    helpers = {parse.tokens[c].text.lower() for c in parse.having(trigger.token, "aux", "auxpass")}
    near = parse.having(trigger.token, "advmod", "amod", "npadvmod")
    backshifted = any(
        parse.tokens[i].dep == "ccomp" for i in (trigger.token, *ancestors(parse, trigger.token))
    )
    # What `has been` done was done of late: the `ago` behind it is of something else.
    words = _EARLIER - {"ago"} if helpers & {"has", "have"} else _EARLIER
    return ("had" in helpers and not backshifted) or any(scene.lower(c) in words for c in near)


def points_to_place(scene: Scene, area: set[int]) -> bool:
    """Whether words of a clause name a place told before: `there`, `in that area`."""
    for index in area:
        if scene.lower(index) == "there" and scene.tree.tokens[index].dep == "advmod":
            return True
        det = scene.tree.child(index, "det")
        if scene.lower(index) in {
            "area",
            "district",
            "place",
            "neighbourhood",
            "neighborhood",
        } and (det is not None and scene.lower(det) in {"that", "this"}):
            return True
    return False


def after(scene: Scene, token: int) -> bool:
    """Whether an event word stands below `after` or `since`, before the main event in time."""
    parse = scene.tree
    for index in (token, *ancestors(parse, token)):
        marks = [scene.lower(c) for c in parse.having(index, "mark")]
        if "after" in marks or "since" in marks:
            return True
        word = parse.tokens[index]
        if word.dep == "prep" and word.lemma.lower() in {"after", "follow", "since"}:
            return True
    return False


def _modifiers(scene: Scene, trigger: Trigger) -> set[str]:
    parse = scene.tree
    near = [trigger.token]
    if trigger.verb:
        near += parse.having(trigger.token, "nsubj", "prep")
        near += [o for p in parse.having(trigger.token, "prep") for o in parse.having(p, "pobj")]
    return {scene.lower(c) for n in near for c in parse.having(n, "det", "amod")}
