"""EventMentions → Events: one event, however many articles tell it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache

from generator.merge.candidates import pairs
from generator.merge.cluster import clusters
from generator.merge.compare import Comparer
from generator.merge.facts import facts
from generator.merge.fuse import fuse
from generator.merge.geography import Geography
from generator.merge.nights import in_time
from generator.model import Event, EventMention, Parting, Reading, Reason, Registry

__all__ = ["fuser", "merge"]


def merge(
    readings: Sequence[Reading], registry: Registry, parting: Parting | None = None
) -> tuple[Event, ...]:
    """Join the mentions that tell one event; the order of the readings changes nothing.

    What a `parting` holds apart is never joined, and a new report joins the part that it fits best.
    """
    geography = Geography(registry.places)
    told = facts(readings, registry, geography)
    comparer = Comparer.of(told, geography)
    published = {reading.article.id: reading.article.dct for reading in readings}
    found = clusters(told, pairs(told), comparer, parting or Parting())
    groups = in_time([[told[i].mention for i in one.members] for one in found], published)
    events = (
        fuse(mentions, cluster.reasons, registry.actors, geography, published)
        for cluster, mentions in zip(found, groups, strict=True)
    )
    return tuple(sorted(events, key=_order))


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


def _order(event: Event) -> tuple[str, str, int, int]:
    first = event.mentions[0]
    return (event.date or "", first.report, first.trigger.start, first.trigger.end)
