"""The order of the stages, and nothing they do.

Each article is annotated alone, by any number of workers; names are unified over all articles;
events are extracted, merged and written. Results come back in the order of the files, so the
number of workers changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

from generator import clean, extract, link, merge, read, segment, temporal, write
from generator.errors import Finding
from generator.model import Article, Entity, Event, Mention, Reading, Registry

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much is done and how much there is."""

Annotated = tuple[Reading, tuple[Finding, ...]]
"""What was read in one article, and what is wrong with it."""

Prepare = Callable[[Article], Article]
"""What is done to an article before it is read: `clean.clean`, or nothing to a corpus text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All that was read in a set of articles."""

    readings: tuple[Reading, ...]
    """Sorted by report."""
    entities: tuple[Entity, ...]
    """Actors and places that the readings name, the new ones among them."""
    registry: Registry
    """What was known before, and `entities`."""
    findings: tuple[Finding, ...]
    recalled: tuple[Reading, ...] = ()
    """What earlier runs read in reports that are not among the articles."""
    remembered: tuple[write.Remembered, ...] = ()
    """The reports of `recalled`, under the ids that names have now."""
    found: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    """The mentions of each of `readings` before names were unified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one run of `generate` did."""

    corpus: Corpus
    events: tuple[Event, ...]
    summary: write.Summary


def silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""


def registry_of(directory: Path) -> Registry:
    """Return the curated pages under a content folder over the registry that ships."""
    starter, curated = link.starter(), write.curated(directory)
    return Registry(
        actors={**starter.actors, **curated.actors},
        places={**starter.places, **curated.places},
    )


@cache
def _language_model() -> segment.Pipeline:
    return segment.load()


def as_found(article: Article) -> Article:
    """Return an article of a corpus: its text is used as it is, so that offsets into it hold."""
    return article


def annotate(article: Article, registry: Registry, prepare: Prepare) -> Annotated:
    """Prepare, segment, tag times and link names in one article; events are not yet read."""
    article = prepare(article)
    sentences = segment.segment(article, _language_model())
    timexes, findings = temporal.tag(article, sentences)
    mentions = link.link(article, sentences, registry)
    reading = Reading(article=article, sentences=sentences, timexes=timexes, mentions=mentions)
    return reading, findings


