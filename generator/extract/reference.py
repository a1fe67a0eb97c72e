"""What a pronoun or a bare noun stands for: the last name of its kind before it."""

from __future__ import annotations

from generator.extract.story import Story
from generator.model import Mention, NameKind, Part

_REACH = 8
"""Sentences looked back; further off a pronoun has lost its name."""
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def person_before(offset: int, at: int, story: Story) -> Mention | None:
    """Return the person a `he` or `she` stands for, subjects preferred."""
    return _before(offset, at, story, frozenset({NameKind.PERSON}))


def organisation_before(offset: int, at: int, story: Story) -> Mention | None:
    """Return the organisation that `the company` or `the court` stands for."""
    kinds = frozenset({NameKind.ORGANISATION, NameKind.GROUP})
    return _before(offset, at, story, kinds)


def place_before(at: int, story: Story) -> list[str]:
    """Return the place that `there` or `that area` stands for: the last one named before."""
    here = story.scenes[at].sentence.paragraph
    for near in range(at - 1, -1, -1):
        scene = story.scenes[near]
        if scene.sentence.paragraph != here:
            break
        named = [m.place for m in scene.mentions if m.place and m.kind is NameKind.PLACE]
        if named:
            return [named[-1]]
    return []


def _before(offset: int, at: int, story: Story, kinds: frozenset[NameKind]) -> Mention | None:
    for near in range(at, max(-1, at - _REACH - 1), -1):
        scene = story.scenes[near]
        if scene.sentence.part not in (Part.BODY, Part.ITEM):
            continue
        pairs = [
            (m, h)
            for m, h in zip(scene.mentions, scene.heads, strict=True)
            if m.kind in kinds and m.end <= offset and (m.actor or m.proposal)
        ]
        if pairs:
            tokens = scene.tree.tokens
            return next((m for m, h in pairs if tokens[h].dep in _SUBJECT), pairs[-1][0])
    return None
