"""What is compared of each mention: its days, places, actors, figures and words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator import edtf, lexicons
from generator.merge.geography import Geography
from generator.model import EventMention, Mode, NameKind, Reading, Registry
from generator.settings import MERGE_COARSE, MERGE_REACH_AHEAD, MERGE_REACH_BACK

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One mention with all that decides which event it tells."""

    mention: EventMention
    first: dt.date | None
    """First day on which it may have happened; None where nothing bounds it."""
    last: dt.date | None
    """Last such day."""
    dated: bool
    """Whether words of the text say the day, and not only the day of publication."""
    spots: frozenset[str]
    """Ids of places smaller than a country."""
    countries: frozenset[str]
    """Ids of countries named as places, and of those that hold the spots."""
    actors: frozenset[str]
    speakers: frozenset[str]
    doers: frozenset[str]
    """States that do it: two doers are two events."""
    family: str
    """Family of the kind: `harm`, `talks`."""
    figures: frozenset[tuple[str, float]]

    @property
    def key(self) -> tuple[str, int, int, str]:
        """Where the mention stands; orders mentions without regard to the run."""
        m = self.mention
        return (m.report, m.trigger.start, m.trigger.end, m.kind)

    @property
    def coarse(self) -> bool:
        """Whether its bounds are wider than a week or two."""
        return self.first is None or self.last is None or (self.last - self.first) > MERGE_COARSE


def facts(readings: Sequence[Reading], registry: Registry, geography: Geography) -> list[Facts]:
    """Collect the facts of all mentions, sorted by report and position."""
    families = {row[0]: row[2] for row in lexicons.table("en/event_kinds")}
    found = [
        _of(mention, reading, registry, geography, families)
        for reading in readings
        for mention in reading.events
    ]
    return sorted(found, key=lambda f: f.key)


def _of(
    mention: EventMention,
    reading: Reading,
    registry: Registry,
    geography: Geography,
    families: dict[str, str],
) -> Facts:
    first, last = _days(mention, reading.article.dct)
    spots = frozenset(p for p in mention.places if not geography.is_country(p))
    held = {c for p in mention.places if (c := geography.country(p))}
    roles: dict[str, set[str]] = {}
    for argument in mention.arguments:
        roles.setdefault(argument.role, set()).add(argument.actor)
    return Facts(
        mention=mention,
        first=first,
        last=last,
        dated=mention.date is not None and bool(mention.date.evidence),
        spots=spots,
        countries=frozenset(held),
        actors=frozenset(mention.actors),
        speakers=frozenset(roles.get("speaker", ()) or roles.get("agent", ())),
        doers=frozenset(a for a in roles.get("agent", ()) if _is_state(registry, a)),
        family=families.get(mention.kind, mention.kind),
        figures=frozenset((f.what, f.value) for f in mention.figures),
    )


def _is_state(registry: Registry, actor: str) -> bool:
    entity = registry.actors.get(actor)
    return entity is not None and entity.kind == NameKind.STATE


def _days(mention: EventMention, dct: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """Bound the days: by the words, or for news without a date by the day of publication."""
    if mention.date is not None:
        day = edtf.parse(mention.date.edtf)
        slack = _DAY if not mention.date.evidence else dt.timedelta(0)
        first = day.lower - slack if day.lower else None
        last = day.upper + slack if day.upper else None
        if first is None and last is None:
            return None, None
        return first or last, last or first
    if dct is None or mention.background:
        return None, None
    if mention.mode == Mode.PLANNED:
        return dct, dct + MERGE_REACH_AHEAD
    return dct - MERGE_REACH_BACK, dct + _DAY
