"""Nights and times of day: `overnight`, `the night to Tuesday`, `10:30 a.m.`, `in the evening`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from generator.model import TimexType
from generator.temporal import dates, relative
from generator.temporal.anchors import weekday_date, year_of
from generator.temporal.clock import time_of
from generator.temporal.context import Context
from generator.temporal.match import Found, Match, bare, found
from generator.temporal.tense import PAST
from generator.temporal.values import Moment, day, month_length

EVENING = "18"
"""Hour from which a past time of day lies before the day that the report has come to."""


def overnight(match: Match, context: Context) -> list[Found]:
    """Read a night by its morning: `overnight` is the night to the publication date."""
    if match.has("part") and next(match.all("part")).value != "TNI":
        return []
    dates = _dates(match, context)
    if not dates:
        return _plain(match, context)
    last = dates[-1]
    if len(dates) == 1 and not _is_morning(match, context, last):
        last += dt.timedelta(days=1)
    context.note(day(last), explicit=False)
    moment = replace(day(last), time="TNI", morning=True)
    return [found(match, moment, f"the night to {last}")]


def _plain(match: Match, context: Context) -> list[Found]:
    if match.has("weekday", "month") or context.today is None or context.narrative:
        return [bare(match, TimexType.TIME, "XXXX-XX-XXTNI", "no date for its morning")]
    moment = replace(day(context.today), time="TNI", morning=True)
    return [found(match, moment, f"the night to {context.today}")]


def _is_morning(match: Match, context: Context, date: dt.date) -> bool:
    """Whether the one day named is the night's second: it is today, a date, or `to Tuesday`."""
    return date == context.today or match.has("month", "to", "into")


def _dates(match: Match, context: Context) -> list[dt.date]:
    dates: list[dt.date] = []
    own = match.own
    for index, lexeme in enumerate(own):
        if lexeme.name == "month":
            near = [own[i] for i in (index + 1, index - 1) if 0 <= i < len(own)]
            number = next((int(one.value) for one in near if one.name in ("day", "ordinal")), None)
            year = match.get("year")
            month = int(lexeme.value)
            which = int(year.value) if year else year_of(match, context, month, number)[0]
            if number and which and which > 0 and number <= month_length(which, month):
                dates.append(dt.date(which, month, number))
        elif lexeme.name in ("weekday", "weekday_short") and not match.has("month"):
            date, _ = weekday_date(match, context, int(lexeme.value))
            if date is not None:
                dates.append(date)
    return dates


def clock(match: Match, context: Context) -> list[Found]:
    """Read a clock time with its day: `10:30 a.m. GMT on Tuesday`."""
    if match.has("month"):
        return dates.written(match, context)
    if match.has("day_word"):
        return relative.day_word(match, context)
    return relative.weekday(match, context)


def part(match: Match, context: Context) -> list[Found]:
    """Read a clock time or a part of the day; its day is the one named beside or before it."""
    time = time_of(match)
    if not time:
        return []
    last = context.last("day")
    if last is not None and _is_to_come(last, match, context):
        last = None
    near = context.narrative or context.last("day", paragraph=True) is not None
    clock = match.has("clock", "meridiem") or time[1].isdigit()
    if (
        not match.has("clock", "meridiem")
        and not match.has("that", "this", "same")
        and match.before() not in _LEADS
    ):
        return []
    if last is not None and (clock or match.has("that", "same")):
        moment = Moment(grain="day", year=last.year, month=last.month, day=last.day, time=time)
        find = found(match, moment, f"on {last.date or last.value}, named before")
        find.edtf = find.edtf if near else None
        return [find]
    if clock and context.today is not None and not context.narrative:
        if context.past_today and time[1:3] >= EVENING and match.tense == PAST:
            moment = replace(day(context.today - dt.timedelta(days=1)), time=time)
            context.note(moment, explicit=False)
            return [found(match, moment, "the evening before, told the next day")]
        find = found(match, replace(day(context.today), time=time), "published that day")
        find.edtf = find.moment = None
        return [find]
    if context.today is not None and not context.narrative:
        value = f"{last.value[:10] if last and last.date else context.today}{time}"
        return [bare(match, TimexType.TIME, value, "of the news")]
    return [bare(match, TimexType.TIME, f"XXXX-XX-XX{time}", "no date before it")]


def _is_to_come(last: Moment, match: Match, context: Context) -> bool:
    """Whether the day named last lies ahead of what is told in the past: `freed at midnight`."""
    ahead = last.date is not None and context.today is not None and last.date > context.today
    return ahead and match.tense == PAST and not context.narrative


_LEADS = frozenset({"in", "at", "lead", "the", "to", "from"})
