"""Doings that no event word names: a main verb with a day of its own."""

from __future__ import annotations

from functools import cache

from generator import edtf, lexicons
from generator.extract.position import clause_of, in_main_clause, verb_of
from generator.extract.realis import Realis, of_word
from generator.extract.scene import Scene, subject
from generator.extract.triggers import Trigger
from generator.model import Timex, TimexType

_TOLD = frozenset({Realis.HAPPENED, Realis.PLANNED})
_REAL = _TOLD | {Realis.ONGOING}
_SPAN = 31
"""Most days that a time may cover and still say when something was done."""
_OBJECTS = ("dobj", "nsubjpass", "xcomp")
_ANYBODY = frozenset({"i", "we", "you", "one", "there"})


def doings(scene: Scene, found: list[Trigger]) -> list[Trigger]:
    """Return the verbs of dated deeds that the lexicon lacks: `handed over tents on Monday`."""
    dated = {
        verb_of(scene, head)
        for timex, head in zip(scene.timexes, scene.times, strict=True)
        if _dates(timex) and not _limits(scene, head)
    }
    real = [t for t in found if t.kind != "statement" and of_word(scene.tree, t.token) in _REAL]
    told = {i for t in real for i in clause_of(scene, t.token)}
    new = (_doing(scene, verb) for verb in sorted(dated - told))
    return [trigger for trigger in new if trigger is not None]


def _doing(scene: Scene, verb: int) -> Trigger | None:
    tokens = scene.tree.tokens
    if tokens[verb].pos != "VERB" or scene.quoted(verb) or scene.lower(verb) in _idle():
        return None
    who = subject(scene.tree, verb)
    if who is None or scene.lower(who) in _ANYBODY:
        return None
    bare = tokens[who].pos == "PRON" or not scene.tree.having(verb, *_OBJECTS)
    trigger = Trigger(token=verb, kind="other", weak=bare, verb=True)
    told = in_main_clause(scene, trigger) and of_word(scene.tree, verb) in _TOLD
    return trigger if told and not _was_to(scene, verb) else None


def _was_to(scene: Scene, verb: int) -> bool:
    """Whether a plan is told as one that came to nothing: `was to close in December`."""
    above = scene.tree.tokens[scene.tree.tokens[verb].head]
    infinitive = scene.tree.tokens[verb].tag == "VB"
    return infinitive and above.lemma == "be" and above.tag == "VBD"


def _limits(scene: Scene, head: int) -> bool:
    """Whether a time only says how long it goes on: `has until Friday to explain`."""
    return scene.lower(scene.tree.tokens[head].head) in {"till", "until"}


def _dates(timex: Timex) -> bool:
    if timex.edtf is None or timex.type not in {TimexType.DATE, TimexType.TIME}:
        return False
    try:
        low, high = edtf.bounds(timex.edtf)
    except ValueError:
        return False
    return (high - low).days <= _SPAN


@cache
def _idle() -> frozenset[str]:
    """Return the verbs that tell nothing done: of states and thoughts, and those of saying."""
    names = ("communication_verbs", "reporting_verbs", "stance_verbs", "stative_verbs")
    return frozenset(word for name in names for word in lexicons.lines(f"en/{name}"))
