"""EventMentions → Events: one event, however many articles tell it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache

from generator.content.shelf import Shelf
from generator.merge.candidates import pairs
from generator.merge.cluster import clusters
from generator.merge.compare import Comparer
from generator.merge.events import Events, Places
from generator.merge.facts import facts
from generator.merge.fuse import fuse
from generator.merge.geography import Geography
from generator.merge.wording import Vocabulary
from generator.model import Event, EventMention, Parting, Reading, Reason, Registry

__all__ = ["fuser", "merge"]


def merge(
    readings: Sequence[Reading], registry: Registry, parting: Parting | None = None
) -> Events:
    """Join the mentions that tell one event; the order of the readings changes nothing.

    What a `parting` holds apart is never joined, and a new report joins the part that it fits best.
    Of a reading only what is compared is held: it is asked for again when its events are.
    """
    geography, words = Geography(registry.places), Vocabulary()
    told = facts(readings, registry, geography, words)
    comparer = Comparer.of(told, geography, words)
    groups = Shelf(clusters(told, pairs(told, words), comparer, parting or Parting()))
    places = Places(told)
    del told, comparer  # the greater part of what merging holds
    return Events(places, groups, readings, registry.actors, geography)


def fuser(
    readings: Sequence[Reading], registry: Registry
) -> Callable[[Sequence[EventMention], Sequence[Reason]], Event]:
    """Return the function that makes one event of mentions, for those who decide which."""
    geography = Geography(registry.places)

    @cache
    def published() -> dict[str, dt.date | None]:
        return {reading.article.id: reading.article.dct for reading in readings}

    return lambda mentions, reasons: fuse(
        mentions, reasons, registry.actors, geography, published()
    )
