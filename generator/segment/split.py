"""Where sentences begin within a paragraph.

The parser's own splitting breaks after "Lt." and within quotations, so boundaries are set by rule
before it runs, and it keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator import lexicons

_STOP = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]*_]*)(?P<gap>\s+)(?=\S)")
_WORD_BEGINS = re.compile(r"[\s(\[\"“‘'—–/]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\Z")
_OPENING = re.compile(r"[\"'“‘«(\[*_]+")
_SAID_WHO = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,4}?(?P<verb>[a-z]+)\b")

_WINDOW = 30
"""Characters looked at before a full stop: longer than any abbreviation of the lexicon."""


def sentence_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which a sentence of the paragraph begins, the first included."""
    return (0, *(match.end() for match in _STOP.finditer(text) if _ends(text, match)))


def _ends(text: str, match: re.Match[str]) -> bool:
    opening = _OPENING.match(text, match.end())
    start = opening.end() if opening else match.end()
    if start >= len(text):
        return True
    first = text[start]
    if first.islower():
        return False
    if match["stop"] == "." and not match["close"]:
        return _full_stop(text, match.start(), start)
    if match["stop"] in {"?", "!"} and match["close"] and not opening:
        return not _is_attribution(text, start)
    return first.isalnum() or first in "$€£#@+-" or bool(opening)


def _full_stop(text: str, at: int, start: int) -> bool:
    """Tell the end of a sentence from the end of an abbreviation or an initial."""
    word = _WORD_BEGINS.split(text[max(0, at - _WINDOW) : at])[-1]
    following = re.match(r"[\w'’]+", text[start:])
    next_word = following[0] if following else ""
    if word.casefold() in _set("en/abbreviations_before_number"):
        return not next_word[:1].isdigit()
    if word.casefold() in _set("en/abbreviations_before_name"):
        return False
    opener = next_word.casefold() in _set("en/sentence_openers")
    if len(word) == 1 and word.isupper():
        return opener or _numbers_a_noun(text, at)
    if _INITIALS.fullmatch(word) or word.casefold() in _set("en/abbreviations_anywhere"):
        return opener
    return True


def _numbers_a_noun(text: str, at: int) -> bool:
    """Whether a single letter numbers a noun ("plan B.") and is not an initial."""
    words = text[max(0, at - _WINDOW) : at].split()
    return len(words) > 1 and words[-2].casefold() in _set("en/lettered_nouns")


def _is_attribution(text: str, start: int) -> bool:
    """Whether `Name said` follows: the question belongs to the sentence that reports it."""
    match = _SAID_WHO.match(text, start)
    return bool(match and match["verb"] in _set("en/quote_verbs"))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(item.casefold() for item in lexicons.lines(name))


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence, white space at both ends left out."""
    starts = sentence_starts(text)
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            lead = len(piece) - len(piece.lstrip())
            yield start + lead, start + lead + len(stripped)
