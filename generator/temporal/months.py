"""Weeks and weekdays told by a month: `the week of 4 May`, `the third Thursday of November`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from generator.temporal.anchors import year_of
from generator.temporal.context import Context
from generator.temporal.dates import referred_year, written
from generator.temporal.match import Found, Match, found
from generator.temporal.values import Moment, day, month_length, week

WEEK = 7
"""Days of a week; the first of a month begins with its first day."""


def week_of(match: Match, context: Context) -> list[Found]:
    """Read `the week of 4 May` as the week that the day lies in."""
    finds = written(match, context)
    moment = finds[0].moment if finds else None
    if moment is None or moment.date is None:
        return finds
    return [found(match, week(moment.date), finds[0].anchor)]


def within(match: Match, context: Context) -> list[Found]:
    """Read `the third Thursday of November`, `the last week of May`."""
    month = int(next(match.all("month")).value)
    year, anchor = _year(match, context, month)
    if year is None or year < 1:
        return []
    ordinal, weekday = match.get("ordinal"), match.get("weekday")
    count = int(ordinal.value) if ordinal is not None else -1
    if weekday is None:
        return _week(match, context, dt.date(year, month, 1), count, anchor)
    days = [
        date
        for number in range(1, month_length(year, month) + 1)
        if (date := dt.date(year, month, number)).isoweekday() == int(weekday.value)
    ]
    if count > len(days):
        return []
    moment = day(days[count - 1] if count > 0 else days[-1])
    context.note(moment, explicit=match.has("year"))
    return [found(match, moment, anchor)]


def _year(match: Match, context: Context, month: int) -> tuple[int | None, str]:
    year = match.get("year")
    if year is not None:
        return int(year.value), "as written"
    if match.has("unit_year"):
        return referred_year(match, context), "year referred to"
    return year_of(match, context, month)


def _week(match: Match, context: Context, first: dt.date, count: int, anchor: str) -> list[Found]:
    """Read a month's first, second or last seven days; its value is the month."""
    length = month_length(first.year, first.month)
    begin = length - WEEK + 1 if count < 0 else (count - 1) * WEEK + 1
    if begin > length:
        return []
    moment = Moment(grain="month", year=first.year, month=first.month)
    context.note(moment, explicit=match.has("year"))
    start = first.replace(day=begin)
    end = first.replace(day=min(begin + WEEK - 1, length))
    find = found(match, moment, anchor)
    return [replace(find, edtf=f"{start}/{end}")]
