"""Partial dates → whole ones, by tense, publication date, and the dates named before."""

from __future__ import annotations

import calendar
import datetime as dt

from generator.temporal.context import Context
from generator.temporal.holidays import holiday
from generator.temporal.match import Match
from generator.temporal.tense import FUTURE, PAST
from generator.temporal.values import month_length

_AWAITED = dt.timedelta(days=60)
"""How far ahead a named day lies that a deed of the past came before."""

FIRST_EASTER = 326
"""Year after the council that set the rule of Easter; named days before it are not dated."""

LOCAL = "year named in the same paragraph"
"""Why a date goes on from one before it in the news."""

SLACK = dt.timedelta(days=6)
"""A past event is this much after the publication date at most: time zones, late bylines, and a
tense misread; what lies a year back all but a few days is told with its year."""

TURN = 10
"""Months back from which a month without a year is taken for the next year's in a narrative:
January after December. Value F on the development texts: 88.3 with 6, 88.9 with 7 to 9, 89.1."""


def year_of(
    match: Match, context: Context, month: int, day: int | None = None, weekday: int | None = None
) -> tuple[int | None, str]:
    """Return the year of a month or a day that is named without one, and why."""
    if match.year_hint is not None:
        return match.year_hint, "year of the date beside it"
    last = context.thread or context.last("year")
    local = None if match.quoted or match.tense == FUTURE else context.local_month()
    if context.narrative or context.today is None:
        if last is not None:
            near = context.thread_paragraph == context.paragraph
            year = _following(last.year, last.month if near else 0, month)
            return _leap(year, month, day), "year of the date before it"
        if context.today is None:
            return None, "no publication date"
    if local is not None:
        year = _after(local.year, local.month or 0, month, match, context)
        return _leap(year, month, day), LOCAL
    today = context.today
    if weekday is not None and day is not None:
        for year in (today.year, today.year - 1, today.year + 1):
            if (
                day <= month_length(year, month)
                and dt.date(year, month, day).isoweekday() == weekday
            ):
                return year, "year in which it is that weekday"
    return _by_tense(match, today, month, day)


def _leap(year: int, month: int, day: int | None) -> int:
    """Return the year, or for 29 February the leap year beside it."""
    near = (year, year + 1, year - 1)
    return next((one for one in near if not day or day <= month_length(one, month)), year)


def _following(year: int, last_month: int, month: int) -> int:
    """Carry the year over its end: January after December is the next year's."""
    if year > 0 and last_month and last_month - month > TURN:
        return year + 1
    return year


def _after(last: int, last_month: int, month: int, match: Match, context: Context) -> int:
    """Go on in the news from a month of an earlier year: `in May 2024; in February` is 2025's.

    What is told with `had` goes back, and nothing that has happened lies after the news.
    """
    today = context.today
    ahead = month < last_month and not match.pluperfect
    over = today is not None and (last + 1, month) <= (today.year, today.month)
    return last + 1 if ahead and over else _following(last, last_month, month)


def _by_tense(match: Match, today: dt.date, month: int, day: int | None) -> tuple[int, str]:
    years = [year for year in range(today.year - 4, today.year + 5) if _exists(year, month, day)]
    firsts = {year: dt.date(year, month, day or 1) for year in years}
    start = today if day else today.replace(day=1)
    where = f"{today}"
    if match.tense == PAST:
        limit = start + SLACK if day else start
        back = [year for year in years if firsts[year] <= limit]
        return back[-1], f"last before {where}, past tense"
    if match.tense == FUTURE:
        ahead = [year for year in years if firsts[year] >= start]
        return ahead[0], f"next after {where}, future tense"
    nearest = min(years, key=lambda year: (abs(firsts[year] - start), year))
    return nearest, f"nearest to {where}"


def _exists(year: int, month: int, day: int | None) -> bool:
    return 0 < year < 10_000 and (not day or day <= calendar.monthrange(year, month)[1])


def weekday_date(match: Match, context: Context, weekday: int) -> tuple[dt.date | None, str]:
    """Return the day that a weekday's name means, and why."""
    name = calendar.day_name[weekday - 1]
    last = context.last("day")
    if context.narrative and last is not None and last.date is not None:
        ahead = (weekday - last.date.isoweekday()) % 7
        return _moved(last.date, ahead), f"{name} on or after {last.date}, narrative"
    today = context.today
    if today is None:
        return None, "no publication date"
    if match.tense == FUTURE:
        date = _moved(today, (weekday - today.isoweekday()) % 7)
        return date, f"{name} after {today}, future tense"
    date = _moved(today, -((today.isoweekday() - weekday) % 7))
    return date, f"{name} before {today}, {'past tense' if match.tense == PAST else 'no tense'}"


def _moved(date: dt.date, days: int) -> dt.date | None:
    try:
        return date + dt.timedelta(days=days)
    except OverflowError:
        return None


def holiday_date(
    match: Match, context: Context, rule: str, year: int | None
) -> tuple[dt.date | None, str]:
    """Return the day of a holiday in a year, or the one nearest in the sense of the tense."""
    if year is not None:
        return (holiday(rule, year) if year >= FIRST_EASTER else None), "year as written"
    thread = context.thread
    if (context.narrative or context.today is None) and thread is not None:
        known = thread.year >= FIRST_EASTER
        return (holiday(rule, thread.year) if known else None), "year of the date before it"
    today = context.today
    if today is None:
        return None, "no publication date"
    days = [holiday(rule, today.year + step) for step in (-1, 0, 1)]
    ahead = next(date for date in days if date >= today)
    if _is_awaited(match) and (match.tense != PAST or ahead - today <= _AWAITED):
        return ahead, f"next after {today}, awaited"
    if match.tense == PAST:
        past = [date for date in days if date <= today]
        return past[-1], f"last before {today}, past tense"
    if match.tense == FUTURE:
        return ahead, f"next after {today}, future tense"
    return min(days, key=lambda date: abs(date - today)), f"nearest to {today}"


def _is_awaited(match: Match) -> bool:
    """Whether what was done came before the named day: `cut fares ahead of Thanksgiving`."""
    words = match.sentence.text[: match.own[0].start].lower().rstrip()
    return words.endswith(("ahead of", "before", "in time for"))
