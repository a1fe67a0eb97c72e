"""When words were said: the days that quotations and posts on social networks count from.

A quotation counts from the day its own sentence names, else from the last day that its paragraph
told before it, else from the day its speaker spoke: `He told reporters on Monday` after it, or
`doctors said on Monday` in the paragraph before. A post counts from the date in its signature.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from generator.lexicons import lines
from generator.model import Article, Sentence
from generator.temporal import anchors
from generator.temporal.context import Context
from generator.temporal.lexemes import lex
from generator.temporal.match import Found, Match
from generator.temporal.tense import verb_over

RECENT = dt.timedelta(days=14)
"""A day longer before the publication date is no day on which a report's speaker spoke."""

_SIGNATURE = re.compile(r"[—–-] ?[^\n()—–]{1,60}\(@\w{1,30}\)[ ,]{1,2}(?=[\w])")
_DATE = 40
"""Characters after a signature within which its date stands."""


@cache
def _speaking() -> frozenset[str]:
    return frozenset(lines("en/reporting_verbs")) | {"speak", "talk"}


def remember(match: Match, find: Found, context: Context) -> None:
    """Keep a day, and a clock time, for the quotations and hours that may count from it."""
    moment, today = find.moment, context.dct
    if moment is None or moment.date is None:
        return
    if moment.time[1:2].isdigit() and moment.time[3:4] == ":":
        hour, minute = int(moment.time[1:3]), int(moment.time[4:6])
        midnight = dt.datetime.combine(moment.date, dt.time())
        context.clock = midnight + dt.timedelta(hours=hour, minutes=minute)
    if today is None or moment.grain != "day" or not today - RECENT <= moment.date <= today:
        return
    context.told = moment.date
    if is_speaking(match):
        context.spoke, context.spoke_paragraph = moment.date, match.sentence.paragraph


def said(context: Context, following: Sequence[Match]) -> dt.date | None:
    """Return when a quotation was said whose own sentence names no day."""
    if context.narrative or context.dct is None:
        return None
    if context.told is not None:
        return context.told
    for match in following:
        if match.kind == "weekday" and not match.quoted and is_speaking(match):
            weekday = match.get("weekday")
            if weekday is not None:
                return anchors.weekday_date(match, context, int(weekday.value))[0]
    near = context.paragraph - context.spoke_paragraph <= 1
    return context.spoke if near else None


def is_speaking(match: Match) -> bool:
    """Whether an expression belongs to a verb of saying: `the minister said on Monday`."""
    start, end = match.own[0].start, match.own[-1].end
    offset = match.sentence.start
    verb = verb_over(match.sentence, offset + start, offset + end)
    return verb is not None and verb.lemma.lower() in _speaking()


def posts(article: Article, sentences: Sequence[Sentence]) -> Mapping[int, dt.date]:
    """Return the sentences of posts on social networks, by index, and the dates they were sent."""
    if "(@" not in article.text:
        return {}
    dates: dict[int, dt.date] = {}
    for signature in _SIGNATURE.finditer(article.text):
        date = _date(article.text[signature.end() : signature.end() + _DATE].split("\n")[0])
        if date is not None:
            dates |= dict.fromkeys(_signed(sentences, signature.start()), date)
    return dates


def _signed(sentences: Sequence[Sentence], place: int) -> list[int]:
    """Return the sentences that a signature signs: those before it in its paragraph, or above."""
    before = [sentence for sentence in sentences if sentence.start < place]
    if not before:
        return []
    own = next((one.paragraph for one in sentences if one.end > place), before[-1].paragraph)
    paragraph = max(sentence.paragraph for sentence in before)
    signed = [one.index for one in before if one.paragraph == paragraph]
    return signed if paragraph <= own else []


def _date(text: str) -> dt.date | None:
    """Read the date that a text begins with: `November 13, 2025`, `13 Nov 2025`."""
    found = [lexeme for lexeme in lex(text)[:5] if lexeme.name in ("day", "month", "year")]
    parts = {lexeme.name: int(lexeme.value) for lexeme in found[:3]}
    if len(parts) < 3 or any(b.start - a.end > 3 for a, b in pairwise(found[:3])):
        return None
    try:
        return dt.date(parts["year"], parts["month"], parts["day"])
    except ValueError:
        return None
