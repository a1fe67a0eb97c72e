"""Times of day, as TIMEX3 writes them after a date."""

from __future__ import annotations

from generator.temporal.match import Match

_HALVES = {"a": 0, "p": 12}


def time_of(match: Match) -> str:
    """Return `T14:30Z` or `TMO` for the clock or the part of the day in a match, or nothing."""
    part = match.get("part")
    clock = match.get("clock") or (match.get("day") if match.has("meridiem") else None)
    if clock is None:
        return part.value if part is not None else ""
    hour, _, minute = clock.value.replace(".", ":").partition(":")
    half = match.get("meridiem")
    number = int(hour)
    if half is not None and half.value[0].lower() in _HALVES and number <= 12:
        number = number % 12 + _HALVES[half.value[0].lower()]
    elif part is not None and part.value in ("TAF", "TEV", "TNI") and number < 12:
        number += 12
    zone = match.get("zone")
    if number > 24 or not "00" <= (minute or "00")[:2] <= "59":
        return ""
    return f"T{number:02d}:{minute or '00'}" + (zone.value if zone is not None else "")
