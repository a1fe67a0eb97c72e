"""The grammar of time expressions: named shapes over the symbols of `lexemes`.

Small words are symbols (`month`, `day`, `comma`), words in capitals are named parts, the rest is
the notation of regular expressions. No part repeats without a bound, so matching is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.temporal.lexemes import CORE, codes

PARTS = {
    "UNIT": "(?:unit|unit_day|unit_week|unit_weekend|unit_month|unit_quarter|unit_year)",
    "UNITS": "(?:units|UNIT)",
    "YEAR": "(?:about? year era?|about? (?:day|number) era)",
    "DAY": "the? (?:day|ordinal)",
    "WEEKDAY": "(?:weekday|weekday_short stop?)",
    # 5 May · the 5th of May · May 5 · May 5th
    "MONTHDAY": "(?:month (?:day|ordinal)|(?:the? ordinal of?|the? day of?) month)",
    "WHICH": "(?:last|past|next|coming|following|previous)",
    # last year · of that same year · of the year
    "YEARREF": "(?:of? the? (?:last|next|this|that|same|previous|following|coming){1,2} unit_year)",
    "TOWARDS": "(?:(?:this|that)? (?:same|past|coming)|last|next|this|that|previous|following"
    "|current)",
    # the end of · early · mid- · later in
    "EDGE": "(?:the? very? (?:edge|half) of the?|the? (?:early|late) the?|the? mid dash? the?"
    "|(?:early|late|later|earlier) (?:in|on) the?)",
    # the early morning hours of
    "PARTOF": "(?:EDGE? the? part units? (?:of|on) the?)",
    "CLOCK": "(?:clock meridiem?|day meridiem|clock part) zone?",
    "DATE": "(?:WEEKDAY comma? the?)? MONTHDAY (?:comma? YEAR|YEARREF)?",
    "POINT": "(?:DATE|WEEKDAY)",
}
PARTS["QTY"] = "(?:cardinal|day|number|vague|half_a a|a half_a|a|year)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One way to write a time expression."""

    name: str
    kind: str
    """Which rule of `expressions` reads it."""
    pattern: str
    yes: tuple[str, ...]
    """Texts that it matches in full."""
    no: tuple[str, ...]
    """Texts that it does not match anywhere."""


