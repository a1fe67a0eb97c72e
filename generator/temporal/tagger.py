"""Article and Sentences → Timexes: match the grammar, refuse what is no time, resolve in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from generator.errors import Finding
from generator.model import Article, Sentence, Timex
from generator.temporal import dates, guards, months, nights, ranges, relative, sayings, spans
from generator.temporal.context import OPENING, Context, context
from generator.temporal.lexemes import Lexeme, codes, lex
from generator.temporal.match import Found, Match
from generator.temporal.shapes import SHAPES, grammar

RULES: dict[str, Callable[[Match, Context], list[Found]]] = {
    "away": relative.away,
    "bare_day": relative.bare_day,
    "beside": relative.beside,
    "date": dates.written,
    "clock": nights.clock,
    "day_word": relative.day_word,
    "days": ranges.days,
    "iso": dates.iso,
    "lasting": spans.lasting,
    "length": spans.length,
    "numeric": dates.numeric,
    "often": spans.often,
    "overnight": nights.overnight,
    "part": nights.part,
    "recent": spans.ref,
    "ref": spans.ref,
    "towards": relative.towards,
    "week_of": months.week_of,
    "weekday": relative.weekday,
    "within_month": months.within,
    "years": ranges.years,
}


def tag(
    article: Article, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Timex, ...], tuple[Finding, ...]]:
    """Return the time expressions of an article in order, and a finding for impossible dates."""
    lexed = [(sentence, lex(sentence.text)) for sentence in sentences]
    ground = context(article, lexed)
    posts = sayings.posts(article, sentences)
    timexes: list[Timex] = []
    matched = [list(_matches(sentence, lexemes)) if lexemes else [] for sentence, lexemes in lexed]
    for (sentence, _), matches, following in zip(lexed, matched, [*matched[1:], []], strict=False):
        ground.enter(sentence.paragraph)
        ground.posted = posts.get(sentence.index)
        if matches:
            same = following and following[0].sentence.paragraph == sentence.paragraph
            finds = _resolve(matches, ground, following if same else [])
            if not _is_dateline(finds, sentence, article):
                timexes.extend(_timexes(finds, sentence))
    return tuple(timexes), tuple(ground.findings)


def _is_dateline(finds: list[Found], sentence: Sentence, article: Article) -> bool:
    """Whether the line is the publication date and nothing else: it dates the article, no event."""
    if len(finds) != 1 or finds[0].moment is None or finds[0].moment.date != article.dct:
        return False
    return finds[0].start == 0 and not sentence.text[finds[0].end :].strip(" .")


def _matches(sentence: Sentence, lexemes: list[Lexeme]) -> Iterator[Match]:
    code = codes()
    symbols = "".join([code[lexeme.name] for lexeme in lexemes])
    for found in grammar().finditer(symbols):
        shape = SHAPES[(found.lastindex or 1) - 1]
        first, last = found.start(), found.end() - 1
        match = Match(kind=shape.kind, sentence=sentence, lexemes=lexemes, first=first, last=last)
        if guards.is_time(match):
            match.quoted = _is_quoted(match)
            yield match


def _is_quoted(match: Match) -> bool:
    start = match.sentence.start + match.own[0].start
    return any(span.start <= start < span.end for span in match.sentence.quoted)


def _resolve(matches: list[Match], ground: Context, following: Sequence[Match]) -> list[Found]:
    """Resolve the matches of a sentence; what stands outside its quotations dates them."""
    ranges.share_years(matches)
    finds: list[Found] = []
    saying: dt.date | None = None
    for match in sorted(matches, key=lambda match: (match.quoted, match.first)):
        if match.quoted and saying is None:
            saying = sayings.said(ground, following)
        ground.said = saying if match.quoted else None
        ground.quoted = match.quoted
        ground.speaking = sayings.is_speaking(match)
        ground.opening = match.first <= OPENING
        ground.aside = bool(ground.asides) and any(
            (match.sentence.index, lexeme.start) in ground.asides for lexeme in match.all("year")
        )
        found = RULES[match.kind](match, ground)
        finds.extend(found)
        if not match.quoted and found and found[-1].moment is not None:
            saying = found[-1].moment.date or saying
            sayings.remember(match, found[-1], ground)
    ground.said, ground.quoted, ground.aside, ground.speaking = None, False, False, False
    finds.sort(key=lambda find: find.start)
    ranges.link(finds, matches[0].lexemes)
    return finds


def _timexes(finds: list[Found], sentence: Sentence) -> Iterator[Timex]:
    for find in finds:
        yield Timex(
            start=sentence.start + find.start,
            end=sentence.start + find.end,
            text=sentence.text[find.start : find.end],
            type=find.type,
            value=find.value,
            sentence=sentence.index,
            edtf=find.edtf,
            anchor=find.anchor,
        )
