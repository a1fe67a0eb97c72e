"""All the rules, over a whole chronology or over some of its pages.

The registry is read whole where it is under check, entries a few at a time: what is kept of an
entry beyond that is only what ties it to others, so that memory hardly grows with their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from generator.check import bodies, facts, identifiers, references, sources
from generator.check.records import Records
from generator.check.subject import Subject, Texts
from generator.content import Chronology, EntryPage, Page
from generator.content.called import names_in
from generator.content.frontmatter import RefusedError, parse
from generator.content.salvage import follows
from generator.content.tree import files, gather, kind_of, page_of
from generator.errors import Finding

Rule = Callable[[Subject], Iterable[Finding]]
RULES: tuple[Rule, ...] = (
    identifiers.ids_say_the_date,
    identifiers.actors_share_no_name,
    identifiers.kinds_are_spelt_right,
    references.named_pages_exist,
    references.chains_end,
    references.named_once,
    sources.entries_have_sources,
    sources.sources_are_listed_once,
    sources.claims_name_a_source,
    sources.quotes_are_short,
    sources.quotes_are_exact,
    facts.dates_have_evidence,
    facts.events_come_before_their_reports,
    facts.coordinates_are_pairs,
    facts.countries_exist,
    facts.withdrawals_say_why,
    facts.decisions_agree,
    bodies.nesting_is_bounded,
    bodies.tags_are_text,
)
"""What is held of pages beyond the schema, which `generator.content` holds on reading."""
ACROSS: tuple[Rule, ...] = (
    identifiers.former_ids_are_free,
    references.named_entries_exist,
)
"""What is held of entries by what others say: judged last, of those that name other entries."""
BATCH = 250
"""Entries read at once: 2 MB of them."""


def check(
    content: Path,
    *,
    texts: Texts | None = None,
    only: Collection[str] | None = None,
    reports: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return all that is wrong under a content folder, sorted.

    `texts` returns a report's text by its id, for holding quotes to it; `reports` are ids of such
    as are at hand, beside those that the pages name. `only` are the pages to judge, by their
    paths under the content folder.
    """
    paths, found = files(content)
    wanted = [path for path in paths if only is None or path in only]
    registry = {kind_of(path) for path in wanted} - {"entries"}
    entries = [path for path in wanted if kind_of(path) == "entries"]
    records = Records(content, None if only is None else {Path(path).stem for path in entries})
    subject = Subject(
        name=content.name,
        chronology=Chronology(),
        present=frozenset(f"{kind_of(path)}/{Path(path).stem}" for path in paths),
        records=records,
        texts=texts or (lambda _report: None),
        names=names_in(content, paths),
    )
    ties = Ties(at_hand={*reports})
    said = [*found]
    for batch in _batches([path for path in paths if kind_of(path) in registry], entries):
        chronology, problems = gather(content, batch, partly=True)
        said.extend(problems)
        ties.refused(problems)
        part = replace(subject, chronology=chronology)
        said.extend(ties.sound(finding for rule in RULES for finding in rule(part)))
        ties.gather(part)
    if only is not None:
        others = _naming(content, paths, ties.named - {*ties.entries})
        ties.entries.update(gather(content, others, partly=True)[0].entries)
    last = replace(subject, chronology=Chronology(entries=dict(sorted(ties.entries.items()))))
    said.extend(ties.sound(finding for rule in ACROSS for finding in rule(last)))
    said.extend(ties.sound(sources.nowhere(ties.loose, ties.at_hand, lambda: records.reports)))
    said.extend(records.findings())
    if only is not None:
        judged = {f"{content.name}/{path}" for path in only}
        said = [finding for finding in said if finding.path in judged]
    return tuple(sorted(set(said)))


def judge(
    content: Path,
    path: str,
    text: str,
    *,
    texts: Texts | None = None,
    more: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return what would be wrong with a page that does not stand yet, beside those that do.

    `more` are paths of pages that will stand with it.
    """
    paths = files(content)[0] if content.is_dir() else ()
    name, kind = f"{content.name}/{path}", kind_of(path)
    try:
        page, problems = page_of(path, name, parse(text), partly=True)
    except RefusedError as refused:
        return (refused.finding(name),)
    others = [one for one in paths if kind_of(one) == kind != "entries" and one != path]
    pages = getattr(gather(content, others)[0], kind)
    own = {page.id: page} if page else {}
    chronology = replace(Chronology(), **{kind: {**pages, **own}})
    present = {f"{kind_of(one)}/{Path(one).stem}" for one in (*paths, *more, path)}
    subject = Subject(
        name=content.name,
        chronology=chronology,
        present=frozenset(present),
        records=Records(content, ()),
        texts=texts or (lambda _report: None),
        names=names_in(content, paths),
    )
    ties = Ties(at_hand=set())
    ties.refused(problems)
    said = ties.sound(found for rule in (*RULES, *ACROSS) for found in rule(subject))
    return tuple(sorted({*problems, *(found for found in said if found.path == name)}))


@dataclass(slots=True, kw_only=True)
class Ties:
    """What is kept of pages that were judged, to judge others by."""

    at_hand: set[str]
    """Reports that are at hand."""
    entries: dict[str, Page[EntryPage]] = field(default_factory=dict)
    """Entries that name other entries, by id."""
    loose: list[tuple[str, Finding]] = field(default_factory=list)
    """Reports that are not at hand, each with what there would be to say."""
    schema: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    """What the schema found in fields, by page: what rules say of those only follows."""

    @property
    def named(self) -> set[str]:
        """The entries that entries name."""
        pages = self.entries.values()
        return {own for page in pages for own in _other_entries(page.meta)}

    def refused(self, problems: Iterable[Finding]) -> None:
        """Keep what the schema found."""
        for problem in (one for one in problems if one.field):
            self.schema[problem.path].append(problem)

    def gather(self, subject: Subject) -> None:
        """Keep what ties entries to others."""
        pages = subject.chronology.entries
        self.entries.update({own: p for own, p in pages.items() if any(_other_entries(p.meta))})
        for report, finding in sources.reports_named(subject):
            if finding is None:
                self.at_hand.add(report)
            else:
                self.loose.append((report, finding))

    def sound(self, said: Iterable[Finding]) -> Iterator[Finding]:
        """Yield findings but those that only follow from the schema's."""
        for finding in said:
            if not follows(finding, self.schema.get(finding.path, ())):
                yield finding


def shown(path: Path, content: Path) -> str:
    """Return a path as findings say it: from the content folder's own name on."""
    whole, folder = path.resolve(), content.resolve()
    inside = whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else ""
    if not inside:
        return path.as_posix()
    return content.name if inside == "." else f"{content.name}/{inside}"


def _batches(registry: list[str], entries: list[str]) -> Iterator[list[str]]:
    """Yield the registry whole, then entries a few at a time."""
    yield registry
    rest = iter(entries)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _other_entries(meta: EntryPage) -> Iterator[str]:
    yield from (*meta.aliases, *meta.same_as, *meta.not_same_as)


def _naming(content: Path, paths: Iterable[str], named: Collection[str]) -> Iterator[str]:
    """Yield the entries in which one of some ids stands, or that bear one."""
    words = [own.encode() for own in named]
    for path in paths if words else ():
        if kind_of(path) == "entries":
            with suppress(OSError):
                raw = (content / path).read_bytes()
                if any(word in raw for word in words):
                    yield path
