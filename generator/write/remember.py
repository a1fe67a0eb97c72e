"""A reading cut down to what later runs need of it, and back to a reading.

What is written of a reading cut down is what would be written of the whole one: the passages keep
their offsets, and blanks stand for the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, overload

from generator.content.reports import RECENT, Name, Remembered, from_line
from generator.model import (
    Argument,
    Article,
    Boilerplate,
    Entity,
    EventMention,
    Figure,
    Mention,
    NameKind,
    Part,
    Publication,
    Reading,
    Registry,
    Sentence,
    Span,
    Token,
)
from generator.settings import HEADLINE_LIMIT, QUOTE_LIMIT
from generator.write.quotes import prefix_spans, quotes_of
from generator.write.referred import days_referred_to

_WORD = re.compile(r"\S+")
_RECALLED = 256
"""Readings that are kept once recalled: the reports of one event and its neighbours."""


def remember(reading: Reading, found: Sequence[Mention]) -> Remembered:
    """Cut a reading down; `found` are its mentions before names were joined over all reports."""
    article = reading.article
    spans = _joined(sorted(_spans(reading), key=lambda span: (span.start, span.end)))
    wanted = _wanted(reading)
    return Remembered(
        id=article.id,
        publisher=article.publisher,
        title=article.title,
        url=article.url,
        archive=article.archive,
        published=article.dct,
        passages=tuple((span.start, article.text[span.start : span.end]) for span in spans),
        blanks=tuple(
            (blank.start, blank.end)
            for blank in article.boilerplate
            if any(blank.overlaps(span) for span in spans)
        ),
        words=tuple(
            sorted(
                {
                    (token.text, token.pos, token.dep)
                    for sentence in reading.sentences
                    for token in sentence.tokens
                    if token.text.casefold() in wanted
                }
            )
        ),
        named=tuple(
            sorted(
                {
                    word
                    for mention in reading.mentions
                    for word in mention.text.split()[:1]
                    if word.casefold() in wanted and not word.islower()
                }
            )
        ),
        names=tuple(_names(reading.mentions, found)),
        events=reading.events,
        days=days_referred_to(reading.timexes),
    )


def recall(report: Remembered) -> Reading:
    """Return the reading, as far as what is written asks for it: of its names, those words."""
    text = ""
    for start, passage in sorted(report.passages):
        text += " " * (start - len(text)) + passage
    return Reading(
        article=Article(
            id=report.id,
            text=text,
            publisher=report.publisher,
            title=report.title,
            url=report.url,
            archive=report.archive,
            published=_published(report),
            boilerplate=tuple(
                Boilerplate(start=start, end=end, text="", rule="") for start, end in report.blanks
            ),
        ),
        sentences=_sentences(report),
        mentions=tuple(
            Mention(start=0, end=0, text=word, kind=NameKind.GROUP, sentence=0)
            for word in report.named
        ),
        events=report.events,
    )


class Recollection(Mapping[str, Reading]):
    """Reports as readings, each made from its line when it is asked for: few are at a time."""

    def __init__(self, reports: Collection[str], line: Callable[[str], bytes]) -> None:
        self._reports = reports
        self._line = line

    def part(self, reports: Iterable[str]) -> Recollection:
        """Return a few of them, for another process: lines are sent sooner than readings."""
        lines = {report: self._line(report) for report in reports}
        return Recollection(lines, lines.__getitem__)

    def __getitem__(self, report: str) -> Reading:
        return _recalled(self._line(report))

    def __iter__(self) -> Iterator[str]:
        return iter(self._reports)

    def __len__(self) -> int:
        return len(self._reports)

    def __contains__(self, report: object) -> bool:
        return report in self._reports


@lru_cache(maxsize=_RECALLED)
def _recalled(line: bytes) -> Reading:
    return recall(from_line(line))


class Names(Mapping[str, tuple[Mention, ...]]):
    """The mentions of reports as they were before names were joined, and nothing else of them.

    What reports name alike is held once.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._names: dict[str, tuple[Name, ...]] = {}
        self._once: dict[Name | Entity, Any] = {}

    def add(self, report: Remembered) -> None:
        """Take in what a report names."""
        self._names[report.id] = tuple(map(self._shared, report.names))

    def _shared(self, name: Name) -> Name:
        found: Name | None = self._once.get(name)
        if found is None:
            own = name.proposal
            found = replace(name, proposal=self._once.setdefault(own, own) if own else None)
            self._once[found] = found
        return found

    def __getitem__(self, report: str) -> tuple[Mention, ...]:
        return tuple(_mentions(self._names[report], self._registry))

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._names))

    def __len__(self) -> int:
        return len(self._names)


class Outlines(Sequence[Reading]):
    """What merging asks of reports, each made when it is asked for."""

    def __init__(self, reports: Mapping[str, Remembered], registry: Registry) -> None:
        self._ids = tuple(reports)
        self._reports = reports
        self._registry = registry
        self._outlined = lru_cache(maxsize=RECENT)(self._outline)

    @overload
    def __getitem__(self, at: int) -> Reading: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Reading]: ...
    def __getitem__(self, at: int | slice) -> Reading | Sequence[Reading]:
        if isinstance(at, slice):
            return [self._outlined(report) for report in self._ids[at]]
        return self._outlined(self._ids[at])

    def __len__(self) -> int:
        return len(self._ids)

    def _outline(self, report: str) -> Reading:
        return outline(self._reports[report], self._registry)


def _published(report: Remembered) -> Publication | None:
    day = report.published
    return Publication(date=day, evidence="", origin="ledger") if day else None