def _attempt(
    article: Article, work: Callable[[], Annotated]
) -> tuple[Reading | None, tuple[Finding, ...]]:
    """Do a piece of work on one article; whatever goes wrong is a finding, and the run goes on."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 -- the one place that keeps a run alive
        message = f"this article could not be read: {type(error).__name__}: {error}"
        fix = "Take the file out of the run, and report it with the message above."
        return None, (Finding(article.path, 0, "", "E149", message, fix),)


def _annotate_or_report(
    article: Article, *, registry: Registry, prepare: Prepare
) -> tuple[Reading | None, tuple[Finding, ...]]:
    return _attempt(article, lambda: annotate(article, registry, prepare))


def _annotate_all(
    articles: Sequence[Article], registry: Registry, prepare: Prepare, jobs: int
) -> Iterator[tuple[Reading | None, tuple[Finding, ...]]]:
    annotate_one = partial(_annotate_or_report, registry=registry, prepare=prepare)
    if jobs == 1:
        yield from map(annotate_one, articles)
        return
    with ProcessPoolExecutor(jobs) as pool:
        # The registry travels with each chunk: some 100 kB beside seconds of parsing.
        yield from pool.map(annotate_one, articles, chunksize=8)


def read_files(paths: Sequence[Path]) -> tuple[tuple[Article, ...], tuple[Finding, ...]]:
    """Read articles from files; a report that stands in two files is read from the first."""
    articles: dict[str, Article] = {}
    findings: list[Finding] = []
    for path in paths:
        found, problems = read.read(path)
        findings.extend(problems)
        for article in found:
            if article.id in articles:
                message = f"report {article.id!r} was already read from {articles[article.id].path}"
                fix = "Give one of the two files another name, or take it away."
                findings.append(Finding(article.path, 0, "", "E102", message, fix))
            else:
                articles[article.id] = article
    return tuple(articles[key] for key in sorted(articles)), tuple(findings)


def understand(
    articles: Sequence[Article],
    registry: Registry,
    *,
    prepare: Prepare = clean.clean,
    jobs: int = 1,
    progress: Progress = silent,
    remembered: Mapping[str, write.Remembered] = MappingProxyType({}),
) -> Corpus:
    """Annotate articles, unify their names and extract their events.

    Of the `remembered` reports those that are not among the articles are recalled, so that names
    are unified over all.
    """
    readings: list[Reading] = []
    findings: list[Finding] = []
    annotated = _annotate_all(articles, registry, prepare, jobs)
    for done, (reading, problems) in enumerate(annotated, start=1):
        findings.extend(problems)
        if reading is not None:
            readings.append(reading)
        progress("reading", done, len(articles))
    at_hand = {reading.article.id for reading in readings}
    recalled = {
        key: write.recall(report, registry)
        for key, report in sorted(remembered.items())
        if key not in at_hand
    }
    mentions, entities = link.unify(
        {r.article.id: r.mentions for r in (*readings, *recalled.values())}, registry
    )
    known = with_entities(registry, entities)
    complete: list[Reading] = []
    for done, reading in enumerate(readings, start=1):
        named = replace(reading, mentions=mentions[reading.article.id])
        told, problems = _attempt(named.article, partial(_with_events, named, known))
        findings.extend(problems)
        complete.append(told or named)
        progress("events", done, len(readings))
    again = [
        write.rejoin(remembered[key], reading, mentions[key]) for key, reading in recalled.items()
    ]
    return Corpus(
        readings=tuple(complete),
        entities=entities,
        registry=known,
        findings=tuple(sorted(findings)),
        recalled=tuple(reading for reading, _ in again),
        remembered=tuple(report for _, report in again),
        found={reading.article.id: reading.mentions for reading in readings},
    )


def _with_events(reading: Reading, registry: Registry) -> Annotated:
    return replace(reading, events=extract.extract(reading, registry)), ()


def with_entities(registry: Registry, entities: Iterable[Entity]) -> Registry:
    """Add entities that the registry lacks; a curated page is never replaced."""
    actors, places = dict(registry.actors), dict(registry.places)
    for entity in entities:
        (places if entity.is_place else actors).setdefault(entity.id, entity)
    return Registry(actors=actors, places=places)


def generate(
    seeds: Path,
    directory: Path,
    *,
    dry_run: bool = False,
    jobs: int = 1,
    progress: Progress = silent,
) -> Outcome:
    """Turn the articles under `seeds` into entries under the content folder `directory`."""
    articles, findings = read_files(read.find(seeds))
    corpus = understand(
        articles,
        registry_of(directory),
        jobs=jobs,
        progress=progress,
        remembered=write.remembered(directory),
    )
    readings = (*corpus.readings, *corpus.recalled)
    memory = [write.remember(r, corpus.found[r.article.id]) for r in corpus.readings]
    events = merge.merge(readings, corpus.registry)
    progress("merging", 1, 1)
    summary = write.write(
        events,
        {reading.article.id: reading for reading in readings},
        corpus.entities,
        directory,
        dry_run=dry_run,
        memory=(*memory, *corpus.remembered),
    )
    progress("writing", 1, 1)
    corpus = replace(corpus, findings=tuple(sorted({*findings, *corpus.findings})))
    return Outcome(corpus=corpus, events=events, summary=summary)


def recollected(directory: Path) -> tuple[tuple[Event, ...], dict[str, Reading]]:
    """Return the events of all reports that earlier runs read, and the reports as recalled."""
    corpus = understand((), registry_of(directory), remembered=write.remembered(directory))
    events = merge.merge(corpus.recalled, corpus.registry)
    return events, {reading.article.id: reading for reading in corpus.recalled}


def texts_under(seeds: Path) -> Callable[[str], str | None]:
    """Return a function from a report's id to its text, None where it is not at hand."""
    articles, _ = read_files(read.find(seeds)) if seeds.is_dir() else ((), ())
    texts = {article.id: article.text for article in articles}
    return texts.get