SHAPES = (
    Shape(
        name="iso day",
        kind="iso",
        pattern="iso",
        yes=("2021-03-04", "2021-03-04T10:30Z"),
        no=("2021-3-4", "12-03-04"),
    ),
    Shape(
        name="numeric date",
        kind="numeric",
        pattern="numeric",
        yes=("3/4/2021", "03.04.2021", "3/4/21"),
        no=("3/4", "1/2/3/4"),
    ),
    Shape(
        name="clock on a date",
        kind="clock",
        pattern="(?:CLOCK (?:comma|on|of|at){0,2}|part zone? on?) (?:POINT|day_word) zone?"
        "|(?:POINT|day_word) comma? at about? CLOCK",
        yes=(
            "10:30 a.m. on Tuesday",
            "9:34 p.m., March 19",
            "5 pm GMT on 3 May 2021",
            "noon on Friday",
            "Friday at 5:30 a.m.",
            "7 p.m. local time on Saturday",
        ),
        no=("10 on Tuesday", "May 3"),
    ),
    Shape(
        name="overnight",
        kind="overnight",
        pattern="early? overnight"
        " (?:(?:on|from)? POINT (?:into|to|and) POINT|(?:on|into|to)? POINT)?"
        "|the part (?:to|into) POINT|the part (?:from|between) POINT (?:to|into|and) POINT",
        yes=(
            "overnight",
            "overnight on Friday",
            "overnight Friday into Saturday",
            "overnight to 3 May",
        ),
        no=("night", "Friday"),
    ),
    Shape(
        name="days before their month",
        kind="days",
        pattern="PARTOF? (?:DAY (?:comma|dash|and|to){1,2}){1,4} DAY of? month"
        " (?:comma? YEAR|YEARREF)?",
        yes=("18–19 November", "3, 4 and 5 May 2021", "3 to 5 May", "the 3rd and 4th of May"),
        no=("18 November", "3 and 5 people"),
    ),
    Shape(
        name="days after their month",
        kind="days",
        pattern="PARTOF? month DAY (?:(?:comma|dash|and|to|comma and) DAY){1,4}"
        "(?!dash? UNITS|meridiem|other_word) (?:comma? YEAR)?",
        yes=("November 18–19", "May 3, 4 and 5, 2021", "Nov 24 and 25", "May 3rd to 5th"),
        no=("November 18", "May 3 and two people"),
    ),
    Shape(
        name="day of a month",
        kind="date",
        pattern="about? (?:PARTOF)? EDGE? DATE (?:comma? part)?",
        yes=(
            "5 May",
            "the 5th of May",
            "November 20th, 2019",
            "Tuesday, 4 March 2021",
            "the night of 8 February 1904",
            "early on Nov. 25",
            "25 July of that year",
        ),
        no=("May", "5 people in May"),
    ),
    Shape(
        name="month of a year",
        kind="date",
        pattern="about? EDGE? month (?:comma|of)? (?:YEAR|YEARREF)",
        yes=("March 2021", "the end of May, 1920", "August of that year", "June last year"),
        no=("March", "2021"),
    ),
    Shape(
        name="week of a day",
        kind="week_of",
        pattern="EDGE? the unit_week (?:of|edge) MONTHDAY (?:comma? YEAR|YEARREF)?",
        yes=("the week of March 4", "the week of 4 May 2021"),
        no=("the week", "a week of May"),
    ),
    Shape(
        name="weekday or week of a month",
        kind="within_month",
        pattern="the? (?:ordinal|last) (?:weekday|unit_week|unit_weekend) (?:of|in) month"
        " (?:comma? YEAR|YEARREF)?",
        yes=("the third Thursday of November", "the last week of May 2021"),
        no=("Thursday",),
    ),
    Shape(
        name="season of a year",
        kind="date",
        pattern="EDGE? the? season (?:(?:of|comma)? YEAR|YEARREF)",
        yes=("summer 2021", "the spring of 480 BC", "early autumn of that year"),
        no=("summer",),
    ),
    Shape(
        name="quarter or half of a year",
        kind="date",
        pattern="EDGE? the? (?:fiscal? (?:ordinal|last|this|next) dash? fiscal? unit_quarter"
        "|quarter_code|half) (?:(?:of|in|comma)? the? fiscal? unit_year? YEAR|YEARREF"
        "|of the fiscal? unit_year)|YEAR quarter_code|quarter_code"
        "|the? year (?:fiscal? ordinal dash? unit_quarter|half|unit_quarter|period)",
        yes=("the third quarter of 2021", "Q3 2021", "the second half of 2008"),
        no=("the third of May",),
    ),
    Shape(
        name="quarter of the year at hand",
        kind="date",
        pattern="EDGE? the? fiscal? ordinal dash? fiscal? unit_quarter",
        yes=("the third quarter", "fourth-quarter", "the fiscal first quarter"),
        no=("three quarters", "the quarter"),
    ),
    Shape(
        name="fiscal year",
        kind="date",
        pattern="EDGE? the? fiscal unit_year? YEAR",
        yes=("fiscal 2021", "the fiscal year 2021"),
        no=("2021",),
    ),
    Shape(
        name="holiday of a year",
        kind="date",
        pattern="EDGE? holiday (?:comma? YEAR|YEARREF)?",
        yes=("Christmas 2007", "Bastille Day", "New Year's Eve"),
        no=("eve",),
    ),
    Shape(
        name="decade or century",
        kind="date",
        pattern="EDGE? the? early? (?:decade era?|ordinal dash? unit era?)",
        yes=("the 1980s", "the late 1960s", "the 19th century", "the 470s BC"),
        no=("1980",),
    ),
    Shape(
        name="weekday of a week",
        kind="weekday",
        pattern="EDGE? weekday part? (?:of|the){0,2} TOWARDS unit_week",
        yes=("Friday last week", "Wednesday next week"),
        no=("Friday",),
    ),
    Shape(
        name="year after an edge",
        kind="date",
        pattern="EDGE the? YEAR (?!dash? UNITS)",
        yes=("late 1911", "the end of 1958", "early in 1862", "mid-2011"),
        no=("1911",),
    ),
    Shape(
        name="unit by direction",
        kind="towards",
        pattern="(?:PARTOF|EDGE|earlier|later)? the? very?"
        " TOWARDS (?:UNIT|weekday|month|season|part|holiday) part?"
        "|EDGE? the unit_weekend"
        "|EDGE(?:(?<=the)|(?<=of)) (?:UNIT|season)|unit_year (?:dash|possessive)? edge"
        "|(?:(?<=for)|(?<=in)|(?<=lead)) the (?:unit_week|unit_month|unit_quarter|unit_year)"
        "(?!of|to|year|month|dash|lead|after|before|possessive)",
        yes=(
            "last week",
            "the next day",
            "that same month",
            "earlier this year",
            "early the next morning",
            "next Tuesday",
            "last June",
            "the end of the month",
        ),
        no=("the month", "last"),
    ),
    Shape(
        name="unit before or after",
        kind="beside",
        pattern="the unit_day (?:before|after|following)(?=comma|stop|close|$)"
        "|the (?:unit_week|unit_month|unit_year) (?:before|after|following)(?=comma|stop|close|$)"
        "|the UNIT (?:before|after) (?:last|next)",
        yes=("the day before", "the year after", "the week before last"),
        no=("the day",),
    ),
    Shape(
        name="time away",
        kind="away",
        pattern="(?:about){0,2} (?:a? QTY dash? UNITS|units|a UNIT)"
        " (?:(?:about)? (?:ago|later|earlier|from_now)|(?:after|before)(?=comma|stop|close|$))"
        "|the? unit_year dash (?:ago|earlier) (?:unit_quarter|unit_month|unit_week|period)?",
        yes=("two weeks later", "nearly four years ago", "three days earlier", "years ago"),
        no=("two weeks", "later"),
    ),
    Shape(
        name="repeated",
        kind="often",
        pattern="often|every (?:QTY|other_word|ordinal)? (?:UNITS|weekday|month|season|part)"
        "|per UNIT|(?:cardinal|day|number|vague)? times a UNIT",
        yes=("daily", "every two weeks", "every Tuesday", "each year", "twice a week", "Fridays"),
        no=("two weeks", "year"),
    ),
    Shape(
        name="lasting",
        kind="lasting",
        pattern="lasting",
        yes=("weeklong",),
        no=("long",),
    ),
    Shape(
        name="span of recent time",
        kind="recent",
        pattern="recent (?:UNITS)?",
        yes=("recent months", "recent"),
        no=("months",),
    ),
    Shape(
        name="length of time",
        kind="length",
        pattern="(?!a UNITS dash) (?:about){0,2}"
        " (?:the? (?:last|past|next)|the (?:coming|following|previous|same|ordinal)?"
        "|(?:this|that)(?!a))?"
        " QTY WHICH? dash? (?:UNITS and_half|and_half UNITS|UNITS)"
        " (?:dash? old|dash? long|period)?"
        "|(?:the WHICH|(?<!early)(?<!late)) units (?:dash long)?(?!YEAR)"
        "|UNIT dash (?:long|old)",
        yes=(
            "nearly four years",
            "three-day",
            "a week",
            "more than 60 days",
            "the next few days",
            "58-year-old",
            "decades-long",
            "a year and a half",
        ),
        no=("the day", "last week"),
    ),
    Shape(
        name="weekday",
        kind="weekday",
        pattern="(?:PARTOF|EDGE|earlier|later)? weekday part?",
        yes=("Monday", "late Monday", "earlier Friday", "the evening of Tuesday"),
        no=("Sun",),
    ),
    Shape(
        name="day by name",
        kind="day_word",
        pattern="(?:PARTOF|EDGE|later|earlier)? (?:day_word part?|tonight)",
        yes=("today", "yesterday evening", "late yesterday", "tonight"),
        no=("day",),
    ),
    Shape(
        name="years in a row",
        kind="years",
        pattern="YEAR dash (?:YEAR|day|number)(?!dash? UNITS)|year slash day"
        "|(?:number|day) (?:dash|to|and) (?:number|day) era",
        yes=("1914–18", "1914-1918", "480–479 BC"),
        no=("1914",),
    ),
    Shape(
        name="year",
        kind="date",
        pattern="YEAR",
        yes=("2021", "387 BC", "about 1910"),
        no=("21",),
    ),
    Shape(
        name="month",
        kind="date",
        pattern="EDGE? month",
        yes=("March", "late November", "the end of May"),
        no=("21",),
    ),
    Shape(
        name="season",
        kind="date",
        pattern="EDGE? the? season",
        yes=("the spring", "early summer", "winter"),
        no=("21",),
    ),
    Shape(
        name="day of the month at hand",
        kind="bare_day",
        pattern="PARTOF the ordinal(?=comma|stop|and|$)|(?<=on) the ordinal",
        yes=(),
        no=("the 29th floor",),
    ),
    Shape(
        name="part of the day",
        kind="part",
        pattern="CLOCK|EDGE? (?:(?<=in)|(?<=at)|(?<=on)|(?<=for)|that|this|same)? the? part",
        yes=("10:30 a.m.", "5 pm GMT"),
        no=("5",),
    ),
    Shape(
        name="reference",
        kind="ref",
        pattern="ref|current|the past (?=comma|stop|close|and|$)",
        yes=("now", "currently", "the future"),
        no=("nowhere",),
    ),
)

