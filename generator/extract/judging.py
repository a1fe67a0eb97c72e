"""Whether an event word tells what took place or is set: by tense, by date, by who says it."""

from __future__ import annotations

import datetime as dt

from generator import edtf, lexicons
from generator.extract.dates import RULES, brief
from generator.extract.deeds import after, of_earlier
from generator.extract.doings import going_on
from generator.extract.position import in_main_clause, verb_of
from generator.extract.present import (
    counts,
    in_news,
    is_set,
    pledged,
    present,
    promised,
)
from generator.extract.realis import Realis, habitual, of_word, settled
from generator.extract.scene import Scene, ancestors, subject
from generator.extract.speech import Speech
from generator.extract.triggers import Trigger
from generator.model import EventDate, NameKind, TimexType

_MONTH = 27
"""Days from the first to the last of the shortest month."""
_LONG = frozenset({"PXC", "PXDE", "PXY"})
"""Lengths of time without a number: `for years`, `for decades`."""
STATES = frozenset(
    {"attack", "clash", "disaster", "disease", "meeting", "outage", "protest", "territorial-gain"}
)
"""Kinds that matter while they go on."""


def judged(scene: Scene, trigger: Trigger, day: dt.date | None) -> Realis:
    """Return how the text stands to an event word, the day of publication told."""
    realis = of_word(scene.tree, trigger.token)
    verb = verb_of(scene, trigger.token)
    if habitual(scene.tree, verb) or _of_years(scene, verb):
        return Realis.GENERAL
    if _repeated(scene, trigger.token) if trigger.verb else of_earlier(scene, trigger.token):
        return Realis.GENERAL
    if realis is Realis.HYPOTHETICAL and (above := promised(scene, trigger.token)) is not None:
        set_down = is_set(scene, above, day) or pledged(scene, above)
        return Realis.PLANNED if set_down else realis
    if settled(scene.tree, trigger):
        return Realis.HAPPENED
    if realis is not Realis.GENERAL:
        return realis
    if (above := present(scene, trigger.token)) is not None:
        if is_set(scene, above, day):
            return Realis.PLANNED
        if trigger.verb and (in_news(scene) or (trigger.kind == "death" and counts(scene))):
            return Realis.HAPPENED
    return realis


def _of_years(scene: Scene, verb: int) -> bool:
    """Whether what a verb tells has gone on for nobody says how long: `has for decades plagued`."""
    lengths = zip(scene.timexes, scene.times, strict=True)
    heads = (h for t, h in lengths if t.type is TimexType.DURATION and t.value in _LONG)
    return any(verb in ancestors(scene.tree, head)[:2] for head in heads)


def _repeated(scene: Scene, verb: int) -> bool:
    """Whether a verb, or the one it is joined to, is said to go on each time: `meet every week`."""
    tokens = scene.tree.tokens
    joined = {verb, tokens[verb].head} if tokens[verb].dep == "conj" else {verb}
    sets = (h for t, h in zip(scene.timexes, scene.times, strict=True) if t.type is TimexType.SET)
    return any(tokens[head].head in joined and tokens[head].pos != "VERB" for head in sets)


def set_for(trigger: Trigger, date: EventDate) -> bool:
    """Whether what was done sets the event for a day to come: `called an election for 3 May`."""
    return trigger.verb and date.rule == RULES[0] and brief(date)


def lies_ahead(date: EventDate | None, day: dt.date | None) -> bool:
    """Whether a date is later than the news."""
    return date is not None and day is not None and after(date.edtf, day)


def forecast(date: EventDate) -> bool:
    """Whether what lies ahead is a month or more, of which something is said: `due in May`."""
    try:
        first, last = edtf.bounds(date.edtf)
    except ValueError:
        return False
    return (last - first).days >= _MONTH


def confided(scene: Scene, trigger: Trigger, speech: Speech) -> bool:
    """Whether somebody tells of themselves in a quotation: `"We have lost all," she said`."""
    who = subject(scene.tree, trigger.token) if trigger.verb else None
    own = who is not None and scene.lower(who) in {"i", "we"} and scene.quoted(who)
    body = any(m.kind is not NameKind.PERSON for m in speech.mentions[:1])
    bodies = lexicons.lines("en/speaking_bodies")
    body = body or (speech.speaker is not None and scene.lower(speech.speaker) in bodies)
    return own and not body


def opined(scene: Scene, trigger: Trigger) -> bool:
    """Whether a private person only quotes or has a view of an event: `did not trust the talks`."""
    return scene.quoted(trigger.token) or not trigger.verb


def matters(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is going on is news: a war or an outage, or what somebody is at."""
    if trigger.kind in STATES:
        return True
    return trigger.verb and going_on(scene, trigger.token) and in_main_clause(scene, trigger)
