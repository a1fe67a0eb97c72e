"""Which statements of one article are one, and which only add to an event."""

from __future__ import annotations

from generator.extract.draft import Draft
from generator.extract.group import Group
from generator.extract.sameness import dates_agree, is_background
from generator.extract.story import Story
from generator.model import Mode, NameKind, Registry


def same_voice(draft: Draft, other: Group, story: Story, *, near: bool) -> bool:
    """Whether two statements are one appearance of one speaker."""
    registry = story.registry
    if other.first.mode is not Mode.STATEMENT or not dates_agree(draft, other):
        return False
    mine, theirs = _voices(draft), {v for d in other.drafts for v in _voices(d)}
    if mine and mine[0] in theirs:
        return True
    if not near or not mine or not theirs:
        return False
    first = _voices(other.first)
    return any(
        _is_body(house, registry) and house in {*_houses(person, registry), *rest}
        for house, person, rest in ((first[0], mine[0], mine), (mine[0], first[0], first))
    )


def _houses(person: str, registry: Registry) -> set[str | None]:
    entity = registry.actors.get(person)
    return {entity.affiliation} if entity is not None else set()


def _is_body(actor: str, registry: Registry) -> bool:
    entity = registry.actors.get(actor)
    return entity is not None and entity.kind != NameKind.PERSON


def _voices(draft: Draft) -> list[str]:
    return [a.actor for a in draft.arguments if a.role == "speaker"]


def spoken_of(draft: Draft, groups: list[Group], story: Story) -> Group | None:
    """Return the event that a statement only adds facts to.

    What rescuers, companies or the police report of an event belongs to it; what those in office
    say, or a statement that opens the article, is an event of its own.
    """
    if draft.mode is not Mode.STATEMENT or draft.at == story.lede or draft.speech is None:
        return None
    events = [
        g for g in groups if g.first.mode is not Mode.STATEMENT and not is_background(g, story)
    ]
    if groups and (near := _goes_on(draft, groups[-1], story)) is not None:
        return near
    voice = {a.actor for a in draft.arguments}
    for event in reversed(events):
        taking_part = {a.actor for d in event.drafts for a in d.arguments} | {
            a.actor for a in event.voices
        }
        if voice & taking_part and not draft.speech.stance and draft.speech.weight != "political":
            return event
    facts = draft.speech.weight == "operational" and (
        not draft.speech.stance or any(m.kind is NameKind.PERSON for m in draft.speech.mentions[:1])
    )
    if not events or not (facts or draft.speech.weight == "known"):
        return None
    told = max(d.at for d in events[-1].drafts)
    gap = story.scenes[draft.at].sentence.paragraph - story.scenes[told].sentence.paragraph
    return None if facts and gap > 1 else events[-1]


def _goes_on(draft: Draft, last: Group, story: Story) -> Group | None:
    """Return the event told last where a statement only goes on about it.

    `He added that …` after an event that he told, or words on `the talks` after talks.
    """
    here = story.scenes[draft.at].sentence.paragraph
    there = story.scenes[max(d.at for d in last.drafts)].sentence.paragraph
    if here != there or last.first.mode is Mode.STATEMENT or draft.speech is None:
        return None
    token = draft.speech.speaker
    pronoun = token is not None and story.scenes[draft.at].tree.tokens[token].pos == "PRON"
    voices = {a.actor for d in last.drafts for a in d.arguments if a.role == "speaker"}
    same = pronoun and bool(voices & {a.actor for a in draft.arguments})
    return last if same or (draft.about == last.kind and not draft.speech.stance) else None
