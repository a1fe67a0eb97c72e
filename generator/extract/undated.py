"""What dates an event that no words of its own date: its neighbours, then the news as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import edtf
from generator.extract.dates import at_hours, firmest, long_before, published
from generator.extract.group import Group
from generator.extract.story import Story
from generator.extract.triggers import family
from generator.model import EventDate, Mode

_WEEK = dt.timedelta(days=6)
"""How far back a paragraph may be that dates what goes on in it: farther is background."""
_DAY = dt.timedelta(days=1)
_HARMING = frozenset({"airspace", "defence", "ground", "launch", "other", "protest"})
"""Families of events in which people may come to harm, beside those that tell it."""
_PRESENT = frozenset({"VBP", "VBZ"})


def undated(told: Group, groups: list[Group], story: Story) -> EventDate | None:
    """Return the date of an event that its own sentences leave open."""
    day, mode = story.day, told.first.mode
    if day is not None and any(d.recent for d in told.drafts):
        return _unworded(f"{day:%Y-%m}~", "recent")
    if mode is Mode.PLANNED:
        return _unworded(f"{day}/..", "after publication") if day else None
    if mode is Mode.OCCURRENCE and family(told.kind) == "harm":
        for other in _larger(told, groups):
            found = own_date(other)
            if found is not None and not long_before(found, day):
                return at_hours(replace(found, rule="main event"), _hours(told))
    return _of_the_news(told, groups, story, day) if day else None


def _of_the_news(told: Group, groups: list[Group], story: Story, day: dt.date) -> EventDate:
    """Date by the paragraph, or by the day before publication where the news is of that day.

    What is said in the present tense is said as the report is written.
    """
    if _is_present(told, story):
        return published(day)
    week, eve, today = ((day - lag).isoformat() for lag in (_WEEK, _DAY, dt.timedelta()))
    for other in _before(told, groups, story):
        found = _day(other)
        if found is not None and week <= found.edtf <= today:
            return replace(found, rule="same paragraph")
    main = _day(groups[0])
    of_eve = told is not groups[0] and main is not None and main.edtf == eve
    if of_eve and not _has_come_to(today, groups[: groups.index(told)]):
        return _unworded(eve, "day of the news")
    return published(day)


def _has_come_to(today: str, before: Sequence[Group]) -> bool:
    """Whether the report has told what was done on its own day: what follows is of that day too."""
    days = (_day(g) for g in before if g.first.mode is Mode.OCCURRENCE)
    return any(day is not None and day.edtf == today for day in days)


def _unworded(text: str, rule: str) -> EventDate:
    return EventDate(edtf=text, evidence="", span=None, rule=rule)


def _is_present(told: Group, story: Story) -> bool:
    token = told.first.trigger.token
    return story.scenes[told.first.at].tree.tokens[token].tag in _PRESENT


def _before(told: Group, groups: list[Group], story: Story) -> Iterator[Group]:
    """Return the events told before it in its paragraph, the nearest first."""
    here = _paragraph(told, story)
    earlier = groups[: groups.index(told)]
    return (g for g in reversed(earlier) if _paragraph(g, story) == here)


def _paragraph(told: Group, story: Story) -> int:
    return story.scenes[told.first.at].sentence.paragraph


def own_date(told: Group) -> EventDate | None:
    """Return the date that its sentences give; of a night the day that a clock time falls on."""
    date = firmest([draft.date for draft in told.drafts])
    return at_hours(date, _hours(told)) if date is not None else None


def _hours(told: Group) -> list[int]:
    return [draft.hour for draft in told.drafts if draft.hour is not None]


def _day(told: Group) -> EventDate | None:
    """Return the day of an event that words date, the morning of a night; None for coarser ones."""
    date = own_date(told)
    days = edtf.known_days(date.edtf) if date is not None else ()
    return replace(date, edtf=days[-1].isoformat()) if date is not None and days else None


def _larger(told: Group, groups: list[Group]) -> list[Group]:
    """Return the events that harm of no day may be part of: its line, its kin, the news itself.

    Kin that are told only after it come last.
    """
    line: list[Group] = []
    above = told.parent
    while above is not None and above not in line:
        line.append(above)
        above = above.parent
    here = groups.index(told)
    before, after = (
        [g for g in part if family(g.kind) == family(told.kind) and g not in line]
        for part in (groups[:here], groups[here + 1 :])
    )
    news = [g for g in groups[: here and 1] if family(g.kind) in _HARMING]
    return [*line, *before, *news, *after]
