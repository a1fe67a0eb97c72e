"""From an event and its readings to the fields of an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.content.ledger import DateWords, Trace, Why
from generator.content.scalars import Line, ReportId, Url
from generator.content.schema import Account, Claim, EntryPage, FigurePage, Source
from generator.model import Article, Event, EventMention, Figure, Reading, Registry
from generator.write.quotes import quotes_of

_LINE: TypeAdapter[str] = TypeAdapter(Line)
_REPORT: TypeAdapter[str] = TypeAdapter(ReportId)
_URL: TypeAdapter[str] = TypeAdapter(Url)
_QUOTE_KEPT = 80
"""Characters of a passage kept to find it again: enough to be unique in an article."""


def page_of(event: Event, readings: Mapping[str, Reading], registry: Registry) -> EntryPage:
    """Return an entry's front matter but its topics; raises ValidationError where that fails."""
    return EntryPage(
        title=event.title,
        date=event.date,
        kind=event.kind,
        actors=tuple(actor for actor in event.actors if actor in registry.actors),
        places=tuple(place for place in event.places if place in registry.places),
        figures=_figures(event, registry),
        sources=tuple(
            _source(mentions, readings[report], _account(event, mentions, registry))
            for report, mentions in by_report(event).items()
        ),
        background=event.background,
    )


def by_report(event: Event) -> dict[str, list[EventMention]]:
    """Group an event's mentions by report, in the order of reports."""
    groups: dict[str, list[EventMention]] = {}
    for mention in sorted(event.mentions, key=lambda m: (m.report, m.trigger.start)):
        groups.setdefault(mention.report, []).append(mention)
    return groups


def traces(event: Event, readings: Mapping[str, Reading]) -> tuple[Trace, ...]:
    """Return where each report tells the event, for the ledger."""
    return tuple(
        Trace(
            report=report,
            kind=mention.kind,
            passage=passage(mention),
            trigger=(mention.trigger.start, mention.trigger.end),
            quote=opening(mention, readings[report]),
        )
        for report, mentions in by_report(event).items()
        for mention in mentions
    )


def passage(mention: EventMention) -> tuple[int, int]:
    """Return the ends of a mention's main passage, or of its trigger where it quotes none."""
    span = mention.quotes[0] if mention.quotes else mention.trigger
    return span.start, span.end


def opening(mention: EventMention, reading: Reading) -> str:
    """Return the first words of a mention's main passage."""
    span = mention.quotes[0] if mention.quotes else mention.trigger
    return reading.quote(span)[:_QUOTE_KEPT].strip()


def date_words(event: Event) -> tuple[DateWords, ...]:
    """Return the words that date the event, report by report, for the ledger."""
    found = [
        DateWords(
            report=mention.report,
            date=mention.date.edtf,
            words=" ".join(mention.date.evidence.split()),
            rule=mention.date.rule,
        )
        for mentions in by_report(event).values()
        for mention in mentions
        if mention.date
    ]
    return tuple(dict.fromkeys(found))


def reasons(event: Event) -> tuple[Why, ...]:
    """Return why the event's reports were merged, for the ledger."""
    found = [Why(a=r.a, b=r.b, score=round(r.score, 3), words=r.words) for r in event.reasons]
    return tuple(sorted(found, key=lambda why: (why.a, why.b)))


def _figures(event: Event, registry: Registry) -> tuple[FigurePage, ...]:
    """Group figures by what they count, where and in what unit, with each claim once."""
    claims: dict[tuple[str, str | None, str | None], dict[Claim, None]] = {}
    for report, mentions in by_report(event).items():
        for figure in (figure for mention in mentions for figure in mention.figures):
            place = figure.place if figure.place in registry.places else None
            group = claims.setdefault((figure.what, place, figure.unit), {})
            claim = _claim(figure, report)
            if claim is not None:
                group[claim] = None
    return tuple(
        FigurePage(what=what, place=place, unit=unit, claims=tuple(group))
        for (what, place, unit), group in claims.items()
        if group
    )


def _claim(figure: Figure, report: str) -> Claim | None:
    try:
        by = _valid(_LINE, figure.by)
        return Claim(value=figure.value, bound=figure.bound, source=report, by=by)
    except ValidationError:
        return None  # a number beyond what a claim may hold is a misreading


def _account(event: Event, mentions: Sequence[EventMention], registry: Registry) -> Account | None:
    """Return what a report tells otherwise than the entry; None of the only report."""
    if len({mention.report for mention in event.mentions}) == 1:
        return None
    said = next((m.date.edtf for m in mentions if m.date and m.date.evidence), None)
    date = said if said != event.date else None
    took_part, all_who = _took_part(mentions), _took_part(event.mentions)
    named = {place for mention in mentions for place in mention.places}
    actors = tuple(a for a in event.actors if a in took_part and a in registry.actors)
    places = tuple(p for p in event.places if p in named and p in registry.places)
    fewer = (actors if took_part != all_who else (), places if {*places} != {*event.places} else ())
    if date is None and not any(fewer):
        return None
    return Account(date=date, actors=fewer[0], places=fewer[1])


def _took_part(mentions: Sequence[EventMention]) -> set[str]:
    """Return the actors but those who only speak of it."""
    return {a.actor for m in mentions for a in m.arguments if a.role != "speaker"}


def _source(mentions: Sequence[EventMention], reading: Reading, tells: Account | None) -> Source:
    article: Article = reading.article
    return Source(
        report=_REPORT.validate_python(article.id),
        publisher=_valid(_LINE, article.publisher),
        title=_valid(_LINE, article.title),
        url=_valid(_URL, article.url),
        archive=_valid(_URL, article.archive),
        published=article.dct.isoformat() if article.dct else None,
        tells=tells,
        quotes=quotes_of(mentions, reading),
    )


def _valid(kind: TypeAdapter[str], value: Any) -> str | None:
    """Return a value that a page may hold, or None: an article's own data is not trusted."""
    try:
        return kind.validate_python(value) if value else None
    except ValidationError:
        return None
