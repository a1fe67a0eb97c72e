"""One article as the extractor reads it: its scenes, their event words, who its speakers are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.extract.doings import doings
from generator.extract.offices import offices
from generator.extract.scene import Scene, phrase, scenes
from generator.extract.triggers import Trigger, triggers
from generator.model import Mention, NameKind, Part, Reading, Registry

_STOPPAGES = ("picket", "stoppage", "strike", "walkout")
_SPEAK_FOR = frozenset({"authority", "official", "spokesman", "spokesperson", "spokeswoman"})
"""Words for those who speak for the state that is named with them."""
_WEIGHTS = ("political", "private", "operational")
"""Which word for a speaker wins where an article uses several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article with all that is asked of it more than once."""

    scenes: tuple[Scene, ...]
    triggers: tuple[tuple[Trigger, ...], ...]
    """Event words of each scene."""
    registry: Registry
    standing: dict[str, str]
    """What the words of each person of the article weigh, by actor id."""
    countries: dict[str, str]
    """Id of each country's place, by ISO 3166-1 alpha-2 code."""
    lands: tuple[str, ...]
    """Codes of the countries told of, in order."""
    day: dt.date | None
    """When it was published."""
    lede: int
    """Index of the first scene of the body; -1 where there is none."""


def story(reading: Reading, registry: Registry) -> Story:
    """Prepare an article."""
    found = scenes(reading)
    title = " ".join((reading.article.title or "").split()).casefold()
    bodies = (
        i
        for i, scene in enumerate(found)
        if scene.sentence.part in (Part.BODY, Part.ITEM)
        and " ".join(scene.sentence.text.split()).casefold() != title
    )
    return Story(
        scenes=found,
        triggers=_labour(found, tuple(_told(scene) for scene in found)),
        registry=registry,
        countries={
            e.country: e.id for e in registry.places.values() if e.kind == "country" and e.country
        },
        lands=lands_named(found, registry),
        day=reading.article.dct,
        standing=_standing(found),
        lede=next(bodies, -1),
    )


def lands_named(found: Iterable[Scene], registry: Registry) -> tuple[str, ...]:
    """Return the countries, by ISO 3166-1 alpha-2 code, of all that sentences name, in order."""
    named = (m for scene in found for m in scene.mentions)
    pages = (
        registry.places.get(m.place or "") or registry.places.get(m.actor or "") for m in named
    )
    return tuple(dict.fromkeys(p.country for p in pages if p is not None and p.country))


def _told(scene: Scene) -> tuple[Trigger, ...]:
    """Return the event words of a sentence, of the lexicon and beyond it, in order."""
    return tuple(sorted(doings(scene, triggers(scene)), key=lambda trigger: trigger.token))


def _labour(
    found: tuple[Scene, ...], told: tuple[tuple[Trigger, ...], ...]
) -> tuple[tuple[Trigger, ...], ...]:
    """Take every strike for a stoppage where work is stopped and nothing else is attacked."""
    words = {
        (trigger.kind, scene.lower(trigger.token))
        for scene, inside in zip(found, told, strict=True)
        for trigger in inside
    }
    fought = any(kind in {"attack", "clash"} and word != "strike" for kind, word in words)
    if fought or not words & {("protest", word) for word in _STOPPAGES}:
        return told
    return tuple(
        tuple(
            replace(t, kind="protest")
            if t.kind == "attack" and scene.lower(t.token) == "strike"
            else t
            for t in inside
        )
        for scene, inside in zip(found, told, strict=True)
    )


def _standing(found: tuple[Scene, ...]) -> dict[str, str]:
    """Weigh each person by every description that the article gives of them."""
    seen: dict[str, set[str]] = {}
    for scene in found:
        for mention, head in zip(scene.mentions, scene.heads, strict=True):
            if mention.kind is NameKind.PERSON and mention.actor:
                seen.setdefault(mention.actor, set()).update(weights(scene, head, (mention,)))
    return {
        actor: next((w for w in _WEIGHTS if w in given), "known") for actor, given in seen.items()
    }


def weights(scene: Scene, who: int, mentions: tuple[Mention, ...]) -> set[str]:
    """Return the weights of the words that describe a speaker: offices, trades, kinds of body."""
    near = _described(scene, who)
    words = [scene.lower(i) for i in sorted(near)]
    words += [w for m in mentions if m.role for w in m.role.lower().replace("-", " ").split()]
    words += [w for m in mentions if m.kind is not NameKind.PERSON for w in m.text.lower().split()]
    given = {offices()[w] for w in words if w in offices()}
    if "head" in given:
        given = given - {"head"} or {"political"}
    if any(m.kind is NameKind.STATE for m in mentions) and _SPEAK_FOR & set(words):
        given.add("political")
    if mentions and mentions[0].kind is NameKind.STATE and not mentions[0].adjective:
        given.add("political")
    return given


def _described(scene: Scene, who: int) -> set[int]:
    """Return the words of a noun phrase and, for a name in apposition, of what it renames."""
    parse = scene.tree
    near = phrase(parse, who)
    if parse.tokens[who].dep in {"appos", "compound"}:
        near |= {parse.tokens[who].head}
    names = {i for m in scene.mentions if m.kind is NameKind.PERSON for i in parse.within(m)}
    return near - names
