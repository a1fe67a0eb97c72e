"""What is known of an article beside its text, and which of two sources of it wins."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from generator.errors import Finding
from generator.model import Article, Publication
from generator.read.dates import in_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts of publication from one source: a sidecar, front matter, metadata, the text."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    archive: str | None = None
    language: str | None = None
    published: Publication | None = None

    def over(self, weaker: Facts) -> Facts:
        """Fill what is unknown here from a weaker source."""
        return replace(
            self,
            **{
                field.name: getattr(weaker, field.name)
                for field in fields(self)
                if getattr(self, field.name) is None
            },
        )


def dated(facts: Facts) -> Facts:
    """Take the day in the article's address where nothing else dates it."""
    found = in_address(facts.url)
    if facts.published is not None or found is None:
        return facts
    published = Publication(date=found.date, evidence=found.words, origin="metadata")
    return Facts(published=published).over(facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article as a reader of one format hands it over."""

    text: str
    facts: Facts = Facts()
    name: str | None = None
    """The id that a record gives itself."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with its facts."""
    line: int = 0
    """Where a record stands in its file, 1-based; 0 for the whole file."""

    def article(self, ident: str, path: str, facts: Facts) -> Article:
        """Make the article of this text and the facts of all sources."""
        return Article(
            id=ident,
            text=self.text,
            path=path,
            title=facts.title,
            byline=facts.byline,
            publisher=facts.publisher,
            url=facts.url,
            archive=facts.archive,
            published=facts.published,
            language=facts.language or "en",
        )
