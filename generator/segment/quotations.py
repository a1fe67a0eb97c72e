"""Which stretches of the text stand within quotation marks.

Marks nest, run over sentences and paragraphs, and are often wrong. A quotation that runs over
paragraphs is opened anew in each (the convention of English print); any other mark without its
fellow ends with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Span

_MARK = re.compile(r"[\"“”„«»'‘’]")
_DOUBLE = frozenset('"“”„«»')


@dataclass(frozen=True, slots=True)
class _Open:
    start: int
    double: bool


def quotations(text: str, stretches: Sequence[Span]) -> tuple[Span, ...]:
    """Return the outermost quotations, marks included, of the paragraphs given."""
    found: list[Span] = []
    for at, stretch in enumerate(stretches):
        following = stretches[at + 1] if at + 1 < len(stretches) else None
        found.extend(_within(text, stretch, following))
    return tuple(found)


def _within(text: str, stretch: Span, following: Span | None) -> Iterator[Span]:
    stack: list[_Open] = []
    for match in _MARK.finditer(text, stretch.start, stretch.end):
        double = match[0] in _DOUBLE
        nested = [item.double for item in stack]
        if double in nested and _can_close(text, match.start(), stretch):
            del stack[len(nested) - 1 - nested[::-1].index(double) + 1 :]
            opened = stack.pop()
            if not stack:
                yield Span(start=opened.start, end=match.end())
        elif double not in nested and _can_open(text, match.start(), stretch):
            stack.append(_Open(match.start(), double))
    if stack and (stack[0].double or _reopens(text, following)):
        yield Span(start=stack[0].start, end=stretch.end)


def _can_open(text: str, at: int, stretch: Span) -> bool:
    """Tell an opening mark: it stands before a word and after a space or a bracket."""
    if text[at] in "”’»" or at + 1 >= stretch.end or text[at + 1].isspace():
        return False
    before = text[at - 1] if at > stretch.start else " "
    if text[at] in "“„«":
        return True
    return not before.isalnum() and before not in ".,;!?)"


def _can_close(text: str, at: int, stretch: Span) -> bool:
    """Tell a closing mark: it stands after a word and not inside one, as an apostrophe does."""
    before = text[at - 1] if at > stretch.start else " "
    after = text[at + 1] if at + 1 < stretch.end else " "
    if before.isspace():
        return False
    return not after.isalnum()


def _reopens(text: str, following: Span | None) -> bool:
    return following is not None and text[following.start] in '“"‘'
