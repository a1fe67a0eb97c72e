"""The days of a chronology that matter most, by how much points at them.

The field calls it date selection, a part of timeline summarisation. The rule is in
`docs/key-dates.md`; its numbers are here.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import edtf
from generator.content import reports
from generator.content.cache import key_of
from generator.content.reports import Remembered
from generator.errors import DatelineError
from generator.site.catalogue import Catalogue, Entry

NEXT_DAY = 1
"""Days after it within which a report is published about a day."""
ASIDE = 0.5
"""Weight of a reference to a day that had not come yet, or that lies before the whole story."""
STORY = dt.timedelta(days=7)
"""How long before its first report a story may begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDate:
    """One day, and what points at it."""

    day: dt.date
    score: float
    """In reports: a report that refers to the day once, in the week of it, counts one."""
    reports: int
    """Reports that refer to it, or that an entry on it cites."""
    entries: tuple[Entry, ...]
    """Entries on the day, the main one first."""


def key_dates(
    catalogue: Catalogue, known: Mapping[str, Remembered], topic: str | None = None
) -> tuple[KeyDate, ...]:
    """Rank the days that anything points at, of the whole or of a topic, the first first."""
    entries = catalogue.by_topic.get(topic, ()) if topic else catalogue.dated
    heard = [report for _, report in sorted(known.items())]
    if topic:
        cited = {source.key for entry in entries for source in entry.meta.sources}
        heard = [report for report in heard if report.id in cited]
    began = min((r.published for r in heard if r.published), default=dt.date.min)
    scores: defaultdict[dt.date, float] = defaultdict(float)
    pointing: defaultdict[dt.date, set[str]] = defaultdict(set)
    told: defaultdict[dt.date, list[Entry]] = defaultdict(list)
    for entry in entries:
        days = edtf.known_days(entry.meta.date) if entry.meta.date else ()
        for day in days:
            scores[day] += _weight(entry) / len(days)
            pointing[day] |= {source.key for source in entry.meta.sources}
            told[day].append(entry)
    for report in heard:
        for day, weight in _references(report, began):
            scores[day] += weight
            pointing[day].add(report.id)
    volume = _volume(heard)
    found = [
        KeyDate(
            day=day,
            score=round(score + volume.get(day, 0.0), 6),
            reports=len(pointing[day]),
            entries=tuple(sorted(told[day], key=_main_first)),
        )
        for day, score in scores.items()
        if not topic or day in told
    ]
    return tuple(sorted(found, key=lambda key: (-key.score, key.day)))


def pointing(known: Mapping[str, Remembered]) -> bytes:
    """Return the digest of all that is asked of reports."""
    return key_of(repr([(key, found.published, found.days) for key, found in known.items()]))


def remembered(content: Path) -> Mapping[str, Remembered]:
    """Return the reports that were read; without a ledger that can be read, none.

    The ledger comes with pull requests too, and a broken line must not stop the site:
    `generate` and `check` report it.
    """
    try:
        return reports.load(content)
    except DatelineError:
        return {}


def _weight(entry: Entry) -> float:
    """Count an entry's sources, and one more where they give figures."""
    return len(entry.meta.sources) + bool(entry.meta.figures)


def _references(report: Remembered, began: dt.date) -> Iterator[tuple[dt.date, float]]:
    """Yield each day that a report refers to: more sentences and more distance count more."""
    for day, sentences in report.days:
        aside = began - day > STORY
        weight = ASIDE if aside else _distance(report.published, day)
        yield day, math.log2(1 + sentences) * weight


def _distance(published: dt.date | None, day: dt.date) -> float:
    """Weigh a reference: what is still told weeks later mattered more than the day's news."""
    if published is None:
        return 1.0
    weeks = (published - day).days / 7
    return ASIDE if weeks < 0 else 1 + math.log2(max(1.0, weeks))


def _volume(heard: Iterable[Remembered]) -> Mapping[dt.date, float]:
    """Count the reports published on each day or the next, each for half on either."""
    found: defaultdict[dt.date, float] = defaultdict(float)
    for published in (report.published for report in heard if report.published):
        for before in range(NEXT_DAY + 1):
            found[published - dt.timedelta(days=before)] += 1 / (NEXT_DAY + 1)
    return found


def _main_first(entry: Entry) -> tuple[bool, float, str]:
    """Order the entries of a day: news before background, then what most points at."""
    return entry.meta.background, -_weight(entry), entry.id
