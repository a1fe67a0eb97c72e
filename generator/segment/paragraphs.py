"""Where paragraphs begin and end, and which part of the article each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model import Article, Part, Span

PARAGRAPH_LIMIT = 5_000
"""Characters parsed at a time; the longest paragraph of the sample has 1,100, and the parser's
memory grows with the length of what it is given."""

HEADING_WORDS = 12
"""Headings of the sample have 2 to 11 words; truncated teasers without a full stop have 20."""

TITLE_WORDS = 30
"""Headlines in title case run to 17 words in the sample."""

TITLE_CASE = 0.65
"""Share of capitalised words in a headline in title case: articles and prepositions are small,
about a third; running sentences of the sample stay under .45."""

WRAP_WIDTHS = range(50, 101)
"""Columns at which plain text is wrapped by hand."""

WRAP_SLACK = 25
"""Columns that wrapped lines differ by, as the longest word decides where a line ends."""

_BULLET = re.compile(r"[•‣▪◦●○■□·∙►▶]\s*")
_LIST_MARK = re.compile(r"(?:(?P<mark>[-–—*+])|(?P<number>\d{1,2}[.)]))\s+")
_MARKDOWN = re.compile(r"(?P<heading>#{1,6}\s+)|(?P<quote>>\s*)")
_FINAL = re.compile(r"[.!?:;,…][\"'”’»)\]*_]*\Z")
_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Span):
    """A stretch of text without its bullet, number or heading mark."""

    number: int
    """The same for a lead-in and the items that it announces."""
    part: Part
    mark: str = ""
    """What stood before the text: `•`, `#`, `-`, `1.`, or nothing."""


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the article in order; blank stretches are skipped."""
    text = article.text
    lines = [_unmark(text, start, end) for start, end in _lines(text)]
    lines = _items(lines)
    parts = _parts(text, lines, _squeeze(article.title or ""))
    return tuple(_numbered(text, parts))


def chunks(text: str, paragraph: Paragraph) -> Iterator[Span]:
    """Cut an enormous paragraph at white space into stretches the parser can bear."""
    start = paragraph.start
    while paragraph.end - start > PARAGRAPH_LIMIT:
        limit = start + PARAGRAPH_LIMIT
        cut = max((text.rfind(mark, start, limit) for mark in (". ", "\n")), default=-1)
        if cut <= start:
            cut = text.rfind(" ", start, limit)
        end = cut + 1 if cut > start else limit
        yield Span(start=start, end=end)
        start = end
    yield Span(start=start, end=paragraph.end)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between line breaks, lines wrapped by hand joined to one."""
    at = 0
    for block in [*(m.start() for m in _BLANK_LINE.finditer(text)), len(text)]:
        if block < at:
            continue
        spans = [(at + m.start(), at + m.end()) for m in re.finditer(r"\S[^\n]*", text[at:block])]
        spans = [(start, start + len(text[start:end].rstrip())) for start, end in spans]
        yield from [(spans[0][0], spans[-1][1])] if _wrapped(text, spans) else spans
        at = block


def _wrapped(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a block was wrapped at a column: lines of like width that break mid-sentence."""
    widths = [end - start for start, end in spans[:-1]]
    if len(spans) < 3 or max(widths) - min(widths) > WRAP_SLACK:
        return False
    if any(width not in WRAP_WIDTHS for width in widths):
        return False
    if any(_BULLET.match(text, start) or _LIST_MARK.match(text, start) for start, _ in spans):
        return False
    finished = sum(bool(_FINAL.search(text[start:end])) for start, end in spans[:-1])
    return finished * 2 <= len(widths)


def _unmark(text: str, start: int, end: int) -> Paragraph:
    """Take the heading, quotation or bullet mark off a line."""
    part, mark = Part.BODY, ""
    if match := _MARKDOWN.match(text, start, end):
        part = Part.HEADING if match["heading"] else Part.BODY
    elif match := _BULLET.match(text, start, end):
        part = Part.ITEM
    elif match := _LIST_MARK.match(text, start, end):
        mark = match["mark"] or "1."
    if match and match.end() < end:
        return Paragraph(
            start=match.end(), end=end, number=0, part=part, mark=mark or match[0].strip()
        )
    return Paragraph(start=start, end=end, number=0, part=Part.BODY)


def _items(lines: list[Paragraph]) -> list[Paragraph]:
    """Take a dash or number for an item only beside another: a lone dash may open a dateline."""
    found = []
    for at, line in enumerate(lines):
        beside = [other.mark for other in (*lines[at - 1 : at], *lines[at + 1 : at + 2])]
        if line.part is Part.BODY and line.mark and line.mark != ">" and line.mark in beside:
            line = replace(line, part=Part.ITEM)
        found.append(line)
    return found


def _parts(text: str, lines: list[Paragraph], title: str) -> list[Paragraph]:
    """Tell titles and headings from the story."""
    found: list[Paragraph] = []
    story = False
    for line in lines:
        words = _squeeze(text[line.start : line.end])
        if not story and title and words == title:
            found.append(replace(line, part=Part.TITLE))
        elif line.part is Part.BODY and not line.mark and _is_heading(words):
            found.append(replace(line, part=Part.HEADING))
        else:
            found.append(line)
            story = True
    if any(line.part in (Part.BODY, Part.ITEM) for line in found):
        return found
    return [replace(line, part=Part.BODY) if line.part is Part.HEADING else line for line in found]


def _is_heading(words: str) -> bool:
    """Whether a line is short, or written in title case, and ends without a stop."""
    count = len(words.split())
    if _FINAL.search(words):
        return False
    capitals = sum(word[:1].isupper() or word[:1].isdigit() for word in words.split())
    return count <= HEADING_WORDS or (count <= TITLE_WORDS and capitals >= TITLE_CASE * count)


def _numbered(text: str, lines: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Count paragraphs; items share the number of the lead-in that ends with a colon."""
    number, announced = -1, False
    for line in lines:
        if not (line.part is Part.ITEM and announced):
            number += 1
            announced = text[line.start : line.end].rstrip().endswith(":")
        yield replace(line, number=number)


def _squeeze(text: str) -> str:
    return " ".join(text.split())
