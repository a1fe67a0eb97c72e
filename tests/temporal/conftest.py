"""Articles of one publication date, parsed by the real pipeline and tagged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from generator import segment, temporal
from generator.errors import Finding
from generator.model import Article, Publication, Timex

Tag = Callable[..., tuple[tuple[Timex, ...], tuple[Finding, ...]]]


@pytest.fixture(scope="session")
def tag() -> Tag:
    pipeline = segment.load()

    def run(
        text: str, published: str | None = "2025-11-26"
    ) -> tuple[tuple[Timex, ...], tuple[Finding, ...]]:
        date = dt.date.fromisoformat(published) if published else None
        source = Publication(date=date, evidence=str(date), origin="sidecar") if date else None
        article = Article(id="report", text=text, published=source)
        return temporal.tag(article, segment.segment(article, pipeline))

    return run
