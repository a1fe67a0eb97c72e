"""Times of day, as TIMEX3 writes them after a date."""

from __future__ import annotations

from generator.temporal.lexemes import Lexeme
from generator.temporal.match import Match

_HALVES = {"a": 0, "p": 12}


def time_of(match: Match) -> str:
    """Return `T14:30Z` or `TMO` for the clock or the part of the day in a match, or nothing."""
    part, zone = match.get("part"), match.get("zone")
    clock = match.get("clock") or _hour(match)
    if clock is None:
        exact = part is not None and part.value[1].isdigit() and zone is not None
        return (part.value if part is not None else "") + (zone.value if exact and zone else "")
    hour, _, minute = clock.value.replace(".", ":").partition(":")
    half = match.get("meridiem")
    number = int(hour)
    if half is not None and half.value[0].lower() in _HALVES and number <= 12:
        number = number % 12 + _HALVES[half.value[0].lower()]
    elif part is not None and part.value in ("TAF", "TEV", "TNI") and number < 12:
        number += 12
    if number > 24 or not "00" <= (minute or "00")[:2] <= "59":
        return ""
    return f"T{number:02d}:{minute or '00'}" + (zone.value if zone is not None else "")


def _hour(match: Match) -> Lexeme | None:
    """Return the number before `p.m.`, which is not the day of `3 May at 5 p.m.`."""
    own = match.own
    places = [place for place, lexeme in enumerate(own) if lexeme.name == "meridiem" and place]
    return own[places[0] - 1] if places and own[places[0] - 1].name == "day" else None
