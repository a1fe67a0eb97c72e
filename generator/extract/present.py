"""Events in the present tense: news with a day, what is set or promised, what a toll holds."""

from __future__ import annotations

import datetime as dt

from generator import edtf, lexicons
from generator.extract.figures import figures
from generator.extract.position import clause_of
from generator.extract.scene import Scene, ancestors
from generator.model import Timex, TimexType

_TOLL = frozenset({"killed", "missing"})


def present(scene: Scene, token: int) -> int | None:
    """Return the verb in the present tense that tells an event word, itself or above it."""
    tokens = scene.tree.tokens
    for index in (token, *ancestors(scene.tree, token)):
        if tokens[index].pos not in {"VERB", "AUX"}:
            continue
        helpers = [tokens[c].tag for c in scene.tree.having(index, "aux", "auxpass")]
        if "MD" in helpers or "VBD" in helpers:
            return None
        stands = tokens[index].tag in {"VBZ", "VBP"}
        return index if stands or "VBZ" in helpers or "VBP" in helpers else None
    return None


def promised(scene: Scene, token: int) -> int | None:
    """Return the verb of a promise reported in the past: `said that talks would begin`."""
    tokens = scene.tree.tokens
    for index in (token, *ancestors(scene.tree, token)):
        if tokens[index].pos not in {"VERB", "AUX"}:
            continue
        would = any(
            scene.tree.tokens[c].text.lower() == "would" for c in scene.tree.having(index, "aux")
        )
        above = scene.lower(tokens[index].head)
        told = tokens[index].dep == "ccomp" and above in lexicons.lines("en/reporting_verbs")
        past = tokens[tokens[index].head].tag in {"VBD", "VBN"}
        guess = any(scene.lower(c) in {"if", "whether"} for c in scene.tree.having(index, "mark"))
        return index if would and told and past and not guess else None
    return None


def pledged(scene: Scene, verb: int) -> bool:
    """Whether a promise is the speaker's own and counts what: `said it would cut 300 jobs`."""
    tree = scene.tree
    who, what = tree.child(verb, "nsubj"), tree.child(verb, "dobj")
    if who is None or what is None or scene.lower(who) not in {"it", "they"}:
        return False
    return tree.child(what, "nummod") is not None


def in_news(scene: Scene) -> bool:
    """Whether a calendar day stands by, as where some outlets write the news in the present."""
    return any(t.edtf and len(t.edtf) == 10 for t in scene.timexes)


def is_set(scene: Scene, verb: int, day: dt.date | None) -> bool:
    """Whether the verb's clause names a time to come: `members vote on it between …`."""
    if day is None:
        return False
    area = clause_of(scene, verb)
    if any(timex.type is TimexType.SET for timex in scene.timexes):
        return False
    if any(scene.lower(index) in {"each", "every"} for index in area):
        return False
    return any(
        head in area and _to_come(timex, day)
        for timex, head in zip(scene.timexes, scene.times, strict=True)
    )


def _to_come(timex: Timex, day: dt.date) -> bool:
    if timex.edtf is None or timex.type not in {TimexType.DATE, TimexType.TIME}:
        return False
    try:
        low, _ = edtf.bounds(timex.edtf)
    except ValueError:
        return False
    return low > day


def counts(scene: Scene) -> bool:
    """Whether the present tense only holds the toll: `60 people are missing`."""
    return any(figure.what in _TOLL for figure in figures(scene))
