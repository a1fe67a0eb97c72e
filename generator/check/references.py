"""What a page refers to exists."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from generator.check.subject import Subject
from generator.content import Page
from generator.content.schema import Strict
from generator.errors import Finding

_CODES = {"actors": "E030", "places": "E031", "topics": "E032", "entries": "E033"}
_NOUNS = {"actors": "actor", "places": "place", "topics": "topic", "entries": "entry"}


def named_pages_exist(subject: Subject) -> Iterator[Finding]:
    """Find ids that no page has."""
    for page, key, kind, value in _references(subject):
        pages: Mapping[str, Page[Strict]] = getattr(subject.chronology, kind)
        if value in pages or f"{kind}/{value}" in subject.present:
            continue
        yield subject.finding(
            page,
            key,
            _CODES[kind],
            f"{value!r} is not a known {_NOUNS[kind]}",
            _nearest(value, kind, pages),
        )


def chains_end(subject: Subject) -> Iterator[Finding]:
    """Find places that lie within themselves, and topics that are their own parents."""
    chronology = subject.chronology
    chains: tuple[tuple[str, Mapping[str, Page[Strict]]], ...] = (
        ("within", chronology.places),
        ("parent", chronology.topics),
        ("affiliation", chronology.actors),
    )
    for key, pages in chains:
        nexts = {own: getattr(page.meta, key) for own, page in pages.items()}
        for own, page in pages.items():
            if _comes_back(own, nexts):
                message = f"{getattr(page.meta, key)!r} leads back to this page"
                yield subject.finding(page, key, "E034", message, "Name the next wider page.")


def named_once(subject: Subject) -> Iterator[Finding]:
    """Find lists that name an id twice."""
    for page in subject.chronology.entries.values():
        for key in ("actors", "places", "topics", "aliases", "same_as", "not_same_as"):
            items = getattr(page.meta, key)
            for at, item in enumerate(items):
                if item in items[:at]:
                    message = f"{item!r} stands here a second time"
                    yield subject.finding(page, f"{key}.{at}", "E036", message, "Keep one.")


def _references(subject: Subject) -> Iterator[tuple[Page[Strict], str, str, str]]:
    """Yield page, field, folder and id of every reference."""
    chronology = subject.chronology
    for entry in chronology.entries.values():
        for kind in ("actors", "places", "topics"):
            for at, value in enumerate(getattr(entry.meta, kind)):
                yield entry, f"{kind}.{at}", kind, value
        for key in ("same_as", "not_same_as"):
            known = (v for v in getattr(entry.meta, key) if not _was_entry(v, subject))
            yield from ((entry, key, "entries", value) for value in known)
        for at, figure in enumerate(entry.meta.figures):
            if figure.place:
                yield entry, f"figures.{at}.place", "places", figure.place
        for at, source in enumerate(entry.meta.sources):
            for kind in ("actors", "places") if source.tells else ():
                for value in getattr(source.tells, kind):
                    yield entry, f"sources.{at}.tells.{kind}", kind, value
    for actor in chronology.actors.values():
        if actor.meta.affiliation:
            yield actor, "affiliation", "actors", actor.meta.affiliation
    for place in chronology.places.values():
        if place.meta.within:
            yield place, "within", "places", place.meta.within
    for topic in chronology.topics.values():
        if topic.meta.parent:
            yield topic, "parent", "topics", topic.meta.parent
        for kind in ("actors", "places"):
            for at, value in enumerate(getattr(topic.meta.match, kind)):
                yield topic, f"match.{kind}.{at}", kind, value


def _was_entry(own: str, subject: Subject) -> bool:
    record = subject.records.get(own)
    pages = subject.chronology.entries.values()
    return record is not None or any(own in page.meta.aliases for page in pages)


def _nearest(value: str, kind: str, pages: Mapping[str, Page[Strict]]) -> str:
    """Say the nearest known id, by ids and by the names that pages bear."""
    names = {own: own for own in pages}
    for own, page in pages.items():
        for name in (getattr(page.meta, "name", ""), *_other_names(page)):
            names.setdefault(name.casefold(), own)
    wanted = value.replace("-", " ").casefold()
    near = difflib.get_close_matches(value, names, n=1) or difflib.get_close_matches(
        wanted, names, n=1
    )
    if near:
        return f"Did you mean `{names[near[0]]}`?"
    return f"Add `{kind}/{value}.md`, or take it away." if kind != "entries" else "Take it away."


def _other_names(page: Page[Strict]) -> tuple[str, ...]:
    return getattr(page.meta, "aliases", ()) if hasattr(page.meta, "name") else ()


def _comes_back(own: str, nexts: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    at = nexts.get(own)
    while at is not None and at not in seen:
        if at == own:
            return True
        seen.add(at)
        at = nexts.get(at)
    return False
