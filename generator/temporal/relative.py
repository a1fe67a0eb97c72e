"""Dates told from another: `last week`, `the next day`, `two weeks later`, `Friday last week`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from generator.lexicons import table
from generator.model import TimexType
from generator.temporal.anchors import holiday_date, weekday_date
from generator.temporal.clock import time_of
from generator.temporal.context import Context
from generator.temporal.match import UNIT, UNITS, Found, Match, bare, found
from generator.temporal.tense import PAST
from generator.temporal.values import Moment, day, month_length, shifted, truncated

SATURDAY = 6
"""ISO weekday with which a weekend begins."""

_TURNS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_GRAINS = {"D": "day", "W": "week", "WE": "week", "M": "month", "Q": "month", "Y": "year"}
_SEASONS = {row[1]: (row[2], int(row[3])) for row in table("en/time_seasons")}
_OVER = ("for", "about")  # over the last year
_BLANKS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}


def base(match: Match, context: Context, unit: str) -> tuple[Moment | None, str]:
    """Return what an expression counts from: the last date named, or the publication date."""
    backward = match.has("that", "same", "previous", "following", "earlier", "later")
    backward = backward and not match.has("this")
    told = match.has("next") and match.has("the") and unit in ("D", "M", "Y")
    plain = not any(lexeme.name in _TURNS or lexeme.name == "this" for lexeme in match.own)
    if unit == "D" and plain and not match.has("part", "weekday"):
        told = told or context.last("day") is not None
    if unit == "Q" and plain and context.last_quarter() is not None:
        return context.last_quarter(), "the quarter named before"
    this = match.has("this") and unit in ("D", "M", "Y") and not match.quoted
    if backward or told or (context.narrative and (plain or this or context.today is None)):
        same = match.has("that", "same") and unit == "D"
        last = context.last_deed("day") if same else context.last(_GRAINS[unit])
        if last is None and context.today is not None and _is_of_news(match, context, unit):
            last = day(context.today)
        return last, f"from {last.value}, named before" if last is not None else "no date before it"
    if context.today is None:
        return None, "no publication date"
    return day(context.today), f"from {context.today}"


def _is_of_news(match: Match, context: Context, unit: str) -> bool:
    """Whether news that names no day before counts from its own: `the previous day`."""
    back = match.has("previous", "earlier", "later", "before") and not match.has("that", "same")
    return back and unit == "D" and not context.narrative


def _turn(match: Match) -> int:
    return next((_TURNS[lexeme.name] for lexeme in match.own if lexeme.name in _TURNS), 0)


def towards(match: Match, context: Context) -> list[Found]:
    """Read `last week`, `this month`, `the next day`, `that year`, `next Tuesday`, `last June`."""
    unit = match.get(*UNIT)
    if unit is None:
        return _named(match, context)
    kind, size = unit.value.split()
    if kind.startswith("T"):
        return []
    following = match.after()
    if match.has("last") and match.has("the") and following is not None and following.name == "of":
        return []
    over = match.has("past") or (match.has("last") and match.before() in _OVER)
    if over and match.has("the") and kind in ("W", "M", "Y") and not match.has("edge"):
        return [bare(match, TimexType.DURATION, f"P{size}{kind}")]
    start, anchor = base(match, context, kind)
    if kind == "WE" and not match.has("last", "next", "past", "previous", "following"):
        return _weekend(match, context)
    if int(size) > 1:
        return _long(match, start, int(size), anchor, kind)
    moment = shifted(start, kind, _turn(match)) if start is not None else None
    if moment is None:
        return [bare(match, TimexType.DATE, _BLANKS.get(kind, "XXXX"), anchor)]
    moment = replace(moment, time=time_of(match)) if moment.day and match.has("part") else moment
    if not match.has("this"):
        context.note(moment, explicit=False, deictic="named before" not in anchor)
    return [found(match, moment, anchor)]


def _weekend(match: Match, context: Context) -> list[Found]:
    """Read `the weekend` by tense: the last one that has begun, or the one to come."""
    last = context.last("day")
    today = last.date if match.has("that", "same") and last is not None else context.today
    if today is None:
        return [bare(match, TimexType.DATE, "XXXX-WXX-WE", "no publication date")]
    back = match.tense == PAST and today.isoweekday() < SATURDAY
    moment = shifted(day(today), "WE", -1 if back else 0)
    if moment is None:
        return []
    return [found(match, moment, f"from {today}{', past tense' if back else ''}")]


def _long(match: Match, start: Moment | None, size: int, anchor: str, kind: str) -> list[Found]:
    """Read `the previous century`, `this decade`; `the past decade` is a length of time."""
    if match.has("past", "last") or kind == "W" or start is None:
        return [bare(match, TimexType.DURATION, f"P{size if kind == 'Y' else 2}{kind}")]
    grain = "decade" if size == 10 else "century"
    year = start.year + _turn(match) * size
    sign = -1 if year < 0 else 1
    whole = sign * max(abs(year) - abs(year) % size, 1)
    return [found(match, Moment(grain=grain, year=whole), anchor)]


def _named(match: Match, context: Context) -> list[Found]:
    """Read `next Tuesday`, `last June`, `the following spring`, `that night`."""
    weekday, month = match.get("weekday"), match.get("month")
    if weekday is not None:
        return _near_weekday(match, context, int(weekday.value))
    if match.has("holiday"):
        return _near_holiday(match, context)
    season = match.get("season")
    if month is None and season is None:
        return _near_part(match, context)
    start, anchor = base(match, context, "Y")
    if start is None:
        return []
    number = int(month.value) if month is not None else _SEASONS[season.value][1]  # type: ignore[union-attr]  # one of the two
    year = start.year + _years_away(match, start.month, number)
    if season is not None:
        moment = Moment(grain="season", year=year, index=int(_SEASONS[season.value][0]))
    else:
        moment = Moment(grain="month", year=year, month=number)
    context.note(moment, explicit=False)
    return [found(match, moment, anchor)]


def _years_away(match: Match, here: int, month: int) -> int:
    """Return how many years the next or the last June lies from the month at hand."""
    turn = _turn(match)
    if turn > 0:
        return 0 if here and month > here else 1
    if turn < 0:
        return 0 if here and month < here else -1
    if match.has("this") and here:
        gone, ahead = here > month + 2, here < month
        return (gone and match.tense > 0) - (ahead and match.tense < 0)
    return 0


def _near_weekday(match: Match, context: Context, weekday: int) -> list[Found]:
    start, anchor = base(match, context, "D")
    if start is None or start.date is None:
        return [bare(match, TimexType.DATE, f"XXXX-WXX-{weekday}", anchor)]
    turn = _turn(match)
    ahead = (weekday - start.date.isoweekday()) % 7
    if turn > 0:
        ahead = ahead or 7
    elif turn < 0:
        ahead = ahead - 7
    elif match.has("this") and not ahead:
        ahead = 0
    elif match.has("this") and match.tense < 0:
        ahead -= 7
    moment = replace(day(start.date + dt.timedelta(days=ahead)), time=time_of(match))
    context.note(moment, explicit=False)
    return [found(match, moment, anchor)]


def _near_holiday(match: Match, context: Context) -> list[Found]:
    start, anchor = base(match, context, "Y")
    rule = next(match.all("holiday")).value
    if start is None:
        return []
    date, _ = holiday_date(match, context, rule, start.year)
    turn = _turn(match)
    if date is not None and turn and start.date and (date > start.date) != (turn > 0):
        date, _ = holiday_date(match, context, rule, start.year + turn)
    return [found(match, day(date), anchor)] if date is not None else []


def _near_part(match: Match, context: Context) -> list[Found]:
    """Read `this morning`, `last night`, `that evening`, `the next morning`."""
    start, anchor = base(match, context, "D")
    if match.has("next", "following") and start is not None and start.date is None:
        start = None
    part = next(match.all("part")).value
    moment = shifted(start, "D", _turn(match)) if start is not None else None
    if moment is None:
        return [bare(match, TimexType.TIME, f"XXXX-XX-XX{part}", anchor)]
    night = part == "TNI" and match.has("last")
    moment = replace(moment, time=part, night=night)
    if not match.has("this", "last"):
        context.note(replace(moment, time="", night=False), explicit=False)
    return [found(match, moment, anchor)]


def beside(match: Match, context: Context) -> list[Found]:
    """Read `the day before`, `the year after`, `the week before last`."""
    unit = next(match.all(*UNIT)).value
    kind = unit.split()[0]
    if kind not in _GRAINS:
        return []
    back = match.has("before")
    twice = match.has("last", "next")
    if twice:
        start = day(context.today) if context.today is not None else None
    else:
        start = context.last(_GRAINS[kind])
        if start is None and context.today is not None and _is_of_news(match, context, kind):
            start = day(context.today)
    moment = shifted(start, kind, (-1 if back else 1) * (2 if twice else 1)) if start else None
    if moment is None:
        return [bare(match, TimexType.DATE, _BLANKS.get(kind, "XXXX"), "no date before it")]
    context.note(moment, explicit=False)
    return [found(match, moment, f"from {start.value if start else ''}")]


def away(match: Match, context: Context) -> list[Found]:
    """Read `two weeks later`, `three days ago`, `years earlier`."""
    unit = next(match.all(*UNITS))
    kind, size = unit.value.split()
    back = match.has("ago", "earlier", "before")
    vague = "PAST_REF" if back else "FUTURE_REF"
    count = _count(match, unit.name) * float(size)
    if not count:
        return [bare(match, TimexType.DATE, vague)]
    if kind.startswith("T") and not match.has("ago"):
        return _hours_away(match, context, kind, -count if back else count)
    if not count.is_integer() or count > 5000 or kind not in _GRAINS:
        return [bare(match, TimexType.DATE, vague)]
    start, anchor = _counted_from(match, context, kind)
    moment = shifted(start, kind, int(-count if back else count)) if start else None
    if moment is None:
        return [bare(match, TimexType.DATE, _BLANKS.get(kind, "XXXX"), anchor)]
    last = context.last_quarter()
    if last is not None and match.has("unit_quarter", "period"):
        moment = replace(last, year=last.year - 1)  # the year-ago quarter
    elif int(size) >= 10 or (match.has("about") and kind == "Y" and count >= 10):
        moment = Moment(grain="decade", year=moment.year - moment.year % 10)
    elif kind == "W" and start is not None and not match.has("about", "ago"):
        exact = shifted(start, "D", int(7 * count * (-1 if back else 1)))
        moment = exact or moment
    context.note(moment, explicit=False, deictic=match.has("ago", "earlier", "from_now"))
    return [found(match, moment, anchor)]


def _count(match: Match, unit: str) -> float:
    """Return how many units away it is; nothing where that is vague."""
    number = match.get("cardinal", "day", "number", "year", "a")
    if match.has("vague", "half_a") or (number is None and unit == "units"):
        return 0
    return float(number.value) if number is not None and number.value != "a" else 1


def _hours_away(match: Match, context: Context, kind: str, count: float) -> list[Found]:
    """Read `two hours later` from the clock time before it; else it is a length of time."""
    step = {"H": 3600, "M": 60, "S": 1}[kind[1:]] * count
    last = context.last("day")
    if context.clock is None or last is None or context.clock.date() != last.date:
        return [bare(match, TimexType.DURATION, f"PT{abs(count):g}{kind[1:]}")]
    try:
        then = context.clock + dt.timedelta(seconds=step)
    except OverflowError:
        return []
    moment = replace(day(then.date()), time=f"T{then:%H:%M}")
    context.note(day(then.date()), explicit=False)
    return [found(match, moment, f"counted from {context.clock:%Y-%m-%dT%H:%M}, named before")]


def _counted_from(match: Match, context: Context, kind: str) -> tuple[Moment | None, str]:
    if match.has("ago", "from_now"):
        if context.today is None:
            return None, "no publication date"
        return day(context.today), f"counted from {context.today}"
    last = context.last(_GRAINS[kind])
    if last is None and kind == "Y" and match.has("earlier") and context.today is not None:
        return day(context.today), f"counted from {context.today}"  # up from a year earlier
    news = _is_of_news(match, context, kind) and not match.has("later")
    if last is None and context.today is not None and news:
        return day(context.today), f"counted from {context.today}"
    return last, f"counted from {last.value}, named before" if last else "no date before it"


def weekday(match: Match, context: Context) -> list[Found]:
    """Read `Monday`, `late Monday`, `Friday morning`, `Friday last week`."""
    number = int(next(match.all("weekday", "weekday_short")).value)
    if [match.before(step) for step in (1, 2, 3)] == ["and", "weekday", "every"]:
        return [bare(match, TimexType.SET, f"XXXX-WXX-{number}")]  # every Monday and Friday
    time = time_of(match)
    if match.has("unit_week"):
        start, anchor = base(match, context, "W")
        monday = shifted(start, "W", _turn(match)) if start is not None else None
        date = monday.date + dt.timedelta(days=number - 1) if monday and monday.date else None
    else:
        date, anchor = weekday_date(match, context, number)
    if date is None:
        kind = TimexType.TIME if time else TimexType.DATE
        return [bare(match, kind, f"XXXX-WXX-{number}{time}", anchor)]
    night = time == "TNI" and match.own[-1].name != "part"
    moment = replace(day(date), time=time, night=night)
    context.note(day(date), explicit=False)
    return [found(match, moment, anchor)]


def day_word(match: Match, context: Context) -> list[Found]:
    """Read `today`, `yesterday evening`, `tonight`."""
    word = next(match.all("day_word", "tonight"))
    time = "TNI" if word.name == "tonight" else time_of(match)
    if context.today is None:
        kind = TimexType.TIME if time else TimexType.DATE
        return [bare(match, kind, f"XXXX-XX-XX{time}", "no publication date")]
    step = int(word.value) if word.name == "day_word" else 0
    moment = shifted(day(context.today), "D", step)
    if moment is None:
        return []
    context.note(moment, explicit=False, deictic=True)
    return [found(match, replace(moment, time=time), f"from {context.today}")]


def bare_day(match: Match, context: Context) -> list[Found]:
    """Read `on the 29th` as a day of the month last named."""
    number = int(next(match.all("ordinal")).value)
    last = context.last("month")
    if last is None and context.today is not None and not context.narrative:
        last = _month_of(number, context.today, match.tense)
    if last is None or not last.month or number > month_length(last.year, last.month):
        return []
    month = truncated(last, "M")
    if month is None:
        return []
    moment = replace(month, grain="day", day=number, time=time_of(match))
    context.note(moment, explicit=False)
    return [found(match, moment, f"day of {month.value}, named before")]


def _month_of(number: int, today: dt.date, tense: int) -> Moment | None:
    """Return the month at hand, or the one beside it where the tense looks there."""
    step = (tense > 0 and number < today.day) - (tense < 0 and number > today.day)
    return shifted(day(today), "M", step)
