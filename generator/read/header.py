"""What an article's own header and footer lines say of its publication.

Only lines outside the story count: a date within it is the date of an event, and the date under
an embedded post is the post's. A line without a year gives no date.
"""

from __future__ import annotations

import re

from generator.model import Publication
from generator.read import dateline
from generator.read.facts import Facts
from generator.read.given import one_line

LINES = 10
"""Lines looked at from either end; headers of the sample have at most four."""

LINE_LIMIT = 160
"""Characters of a header line; the longest of the sample, a headline, has 117."""

STORY_WORDS = 12
"""Words from which a line that ends like a sentence is the story; header lines have under ten."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_NAME = r"[A-Z][\w.’'-]+(?:\s(?:(?:van|von|de|der|al|bin)\s)?[A-Z][\w.’'-]*){0,4}"
_BYLINE = re.compile(
    rf"(?:By|BY|Written by|Words by|Author:)\s({_NAME}(?:(?:,|\sand|\s&)\s{_NAME}){{0,5}})"
)
_MARKUP = "#*_> \t"


def header(text: str) -> Facts:
    """Return the byline and the publication date of an article's header and footer."""
    lines = [line.strip(_MARKUP) for line in text.split("\n") if line.strip(_MARKUP)]
    stories = [at for at, line in enumerate(lines) if _is_story(line)]
    first, last = (stories[0], stories[-1]) if stories else (len(lines), len(lines))
    head = [line for line in lines[: min(first, LINES)] if len(line) <= LINE_LIMIT]
    foot = [line for line in lines[last + 1 :][-LINES:] if len(line) <= LINE_LIMIT]
    found = (
        dateline.labelled(head, "published")
        or dateline.bare(head)
        or dateline.opening(lines[first] if stories else "")
        or dateline.labelled(foot, "published")
        or dateline.alone(foot)
        or dateline.labelled([*head, *foot], "updated")
    )
    return Facts(
        byline=_byline(head),
        published=Publication(date=found.date, evidence=found.words, origin="text")
        if found
        else None,
    )


def _is_story(line: str) -> bool:
    return len(line.split(None, STORY_WORDS)) >= STORY_WORDS and bool(
        _SENTENCE_END.search(line[-20:])
    )


def _byline(lines: list[str]) -> str | None:
    for line in lines:
        if match := _BYLINE.match(line):
            return one_line(match[1].rstrip(".,"))
    return None
