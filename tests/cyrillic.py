"""A made-up chronology told in Ukrainian, with every state that a page can be in.

Nothing in it is in Latin letters but ids and addresses: what is, on a page, the site says itself.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

_LATIN = re.compile(r"[A-Za-z]{2,}")
_NAMES = re.compile(
    r"Atom|JSON (?:Feed|Lines|Schema)|GeoJSON|JSON|CSV|TimelineJS|Knight Lab|SQLite|Parquet|DuckDB"
    r"|Datasette|iCalendar|OpenAPI|API|EDTF|Extended Date/Time Format"
    r"|JavaScript|BibTeX|CSL|Wikidata|Material for MkDocs|Natural Earth"
)
"""Proper names, which every language has in Latin letters."""

ACTORS: dict[str, dict[str, Any]] = {
    "ferry-line": {"name": "Поромна лінія", "kind": "organisation", "affiliation": "shore-land"},
    "mayor": {
        "name": "Олена Гай",
        "kind": "person",
        "aliases": ["Гай"],
        "role": "міська голова",
        "affiliation": "ferry-line",
        "wikidata": "Q1",
        "status": "reviewed",
    },
    "pilots": {"name": "Лоцмани", "kind": "group"},
    "shore-land": {"name": "Берегова країна", "kind": "state"},
}
PLACES: dict[str, dict[str, Any]] = {
    "bay": {"name": "Тиха затока", "kind": "water", "within": "shore"},
    "far-land": {"name": "Далека країна", "kind": "country"},
    "mill": {"name": "Старий млин", "kind": "site", "within": "town"},
    "shore": {"name": "Берег", "kind": "country", "lat": 50.1, "lon": 30.2},
    "town": {
        "name": "Прибережне",
        "kind": "city",
        "within": "shore",
        "lat": 50.45,
        "lon": -3.5,
        "aliases": ["Прибережжя"],
        "wikidata": "Q2",
    },
    "well": {"name": "Криниця", "kind": "district"},
}
TOPICS = {
    "floods": {"name": "Повені", "match": {"terms": ["вода"]}},
    "locks": {"name": "Шлюзи", "parent": "floods", "match": {"terms": ["шлюз"]}},
    "votes": {"name": "Вибори", "match": {"terms": ["голос"]}},
}
DATES = (
    "2025-03-01",
    "2025-03-02",
    "2025-03-03",
    "2025-03-03/2025-03-04",
    "2025-03-05~",
    "2025-03-06",
    "2025-03-07",
    "2025-03-08",
    "2025-03-09",
    "2025-03-10?",
    "2025-03",
    "2025",
    "2024-21",
    "199X",
    "19XX",
    "2025-03/..",
    "../2024",
    "1990/2012",
    None,
)
KINDS = ("disaster", "statement", "election", "accident", "planned", "trial", "territorial-gain")
STATES = ("draft", "reviewed", "disputed", "draft", "withdrawn", "reviewed")
QUOTE = "Уночі вода піднялася вище за міст"


def has_latin_word(text: str) -> bool:
    """Whether a text has a word in Latin letters that is no proper name."""
    return bool(_LATIN.search(_NAMES.sub("", text)))


def make(folder: Path) -> Path:
    """Write the chronology, and return its folder."""
    _page(folder / "index.md", {"title": "Літопис берега"}, "Вигадано для перевірки.")
    _page(folder / "about.md", {"title": "Про літопис", "order": 1}, "Нічого з цього не було.")
    for name, pages in (("actors", ACTORS), ("places", PLACES), ("topics", TOPICS)):
        for key, meta in pages.items():
            _page(folder / name / f"{key}.md", meta, "Вигадане." if key != "pilots" else "")
    for number, date in enumerate(DATES):
        _page(folder / "entries" / _name(number, date), _entry(number, date), _body(number))
    return folder


def configuration(root: Path, folder: Path, language: str) -> Path:
    """Write the repository's own configuration for the chronology, in a language."""
    loaded = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    loaded |= {
        "site_name": "Літопис",
        "site_description": "Вигадано",
        "docs_dir": str(folder / "content"),
        "site_dir": str(folder / "site"),
        "repo_name": "Код",
        "theme": loaded["theme"]
        | {"language": language, "custom_dir": str(root / "site_overrides")},
        "extra": {"content_language": "uk"},
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(loaded, allow_unicode=True), encoding="utf-8")
    return path


def _name(number: int, date: str | None) -> str:
    start = (date or "").split("/")[0].strip(".~?")
    known = start if start[:4].isdigit() else ""
    return f"{known[:4] or 'undated'}/{known or 'undated'}-event-{number}.md"


def _body(number: int) -> str:
    return f"Уночі вода прийшла до міста. Запис {number}."


def _entry(number: int, date: str | None) -> dict[str, Any]:
    kind, status = KINDS[number % len(KINDS)], STATES[number % len(STATES)]
    first = {"report": f"r-{number}-1", "publisher": "Вісник", "title": f"Новина {number}"}
    first |= {"url": "https://news.example/1", "archive": "https://archive.example/1"}
    first |= {"published": "2025-03-09", "quotes": [QUOTE]}
    second = {"report": f"r-{number}-2", "title": "Інша новина", "published": "2025-03-12"}
    second |= {"tells": {"date": "2025-05-01", "places": ["town"], "actors": ["mayor"]}}
    found = {
        "title": f"Вода піднялася, {number}",
        "kind": kind,
        "actors": ["mayor", "ferry-line", "shore-land"],
        "places": ["mill", "town"][number % 2 :],
        "topics": ["locks", "votes"][number % 2 :],
        "figures": _figures(number),
        "sources": [first, second] if number % 3 else [second],
        "status": status,
        "background": number % 5 == 3,
    }
    if number == 1:
        found["aliases"] = ["2025-03-02-former"]
    return found | ({"date": date} if date else {})


def _figures(number: int) -> list[dict[str, Any]]:
    if number % 3 == 0:
        return []
    one, two = f"r-{number}-1", f"r-{number}-2"
    return [
        {
            "what": "killed",
            "claims": [
                {"value": 1200 + number, "source": one, "by": "Міська рада"},
                {"value": 30, "source": one, "bound": "up-to"},
                {"value": 7.5, "source": two, "bound": "fewer-than"},
            ],
        },
        {
            "what": "killed",
            "place": "mill",
            "claims": [{"value": 3, "source": two, "by": "Голова"}],
        },
        {
            "what": "homes",
            "unit": "percent",
            "claims": [
                {"value": 3, "source": one, "bound": "at-least"},
                {"value": 4, "source": two, "bound": "about"},
            ],
        },
    ]


def _page(path: Path, meta: dict[str, Any], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{front}---\n{body}\n", encoding="utf-8")