def outline(report: Remembered, registry: Registry) -> Reading:
    """Return what merging asks of a report: what it tells, and when it came out.

    A person is called as on the page, however the report spells the name.
    """
    spellings = {
        name.proposal.name: registry.actors[name.actor].name
        for name in report.names
        if name.proposal is not None
        and name.proposal.kind == NameKind.PERSON
        and name.actor in registry.actors
    }
    events = tuple(_respelled(event, spellings) for event in report.events)
    article = Article(id=report.id, text="", published=_published(report))
    return Reading(article=article, events=events)


def _respelled(event: EventMention, spellings: Mapping[str, str]) -> EventMention:
    for old, new in spellings.items():
        if old == new or old not in f"{event.headline}\n{event.gist}":
            continue
        name = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
        plain = new.replace("\\", r"\\")
        headline, gist = name.sub(plain, event.headline), name.sub(plain, event.gist)
        fits = len(headline) <= HEADLINE_LIMIT
        event = replace(event, headline=headline if fits else event.headline, gist=gist)
    return event


def rejoin(report: Remembered, joined: Sequence[Mention]) -> Remembered:
    """Return a report under the ids that names have now.

    `joined` are the mentions of its `Names`, in their order, after names were joined over all.
    """
    actors: dict[str, str] = {}
    places: dict[str, str] = {}
    found: list[Name] = []
    for name, at in zip(report.names, _firsts(report), strict=True):
        after = joined[at]
        if name.actor and after.actor:
            actors[name.actor] = after.actor
        if name.place and after.place:
            places[name.place] = after.place
        found.append(replace(name, actor=after.actor, place=after.place))
    if tuple(found) == report.names:
        return report
    events = tuple(_renamed(event, actors, places) for event in report.events)
    return replace(report, names=tuple(found), events=events)


def _firsts(report: Remembered) -> Iterator[int]:
    """Yield where the mentions of each name begin among those of the recalled reading."""
    at = 0
    for name in report.names:
        yield at
        at += name.times


def _renamed(
    event: EventMention, actors: Mapping[str, str], places: Mapping[str, str]
) -> EventMention:
    def place(figure: Figure) -> str | None:
        return places.get(figure.place, figure.place) if figure.place else None

    return replace(
        event,
        arguments=tuple(
            Argument(actor=actors.get(one.actor, one.actor), role=one.role)
            for one in event.arguments
        ),
        places=tuple(dict.fromkeys(places.get(one, one) for one in event.places)),
        figures=tuple(replace(figure, place=place(figure)) for figure in event.figures),
    )


def _spans(reading: Reading) -> Iterator[Span]:
    """Yield the stretches that an entry's quotes of the report may be cut from."""
    for event in reading.events:
        yield event.trigger
        if not event.quotes:
            continue
        yield event.quotes[0]
        chosen = quotes_of([replace(event, quotes=event.quotes[:1])], reading)
        left = QUOTE_LIMIT - sum(len(quote.exact.split()) for quote in chosen)
        for at in range(1, len(event.quotes)):
            detail = event.quotes[at]
            cut = quotes_of([replace(event, quotes=(detail,), trigger=detail)], reading, left)
            count = sum(len(quote.exact.split()) for quote in cut)
            yield from _first_words(reading, detail, count)
            left -= count
            if left <= 0:
                break
        for quote in quotes_of([event], reading):
            if quote.prefix is not None:
                yield from prefix_spans(quote.exact, reading)


def _first_words(reading: Reading, span: Span, count: int) -> Iterator[Span]:
    words = list(_WORD.finditer(reading.article.text, span.start, span.end))[:count]
    if words:
        yield Span(start=span.start, end=words[-1].end())


def _joined(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            last = found.pop()
            found.append(Span(start=last.start, end=max(last.end, span.end)))
        elif span.start < span.end:
            found.append(Span(start=span.start, end=span.end))
    return found


def _wanted(reading: Reading) -> frozenset[str]:
    """Return the words of which a body asks how the report uses them."""
    openers = {event.gist.split()[0].casefold() for event in reading.events if event.gist.split()}
    openers |= {event.headline.split()[0].casefold() for event in reading.events if event.headline}
    speakers = {
        figure.by.partition(" (")[0].casefold()
        for event in reading.events
        for figure in event.figures
        if figure.by
    }
    return frozenset(openers | speakers)


def _names(joined: Sequence[Mention], found: Sequence[Mention]) -> Iterator[Name]:
    """Yield what the mentions stand for, each once with its count, in the order of the text."""
    rows = Counter(
        Name(kind=after.kind.value, actor=after.actor, place=after.place, proposal=before.proposal)
        for before, after in zip(found, joined, strict=True)
        if after.actor or after.place
    )
    for name, count in rows.items():
        yield replace(name, times=count)


def _mentions(named: Iterable[Name], registry: Registry) -> Iterator[Mention]:
    for name in named:
        own = name.proposal
        settled = own is not None and (
            name.place in registry.places if own.is_place else name.actor in registry.actors
        )
        proposal = None if settled else own
        mention = Mention(
            start=0,
            end=0,
            text="",
            kind=NameKind(name.kind),
            sentence=0,
            actor=name.actor,
            place=name.place,
            proposal=proposal,
        )
        for _ in range(name.times):
            yield mention


def _sentences(report: Remembered) -> tuple[Sentence, ...]:
    tokens = tuple(
        Token(start=0, end=0, text=text, lemma=text, pos=pos, tag="", dep=dep, head=0)
        for text, pos, dep in report.words
    )
    if not tokens:
        return ()
    sentence = Sentence(
        start=0, end=0, index=0, text="", paragraph=0, part=Part.BODY, tokens=tokens
    )
    return (sentence,)
