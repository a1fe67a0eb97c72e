"""Which drafts of one article tell one event."""

from __future__ import annotations

from generator.extract.dates import long_before
from generator.extract.draft import Draft
from generator.extract.group import Group
from generator.extract.nearness import lands
from generator.extract.sameness import dates_agree, doers_agree, same_event
from generator.extract.story import Story
from generator.extract.telling.tree import SUBJECTS
from generator.extract.triggers import family
from generator.extract.voices import same_voice, spoken_of
from generator.model import Mode


def group(drafts: list[Draft], story: Story) -> list[Group]:
    """Join the drafts of one event, in the order of the text."""
    groups: list[Group] = []
    for draft in drafts:
        home = _home(draft, groups, story)
        if home is not None:
            home.drafts.append(draft)
        elif (about := spoken_of(draft, groups, story)) is not None:
            about.details.append(draft.at)
            if _vouches(draft, about, groups, story):
                about.voices.extend(draft.arguments[:1])
        elif (
            draft.strength > 1 or not draft.known or _own_day(draft) or _told_outright(draft, story)
        ):
            if _hangs(draft, groups, story):
                continue
            groups.append(Group(drafts=[draft], parent=_parent(draft, groups, story)))
    return groups


def _vouches(draft: Draft, about: Group, groups: list[Group], story: Story) -> bool:
    """Whether a statement's speaker is one of those who tell the event.

    Further off than its paragraph, or the next one for what opens the article, the words are about
    something else more often than not.
    """
    if draft.speech is None:
        return False
    told = max(d.at for d in about.drafts)
    gap = story.scenes[draft.at].sentence.paragraph - story.scenes[told].sentence.paragraph
    return gap <= (about is groups[0] and draft.speech.weight != "known")


def _home(draft: Draft, groups: list[Group], story: Story) -> Group | None:
    paragraph = story.scenes[draft.at].sentence.paragraph
    for candidate in sorted(groups, key=lambda g: -max(d.at for d in g.drafts)):
        distance = paragraph - story.scenes[candidate.drafts[-1].at].sentence.paragraph
        if draft.mode is Mode.STATEMENT:
            if same_voice(draft, candidate, story, near=distance <= 1):
                return candidate
        elif same_event(draft, candidate, story, distance=distance):
            return candidate
    return None


def _told_outright(draft: Draft, story: Story) -> bool:
    """Whether the main verb tells what was done, or what became of it: `the talks failed`."""
    tree = story.scenes[draft.at].tree
    which = tree.child(draft.trigger.token, "det")
    the = which is not None and tree.tokens[which].text.lower() == "the"
    does = tree.tokens[draft.trigger.token].dep in SUBJECTS
    told = draft.trigger.verb or (does and the)
    return told and not draft.trigger.weak and draft.main and draft.strength > 0


def _own_day(draft: Draft) -> bool:
    """Whether a day of its own sets apart what befell an event: `the trial opened in May`."""
    apart = draft.trigger.verb or draft.mode is Mode.PLANNED
    return draft.date is not None and draft.date.rule == "same clause" and apart


def _hangs(draft: Draft, groups: list[Group], story: Story) -> bool:
    """Whether an undated event only carries on a dated one of long ago in the same paragraph."""
    if draft.date is not None or not groups or draft.mode is Mode.STATEMENT:
        return False
    last = groups[-1].drafts[-1]
    here, there = story.scenes[draft.at].sentence, story.scenes[last.at].sentence
    day = story.day
    return here.paragraph == there.paragraph and long_before(last.date, day)


def _parent(draft: Draft, groups: list[Group], story: Story) -> Group | None:
    """Return the event of the same day and family that a new event may be part of."""
    if draft.mode is not Mode.OCCURRENCE:
        return None
    kin = [
        g
        for g in reversed(groups)
        if g.first.mode is not Mode.STATEMENT
        and family(g.kind) == family(draft.kind)
        and dates_agree(draft, g)
        and doers_agree(draft, g)
    ]
    here = lands(draft.places, story)
    for other in kin:
        if here & lands(tuple(other.places), story):
            return other
    for other in kin:
        if not here or not other.places:
            return other
    return None
