"""All the rules, over a whole chronology."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.check import bodies, facts, identifiers, references, sources
from generator.check.subject import Subject, Texts
from generator.content import ledger, load
from generator.content.salvage import follows
from generator.content.tree import page_files
from generator.errors import DatelineError, Finding

RULES: tuple[Callable[[Subject], Iterable[Finding]], ...] = (
    identifiers.ids_say_the_date,
    identifiers.former_ids_are_free,
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
    sources.reports_are_somewhere,
    facts.dates_have_evidence,
    facts.events_come_before_their_reports,
    facts.coordinates_are_pairs,
    facts.countries_exist,
    facts.withdrawals_say_why,
    facts.decisions_agree,
    bodies.tags_are_kept,
)
"""What is held beyond the schema, which `generator.content` holds on reading."""


def check(content: Path, *, texts: Texts | None = None) -> tuple[Finding, ...]:
    """Return all that is wrong under a content folder, sorted.

    `texts` returns a report's text by its id, for holding quotes to it.
    """
    chronology, findings = load(content, partly=True)
    found = [*findings]
    try:
        records = ledger.entries(ledger.load(content))
    except DatelineError as error:
        fix = "Restore the file as the generator wrote it."
        found.append(Finding(f"{content.name}/.ledger", 0, "", "E080", str(error), fix))
        records = {}
    subject = Subject(
        name=content.name,
        chronology=chronology,
        present=frozenset(_name(path, content) for path in page_files(content)),
        records=records,
        texts=texts or (lambda _report: None),
    )
    refused: dict[str, list[Finding]] = defaultdict(list)
    for finding in (one for one in findings if one.field):
        refused[finding.path].append(finding)
    said = (finding for rule in RULES for finding in rule(subject))
    found.extend(one for one in said if not follows(one, refused.get(one.path, ())))
    return tuple(sorted(set(found)))


def shown(path: Path, content: Path) -> str:
    """Return a path as findings say it: from the content folder's own name on."""
    whole, folder = path.resolve(), content.resolve()
    inside = whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else ""
    if not inside:
        return path.as_posix()
    return content.name if inside == "." else f"{content.name}/{inside}"


def _name(path: Path, content: Path) -> str:
    """Return folder and id of a page: `entries/2025-11-25-…`, `actors/kyiv-city-council`."""
    parts = path.relative_to(content).parts
    return f"{parts[0]}/{path.stem}"
