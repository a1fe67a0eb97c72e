"""The lines of a text, and which of them are the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Span

STORY_WORDS = 10
"""Words from which a line that ends like a sentence is taken for the story; the shortest paragraph
of the sample that opens or closes a story has 14."""

CUT_WORDS = 45
"""Words from which a line that ends anyhow is taken for the story, as stored articles are often cut
off; teasers, which are cut off too, have up to 30."""

_LINE = re.compile(r"\S[^\n]*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*_]*\s*$")
_MARKUP = re.compile(r"^(?:#{1,6}\s+|[*_]{1,3})|[*_]{1,3}$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Span):
    """One line that is not blank, without the white space around it."""

    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words in lower case, for comparing."""
        return tuple(_WORD.findall(self.text.lower()))

    @property
    def is_finished(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(_SENTENCE_END.search(self.text[-20:]))

    @property
    def is_story(self) -> bool:
        """Whether it is a paragraph: long enough, and ending like a sentence or cut off."""
        count = len(self.text.split(None, CUT_WORDS))
        return count >= CUT_WORDS or (count >= STORY_WORDS and self.is_finished)

    @property
    def bare(self) -> str:
        """The text without the marks of a Markdown heading."""
        return _MARKUP.sub("", self.text).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """The lines above the first paragraph, those from there to the last, and those below."""

    head: tuple[Line, ...]
    story: tuple[Line, ...]
    tail: tuple[Line, ...]


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines that are not blank."""
    found = []
    for match in _LINE.finditer(text):
        content = match[0].rstrip()
        found.append(Line(start=match.start(), end=match.start() + len(content), text=content))
    return tuple(found)


def zones(found: Sequence[Line]) -> Zones:
    """Divide the lines; where there is no paragraph, all of them are the story."""
    stories = [at for at, line in enumerate(found) if line.is_story]
    if not stories:
        return Zones(head=(), story=tuple(found), tail=())
    first, last = stories[0], stories[-1]
    return Zones(
        head=tuple(found[:first]),
        story=tuple(found[first : last + 1]),
        tail=tuple(found[last + 1 :]),
    )
