"""Reports of made-up events, by what they say of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from generator.model import (
    Argument,
    Article,
    Entity,
    EventDate,
    EventMention,
    Figure,
    Mode,
    Publication,
    Reading,
    Registry,
    Span,
)

PLACES = {
    "avaria": Entity(id="avaria", name="Avaria", kind="country", country="AV", lat=40.0, lon=20.0),
    "northern-avaria": Entity(
        id="northern-avaria",
        name="Northern Avaria",
        kind="region",
        country="AV",
        within="avaria",
        lat=41.0,
        lon=20.0,
    ),
    "southern-avaria": Entity(
        id="southern-avaria",
        name="Southern Avaria",
        kind="region",
        country="AV",
        within="avaria",
        lat=39.0,
        lon=20.0,
    ),
    "ferrow": Entity(
        id="ferrow", name="Ferrow", kind="city", country="AV", within="avaria", lat=41.5, lon=20.5
    ),
    "borland": Entity(id="borland", name="Borland", kind="country", country="BO"),
    "lake-province": Entity(
        id="lake-province", name="Lake Province", kind="region", country="AV", within="avaria"
    ),
    "mirel": Entity(id="mirel", name="Mirel", kind="city", country="AV", within="lake-province"),
    "north-ward": Entity(
        id="north-ward", name="North Ward", kind="district", country="AV", within="mirel"
    ),
    "south-ward": Entity(
        id="south-ward", name="South Ward", kind="district", country="AV", within="mirel"
    ),
    "mirel-airport": Entity(
        id="mirel-airport", name="Mirel Airport", kind="site", country="AV", within="avaria"
    ),
    "tolm": Entity(id="tolm", name="Tolm", kind="city", country="BO", within="borland"),
}
ACTORS = {
    "avaria": Entity(id="avaria", name="Avaria", kind="state"),
    "borland": Entity(id="borland", name="Borland", kind="state"),
    "ida-moss": Entity(id="ida-moss", name="Ida Moss", kind="person"),
    "jon-reeve": Entity(id="jon-reeve", name="Jon Reeve", kind="person"),
    "red-relief": Entity(id="red-relief", name="Red Relief", kind="organisation"),
}
REGISTRY = Registry(actors=ACTORS, places=PLACES)


def mention(
    report: str,
    *,
    words: str = "",
    kind: str = "attack",
    mode: Mode = Mode.OCCURRENCE,
    date: str | None = "2024-03-05",
    evidence: str = "on Tuesday",
    places: Sequence[str] = (),
    actors: Sequence[str] = (),
    role: str = "agent",
    figures: Sequence[tuple[str, float]] = (),
    at: int = 0,
    background: bool = False,
    headline: str = "Something happens",
    gist: str = "Something happened.",
) -> EventMention:
    """Make an event as one report tells it; `at` is where in the report."""
    return EventMention(
        report=report,
        kind=kind,
        mode=mode,
        trigger=Span(start=at, end=at + 1),
        sentences=(0,),
        quotes=(),
        date=EventDate(edtf=date, evidence=evidence, span=None, rule="same clause")
        if date
        else None,
        arguments=tuple(Argument(actor=actor, role=role) for actor in actors),
        places=tuple(places),
        figures=tuple(Figure(start=at, end=at, what=what, value=n) for what, n in figures),
        background=background,
        headline=headline,
        gist=gist,
        lemmas=frozenset(words.split()),
    )


def reading(*events: EventMention, published: str | None = "2024-03-06") -> Reading:
    """Make the reading of one report from its events."""
    day = dt.date.fromisoformat(published) if published else None
    dct = Publication(date=day, evidence="", origin="sidecar") if day else None
    article = Article(id=events[0].report, text="", published=dct, publisher=events[0].report)
    return Reading(article=article, events=tuple(events))
