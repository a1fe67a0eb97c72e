"""Small invented reports, told as events, for the tests of writing."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.model import (
    Argument,
    Article,
    Bound,
    Entity,
    Event,
    EventDate,
    EventMention,
    Figure,
    Mode,
    Publication,
    Reading,
    Reason,
    Span,
)
from generator.write import Told

TEXTS = {
    "gazette": "Heavy rain flooded the old town of Ostrava on Tuesday, killing at least three "
    "people, the mayor said. Trams stopped running in the centre.",
    "herald": "The flood in Ostrava on Tuesday killed four people, rescuers said. A court in Brno "
    "acquitted a banker on Monday.",
    "observer": "Three days on, the flooded streets of Ostrava are dry. Shops reopened on Friday.",
}
ENTITIES = (
    Entity(id="jan-kral", name="Jan Král", kind="person", role="mayor", affiliation="nowhere"),
    Entity(id="ostrava", name="Ostrava", kind="city", country="CZ", lat=49.8, lon=18.3,
           within="czechia"),
    Entity(id="czechia", name="Czechia", kind="country", country="CZ"),
    Entity(id="unnamed-village", name="Lhota", kind="city"),
)  # fmt: skip


def reading(report: str, text: str | None = None) -> Reading:
    """Return a report as read."""
    published = Publication(date=dt.date(2024, 9, 18), evidence="18 Sept", origin="sidecar")
    article = Article(
        id=report,
        text=text or TEXTS[report],
        publisher=f"The {report.title()}",
        url=f"https://example.org/{report}",
        published=published,
    )
    return Reading(article=article)


READINGS = {report: reading(report) for report in TEXTS}


def mention(
    report: str,
    trigger: str,
    *,
    kind: str = "disaster",
    date: str = "2024-09-17",
    killed: float | None = None,
    text: str | None = None,
) -> EventMention:
    """Return the mention whose sentence holds the trigger."""
    whole = text or TEXTS[report]
    at = whole.index(trigger)
    start = whole.rfind(". ", 0, at) + 2 if ". " in whole[:at] else 0
    end = whole.find(". ", at) + 1 or len(whole)
    span = Span(start=at, end=at + len(trigger))
    figures = (
        ()
        if killed is None
        else (
            Figure(start=at, end=at + 1, what="killed", value=killed, bound=Bound.AT_LEAST, by="x"),
        )
    )
    return EventMention(
        report=report,
        kind=kind,
        mode=Mode.OCCURRENCE,
        trigger=span,
        sentences=(0,),
        quotes=(Span(start=start, end=end),),
        date=EventDate(edtf=date, evidence="on Tuesday", span=None, rule="same clause"),
        arguments=(Argument(actor="jan-kral", role="speaker"),),
        places=("ostrava",),
        figures=figures,
        headline="Flood kills people in Ostrava",
        gist="A flood killed people in Ostrava.",
    )


GAZETTE = mention("gazette", "flooded", killed=3)
HERALD = mention("herald", "flood", killed=4)
OBSERVER = mention("observer", "flooded")
ACQUITTAL = mention("herald", "acquitted", kind="verdict", date="2024-09-16")


def event(*mentions: EventMention, title: str | None = None, date: str | None = None) -> Event:
    """Return an event told by the mentions."""
    first = mentions[0]
    reasons = tuple(
        Reason(a=first.report, b=other.report, score=0.8, words=("same place ostrava",))
        for other in mentions[1:]
        if other.report != first.report
    )
    return Event(
        mentions=mentions,
        title=title or first.headline,
        date=date or (first.date.edtf if first.date else None),
        kind=first.kind,
        actors=("jan-kral",),
        places=("ostrava",),
        reasons=reasons,
    )


def told(events: Sequence[Event], readings: Mapping[str, Reading] = READINGS) -> Told:
    """Return what the reports tell; what people join or part is fused as `event` does."""
    return Told(events=events, readings=readings, fuse=lambda mentions, _: event(*mentions))


def tree(content: Path) -> dict[str, bytes]:
    """Return every file but the lock, by path."""
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in sorted(content.rglob("*"))
        if path.is_file() and path.name != "lock"
    }
