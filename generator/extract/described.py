"""Whom words without a name stand for: `the judge`, `the two ministers`, `the accused`, `they`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator import lexicons
from generator.extract.scene import Scene, phrase
from generator.extract.story import Story
from generator.extract.triggers import Trigger
from generator.model import Mention, NameKind

_REACH = 3
"""Sentences looked back or ahead for those who are meant."""
_TRIED = frozenset({"arrest", "charge", "trial", "verdict"})
"""Kinds that are told of one accused."""
_ACCUSED = frozenset({"accused", "convict", "defendant", "suspect"})
_STANDS = frozenset({"appear", "deny", "face", "plead", "stand"})
"""Verbs whose subject is before the court."""
_SETS = {"both": 2, "couple": 2, "duo": 2, "pair": 2, "trio": 3}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DEFINITE = frozenset({"both", "the", "these", "those"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HEADS = _SUBJECTS | {"dobj"}
_INNER = frozenset({"amod", "compound", "nmod"})
_TITLE = 2
"""Tokens of a title before a name that begins a sentence."""


def persons_meant(noun: int, at: int, story: Story) -> tuple[Mention, ...]:
    """Return the persons that a noun or `they` stands for; nobody where that is not plain."""
    scene = story.scenes[at]
    token = scene.tree.tokens[noun]
    word, several = scene.lower(noun), _several(scene, noun)
    if token.text.casefold() == "they":
        others = any(t.dep in _SUBJECTS for t in scene.tree.tokens[:noun])
        return () if others else _together(at, story, None, reach=1)
    if not (_definite(scene, noun) or word in _SETS):
        return _named_next(noun, at, story)
    if word in _ACCUSED:
        return _on_trial(at, story, several)
    if several is not None and (word in _persons() or word in _SETS or token.pos == "NUM"):
        return _together(at, story, several, reach=_REACH)
    return _called(noun, at, story) if token.tag == "NN" and word in _persons() else ()


@cache
def _persons() -> frozenset[str]:
    return frozenset(lexicons.lines("en/person_nouns")) | frozenset(
        lexicons.lines("en/person_titles")
    )


def _definite(scene: Scene, noun: int) -> bool:
    det = scene.tree.child(noun, "det", "predet")
    return det is not None and scene.tree.tokens[det].text.casefold() in _DEFINITE


def _several(scene: Scene, noun: int) -> int | None:
    """Return how many are meant where the words count them: `the two men`, `the three`."""
    number = scene.tree.child(noun, "nummod")
    word = scene.lower(noun if number is None else number)
    return _SETS.get(word) or _COUNTS.get(word)


def _together(at: int, story: Story, several: int | None, *, reach: int) -> tuple[Mention, ...]:
    """Return the persons that were last named side by side: `X and Y said`, `X met Y`."""
    for near in range(at - 1, max(-1, at - reach - 1), -1):
        for persons in reversed(list(_groups(story, near))):
            if len(persons) == several or (several is None and len(persons) > 1):
                return persons
    return ()


def _groups(story: Story, at: int) -> Iterator[tuple[Mention, ...]]:
    """Yield the persons of each subject or object, and those of both where they meet."""
    scene = story.scenes[at]
    parts = [i for i, token in enumerate(scene.tree.tokens) if token.dep in _HEADS]
    named = [tuple(dict.fromkeys(_named(scene, part))) for part in parts]
    yield from (persons for persons in named if len(persons) > 1)
    if any(trigger.kind == "meeting" for trigger in story.triggers[at]):
        yield tuple(dict.fromkeys(person for persons in named for person in persons))


def _named(scene: Scene, part: int) -> Iterator[Mention]:
    """Yield the persons in the words for a part of a clause, owners left out."""
    owners = {i for i in phrase(scene.tree, part) if scene.tree.tokens[i].dep == "poss"}
    for mention in scene.at(phrase(scene.tree, part) - owners):
        if mention.kind is NameKind.PERSON and mention.actor:
            yield mention


def _on_trial(at: int, story: Story, several: int | None) -> tuple[Mention, ...]:
    """Return those who were arrested, charged or tried in the sentence that last told of any."""
    for near in range(at - 1, -1, -1):
        if tried := _tried(story, near):
            return tried if several in {None, len(tried)} else ()
    return ()


def _tried(story: Story, at: int) -> tuple[Mention, ...]:
    """Return the persons whom a sentence says were arrested, charged or tried."""
    scene = story.scenes[at]
    found: dict[str | None, Mention] = {}
    for trigger in story.triggers[at]:
        for part in _dealt_with(scene, trigger) if trigger.kind in _TRIED else ():
            for mention in _named(scene, part):
                found.setdefault(mention.actor, mention)
    return tuple(found.values())


def _dealt_with(scene: Scene, trigger: Trigger) -> list[int]:
    """Return whom the court or the police deal with."""
    parse = scene.tree
    verb = trigger.token if trigger.verb else parse.tokens[trigger.token].head
    stands = scene.lower(verb) in _STANDS
    return parse.having(verb, "nsubjpass", *(("nsubj",) if stands else ("dobj",)))


def _called(noun: int, at: int, story: Story) -> tuple[Mention, ...]:
    """Return the only person whom the article calls so, before or soon after: `Judge X`."""
    scene = story.scenes[at]
    said = {scene.lower(noun), *(scene.lower(i) for i in scene.tree.having(noun, *_INNER))}
    lands = {m.actor for m in scene.at(set(scene.tree.having(noun, *_INNER))) if m.adjective}
    words = said - {m.text.casefold() for m in scene.mentions}
    found: dict[str, Mention] = {}
    for index, near in enumerate(story.scenes[: at + _REACH + 1]):
        if found and index > at:
            break
        for mention, head in zip(near.mentions, near.heads, strict=True):
            if mention.kind is NameKind.PERSON and mention.actor:
                page = story.registry.actors.get(mention.actor)
                own = page is None or page.affiliation is None or page.affiliation in lands
                if words <= _titles(near, mention, head) and (own or not lands):
                    found.setdefault(mention.actor, mention)
    return tuple(found.values()) if len(found) == 1 else ()


def _titles(scene: Scene, mention: Mention, head: int) -> set[str]:
    """Return the words that tell what somebody is: `Judge X`, `X, a judge of the court`."""
    tokens = scene.tree.tokens
    beside = scene.tree.having(head, "appos")
    beside += [tokens[head].head] if tokens[head].dep == "appos" else []
    nouns = {scene.lower(i) for noun in beside for i in (noun, *scene.tree.having(noun, *_INNER))}
    return nouns | set((mention.role or "").casefold().replace("-", " ").split())


def _named_next(noun: int, at: int, story: Story) -> tuple[Mention, ...]:
    """Return who is named after the words for them: `A nurse was held. Ana Ruiz, 40, …`."""
    scene = story.scenes[at]
    det = scene.tree.child(noun, "det")
    one = (
        det is not None and scene.lower(det) in {"a", "an"} and scene.tree.tokens[noun].tag == "NN"
    )
    number = 1 if one else _several(scene, noun)
    if number is None or scene.lower(noun) not in _persons():
        return ()
    known = {m.actor for s in story.scenes[story.lede : at + 1] for m in s.mentions}
    told = any(trigger.kind in _TRIED for trigger in story.triggers[at])
    for near in range(at + 1, min(at + _REACH + 1, len(story.scenes))):
        new = tuple(m for m in _first(story.scenes[near]) if m.actor not in known)
        if len(new) == number and _introduced(story.scenes[near], new[0]):
            return new
        tried = tuple(m for m in _tried(story, near) if m.actor not in known)
        if told and len(tried) == number:
            return tried
        if new or tried:
            break
    return ()


def _first(scene: Scene) -> tuple[Mention, ...]:
    """Return the persons of the first subject of a sentence that has any."""
    parts = [i for i, token in enumerate(scene.tree.tokens) if token.dep in _SUBJECTS]
    return next((named for part in parts if (named := tuple(_named(scene, part)))), ())


def _introduced(scene: Scene, mention: Mention) -> bool:
    """Whether a name begins the sentence and an age follows it."""
    inside = scene.tree.within(mention)
    after = scene.tree.tokens[inside[-1] + 1 : inside[-1] + 3]
    aged = len(after) == 2 and after[0].text == "," and after[1].pos == "NUM"
    return aged and inside[0] <= _TITLE
