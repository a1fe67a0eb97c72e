"""Hugo with pages as full as Dateline's: what `site_build.py` compares a whole site with.

The same entries under the templates of `hugo/`: sources and quotes, related entries, what came
before and after, citations, linked data; lists by actor, place, topic, publisher and date in pages
of 200; a feed in two formats and a calendar for each list, and an answer of the API for each entry.
What Hugo's users do for speed is done: rows and events are made once (`partialCached`). Maps,
strips of months, downloads of the whole and the form are Dateline's alone.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator import edtf
from generator.content import load
from generator.site import dates
from generator.site.catalogue import Catalogue, Entry, catalogue
from generator.site.saying import said

TEMPLATES = Path(__file__).with_name("hugo")
BY_NAME = ("actors", "places", "topics")
BY_DATE = ("days", "months", "years", "on-this-day")
CONTENT = "content-hugo-whole"


def prepare(folder: Path, address: str, top: str, end: str) -> None:
    """Give a folder Hugo's configuration, templates and pages; `top` and `end` frame a page."""
    shutil.copytree(TEMPLATES, folder / "layouts-whole", dirs_exist_ok=True)
    partials = folder / "layouts-whole" / "partials"
    (partials / "top.html").write_text(top, encoding="utf-8")
    (partials / "end.html").write_text(end, encoding="utf-8")
    text = yaml.safe_dump(_settings(address), sort_keys=False)
    (folder / "hugo-whole.yaml").write_text(text, encoding="utf-8")
    shown = catalogue(load(folder / "content")[0])
    for path, head, body in _pages(shown):
        target = folder / CONTENT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"{json.dumps(head, ensure_ascii=False)}\n\n{body}\n", encoding="utf-8")


def _settings(address: str) -> Mapping[str, Any]:
    """Return Hugo's configuration: an index for each thing that entries share."""
    kinds = (*BY_NAME, "publishers", *BY_DATE)
    weights = {"actors": 100, "places": 80, "topics": 20, "months": 20}
    return {
        "baseURL": address,
        "title": "Dateline",
        "contentDir": CONTENT,
        "layoutDir": "layouts-whole",
        "taxonomies": {kind: kind for kind in kinds},
        "disableKinds": ["section"],
        "capitalizeListTitles": False,
        "pagination": {"disableAliases": True},
        "services": {"rss": {"limit": 50}},
        "outputs": {
            "page": ["html", "json"],
            "term": ["html", "rss", "json", "calendar"],
            "home": ["html", "rss", "json", "calendar"],
            "taxonomy": ["html"],
        },
        "related": {
            "threshold": 20,
            "indices": [{"name": name, "weight": weight} for name, weight in weights.items()],
        },
    }


def _pages(shown: Catalogue) -> Iterator[tuple[str, Mapping[str, object], str]]:
    """Yield the path of each page, its head and its body."""
    for entry in shown.entries:
        yield f"entries/{entry.id}.md", _head(entry, shown.around), entry.body
    for kind in BY_NAME:
        for name, page in getattr(shown, kind).items():
            spellings = list(getattr(page.meta, "aliases", ()))
            yield f"{kind}/{name}/_index.md", {"title": page.meta.name, "spellings": spellings}, ""


def _head(entry: Entry, around: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    """Return what Hugo is told of an entry; `around` has the places around each place."""
    meta = entry.meta
    date = meta.date or ""
    told: dict[str, object] = {
        "title": meta.title,
        "edtf": date,
        "said": said(date, "en") if date else "Undated",
        "kind": meta.kind,
        "status": meta.status,
        "actors": list(meta.actors),
        "at": list(meta.places),
        "places": list(
            dict.fromkeys(wide for p in meta.places for wide in (p, *around.get(p, ())))
        ),
        "topics": list(meta.topics),
        "publishers": sorted({source.publisher for source in meta.sources}),
        "sources": [source.model_dump(mode="json", exclude_none=True) for source in meta.sources],
        **_dates(date),
    }
    if date:
        told["date"] = edtf.bounds(edtf.parse(date).text)[0].isoformat()
    return told


def _dates(date: str) -> Mapping[str, Sequence[str]]:
    """Return the lists by date that an entry stands on."""
    if not date:
        return {}
    days = dates.days_of(date)
    return {
        "days": [day.isoformat() for day in days],
        "months": [f"{year}-{month:02}" for year, month in dates.months_of(date)],
        "years": [str(year) for year in dates.years_of(date)],
        "on-this-day": [f"{day:%m-%d}" for day in days],
    }
