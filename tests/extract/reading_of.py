"""Read a text through the real stages, with the registry that ships, and nothing curated."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

from generator import link, segment, temporal
from generator.extract import extract
from generator.model import Article, NameKind, Publication, Reading, Registry

DAY = dt.date(2025, 6, 5)
"""A Thursday; the publication date of every test text that gives no other."""


@cache
def _pipeline() -> segment.Pipeline:
    return segment.load()


@cache
def _starter() -> Registry:
    return link.starter()


def read(text: str, day: dt.date | None = DAY, *, title: str | None = None) -> Reading:
    """Return the reading of a text, its events included."""
    published = Publication(date=day, evidence=day.isoformat(), origin="sidecar") if day else None
    article = Article(id="report", text=text, title=title, published=published)
    sentences = segment.segment(article, _pipeline())
    timexes, _ = temporal.tag(article, sentences)
    mentions, entities = link.unify(
        {"report": link.link(article, sentences, _starter())}, _starter()
    )
    actors, places = dict(_starter().actors), dict(_starter().places)
    kinds = set(NameKind) - {NameKind.PLACE}
    for entity in entities:
        (actors if entity.kind in kinds else places)[entity.id] = entity
    registry = Registry(actors=actors, places=places)
    reading = Reading(
        article=article, sentences=sentences, timexes=timexes, mentions=mentions["report"]
    )
    return replace(reading, events=extract(reading, registry))
