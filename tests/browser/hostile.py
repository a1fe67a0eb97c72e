"""A chronology in which every text that a contributor can write is hostile."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from generator.content.frontmatter import RefusedError, parse
from generator.content.schema import ActorPage, EntryPage, PlacePage, SitePage, Strict, TopicPage
from generator.content.validate import typed

PACK = 8_000
"""Bytes of payloads in one body or one list, well under the limits."""
LINE = 450
"""Characters of payloads in one field, under the limit too."""
CITED = 10
"""Addresses, and reports, of one entry."""


ADDRESS = "https://evil.example/?x="


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """The payloads that the schema lets into each sort of field."""

    lines: list[str]
    bodies: list[str]
    addresses: list[str]
    reports: list[str]


@dataclass(frozen=True, slots=True)
class Hostile:
    """What was written."""

    folder: Path
    pages: int
    placed: int
    """Fields that hold a payload."""


def rotated(folder: Path, payloads: Sequence[str]) -> Hostile:
    """Write pages of each kind, so that each payload stands once in each field that may hold it.

    As many stand side by side as a field has room for: a browser takes long to open a page.
    """
    lines = [one for one in payloads if fits(ActorPage, _actor(role=one))]
    bodies = [one for one in payloads if fits(SitePage, {}, one)]
    turns = Turns(
        lines=joined(lines, " "),
        bodies=joined(bodies, "\n\n"),
        addresses=[one for one in payloads if fits(EntryPage, _entry(url=ADDRESS + one))],
        reports=[one for one in payloads if fits(EntryPage, _entry(report=one))],
    )
    pages = placed = 0
    for number in range(max(len(turns.lines), len(turns.bodies))):
        for path, model, meta, body in _five(number, turns):
            placed += _write(folder / path, model, meta, body)
            pages += 1
    placed += _write(folder / "index.md", SitePage, {"title": turns.lines[0]}, turns.bodies[0])
    return Hostile(folder=folder, pages=pages + 1, placed=placed)


def packed(folder: Path, payloads: Sequence[str]) -> int:
    """Put payloads, many at a time, where a page has room for many."""
    placed = 0
    for number, some in enumerate(_packs(payloads)):
        quotes = [one for one in some if fits(EntryPage, _entry(quotes=[one]))]
        lines = [one for one in some if fits(ActorPage, _actor(aliases=[one]))]
        sources = [{"title": one, "quotes": [one]} for one in lines]
        figures = [{"what": one, "unit": one, "claims": [{"value": 1, "by": one}]} for one in lines]
        pages: dict[str, tuple[type[Strict], dict[str, Any]]] = {
            f"entries/2024/2024-02-{number + 1:02}-quotes": (EntryPage, _entry(quotes=quotes)),
            f"entries/2024/2024-03-{number + 1:02}-sources": (
                EntryPage,
                _entry() | {"sources": sources},
            ),
            f"entries/2024/2024-04-{number + 1:02}-figures": (
                EntryPage,
                _entry() | {"figures": figures},
            ),
            f"actors/many-{number}": (ActorPage, _actor(aliases=lines)),
        }
        for path, (model, meta) in pages.items():
            placed += _write(folder / f"{path}.md", model, meta, "")
        bare = "\n\n".join(one for one in some if fits(SitePage, {}, one))
        placed += _write(folder / f"many-{number}.md", SitePage, {"title": "x"}, bare)
    return placed


def fits(model: type[Strict], meta: dict[str, Any], body: str = "") -> bool:
    """Whether a page may hold this: what the reader refuses cannot reach a browser."""
    try:
        return not isinstance(typed(model, parse(_text(meta, body)), ""), tuple)
    except RefusedError:
        return False


def _five(number: int, turns: Turns) -> Iterator[tuple[str, type[Strict], dict[str, Any], str]]:
    """Yield the entry, actor, place, topic and page of a number."""
    step = count(number)

    def line() -> str:
        return turns.lines[next(step) % len(turns.lines)]

    body = turns.bodies[number % len(turns.bodies)]
    sources: list[dict[str, Any]] = [
        {
            "publisher": line(),
            "title": line(),
            "url": ADDRESS + address,
            "archive": ADDRESS + address,
            "quotes": [{"exact": line(), "prefix": line()}, line()],
        }
        for address in _cited(number, turns.addresses)
    ]
    reports = _cited(number, turns.reports)
    sources += [{"report": report, "title": "x", "quotes": [line()]} for report in reports]
    claims = [{"value": 3, "by": line(), "source": reports[0]}, {"value": 4}]
    day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
    entry = {
        "title": line(),
        "date": day,
        "kind": "attack",
        "actors": [f"actor-{number}", f"actor-{number + 1}"],
        "places": [f"place-{number}"],
        "topics": [f"topic-{number}"],
        "figures": [{"what": line(), "unit": line(), "place": f"place-{number}", "claims": claims}],
        "sources": sources,
        "status": ("draft", "reviewed", "disputed", "withdrawn")[number % 4],
        "withdrawn_reason": line(),
    }
    yield f"entries/2025/{day}-event-{number}.md", EntryPage, entry, body
    actor = {"name": line(), "kind": "person", "aliases": [line(), line()], "role": line()}
    yield f"actors/actor-{number}.md", ActorPage, actor, body
    where = {"lat": number % 60, "lon": number % 90, "country": "KE"}
    place = {"name": line(), "kind": "city", "aliases": [line()], **where}
    yield f"places/place-{number}.md", PlacePage, place, body
    topic = {"name": line(), "iptc": line(), "match": {"terms": [line()]}}
    yield f"topics/topic-{number}.md", TopicPage, topic, body
    yield f"page-{number}.md", SitePage, {"title": line(), "description": line()}, body


def _cited(number: int, given: Sequence[str]) -> list[str]:
    """Return the addresses or reports whose turn it is."""
    return [given[at % len(given)] for at in range(number * CITED, (number + 1) * CITED)]


def joined(payloads: Sequence[str], between: str) -> list[str]:
    """Put as many payloads side by side as a field holds; one that is longer stands alone."""
    found = [""]
    for one in payloads:
        longer = f"{found[-1]}{between}{one}" if found[-1] else one
        if len(longer) > LINE and found[-1]:
            found.append(one)
        else:
            found[-1] = longer
    return found


def _entry(**source: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"title": "x", "date": "2024", "kind": "attack"}
    return made | {"sources": [{"title": "x", **source}]}


def _actor(**more: Any) -> dict[str, Any]:
    return {"name": "x", "kind": "group", **more}


def _packs(payloads: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(payloads)
    size, some = 0, []
    for one in rest:
        size += len(one.encode()) + 40
        some.append(one)
        if size > PACK:
            yield some
            size, some = 0, []
    if some:
        yield some


def _text(meta: dict[str, Any], body: str) -> str:
    front = "".join(f"{key}: {_escaped(value)}\n" for key, value in meta.items())
    return f"---\n{front}---\n{body}\n" if front else body


def _escaped(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return "".join(f"\\u{ord(c):04x}" if c in "\x7f\x85\u2028\u2029\ufeff" else c for c in text)


def _write(path: Path, model: type[Strict], meta: dict[str, Any], body: str) -> int:
    """Write a page that can be read, and return how many payloads stand in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_text(meta, body), encoding="utf-8")
    assert fits(model, meta, body), path
    return sum(1 for _ in _strings(meta)) + 1


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
