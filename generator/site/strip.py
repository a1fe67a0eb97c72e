"""How many entries each day, month or year has, as bars that lead to its page."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from generator import edtf
from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.saying import said
from generator.site.stream import single_day
from generator.site.strings import Strings

DAYS = 62
"""Longest stretch shown day by day; a bar then is at least 5 pixels wide on a phone."""
MONTHS = 72
"""Longest stretch shown month by month, for the same reason."""
FEWEST = 8
"""Entries below which a picture of their density says nothing."""
EDGE = 0.04
"""Share at each end that may lie outside, and is counted, where the rest then shows finer."""
PLANNED = "planned"
"""Kind of what had not happened when it was told: it has no place in the picture."""

Hues = Callable[[str], int | None]
"""Returns the hue of a topic, where it has one."""
Points = Counter[tuple[dt.date, int, int]]
"""Entries by their first day, hue and precision: many have one date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One day, month or year."""

    label: str
    path: str
    total: int
    segments: tuple[tuple[int | None, float, float], ...]
    """Hue, bottom and height, as shares of the tallest bar."""
    position: float
    """Left edge, as a share of the width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A row of bars."""

    unit: str
    """`day`, `month` or `year`."""
    bars: tuple[Bar, ...]
    """Those that have entries."""
    width: float
    """Of a bar's place, as a share of the whole."""
    bar: float
    """Of a bar itself: most of its place, but no slab where there are few."""
    first: str
    last: str
    outside: tuple[str, ...]
    """Dated entries without a bar, counted by the reason: `2 before`, `3 planned`."""


def strip(entries: Iterable[Entry], hues: Hues, say: Strings) -> Strip | None:
    """Draw the density of entries in time; None where there is too little to show."""
    metas = [entry.meta for entry in entries]
    news = [meta for meta in metas if meta.date and not meta.background]
    planned = sum(meta.kind == PLANNED for meta in news)
    hue = cache(partial(_hue, hues))
    dated = Counter((meta.date, hue(meta.topics)) for meta in news if meta.kind != PLANNED)
    points: Points = Counter()
    for (date, color), number in dated.items():
        for lower, precision in _points(date or ""):
            points[lower, color, precision] += number
    if points.total() < FEWEST:
        return None
    first, last = _span(points)
    unit = _unit(first, last)
    buckets = _buckets(unit, first, last)
    shown: Counter[tuple[dt.date, int]] = Counter()
    for (lower, color, precision), number in points.items():
        if precision <= _FINENESS[unit]:
            shown[_floor(unit, lower), color] += number
    inside = ((point, n) for point, n in shown.items() if buckets[0] <= point[0] <= buckets[-1])
    counts = Counter(dict(inside))
    if len({bucket for bucket, _ in counts}) < 3:
        return None
    return Strip(
        unit=unit,
        bars=_bars(unit, buckets, counts, say.language),
        width=1 / len(buckets),
        bar=min(0.8 / len(buckets), 0.02),
        first=said(_text(unit, buckets[0]), say.language),
        last=said(_text(unit, buckets[-1]), say.language),
        outside=_told(
            {
                "before": sum(n for (bucket, _), n in shown.items() if bucket < buckets[0]),
                "after": sum(n for (bucket, _), n in shown.items() if bucket > buckets[-1]),
                f"coarse_{unit}": len(news) - planned - shown.total(),
                "planned": planned,
            },
            say,
        ),
    )


def _span(points: Points) -> tuple[dt.date, dt.date]:
    """Return the ends of the picture: of all known days, or of most where that shows finer."""
    days = sorted(lower for lower, _, precision in points.elements() if precision == 0)
    if len(days) < FEWEST:
        days = sorted(lower for lower, _, _ in points.elements())
    edge = int(len(days) * EDGE)
    most = days[edge], days[-1 - edge]
    return (days[0], days[-1]) if _unit(days[0], days[-1]) == _unit(*most) else most


def _told(counts: Mapping[str, int], say: Strings) -> tuple[str, ...]:
    return tuple(say.text(f"strip.{why}", n=count) for why, count in counts.items() if count)


_FINENESS = {"day": 0, "month": 1, "year": 2}


@lru_cache(maxsize=65_536)
def _points(date: str) -> tuple[tuple[dt.date, int], ...]:
    """Return the first day of a date, which many entries have, with its precision."""
    lower = edtf.parse(date).lower
    return ((lower, _precision(date)),) if lower else ()


def _precision(date: str) -> int:
    """Return 0 for a known day, 1 for a known month, 2 for a year or less."""
    if single_day(date):
        return 0
    parsed = edtf.parse(date)
    if (
        parsed.lower
        and parsed.upper
        and parsed.lower.strftime("%Y%m") == parsed.upper.strftime("%Y%m")
    ):
        return 1
    return 2


def _hue(hues: Hues, topics: Sequence[str]) -> int:
    return next((hue for hue in map(hues, topics) if hue is not None), -1)


def _unit(first: dt.date, last: dt.date) -> str:
    if (last - first).days < DAYS:
        return "day"
    return "month" if (last.year - first.year) * 12 + last.month - first.month < MONTHS else "year"


def _floor(unit: str, date: dt.date) -> dt.date:
    if unit == "day":
        return date
    return date.replace(day=1) if unit == "month" else date.replace(month=1, day=1)


def _buckets(unit: str, first: dt.date, last: dt.date) -> Sequence[dt.date]:
    if unit == "day":
        return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    if unit == "year":
        return [dt.date(year, 1, 1) for year in range(first.year, last.year + 1)]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [dt.date(number // 12, number % 12 + 1, 1) for number in months]


def _text(unit: str, bucket: dt.date) -> str:
    return bucket.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]


def _path(unit: str, bucket: dt.date) -> str:
    if unit == "day":
        return addresses.day(bucket)
    return (
        addresses.month(bucket.year, bucket.month)
        if unit == "month"
        else addresses.year(bucket.year)
    )


def _bars(
    unit: str, buckets: Sequence[dt.date], counts: Counter[tuple[dt.date, int]], language: str
) -> tuple[Bar, ...]:
    totals = Counter[dt.date]()
    for (bucket, _), number in counts.items():
        totals[bucket] += number
    tallest = max(totals.values())
    bars = []
    for position, bucket in enumerate(buckets):
        if not totals[bucket]:
            continue
        bottom, segments = 0.0, []
        for hue in sorted({hue for day, hue in counts if day == bucket}):
            height = counts[bucket, hue] / tallest
            segments.append((hue if hue >= 0 else None, bottom, height))
            bottom += height
        bars.append(
            Bar(
                label=said(_text(unit, bucket), language),
                path=_path(unit, bucket),
                total=totals[bucket],
                segments=tuple(segments),
                position=position / len(buckets),
            )
        )
    return tuple(bars)