_WORD = re.compile(r"[A-Z]{2,}|[a-z_]{2,}|\ba\b")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Turn a shape into a regular expression over symbols."""
    while any(part in PARTS for part in _WORD.findall(pattern)):
        pattern = _WORD.sub(lambda found: PARTS.get(found.group(), found.group()), pattern)
    return re.compile(_WORD.sub(lambda found: codes()[found.group()], pattern).replace(" ", ""))


_CANNOT_BEGIN = (
    "other comma dash slash stop open close possessive of and to in at on for from into between "
    "zone era old long and_half period other_word lead"
)


@cache
def grammar() -> re.Pattern[str]:
    """Join all shapes; the first that matches at the leftmost place wins.

    The look ahead spares the places from which no core symbol is near, nine in ten.
    """
    names = codes()
    core = "".join(names[name] for name in CORE.split())
    never = "".join(names[name] for name in _CANNOT_BEGIN.split())
    day = names["the"] + names["ordinal"]  # on the 14th: no core symbol
    near = f"(?=[{core}]|{day}|[^{core}{never}][^{core}]{{0,8}}[{core}])"
    return re.compile(near + "(?:" + "|".join(f"({p})" for p in _patterns()) + ")")


def _patterns() -> list[str]:
    return [compiled(shape.pattern).pattern for shape in SHAPES]
