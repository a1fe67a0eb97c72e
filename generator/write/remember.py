"""A reading cut down to what later runs need of it, and back to a reading.

What is written of a reading cut down is what would be written of the whole one: the passages keep
their offsets, blanks stand for the rest, and cutting down again changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.content.reports import Name, Remembered
from generator.model import (
    Argument,
    Article,
    Boilerplate,
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
from generator.settings import QUOTE_LIMIT
from generator.write.quotes import prefix_spans, quotes_of

_WORD = re.compile(r"\S+")


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
                    for word in mention.text.split()
                    if word.casefold() in wanted and not word.islower()
                }
            )
        ),
        names=tuple(_names(reading.mentions, found)),
        events=reading.events,
    )


def recall(report: Remembered, registry: Registry) -> Reading:
    """Return the reading, its mentions as they were before names were joined.

    A proposed name that has a page by now stands for that page.
    """
    text = ""
    for start, passage in sorted(report.passages):
        text += " " * (start - len(text)) + passage
    published = report.published
    return Reading(
        article=Article(
            id=report.id,
            text=text,
            publisher=report.publisher,
            title=report.title,
            url=report.url,
            archive=report.archive,
            published=Publication(date=published, evidence="", origin="ledger")
            if published
            else None,
            boilerplate=tuple(
                Boilerplate(start=start, end=end, text="", rule="") for start, end in report.blanks
            ),
        ),
        sentences=_sentences(report),
        mentions=tuple(_mentions(report, registry)),
        events=report.events,
    )


def rejoin(
    report: Remembered, reading: Reading, joined: Sequence[Mention]
) -> tuple[Reading, Remembered]:
    """Return a recalled reading, and its report, under the ids that names have now.

    `joined` are the mentions of the reading, in its order, after names were joined.
    """
    actors: dict[str, str] = {}
    places: dict[str, str] = {}
    names: list[Name] = []
    for name, at in zip(report.names, _firsts(report), strict=True):
        after = joined[at]
        if name.actor and after.actor:
            actors[name.actor] = after.actor
        if name.place and after.place:
            places[name.place] = after.place
        names.append(replace(name, actor=after.actor, place=after.place))
    events = tuple(_renamed(event, actors, places) for event in reading.events)
    told = replace(reading, mentions=tuple(joined), events=events)
    return told, replace(report, names=tuple(names), events=events)


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


def _mentions(report: Remembered, registry: Registry) -> Iterator[Mention]:
    for name in report.names:
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
    for word in report.named:
        yield Mention(start=0, end=0, text=word, kind=NameKind.GROUP, sentence=0)


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
