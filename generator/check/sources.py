"""Quotes are exact, short, and of sources that the entry lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from generator.check.subject import Subject
from generator.content import Page, Quote, Source
from generator.content.nearest import nearest
from generator.content.schema import EntryPage
from generator.errors import Finding
from generator.settings import QUOTE_LIMIT

JOIN = re.compile(r" ?\[(?:…|\.\.\.)\] ?")


def entries_have_sources(subject: Subject) -> Iterator[Finding]:
    """Find entries without a source; a withdrawn one may be so."""
    for page in subject.chronology.entries.values():
        if not page.meta.sources and page.meta.status != "withdrawn":
            fix = "Add the report that tells it, with a quote."
            yield subject.finding(page, "sources", "E045", "the entry has no source", fix)


def sources_are_listed_once(subject: Subject) -> Iterator[Finding]:
    """Find reports that an entry lists twice: their quotes belong together."""
    for page in subject.chronology.entries.values():
        keys = [source.key for source in page.meta.sources]
        for at, key in enumerate(keys):
            if key in keys[:at]:
                message = f"the source {key!r} is listed a second time"
                fix = "Put its quotes under the first."
                yield subject.finding(page, f"sources.{at}", "E046", message, fix)


def claims_name_a_source(subject: Subject) -> Iterator[Finding]:
    """Find claims whose source is none of the entry's."""
    for page in subject.chronology.entries.values():
        known = {name for s in page.meta.sources for name in (s.report, s.url, s.title) if name}
        names = ", ".join(sorted(s.key for s in page.meta.sources))
        for at, figure in enumerate(page.meta.figures):
            for number, claim in enumerate(figure.claims):
                if claim.source is not None and claim.source not in known:
                    yield subject.finding(
                        page,
                        f"figures.{at}.claims.{number}.source",
                        "E043",
                        f"{claim.source!r} is not among the entry's sources",
                        f"Name one of them: {names or 'there is none'}.",
                    )


def quotes_are_short(subject: Subject) -> Iterator[Finding]:
    """Find entries that quote more words of one source than the limit."""
    for page, at, source in _sources(subject):
        words = sum(len(JOIN.sub(" ", quote.exact).split()) for quote in source.quotes)
        if words > QUOTE_LIMIT:
            message = f"{words} words are quoted of one source; the limit is {QUOTE_LIMIT}"
            fix = "Shorten the quotes; `[…]` joins two passages."
            yield subject.finding(page, f"sources.{at}.quotes", "E041", message, fix)


def quotes_are_exact(subject: Subject) -> Iterator[Finding]:
    """Find quotes that do not stand word for word in their report, where it is at hand."""

    @lru_cache(maxsize=256)
    def folded(report: str) -> str | None:
        text = subject.texts(report)
        return None if text is None else " ".join(text.split())

    for page, at, source in _sources(subject):
        text = folded(source.report) if source.report else None
        if text is None:
            continue
        for number, quote in enumerate(source.quotes):
            key = f"sources.{at}.quotes.{number}"
            problem = _problem(quote, text)
            if problem:
                fix = "Copy it from the report, letter for letter; `[…]` joins two passages."
                yield subject.finding(page, key, "E040", problem, fix)


def reports_named(subject: Subject) -> Iterator[tuple[str, Finding | None]]:
    """Yield the reports that sources name, each with what to say if it is not at hand."""
    for page, at, source in _sources(subject):
        if source.report is None:
            continue
        if subject.texts(source.report) is not None:
            yield source.report, None
            continue
        message = f"no report {source.report!r} is at hand"
        fix = "Write the stem of its file in `seeds/`, or leave `report` out and give its `url`."
        key = f"sources.{at}.report"
        yield source.report, subject.finding(page, key, "E042", message, fix)


def nowhere(
    loose: Iterable[tuple[str, Finding]],
    at_hand: Collection[str],
    read: Callable[[], Collection[str]],
) -> Iterator[Finding]:
    """Find reports that are neither at hand nor were ever read, where others are at hand."""
    if not at_hand:
        return  # nothing tells a slip from a report kept elsewhere
    known = sorted(at_hand)
    for report, finding in loose:
        if report not in read():
            near = nearest(report, known)
            yield replace(finding, fix=f"Did you mean `{near}`?") if near else finding


def _problem(quote: Quote, text: str) -> str | None:
    """Return what is wrong with a quote, given the report's text with white space folded."""
    start = 0
    if quote.prefix is not None:
        joined = f"{quote.prefix} {quote.exact.partition(' ')[0]}"
        at = text.find(joined)
        if at < 0 and quote.prefix not in text:
            return f"the prefix {_shown(quote.prefix)} is not in {'the report'}"
        start = max(at, 0)
    for part in JOIN.split(quote.exact):
        found = text.find(part, start)
        if found < 0:
            return f"{_shown(part)} is not in the report"
        start = found + len(part)
    return None


def _shown(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:79]}…")


def _sources(subject: Subject) -> Iterator[tuple[Page[EntryPage], int, Source]]:
    for page in subject.chronology.entries.values():
        for at, source in enumerate(page.meta.sources):
            yield page, at, source
