"""The order of the stages, and nothing they do.

Each article is read alone, by any number of processes, and cut down to what merging and writing
need of it; so is what earlier runs read. Names are joined over all, events are merged and written.
Results come back in the order of the files, so the number of processes changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import link, merge, read, reading, workers, write
from generator.content.kept import Kept, kept
from generator.errors import Finding
from generator.model import Article, Entity, Event, Registry
from generator.timing import Clock

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much is done and how much there is."""


class Corpus:
    """A set of reports: they lie on disk, and only the names of all are held."""

    def __init__(self, registry: Registry) -> None:
        self.reports = write.Reports()
        """By id."""
        self.entities: tuple[Entity, ...] = ()
        """Actors and places that they name, the new ones among them, once names are joined."""
        self.registry = registry
        """What was known before, and `entities`."""
        self._names = write.Names(registry)

    def put(self, report: write.Remembered) -> None:
        """Add a report, or replace the one of that id."""
        self.reports.put(report)
        self._names.add(report)

    def join_names(self) -> None:
        """Give each name one id over all reports."""
        mentions, self.entities = link.unify(self._names, self.registry)
        for own in self.reports:
            before = self.reports[own]
            after = write.rejoin(before, mentions[own])
            if after is not before:
                self.reports.put(after)
        self.registry = reading.with_entities(self.registry, self.entities)
        del self._names  # no name is joined twice

    def told(self, texts: write.Texts = write.nowhere) -> write.Told:
        """Return what the reports tell, each event once; `texts` are those at hand."""
        outlines = write.Outlines(self.reports, self.registry)
        return write.Told(
            events=merge.merge(outlines, self.registry),
            regroup=lambda parting: merge.merge(outlines, self.registry, parting),
            readings=write.Recollection(self.reports, self.reports.line),
            fuse=merge.fuser(outlines, self.registry),
            texts=texts,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one run of `generate` did."""

    findings: tuple[Finding, ...]
    """What is wrong with the articles."""
    events: Sequence[Event]
    summary: write.Summary
    read: int
    """Articles that were at hand, those that were read before included."""
    again: int
    """Articles among them that were read before and have not changed."""


def silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""


def registry_of(directory: Path) -> Registry:
    """Return the curated pages under a content folder over the registry that ships."""
    starter, curated = link.starter(), write.curated(directory)
    return Registry(
        actors={**starter.actors, **curated.actors},
        places={**starter.places, **curated.places},
    )


class Seeds:
    """The articles of a set of files, one after the other."""

    def __init__(self, sources: Sequence[read.Source], clock: Clock | None = None) -> None:
        self.sources = sources
        self.findings: list[Finding] = []
        """What is wrong with the files so far."""
        self._met: dict[str, tuple[read.Source, int]] = {}
        """Of each article, where it was and the hash of its text."""
        self._again = read.Again()
        self._clock = clock or Clock()

    def __iter__(self) -> Iterator[Article]:
        for source in self.sources:
            found = read.stream(source)
            while (one := self._next(found)) is not None:
                if isinstance(one, Finding):
                    self.findings.append(one)
                    continue
                first, text = self._met.setdefault(one.id, (source, hash(one.text)))
                if first is source:
                    yield one
                elif text != hash(one.text):  # else it is the same once more
                    message = f"report {one.id!r} was already read from {first.name}"
                    fix = "Give one of the two files another name, or take it away."
                    self.findings.append(Finding(one.path, 0, "", "E102", message, fix))

    def _next(self, found: Iterator[Article | Finding]) -> Article | Finding | None:
        with self._clock.stage("read"):
            return next(found, None)

    def text(self, report: str) -> str | None:
        """Return the text of an article that was met, read once more; None for others."""
        met = self._met.get(report)
        return self._again.get(met[0], report) if met else None


def tell(
    seeds: Seeds, registry: Registry, before: Kept, engine: workers.Engine | None, clock: Clock
) -> Iterator[tuple[reading.Told, bool]]:
    """Yield what each article tells, and whether that was known before."""
    again: set[str] = set()

    def known(article: Article) -> reading.Told | None:
        row = before.get(article)
        told = reading.from_row(row, article) if row else None
        if told is not None:
            again.add(article.id)
        elif isinstance(engine, workers.Processes):
            workers.prepare()  # only now: a run may have nothing to read anew
        return told

    for article, told in workers.in_order(reading.tell, seeds, registry, known, engine):
        if told is None:
            told = reading.lost(article, "it ended the process that read it")
        elif told.report is not None and article.id not in again:
            before.put(article, reading.as_row(told))
        clock.add(told.seconds)
        yield told, article.id in again
        again.discard(article.id)


def generate(
    seeds: Path | str,
    directory: Path,
    *,
    dry_run: bool = False,
    jobs: int = 1,
    engine: workers.Engine | None = None,
    progress: Progress = silent,
    clock: Clock | None = None,
) -> Outcome:
    """Turn the articles at `seeds`, a folder or an address, into entries under `directory`.

    They are read by an `engine`, or by so many processes (`jobs`) of this machine.
    """
    clock = clock or Clock()
    if engine is None and jobs > 1:
        engine = workers.Processes(jobs)
    files = Seeds(read.sources(str(seeds)), clock)
    if not dry_run:
        write.mend(directory)
    registry = registry_of(directory)
    findings: list[Finding] = []
    corpus = Corpus(registry)
    with clock.stage("recall"):
        for report in write.remembered(directory):
            corpus.put(report)
    done = again = 0
    with kept(directory, registry) as before:
        for told, known in tell(files, registry, before, engine, clock):
            findings.extend(told.findings)
            if told.report is not None:
                corpus.put(told.report)
            done, again = done + 1, again + known
            progress("reading", done, max(done, len(files.sources)))
        if not dry_run:
            before.prune()
    with clock.stage("unify"):
        corpus.join_names()
    with clock.stage("merge"):
        whole = corpus.told(files.text)
    progress("merging", 1, 1)
    with clock.stage("write"):
        summary = write.write(
            whole, corpus.entities, directory, dry_run=dry_run, memory=corpus.reports, engine=engine
        )
    progress("writing", 1, 1)
    wrong = tuple(sorted({*files.findings, *findings}))
    return Outcome(findings=wrong, events=whole.events, summary=summary, read=done, again=again)


def offered(
    articles: Sequence[Article], directory: Path
) -> tuple[write.Offered, tuple[Finding, ...]]:
    """Return the entries that articles would make by themselves, and write nothing."""
    registry = registry_of(directory)
    told = [reading.tell(registry, article) for article in articles]
    corpus = _joined((one.report for one in told if one.report), registry)
    texts = {article.id: article.text for article in articles}
    findings = tuple(found for one in told for found in one.findings)
    return write.offered(corpus.told(texts.get), corpus.entities, directory), findings


def recollected(directory: Path) -> write.Told:
    """Return what all reports tell that earlier runs read, as far as it is remembered."""
    write.mend(directory)
    return _joined(write.remembered(directory), registry_of(directory)).told()


def _joined(reports: Iterable[write.Remembered], registry: Registry) -> Corpus:
    corpus = Corpus(registry)
    for report in reports:
        corpus.put(report)
    corpus.join_names()
    return corpus
