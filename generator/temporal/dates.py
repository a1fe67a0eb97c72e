"""Dates with their parts written: `Tuesday, 4 March 2021`, `late May`, `the 1980s`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from generator.errors import Finding
from generator.lexicons import table
from generator.model import TimexType
from generator.temporal.anchors import LOCAL, SLACK, holiday_date, year_of
from generator.temporal.clock import time_of
from generator.temporal.context import Context
from generator.temporal.match import Found, Match, bare, found
from generator.temporal.tense import FUTURE, PAST
from generator.temporal.values import Moment, day, month_length

QUARTERS = 4
"""Quarters of a year; the fifth is of something else."""

NEAR = 10
"""Days from the publication date within which an ambiguous numeric date is read, where its other
reading is six times as far."""

DECEMBER = 12
"""The last month, in which a season may begin that ends in the next year."""

_SEASON_LEADS = frozenset({"in", "lead", "from", "to", "between", "and", "of"})
_TURNS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_SEASONS = {row[1]: row[2] for row in table("en/time_seasons")}


def written(match: Match, context: Context) -> list[Found]:
    """Read a date of the calendar, its missing year from the context."""
    if match.has("decade") or (match.has("ordinal") and _is_century(match)):
        return _long(match)
    year = _year(match, context)
    if match.has("holiday"):
        return _holiday(match, context, year)
    month = match.get("month")
    if month is None:
        return _coarse(match, context, year)
    number = int(month.value)
    number_of_day = _day(match)
    anchor = "as written"
    if number_of_day is not None and not _possible(match, context, year, number, number_of_day):
        number_of_day = None  # `31 June` still names a month
    if year is None:
        weekday = match.get("weekday", "weekday_short")
        year, anchor = year_of(
            match, context, number, number_of_day, int(weekday.value) if weekday else None
        )
    if year is None or (number_of_day or 1) > month_length(year, number):
        value = f"XXXX-{number:02d}" + (f"-{number_of_day:02d}" if number_of_day else "")
        return [bare(match, TimexType.DATE, value, anchor)]
    moment = Moment(
        grain="day" if number_of_day else "month",
        year=year,
        month=number,
        day=number_of_day or 0,
        time=time_of(match),
        night=match.has("part") and match.get("part").value == "TNI" and _is_night_of(match),  # type: ignore[union-attr]  # it has one
    )
    context.note(moment, explicit=match.has("year") or anchor == LOCAL)
    return [found(match, moment, anchor)]


def _is_century(match: Match) -> bool:
    unit = match.get("unit")
    return unit is not None and unit.value == "Y 100"


def _is_night_of(match: Match) -> bool:
    return match.own[-1].name != "part"


def _year(match: Match, context: Context) -> int | None:
    """Return the year that is written, or that `of that year` refers to."""
    own = match.own
    for index, lexeme in enumerate(own):
        if lexeme.name == "era":
            year = int(own[index - 1].value)
            return -year if lexeme.value == "BC" else year
    year_lexeme = match.get("year")
    if year_lexeme is not None:
        return int(year_lexeme.value)
    if not match.has("unit_year"):
        return None
    return referred_year(match, context)


def referred_year(match: Match, context: Context) -> int | None:
    """Return the year that `last year`, `the same year` or `of the year` refers to."""
    last = context.last("year")
    turn = next((_TURNS[lexeme.name] for lexeme in match.own if lexeme.name in _TURNS), 0)
    backward = match.has("that", "same", "previous", "following") or context.narrative
    if backward or context.today is None:
        return last.year + turn if last is not None else None
    return context.today.year + turn


def _day(match: Match) -> int | None:
    """Return the day of the month: the number that stands beside the month's name."""
    own = match.own
    month = next(index for index, lexeme in enumerate(own) if lexeme.name == "month")
    near = [*own[month + 1 : month + 2], *reversed(own[max(month - 3, 0) : month])]
    for lexeme in near:
        if lexeme.name in ("day", "ordinal"):
            return int(lexeme.value)
    return None


def _possible(match: Match, context: Context, year: int | None, month: int, number: int) -> bool:
    """Whether the day exists; a finding where it does not."""
    longest = month_length(year, month) if year is not None else month_length(2000, month)
    if 1 <= number <= longest:
        return True
    report_impossible(context, match)
    return False


def report_impossible(context: Context, match: Match) -> None:
    """Record that a text names a day that does not exist."""
    article = context.article
    line = article.text.count("\n", 0, match.sentence.start + match.own[0].start) + 1
    context.findings.append(
        Finding(
            path=article.path or article.id,
            line=line,
            field="",
            code="E151",
            message=f"'{match.text}' is not a day of the calendar",
            fix="correct the date in the article, or date its events by hand",
        )
    )


def _long(match: Match) -> list[Found]:
    """Read decades and centuries."""
    decade, era = match.get("decade"), match.get("era")
    sign = -1 if era is not None and era.value == "BC" else 1
    if decade is not None:
        digits = re.sub(r"\D", "", decade.value)
        year = int(digits) if len(digits) > 2 else 1900 + int(digits)
        moment = Moment(grain="decade", year=sign * year)
    else:
        number = int(next(match.all("ordinal")).value)
        moment = Moment(grain="century", year=sign * max((number - 1) * 100, 1))
    return [found(match, moment, "as written")]


