"""Sentences that tell no event of their own but add to one: list items and tolls."""

from __future__ import annotations

from generator.extract.figures import figures
from generator.extract.group import Group
from generator.extract.story import Story
from generator.extract.triggers import family
from generator.model import Mode, Part

_TOLL = frozenset({"killed", "injured", "missing"})


def attach(groups: list[Group], story: Story) -> list[Group]:
    """Give each group the sentences that add to it; the groups stay in their order."""
    told = {d.at for g in groups for d in g.drafts} | {i for g in groups for i in g.details}
    for at, scene in enumerate(story.scenes):
        if at in told or at < story.lede:
            continue
        if scene.sentence.part is Part.ITEM:
            home = _led_in(at, groups, story)
        elif scene.sentence.part is Part.BODY and _counts(at, story):
            home = _harm_before(at, groups)
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


def _counts(at: int, story: Story) -> bool:
    return any(f.what in _TOLL for f in figures(story.scenes[at]))


def _harm_before(at: int, groups: list[Group]) -> Group | None:
    """Return the last event before a sentence that can have harmed people."""
    before = [
        g for g in groups if g.first.at < at and g.first.mode is Mode.OCCURRENCE and _harms(g.kind)
    ]
    return max(before, key=lambda g: max(d.at for d in g.drafts), default=None)


def _harms(kind: str) -> bool:
    return family(kind) == "harm" and kind != "outage"
