"""Key moments: the days that most points at, each with the headline of its main entry."""

from __future__ import annotations

from dataclasses import dataclass

from generator.site import addresses
from generator.site.key_dates import KeyDate, key_dates
from generator.site.rendering import Rendering
from generator.site.rows import Row
from generator.site.saying import said

MOST = 5
"""Key moments of a list; never more than half of its days, or none would stand out."""
FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One key moment."""

    label: str
    """`25 November 2025`."""
    path: str
    """Page of the day."""
    row: Row
    """The main entry of the day."""
    reports: int
    """Reports that point at the day."""


def moments(site: Rendering, topic: str | None = None) -> tuple[Moment, ...]:
    """Return the key moments of the whole or of a topic, newest first; none where few days are."""
    days = [day for day in key_dates(site.catalogue, site.reports, topic) if day.entries]
    number = min(MOST, len(days) // 2)
    if number < FEWEST:
        return ()
    shown: dict[str, KeyDate] = {}
    for day in days:
        # A night lies on two days, and is told once.
        entry = next((entry for entry in day.entries if entry.id not in shown), None)
        if entry is not None:
            shown[entry.id] = day
        if len(shown) == number:
            break
    newest = sorted(shown.items(), key=lambda pair: pair[1].day, reverse=True)
    return tuple(_moment(site, entry, day) for entry, day in newest)


def _moment(site: Rendering, entry: str, day: KeyDate) -> Moment:
    page = site.catalogue.chronology.entries[entry]
    return Moment(
        label=said(day.day.isoformat(), site.options.language),
        path=addresses.day(day.day),
        row=site.rows.row(page),
        reports=day.reports,
    )
