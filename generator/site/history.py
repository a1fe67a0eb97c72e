"""How an entry came to say what it says: report by report, and what people changed.

The chronology keeps no day of a change but those of the reports, as the lists of what was added and
changed lately do; so no clock and no version control is asked, and a shallow copy tells the same.
What people wrote is where the page and the ledger differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from generator.content import EntryPage, Source, ledger
from generator.errors import DatelineError
from generator.site.catalogue import Entry
from generator.site.claims import ordered
from generator.site.figures import Figure
from generator.site.saying import said
from generator.site.strings import Strings
from generator.site.text import plain

Written = Mapping[str, ledger.Record]
"""What the generator last wrote of each entry."""
NOTHING: Written = MappingProxyType({})

_FIELDS = (
    "title",
    "date",
    "kind",
    "actors",
    "places",
    "topics",
    "figures",
    "sources",
    "background",
)
"""Fields of an entry that people change; the body is compared apart, and the status told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What one report brought."""

    number: int
    """Of the source on the page."""
    name: str
    """Its publisher, or its headline."""
    facts: tuple[str, ...]
    """What no report before it told: `Killed: at least 7`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One day on which reports told the event."""

    day: str
    """For people; empty where the reports have none."""
    first: bool
    """Whether the entry came in with it."""
    reports: tuple[Brought, ...]

    @property
    def changed(self) -> bool:
        """Whether its reports told anything new."""
        return any(report.facts for report in self.reports)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything that is known of how an entry changed."""

    steps: tuple[Step, ...]
    edited: tuple[str, ...]
    """Fields that people changed: `title`, `places`."""
    by_hand: bool
    """Whether a person wrote it, not the generator."""
    former: tuple[str, ...]
    """Ids that lead to it: entries that it took up, and its own former names."""
    file: str
    """Address of every edit of its file; empty where that is not known."""


def written(content: Path) -> Written:
    """Return what the ledger says of entries; without a ledger that can be read, nothing.

    A broken line must not stop the site: `generate` and `check` report it.
    """
    try:
        return ledger.entries(ledger.load(content))
    except DatelineError:
        return NOTHING


def history(
    entry: Entry, figures: Sequence[Figure], before: Written, say: Strings, edit: str
) -> History:
    """Tell the history of an entry; `edit` is where its file is edited."""
    record = before.get(entry.id)
    return History(
        steps=tuple(_steps(ordered(entry), figures, say)),
        edited=tuple(say.label("history_field", n, n) for n in _edited(entry, record)),
        by_hand=record is None and bool(before),
        former=tuple(map(plain, entry.meta.aliases)),
        file=edit.replace("/edit/", "/commits/", 1) if "/edit/" in edit else "",
    )


def _steps(sources: Iterable[Source], figures: Sequence[Figure], say: Strings) -> Iterator[Step]:
    """Yield the days of reports, the first day first and the undated last."""
    numbered = list(enumerate(sources, start=1))
    known: set[str] = set()
    for place, (day, same) in enumerate(groupby(numbered, key=lambda pair: pair[1].published)):
        yield Step(
            day=said(day, say.language) if day else "",
            first=place == 0,
            reports=tuple(_brought(n, source, figures, say, known) for n, source in same),
        )


def _brought(
    number: int, source: Source, figures: Sequence[Figure], say: Strings, known: set[str]
) -> Brought:
    """Return what a report brought that was not known from those before, and note it as known."""
    facts = [
        f"{_named(figure)}: {claim.bound}{claim.value}"
        for figure in figures
        for claim in figure.claims
        if claim.source == number
    ]
    if source.tells and source.tells.date:
        facts.append(say.text("history.another_day", day=said(source.tells.date, say.language)))
    new = tuple(fact for fact in dict.fromkeys(facts) if fact not in known)
    known.update(new)
    name = source.publisher or source.title or source.report or source.url or ""
    return Brought(number=number, name=plain(name), facts=new)


def _named(figure: Figure) -> str:
    return f"{figure.what} ({figure.place.name})" if figure.place else figure.what


def _edited(entry: Entry, record: ledger.Record | None) -> Iterator[str]:
    """Yield the fields that say something else than the generator last wrote."""
    if record is None:
        return
    try:
        meta = EntryPage.model_validate(record.fields)
    except ValidationError:
        return
    yield from (name for name in _FIELDS if getattr(meta, name) != getattr(entry.meta, name))
    if record.body.strip() != entry.body.strip():
        yield "text"
