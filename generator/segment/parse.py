"""Sentences with tokens: each paragraph is parsed with its sentence boundaries already set."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from generator.model import Article, Part, Sentence, Span, Token
from generator.segment.dateline import PARAGRAPHS, dateline_end
from generator.segment.opening import calmed
from generator.segment.paragraphs import Paragraph, chunks, paragraphs
from generator.segment.pipeline import Pipeline
from generator.segment.quotations import quotations
from generator.segment.split import split

BATCH = 64
"""Paragraphs parsed at a time; larger batches gained nothing on the sample and cost memory."""

_BEGINS, _GOES_ON = 1, -1
"""How spaCy has it in an array that a sentence begins at a token, or does not."""
_PIECE = re.compile(r"\S{1,100}")
"""The tokenizer's time grows with the square of a word's length: 11 s for 8,000 brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A part of a paragraph as the parser sees it: single spaces, an opening without capitals."""

    paragraph: Paragraph
    text: str
    offsets: tuple[int, ...]
    """Offset in the article of each character of `text`."""
    last: bool
    """Whether it ends its article."""
    lead: int = 0
    """Length of the dateline that stands before its first sentence."""


def segment(article: Article, pipeline: Pipeline) -> tuple[Sentence, ...]:
    """Return the article's sentences in order, parsed."""
    return next(iter(segment_all((article,), pipeline)))


def segment_all(articles: Iterable[Article], pipeline: Pipeline) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences of each article in turn; one stream through the parser for all."""
    docs = pipeline.nlp.pipe(_docs(articles, pipeline.nlp), as_tuples=True, batch_size=BATCH)
    found: list[Sentence] = []
    for doc, (article, stretch) in docs:
        if stretch.text:
            found.extend(_sentences(article, stretch, doc, len(found)))
        if stretch.last:
            yield tuple(_quoted(article, found))
            found = []


def _docs(articles: Iterable[Article], nlp: Any) -> Iterator[tuple[Any, tuple[Article, _Stretch]]]:
    for article in articles:
        for stretch in _stretches(article):
            doc = nlp.make_doc(stretch.text)
            starts = iter(_starts(stretch))
            due = next(starts, None)
            marks = np.full(len(doc), _GOES_ON)
            for number, token in enumerate(doc):
                if due is not None and token.idx >= due:
                    marks[number] = _BEGINS
                while due is not None and token.idx >= due:
                    due = next(starts, None)
            # All at once: set one by one, each asks all the others.
            yield doc.from_array(["SENT_START"], marks.astype(np.uint64)), (article, stretch)


def _starts(stretch: _Stretch) -> list[int]:
    starts = [start for start, _ in split(stretch.text)]
    if not stretch.lead:
        return starts
    return [0, stretch.lead, *(start for start in starts if start > stretch.lead)]


def _stretches(article: Article) -> Iterator[_Stretch]:
    spans = [
        (paragraph, span)
        for paragraph in paragraphs(article)
        for span in chunks(article.text, paragraph)
    ]
    if not spans:
        nothing = Paragraph(start=0, end=0, number=0, part=Part.BODY)
        yield _Stretch(paragraph=nothing, text="", offsets=(), last=True)
    bodies, dated = 0, False
    for at, (paragraph, span) in enumerate(spans):
        text, offsets = _squeezed(article.text, span)
        last = at == len(spans) - 1
        stretch = _Stretch(paragraph=paragraph, text=text, offsets=offsets, last=last)
        if paragraph.part is Part.BODY and bodies < PARAGRAPHS and not dated:
            bodies += 1
            lead = dateline_end(text)
            stretch = replace(stretch, text=calmed(text, lead, article.text), lead=lead)
            dated = lead > 0
        yield stretch


def _squeezed(text: str, span: Span) -> tuple[str, tuple[int, ...]]:
    pieces: list[str] = []
    offsets: list[int] = []
    for match in _PIECE.finditer(text, span.start, span.end):
        if pieces:
            pieces.append(" ")
            offsets.append(match.start() - 1)
        pieces.append(match[0])
        offsets.extend(range(match.start(), match.end()))
    return "".join(pieces), tuple(offsets)


def _sentences(article: Article, stretch: _Stretch, doc: Any, index: int) -> Iterator[Sentence]:
    for number, sent in enumerate(doc.sents):
        start = stretch.offsets[sent.start_char]
        end = stretch.offsets[sent.end_char - 1] + 1
        yield Sentence(
            start=start,
            end=end,
            index=index + number,
            text=article.text[start:end],
            paragraph=stretch.paragraph.number,
            part=Part.HEADING if sent.start_char < stretch.lead else stretch.paragraph.part,
            tokens=tuple(_token(token, sent.start, stretch.offsets) for token in sent),
        )


def _token(token: Any, first: int, offsets: tuple[int, ...]) -> Token:
    start = offsets[token.idx]
    return Token(
        start=start,
        end=offsets[token.idx + len(token.text) - 1] + 1,
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i - first,
        ner=f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
    )


def _quoted(article: Article, sentences: list[Sentence]) -> Iterator[Sentence]:
    """Give each sentence the quotations that it overlaps, whole."""
    marks = quotations(article.text, paragraphs(article))
    ends = [mark.end for mark in marks]
    for sentence in sentences:
        found = []
        for mark in marks[bisect.bisect_right(ends, sentence.start) :]:
            if mark.start >= sentence.end:
                break
            found.append(mark)
        yield replace(sentence, quoted=tuple(found))
