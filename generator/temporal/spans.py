"""Lengths of time, repetition and vague references: tagged, and never taken for days."""

from __future__ import annotations

from generator.model import TimexType
from generator.temporal.context import Context
from generator.temporal.guards import token
from generator.temporal.match import UNITS, Found, Match, bare


def length(match: Match, context: Context) -> list[Found]:
    """Read `nearly four years` as P4Y, `a few days` as PXD, `24 hours` as PT24H."""
    unit = next(match.all(*UNITS))
    kind, size = unit.value.split()
    number = match.get("cardinal", "day", "number", "year", "a")
    amount = number.value if number is not None else "1"
    if kind == "WE":
        kind = "W"
    if kind == "Q" and not match.has("last", "past", "next", "previous", "following"):
        return []  # three quarters of the voters
    if match.has("vague") or (number is None and unit.name == "units"):
        amount = "X"
    elif number is not None and number.value == "a":
        amount = "1"
    if match.has("half_a"):
        amount = ".5" if number is None or number.name == "a" else f"{amount}.5"
    if match.has("and_half"):
        amount = f"{amount}.5"
    if amount == ".5" and kind == "TH":
        amount, kind = "30", "TM"
    if amount != "X" and size != "1" and "." not in amount:
        amount = str(int(float(amount)) * int(size))
    own = TimexType.SET if _is_rate(match) else TimexType.DURATION
    return [bare(match, own, _period(amount, kind))]


def _is_rate(match: Match) -> bool:
    """Whether it is what something is counted by: `40 tonnes a day`, `$5 a year`."""
    after = match.after()
    if len(match.own) != 2 or match.own[0].name != "a":
        return False
    if after is not None and after.name in ("after", "before"):
        return False  # a day after the vote
    word, tokens = token(match, match.last), match.sentence.tokens
    return word is not None and word.dep == "npadvmod" and tokens[word.head].pos in _COUNTED


_COUNTED = frozenset({"NOUN", "NUM", "PROPN", "SYM"})


def _period(amount: str, kind: str) -> str:
    if kind == "Q":
        return f"P{amount}Q"
    return f"PT{amount}{kind[1:]}" if kind.startswith("T") else f"P{amount}{kind}"


def lasting(match: Match, context: Context) -> list[Found]:
    """Read `weeklong` as P1W."""
    return [bare(match, TimexType.DURATION, match.own[0].value)]


def often(match: Match, context: Context) -> list[Found]:
    """Read `daily`, `every two weeks`, `each Monday`, `per day`."""
    word = match.get("often")
    if word is not None:
        return [bare(match, TimexType.SET, word.value)]
    weekday = match.get("weekday")
    if weekday is not None:
        return [bare(match, TimexType.SET, f"XXXX-WXX-{weekday.value}")]
    unit = match.get(*UNITS)
    if unit is not None:
        kind, size = unit.value.split()
        number = match.get("cardinal", "day", "number", "ordinal")
        amount = "2" if match.has("other_word") else number.value if number is not None else "1"
        amount = "X" if match.has("vague") else amount
        amount = "1" if match.has("times") else amount  # several times a month
        if size != "1" and amount.isdigit():
            amount = str(int(amount) * int(size))
        return [bare(match, TimexType.SET, _period(amount, kind))]
    month = match.get("month")
    if month is not None:
        return [bare(match, TimexType.SET, f"XXXX-{int(month.value):02d}")]
    season, part = match.get("season"), match.get("part")
    if season is not None:
        return [bare(match, TimexType.SET, f"XXXX-{season.value}")]
    return [bare(match, TimexType.SET, f"XXXX-XX-XX{part.value if part is not None else ''}")]


def ref(match: Match, context: Context) -> list[Found]:
    """Read `now`, `currently`, `recently`, `the future`."""
    value = "PAST_REF" if match.has("past") else match.own[0].value
    return [bare(match, TimexType.DATE, value)]
