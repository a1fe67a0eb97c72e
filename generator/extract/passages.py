"""Passages that may be quoted: a quotation over several sentences is one, marks included."""

from __future__ import annotations

from generator.extract.scene import Scene
from generator.model import Sentence, Span

_OPEN = '"“„«'
_CLOSE = '"”“»'


def quotation(at: int, scenes: tuple[Scene, ...]) -> range:
    """Return the sentences that a sentence's quotations run over, its own among them."""
    first = last = at
    while True:
        spans = [q for i in range(first, last + 1) for q in scenes[i].sentence.quoted]
        low, high = first, last
        while low and any(q.overlaps(scenes[low - 1].sentence) for q in spans):
            low -= 1
        while high + 1 < len(scenes) and any(q.overlaps(scenes[high + 1].sentence) for q in spans):
            high += 1
        if (low, high) == (first, last):
            return range(first, last + 1)
        first, last = low, high


def unopened(sentence: Sentence) -> Span:
    """Return a sentence without a mark at its edge whose partner stands in another sentence."""
    start, end = sentence.start, sentence.end
    for span in sentence.quoted:
        if span.start == start and span.end > end and sentence.text[:1] in _OPEN:
            start += 1
        elif span.end == end and span.start < start and sentence.text[-1:] in _CLOSE:
            end -= 1
    return Span(start=start, end=end)
