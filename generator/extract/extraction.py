"""Events of one article: sentences to drafts, drafts to groups, groups to event mentions."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.compose import compose
from generator.extract.details import attach
from generator.extract.drafts import drafts
from generator.extract.grouping import group
from generator.extract.headline import headline
from generator.extract.sequels import only_placed, sequels
from generator.extract.story import story
from generator.extract.telling.template import NOTHING, UNNAMED
from generator.model import EventMention, Mode, Reading, Registry


def extract(reading: Reading, registry: Registry) -> tuple[EventMention, ...]:
    """Return the events that an article tells, in the order of their main passages."""
    told = story(reading, registry)
    found = [d for at in range(len(told.scenes)) for d in drafts(at, told)]
    groups = attach(group(sequels(found, told), told), told)
    groups = [g for g in groups if not all(only_placed(d, told) for d in g.drafts)]
    composed = [compose(g, groups, told, reading) for g in groups]
    mentions = sorted(
        (m for m in composed if m is not None), key=lambda m: (m.quotes[0].start, m.trigger.start)
    )
    worded = (_worded(reading, registry, mention) for mention in mentions)
    return tuple(m for m in worded if _says(m))


def _says(mention: EventMention) -> bool:
    """Whether the headline says more than that somebody spoke or that something took place."""
    if mention.mode is Mode.STATEMENT and not mention.arguments:
        return not mention.headline.startswith(UNNAMED)
    return mention.headline != NOTHING


def _worded(reading: Reading, registry: Registry, mention: EventMention) -> EventMention:
    title, gist = headline(reading, registry, mention)
    return replace(mention, headline=title, gist=gist)
