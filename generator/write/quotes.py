"""Which words of a report an entry quotes: exact passages, the main one first, within the limit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator.content.schema import Quote
from generator.model import EventMention, Reading, Span
from generator.settings import QUOTE_LIMIT

_BORDER = re.compile(r"(?<=[,;:.!?…–—)”»’\"'])\s+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SHORTEST = 6
"""Words of the shortest passage worth quoting when one is cut; a clause has at least as many."""
_PREFIX = 5
"""Words that tell apart two places where the same passage stands."""
_LONGEST = 5_000
"""Characters that the schema takes; sixty words stay far below, a run without spaces may not."""


def quotes_of(
    mentions: Sequence[EventMention], reading: Reading, limit: int = QUOTE_LIMIT
) -> tuple[Quote, ...]:
    """Return the passages of one report that tell the event, at most `limit` words together."""
    text = " ".join(reading.article.text.split())
    chosen: list[str] = []
    left = limit
    for whole, trigger in _passages(mentions):
        span = _story(whole, trigger, reading)
        words = _within(reading, span, trigger, left)
        passage = " ".join(words)
        usable = words and len(passage) <= _LONGEST and not _CONTROL.search(passage)
        if usable and not any(passage in other for other in chosen):
            chosen.append(passage)
            left -= len(words)
        if left < _SHORTEST:
            break
    return tuple(_placed(passage, text) for passage in chosen)


def word_count(quotes: Iterable[Quote]) -> int:
    """Count the words quoted; the mark of what was left out is none."""
    return sum(word not in ("[…]", "[...]") for quote in quotes for word in quote.exact.split())


def prefix_spans(passage: str, reading: Reading) -> Iterator[Span]:
    """Yield where a passage first stands with the words before it, and where it stands again."""
    text = reading.article.text
    found = re.finditer(r"\s+".join(re.escape(word) for word in passage.split()), text)
    for number, match in enumerate(islice(found, 2)):
        before = list(re.finditer(r"\S+", text[: match.start()]))[-_PREFIX:]
        start = before[0].start() if before and number == 0 else match.start()
        yield Span(start=start, end=match.end())


def _passages(mentions: Sequence[EventMention]) -> list[tuple[Span, Span]]:
    """Return main passages first, then details, each with the word it must not lose."""
    mains = [(mention.quotes[0], mention.trigger) for mention in mentions if mention.quotes]
    rest = [(span, span) for mention in mentions for span in mention.quotes[1:]]
    found: list[tuple[Span, Span]] = []
    for span, trigger in (*mains, *rest):
        if not any(span.start >= s.start and span.end <= s.end for s, _ in found):
            found.append((span, trigger))
    return found


def _story(span: Span, trigger: Span, reading: Reading) -> Span:
    """Cut a passage to the side of boilerplate that its trigger is on: the rest is not one run."""
    start, end = span.start, span.end
    for blank in reading.article.boilerplate:
        if span.start < blank.end <= trigger.start:
            start = max(start, blank.end)
        if trigger.end <= blank.start < span.end:
            end = min(end, blank.start)
    return Span(start=start, end=end)


def _within(reading: Reading, span: Span, trigger: Span, limit: int) -> list[str]:
    """Cut a passage to `limit` words between clauses, around its trigger; empty if that fails."""
    whole = reading.quote(span).split()
    if len(whole) <= limit:
        return whole
    if limit < _SHORTEST:
        return []
    before = len(reading.quote(Span(start=span.start, end=max(span.start, trigger.start))).split())
    borders = _borders(" ".join(whole))
    clause_end = next((border for border in borders if border > before), len(whole))
    starts = [border for border in borders if border <= before and clause_end - border <= limit]
    start = min(starts, default=before)
    ends = [border for border in borders if clause_end <= border <= start + limit]
    end = max(ends, default=start + limit)
    return whole[start:end]


def _borders(passage: str) -> list[int]:
    """Return the numbers of words before which a clause begins, the first and the end included."""
    counts = [0]
    at = 0
    for border in _BORDER.finditer(passage):
        counts.append(counts[-1] + len(passage[at : border.start()].split()))
        at = border.end()
    counts.append(counts[-1] + len(passage[at:].split()))
    return counts


def _placed(passage: str, text: str) -> Quote:
    """Add the words before it, where the same passage stands twice."""
    first = text.find(passage)
    if first <= 0 or text.find(passage, first + 1) < 0:
        return Quote(exact=passage)
    prefix = " ".join(text[max(0, first - _LONGEST) : first].split()[-_PREFIX:])
    return Quote(exact=passage, prefix=prefix or None)
