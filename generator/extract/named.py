"""Who else the words of an event name: `X met Y over the fate of Z`, `an outage that hit X`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.group import Group
from generator.extract.offices import offices
from generator.extract.places import is_place
from generator.extract.roles import PLACED
from generator.extract.scene import Scene, ancestors
from generator.extract.speech import tells_which
from generator.extract.story import Story
from generator.model import Argument, Mention, NameKind, Token

_KINDS = frozenset({NameKind.PERSON, NameKind.ORGANISATION})
_SIDES = frozenset({"against", "between", "by", "over", "with"})
"""Words before a state that is one of two sides."""
_FRONTIERS = frozenset({"border", "boundary", "crossing", "frontier"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_HONOURS = frozenset({"honor", "honour", "memory", "name", "tribute"})
_TOLD = frozenset({"tell", "inform"})
"""Verbs whose object only hears it: `she told Radio X`."""


def named(told: Group, story: Story) -> Iterator[Argument]:
    """Yield the persons, bodies and sides in the sentence that opens an event.

    Left out are those who only describe a noun, `the X government`, and a state that was struck.
    """
    first = told.first
    scene = story.scenes[first.at]
    events = {trigger.token for trigger in story.triggers[first.at]}
    for mention, head in zip(scene.mentions, scene.heads, strict=True):
        side = told.kind not in PLACED and _is_side(scene, mention, head)
        if mention.actor is None or not (side or mention.kind in _KINDS):
            continue
        aside = mention.text.islower() and _beneath(scene, head, events)
        aside = aside or tells_which(scene, mention)
        if not (aside or _describes(scene, mention, head)):
            yield Argument(actor=mention.actor, role="named")


def _is_side(scene: Scene, mention: Mention, head: int) -> bool:
    """Whether it is a state, and one of the sides: `a win over X`, `talks that X broke off`."""
    if mention.kind is not NameKind.STATE or mention.adjective or is_place(scene, mention):
        return False
    tokens = scene.tree.tokens
    while tokens[head].dep == "conj" and tokens[head].head != head:
        head = tokens[head].head
    prep = tokens[head].head
    against = tokens[head].dep == "pobj" and scene.lower(prep) in _SIDES
    beside = scene.lower(tokens[prep].head) in _FRONTIERS
    acts = tokens[head].dep in {"nsubj", "nsubjpass", "dobj"}
    return acts or (against and not beside)


def _beneath(scene: Scene, head: int, events: set[int]) -> bool:
    """Whether it undergoes what tells no event: `hours after she wrote to the senate`."""
    tokens = scene.tree.tokens
    if tokens[head].dep == "nsubj":
        return False
    above = (head, *ancestors(scene.tree, head))
    verb = next((i for i in above if tokens[i].dep in {"advcl", "pcomp"}), None)
    return verb is not None and verb not in events


def _describes(scene: Scene, mention: Mention, head: int) -> bool:
    """Whether a name only says which noun is meant, hears the words or carries them."""
    tokens = scene.tree.tokens
    token = tokens[head]
    if _honoured(scene, token):
        return True
    if mention.kind is NameKind.PERSON:
        return token.dep in _MODIFIERS
    if token.dep in {"dobj", "dative"}:
        return scene.lower(token.head) in _TOLD
    if token.dep == "compound":
        noun = tokens[token.head]
        speaks = scene.lower(token.head) in offices() and noun.dep not in {"appos", "attr"}
        return noun.pos == "NOUN" and not speaks
    return token.dep == "pobj" and _carries(scene, token.head)


def _honoured(scene: Scene, token: Token) -> bool:
    """Whether something is only somebody's or called so: `that belonged to X`, `in honour of X`."""
    above = scene.tree.tokens[scene.tree.tokens[token.head].head]
    called = above.dep == "pobj" and above.lemma.lower() in _HONOURS
    return token.dep == "pobj" and (called or above.lemma.lower() == "belong")


def _carries(scene: Scene, prep: int) -> bool:
    """Whether the body is where something is said or done: `posted on X`, `fell at the X`."""
    tokens = scene.tree.tokens
    there = scene.lower(prep) == "at" and tokens[tokens[prep].head].pos == "VERB"
    return (there or scene.lower(prep) in {"on", "via"}) and tokens[prep].dep == "prep"
