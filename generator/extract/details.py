"""Sentences that tell no event of their own but add to one: list items and tolls."""

from __future__ import annotations

import re

from generator.extract.doings import idle, points_back
from generator.extract.figures import figures
from generator.extract.group import Group
from generator.extract.realis import Realis, of_word
from generator.extract.sameness import is_background
from generator.extract.scene import Scene, subject
from generator.extract.story import Story
from generator.extract.triggers import family
from generator.model import Mode, Part, TimexType

_TOLL = frozenset({"killed", "injured", "missing"})
_COARSE = re.compile(r"\d{4}(?:-\d{2})?")
"""Years and months, which no toll of the day is given with."""
_DEADLY = frozenset({"disease", "territorial-gain"})
"""Kinds beyond those of harm that cost lives."""


def attach(groups: list[Group], story: Story) -> list[Group]:
    """Give each group the sentences that add to it; the groups stay in their order."""
    told = {d.at for g in groups for d in g.drafts} | {i for g in groups for i in g.details}
    for at, scene in enumerate(story.scenes):
        if at in told or at < story.lede:
            continue
        if scene.sentence.part is Part.ITEM:
            home = _led_in(at, groups, story)
        elif scene.sentence.part is Part.BODY and _counts(at, story):
            home = _harm_before(at, groups, story)
        elif scene.sentence.part is Part.BODY and _goes_on(at, story):
            home = _told_before(at, groups, story)
        else:
            home = None
        if home is not None:
            home.details.append(at)
    return groups


def _led_in(at: int, groups: list[Group], story: Story) -> Group | None:
    """Return the event of the sentence that leads in a list."""
    while at > 0 and story.scenes[at].sentence.part is Part.ITEM:
        at -= 1
    return next((g for g in groups if any(d.at == at for d in g.drafts)), None)


def _goes_on(at: int, story: Story) -> bool:
    """Whether a sentence tells what those named before did or underwent: `They found …`."""
    scene = story.scenes[at]
    for verb, token in enumerate(scene.tree.tokens):
        who = subject(scene.tree, verb) if token.head == verb and token.pos == "VERB" else None
        if who is None or scene.quoted(verb) or scene.lower(verb) in idle():
            continue
        return points_back(scene, who) and of_word(scene.tree, verb) is Realis.HAPPENED
    return False


def _told_before(at: int, groups: list[Group], story: Story) -> Group | None:
    """Return the event that the sentence before tells, in the same paragraph."""
    paragraph = story.scenes[at].sentence.paragraph
    if at == 0 or story.scenes[at - 1].sentence.paragraph != paragraph:
        return None
    for group in reversed(groups):
        last = {*(d.at for d in group.drafts), *group.details}
        if at - 1 in last and group.first.mode is Mode.OCCURRENCE:
            return group
    return None


def _counts(at: int, story: Story) -> bool:
    scene = story.scenes[at]
    return not _looks_back(scene) and any(f.what in _TOLL for f in figures(scene))


def _looks_back(scene: Scene) -> bool:
    """Whether a sentence sums up what is long past: `has killed 1,400 people since 2010`."""
    given = (t for t in scene.timexes if t.type is TimexType.DATE)
    return any(_COARSE.fullmatch(t.value) for t in given)


def _harm_before(at: int, groups: list[Group], story: Story) -> Group | None:
    """Return the last event of the news before a sentence that can have harmed people."""
    before = [
        g
        for g in groups
        if g.first.at < at and g.first.mode is Mode.OCCURRENCE and _harms(g.kind)
        if not is_background(g, story)
    ]
    return max(before, key=lambda g: max(d.at for d in g.drafts), default=None)


def _harms(kind: str) -> bool:
    return (family(kind) == "harm" and kind != "outage") or kind in _DEADLY
