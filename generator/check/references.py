"""What a page refers to exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.check.subject import Subject
from generator.content import Page
from generator.content.nearest import nearest
from generator.content.schema import Strict
from generator.errors import Finding

_CODES = {"actors": "E030", "places": "E031", "topics": "E032", "entries": "E033"}
_NOUNS = {"actors": "actor", "places": "place", "topics": "topic", "entries": "entry"}


def named_pages_exist(subject: Subject) -> Iterator[Finding]:
    """Find ids of actors, places and topics that no page has."""
    for page, key, kind, value in _references(subject):
        yield from _unknown(subject, page, key, kind, value)


def named_entries_exist(subject: Subject) -> Iterator[Finding]:
    """Find ids of entries that there are not and never were."""
    pages = subject.chronology.entries.values()
    former = {alias for page in pages for alias in page.meta.aliases}
    for page in pages:
        for key in ("same_as", "not_same_as"):
            for value in getattr(page.meta, key):
                if value not in former and value not in subject.records:
                    yield from _unknown(subject, page, key, "entries", value)


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


def _unknown(
    subject: Subject, page: Page[Strict], key: str, kind: str, value: str
) -> Iterator[Finding]:
    if f"{kind}/{value}" not in subject.present:
        message = f"{value!r} is not a known {_NOUNS[kind]}"
        fix = _nearest(value, kind, subject.names(kind))
        yield subject.finding(page, key, _CODES[kind], message, fix)


def _nearest(value: str, kind: str, names: Mapping[str, str]) -> str:
    """Say the nearest known id, by ids and by the names that pages bear."""
    near = nearest(value, names) or nearest(value.replace("-", " "), names)
    if near:
        return f"Did you mean `{names[near]}`?"
    return f"Add `{kind}/{value}.md`, or take it away." if kind != "entries" else "Take it away."


def _comes_back(own: str, nexts: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    at = nexts.get(own)
    while at is not None and at not in seen:
        if at == own:
            return True
        seen.add(at)
        at = nexts.get(at)
    return False