def _holiday(match: Match, context: Context, year: int | None) -> list[Found]:
    rule = next(match.all("holiday")).value
    date, anchor = holiday_date(match, context, rule, year)
    if date is None:
        return [bare(match, TimexType.DATE, "XXXX-XX-XX", anchor)]
    moment = day(date)
    context.note(moment, explicit=year is not None)
    return [found(match, moment, anchor)]


def _coarse(match: Match, context: Context, year: int | None) -> list[Found]:
    """Read years, seasons, halves and quarters."""
    season, anchor = match.get("season"), "as written"
    if match.has("unit_quarter") and int(getattr(match.get("ordinal"), "value", 1)) > QUARTERS:
        return []
    if year is None:
        if season is None and not match.has("quarter_code", "unit_quarter"):
            return []
        year, anchor = _season_year(match, context)
    moment = _part_of_year(match, year or 1)
    last = context.last_quarter()
    if moment.grain == "year" and last is not None and match.has("unit_quarter", "period"):
        moment = replace(last, year=moment.year)  # the third quarter, and the 1997 quarter
    if year is None:
        return [bare(match, TimexType.DATE, "XXXX" + moment.value[4:], anchor)]
    if not match.has("fiscal"):
        context.note(moment, explicit=match.has("year", "era"))
    find = found(match, moment, anchor)
    if match.has("fiscal"):
        find.edtf = None  # a firm's quarter is not the calendar's
    if len(match.own) == 1 and season is not None and match.before() not in _SEASON_LEADS:
        find.edtf = None  # a fourth winter, winter jackets: no date of an event
    return [find]


def _season_year(match: Match, context: Context) -> tuple[int | None, str]:
    season = match.get("season")
    month = _first_month(season.value) if season is not None else 0
    if season is None:
        quarter = match.get("quarter_code", "ordinal")
        month = int(quarter.value) * 3 - 2 if quarter is not None else 1
    if match.tense == FUTURE and month < DECEMBER:
        month += 2  # one that is not over yet may be meant
    return year_of(match, context, month)


def _first_month(code: str) -> int:
    return next(int(row[3]) for row in table("en/time_seasons") if row[1] == code)


def _part_of_year(match: Match, year: int) -> Moment:
    season, half = match.get("season"), match.get("half")
    quarter = match.get("unit_quarter")
    if match.has("fiscal") and quarter is None:
        return Moment(grain="fiscal", year=year)
    if season is not None:
        return Moment(grain="season", year=year, index=int(_SEASONS[season.value]))
    if half is not None:
        return Moment(grain="half", year=year, index=int(half.value[1]))
    code = match.get("quarter_code")
    if code is not None:
        return Moment(grain="quarter", year=year, index=int(code.value))
    ordinal = match.get("ordinal")
    if quarter is not None and ordinal and int(ordinal.value) <= 4:
        return Moment(grain="quarter", year=year, index=int(ordinal.value))
    return Moment(grain="year", year=year)


def iso(match: Match, context: Context) -> list[Found]:
    """Read `2021-03-04` and `2021-03-04T10:30Z`."""
    text = match.own[0].value
    year, month, number = (int(part) for part in text[:10].split("-"))
    if not 1 <= month <= DECEMBER:
        report_impossible(context, match)
        return []
    if _possible(match, context, year, month, number):
        moment = Moment(grain="day", year=year, month=month, day=number, time=text[10:])
    else:
        moment = Moment(grain="month", year=year, month=month)
    context.note(moment, explicit=True)
    return [found(match, moment, "as written")]


def numeric(match: Match, context: Context) -> list[Found]:
    """Read `3/4/2021` by the habit of the text or the publication date, or only its year."""
    first, second, year = (int(part) for part in re.split("[./]", match.own[0].value))
    if year < 100:
        year += 2000 if not context.dct or year <= context.dct.year % 100 + 5 else 1900
    day_first = context.day_first
    if first > 12 or second > 12 or first == second:
        day_first = first > 12
    if day_first is None:
        day_first = _nearer(match, context, (year, second, first), (year, first, second))
    if day_first is None:
        moment = Moment(grain="year", year=year)
        return [found(match, moment, "day and month cannot be told apart")]
    number, month = (first, second) if day_first else (second, first)
    if not 1 <= month <= DECEMBER:
        report_impossible(context, match)
        return []
    if _possible(match, context, year, month, number):
        moment = Moment(grain="day", year=year, month=month, day=number)
    else:
        moment = Moment(grain="month", year=year, month=month)
    context.note(moment, explicit=True)
    return [found(match, moment, "day first" if day_first else "month first")]


def _nearer(
    match: Match, context: Context, day_first: tuple[int, int, int], other: tuple[int, int, int]
) -> bool | None:
    """Whether the day comes first, where only that reading goes with the publication date."""
    if context.today is None:
        return None
    away, far = ((dt.date(*date) - context.today).days for date in (day_first, other))
    slack = SLACK.days
    fits, misfits = (
        not ((match.tense == PAST and days > slack) or (match.tense == FUTURE and days < -slack))
        for days in (away, far)
    )
    if fits != misfits:
        return fits
    near, distant = sorted((abs(away), abs(far)))
    return abs(away) == near if near <= NEAR and distant > 6 * NEAR else None
