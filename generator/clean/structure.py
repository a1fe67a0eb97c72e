"""Boilerplate that shows by its place and not by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.clean.lines import Line, Zones

WIDGET_WORDS = 6
"""Words of a line of page furniture; the one of the sample has three."""

LINKED_WORDS = 16
"""Words of another article's headline in a list below the story."""

TITLE_CASE = 0.7
"""Share of capitalised words of more than three letters from which a line is a headline in title
case, which leaves small articles and prepositions only; sentences of the sample stay under .5."""

TEASER_WORDS = 12
"""Words from which a cut line above the story is a teaser; headlines of the sample have up to 17,
but are not cut."""

TEASER_SHARE = 0.6
"""Share of a teaser's long words that the story repeats; .74 in the sample."""

REPEAT_LINES = 12
"""Lines at either end in which a headline may be printed again."""

TITLE_WORDS = 30
"""Words of a headline; 17 in the sample."""

TITLE_CHARACTERS = 250
"""Characters of a headline; 117 in the sample."""

_INNER_END = re.compile(r"[.!?][\"'”’)]?\s+[A-Z“\"'(]")
_CUT = re.compile(r"(?:\.\.\.|…|\[(?:…|\.\.\.)\])$")
_ITEM = re.compile(r"[•‣▪◦●○■□·∙►▶*+–—-]|\d{1,3}[.)]\s|[\"“‘']")
_NO_TITLE = re.compile(r"[•‣▪◦●○■□·∙►▶+–—-]|[a-z]|\(|\d{1,3}[.)]\s")
_SUFFIX = re.compile(r"\s[|–—-]\s[^|–—]{1,40}$")


def title_line(zones: Zones) -> Line | None:
    """Return the headline: the first line, where it is no sentence and a story follows."""
    first = zones.head[0] if zones.head else None
    if first is None or not zones.story or first.text.endswith((".", ":", ";", ",", "…")):
        return None
    bare = first.bare
    if _NO_TITLE.match(bare) or not bare or len(bare) > TITLE_CHARACTERS:
        return None
    return first if len(bare.split()) <= TITLE_WORDS else None


def repeats(zones: Zones, title: str | None) -> Iterator[Line]:
    """Yield lines that print the headline once more, the first time left out."""
    if not title:
        return
    wanted = Line(start=0, end=0, text=title).words
    short = Line(start=0, end=0, text=_SUFFIX.sub("", title)).words
    near = (*zones.head, *zones.story[:REPEAT_LINES], *zones.tail)
    seen = False
    for line in near:
        same = line.words in (wanted, short) or (
            not line.is_finished and _SUFFIX.sub("", line.bare) == _SUFFIX.sub("", title)
        )
        if same and seen:
            yield line
        seen = seen or same


def teasers(zones: Zones, title: Line | None) -> Iterator[Line]:
    """Yield lines above the story that are cut off and say what the story says again."""
    story = {word for line in zones.story for word in line.words}
    for line in zones.head:
        if line is title or len(line.words) < TEASER_WORDS:
            continue
        if line.is_finished and not _CUT.search(line.text):
            continue
        if _is_cut(line, story) and _share(line, story) >= TEASER_SHARE:
            yield line


def _is_cut(line: Line, story: set[str]) -> bool:
    """Whether it ends within a word or a sentence: a headline is one phrase of whole words."""
    last = line.words[-1]
    broken = last not in story and any(word.startswith(last) for word in story)
    return broken or bool(_CUT.search(line.text) or _INNER_END.search(line.text))


def _share(line: Line, story: set[str]) -> float:
    long = [word for word in line.words if len(word) > 3]
    return sum(word in story for word in long) / max(len(long), 1)


def widgets(zones: Zones, taken: Sequence[Line]) -> Iterator[Line]:
    """Yield short lines and headlines below the story that follow a line taken away.

    A short last line alone may be the end of a list or an unfinished story, and stays.
    """
    end = zones.story[-1].end if zones.story else 0
    first = min((line.start for line in taken if line.start >= end), default=None)
    if first is None:
        return
    for line in zones.tail:
        if line.start < first or line.is_finished or _ITEM.match(line.text):
            continue
        count = len(line.text.split())
        if count <= WIDGET_WORDS or (count <= LINKED_WORDS and _is_title_case(line)):
            yield line


def _is_title_case(line: Line) -> bool:
    long = [word for word in line.text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)
