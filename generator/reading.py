"""One article alone: from its text to all that is read in it, and to what is kept of that.

Nothing here looks at another article, so any number of processes may read, and an article that
was read before need not be read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from pydantic import TypeAdapter

from generator import clean, extract, link, segment, temporal, write
from generator.errors import DatelineError, Finding
from generator.model import Article, Entity, Mention, Reading, Registry
from generator.timing import Clock

Prepare = Callable[[Article], Article]
"""What is done to an article before it is read: `clean.clean`, or nothing to a corpus text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """All that was read in one article."""

    reading: Reading
    registry: Registry
    """What was known before, and what the article adds to it."""
    found: tuple[Mention, ...]
    """The mentions before the spellings of one name were joined."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is kept of one article."""

    report: write.Remembered | None = None
    """None where it could not be read."""
    findings: tuple[Finding, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    """What each stage took."""


_TOLD = TypeAdapter(Told)


def as_found(article: Article) -> Article:
    """Return an article of a corpus: its text is used as it is, so that offsets into it hold."""
    return article


@cache
def language_model() -> segment.Pipeline:
    """Return the model, which a process loads once."""
    return segment.load()


def understand(
    article: Article,
    registry: Registry,
    prepare: Prepare = clean.clean,
    clock: Clock | None = None,
) -> Understood:
    """Read one article, and join the spellings of each name in it."""
    stage = (clock or Clock()).stage
    with stage("clean"):
        article = prepare(article)
    with stage("segment"):
        sentences = segment.segment(article, language_model())
    with stage("temporal"):
        timexes, findings = temporal.tag(article, sentences)
    with stage("link"):
        found = link.link(article, sentences, registry)
        joined, entities = link.unify({article.id: found}, registry)
    known = with_entities(registry, entities)
    reading = Reading(
        article=article, sentences=sentences, timexes=timexes, mentions=joined[article.id]
    )
    with stage("extract"):
        reading = replace(reading, events=extract.extract(reading, known))
    return Understood(reading=reading, registry=known, found=found, findings=findings)


def tell(registry: Registry, article: Article) -> Told:
    """Read one article; whatever goes wrong with it is a finding, and the run goes on."""
    clock = Clock()
    try:
        whole = understand(article, registry, clock=clock)
        with clock.stage("remember"):
            report = write.remember(whole.reading, whole.found)
    except DatelineError:
        raise
    except Exception as error:  # noqa: BLE001 -- the one place that keeps a run alive
        return lost(article, f"{type(error).__name__}: {error}")
    return Told(report=report, findings=whole.findings, seconds=clock.spent)


def lost(article: Article, why: str) -> Told:
    """Return the finding that an article could not be read."""
    message = f"this article could not be read: {why}"
    fix = "Take the file out of the run, and report it with the message above."
    return Told(findings=(Finding(article.path, 0, "", "E149", message, fix),))


def as_row(told: Told) -> str:
    """Write what is kept of an article, for later runs."""
    return _TOLD.dump_json(replace(told, seconds={}), exclude_defaults=True).decode()


def from_row(row: str, article: Article) -> Told | None:
    """Read what was kept of an article, which may have moved; None where that is not it."""
    try:
        told = _TOLD.validate_json(row)
    except ValueError:
        return None
    return replace(told, findings=tuple(replace(f, path=article.path) for f in told.findings))


def with_entities(registry: Registry, entities: Iterable[Entity]) -> Registry:
    """Add entities that the registry lacks; a curated page is never replaced."""
    actors, places = dict(registry.actors), dict(registry.places)
    for entity in entities:
        (places if entity.is_place else actors).setdefault(entity.id, entity)
    return Registry(actors=actors, places=places)
