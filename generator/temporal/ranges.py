"""Ranges and lists: `18–19 November`, `from 3 to 5 May`, `between June and August 1943`, `1914–18`.

Each date of a range is a time expression with its own TIMEX3 value; its EDTF date is the whole
range, because what is said of the range is said of all of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator import edtf
from generator.temporal.anchors import year_of
from generator.temporal.clock import time_of
from generator.temporal.context import Context
from generator.temporal.dates import referred_year, report_impossible
from generator.temporal.lexemes import Lexeme
from generator.temporal.match import Found, Match, found
from generator.temporal.values import Moment, day, month_length

_UNITS = {"day": "D", "month": "M", "year": "Y"}


def days(match: Match, context: Context) -> list[Found]:
    """Read days that share a month: the month goes with the day that stands beside it."""
    own = match.own
    place = next(index for index, lexeme in enumerate(own) if lexeme.name == "month")
    month = int(own[place].value)
    year_lexeme = next((lexeme for lexeme in own[place:] if lexeme.name == "year"), None)
    numbers = [lexeme for lexeme in own if lexeme.name in ("day", "ordinal")]
    last_number = int(numbers[-1].value)
    year: int | None
    if year_lexeme is not None:
        year, anchor = int(year_lexeme.value), "as written"
    elif match.has("unit_year"):
        year, anchor = referred_year(match, context), "year referred to"
    else:
        year, anchor = year_of(match, context, month, min(last_number, 28))
    if year is None:
        return []
    if any(not 1 <= int(lexeme.value) <= month_length(year, month) for lexeme in numbers):
        report_impossible(context, match)
        return []
    if _is_one_night(match, numbers):
        moment = Moment(grain="day", year=year, month=month, day=int(numbers[0].value))
        context.note(moment, explicit=year_lexeme is not None)
        return [found(match, replace(moment, time="TNI", night=True), anchor)]
    finds = []
    for lexeme in numbers:
        night = match.has("part") and lexeme is numbers[0]
        moment = Moment(
            grain="day",
            year=year,
            month=month,
            day=int(lexeme.value),
            time=time_of(match) if night else "",
        )
        context.note(moment, explicit=year_lexeme is not None)
        part = _part(match, lexeme, numbers, place)
        finds.append(found(part, moment, anchor))
    return _linked(finds, all_of=match.has("dash", "to"))


def _is_one_night(match: Match, numbers: list[Lexeme]) -> bool:
    """Whether it is a night by its two days: `the night of 6 to 7 July`."""
    first, last = int(numbers[0].value), int(numbers[-1].value)
    joined = match.has("to") and len(numbers) == 2 and last == first + 1
    return joined and any(part.value == "TNI" for part in match.all("part"))


def _part(match: Match, lexeme: Lexeme, numbers: list[Lexeme], place: int) -> Match:
    """Return the stretch of one day: its number, and the month and year if they are beside it."""
    index = match.lexemes.index(lexeme)
    first, last = index, index
    month = match.first + place
    if match.lexemes[index - 1].name == "the" and index - 1 >= match.first:
        first = index - 1
    if lexeme is numbers[0] and (month < index or match.has("part")):
        first = match.first
    if lexeme is numbers[-1]:
        last = match.last
    return replace(match, first=first, last=last)


def _linked(finds: list[Found], *, all_of: bool) -> list[Found]:
    """Give each date of a range the whole range, where the dates follow one another."""
    moments = [find.moment for find in finds if find.moment is not None]
    if all_of or all(_adjacent(a, b) for a, b in pairwise(moments)):
        _span(finds)
    return finds


def _span(finds: Sequence[Found]) -> None:
    first, last = finds[0].edtf, finds[-1].edtf
    if first is None or last is None:
        return
    text = f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"
    if edtf.is_valid(text) and edtf.bounds(first)[0] < edtf.bounds(last)[0]:
        for find in finds:
            find.edtf = text


def _adjacent(a: Moment, b: Moment) -> bool:
    """Whether b is the day, month or year after a."""
    if a.grain != b.grain or a.grain not in _UNITS:
        return False
    if a.grain == "day":
        return bool(a.date and b.date and b.date - a.date == dt.timedelta(days=1))
    if a.grain == "year":
        return b.year - a.year == 1
    return (b.year - a.year) * 12 + b.month - a.month == 1


def link(finds: list[Found], lexemes: list[Lexeme]) -> None:
    """Join neighbouring dates of a sentence that are the two ends of a range."""
    for first, second in pairwise(finds):
        if first.moment is None or second.moment is None:
            continue
        if first.moment.grain != second.moment.grain or "/" in f"{first.edtf}{second.edtf}":
            continue
        between = [
            lexeme.name
            for lexeme in lexemes
            if lexeme.start >= first.end and lexeme.end <= second.start and lexeme.name != "the"
        ]
        if between[:1] == ["and"]:
            between = [name for name in between if name != "lead"]  # and throughout Tuesday
        lead = [lexeme.name for lexeme in lexemes if lexeme.end <= first.start][-1:]
        joint = between[0] if len(between) == 1 else ""
        if joint == "to" and lead == ["on"]:
            continue  # suspended it on Monday until 20 December
        if joint in ("dash", "to"):
            _in_order(first, second)
        between_both = joint == "and" and lead == ["between"]
        follow = joint == "and" and _adjacent(first.moment, second.moment)
        if joint in ("dash", "to") or between_both or follow:
            _span([first, second])


def _in_order(first: Found, second: Found) -> None:
    """Move one of two weekdays by a week where the last lies before the first.

    `Shops are shut Thursday through Sunday`: each was resolved on its own.
    """
    begin, end = first.moment, second.moment
    if begin is None or end is None or begin.date is None or end.date is None:
        return
    if not dt.timedelta(0) < begin.date - end.date < _WEEK:
        return
    if not begin.time and not end.time and "tense" in first.anchor:
        late = "future" in first.anchor or "future" in second.anchor
        moved = day(end.date + _WEEK if late else begin.date - _WEEK)
        find = second if late else first
        find.moment, find.value, find.edtf = moved, moved.value, moved.edtf


_WEEK = dt.timedelta(days=7)


def years(match: Match, context: Context) -> list[Found]:
    """Read `1914–18` and `480–479 BC` as two years."""
    numbers = list(match.all("year", "day", "number"))
    era = match.get("era")
    sign = -1 if era is not None and era.value == "BC" else 1
    if not all(number.value.isdigit() and len(number.value) != 1 for number in numbers):
        return []
    first, second = int(numbers[0].value), int(numbers[1].value)
    if second < 100 <= first and era is None:
        second += first - first % 100
    if sign * first >= sign * second or second > 2999:
        return []
    finds = []
    for year, lexeme in ((first, numbers[0]), (second, numbers[1])):
        index = match.lexemes.index(lexeme)
        last = match.last if lexeme is numbers[1] else index
        moment = Moment(grain="year", year=sign * year)
        finds.append(found(replace(match, first=index, last=last), moment, "as written"))
    # A range stands over what is told next, which begins with its beginning.
    for find in reversed(finds):
        if find.moment is not None:
            context.note(find.moment, explicit=True)
    _span(finds)
    return finds


def share_years(matches: list[Match]) -> None:
    """Give a date without a year the year of the date it is joined to: `in May and June 1940`."""
    for match, following in zip(reversed(matches[:-1]), reversed(matches[1:]), strict=True):
        between = match.lexemes[match.last + 1 : following.first]
        names = [lexeme.name for lexeme in between if lexeme.name not in ("the", "comma")]
        if len(names) != 1 or names[0] not in ("and", "to", "dash", "slash"):
            continue
        ours, theirs, year = match.get("month"), following.get("month"), following.get("year")
        if ours is None or theirs is None or match.has("year", "unit_year", "era"):
            continue
        number = int(year.value) if year is not None else following.year_hint
        if number is not None:
            match.year_hint = number - (int(ours.value) > int(theirs.value))
