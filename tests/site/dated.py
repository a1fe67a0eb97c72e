"""Dates of every sort, and entries that have them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from generator.content import Chronology, EntryPage
from generator.content import Page as Content
from generator.site import Options
from generator.site.catalogue import catalogue
from generator.site.data import Dataset, dataset
from generator.site.rendering import Rendering

DAYS = st.dates(dt.date(1850, 1, 1), dt.date(2100, 1, 1)).map(str)
POINTS = st.builds(
    lambda day, length, mark: day[:length] + mark,
    DAYS,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?", "%"]),
)
INTERVALS = st.lists(DAYS, min_size=2, max_size=2).map(lambda days: "/".join(sorted(days)))
OPEN = st.builds(str.format, st.sampled_from(["{}/..", "../{}", "{}/"]), POINTS)
REST = st.sampled_from(["202X", "19XX", "2025-21", "2025-24", "2025-XX", "2025-11-XX"])
DATES = POINTS | INTERVALS | OPEN | REST


def entry(
    name: str,
    date: str | None,
    kind: str = "event",
    title: str = "Something happened",
    **meta: object,
) -> Content[EntryPage]:
    """Return an entry of a date."""
    page = EntryPage.model_validate({"title": title, "date": date, "kind": kind, **meta})
    return Content(id=name, path=f"entries/2025/{name}.md", meta=page, body=title, lines={})


def data_of(*entries: Content[EntryPage], url: str = "https://a.example/") -> Dataset:
    """Return entries as the formats are given them."""
    chronology = Chronology(entries={page.id: page for page in entries})
    return dataset(Rendering(catalogue(chronology), Options(name="Averly", url=url)))
