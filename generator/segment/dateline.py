"""Datelines: the place, and at times the day and the agency, that a report is sent from.

`LIMA, Oct 11 (Agency) - A court …`: parsed as a part of the sentence, the town becomes its
subject. What stands before the dash, the agency's mark or a
colon is therefore cut off.
"""

from __future__ import annotations

import re
from functools import cache

from generator import lexicons

PARAGRAPHS = 4
"""Paragraphs of the story among which a dateline may open one; a teaser may stand before it."""

_LARGE = r"[^\W\d_a-zß-öø-ÿ][\w.’'/-]{0,30}+"
_SMALL = r"(?:al|da|de|del|do|dos|du|el|la|las|le|los|of|the|and)"
_NAME = rf"{_LARGE}(?:\s(?:{_SMALL}\s){{0,2}}{_LARGE}){{0,3}}"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?|\d{4})"
_STATE = r"(?:\s\([^\W\d_a-zß-öø-ÿ][^()\d]{1,30}\))?"
"""In which state a town lies: `MULTAN (UP), Oct 11 (Agency)`."""
_REST = rf"(?:,\s(?:{_NAME}|{_DAY})(?:\s{_DAY}){{0,2}}(?:\s{_LARGE})?(?:\s{_DAY})?){{0,3}}"
_LARGER = r"(?<=[^\W\d_a-zß-öø-ÿ]{2})"
_DASH = rf"(?:\s?\([^()]{{1,40}}\))?(?:\s(?:[-–—•]|--)\s|\s?—\s?|{_LARGER}–\s|(?<=\))\.?[-–]\s)"
_WIRE = r"(?<=\d)\s\([^\W\d_a-zß-öø-ÿ][^()\d]{1,30}\):?\s"
"""Indian and Chinese agencies set no dash after their mark: `LIMA, Oct 11 (Agency) A court …`."""
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ]{2,20}"
_COLON = re.compile(
    rf"(?:{_CAPITALS}\s){{0,3}}[^\W\d_a-zß-öø-ÿ]{{4,20}}(?:,\s{_NAME})?(?:\s\([^()]{{1,40}}\))?:\s"
    r"(?=[^\W_a-zß-öø-ÿ])"
)
"""Papers from the Gulf to the Philippines set a colon: `LIMA: A court …`."""
_DATELINE = re.compile(rf"{_NAME}{_STATE}{_REST}(?:,?{_DASH}|{_WIRE})(?=[\"'“‘«(]?[^\W_a-zß-öø-ÿ])")


def dateline_end(text: str) -> int:
    """Return where the first sentence of a paragraph begins: behind its dateline, or at 0."""
    match = _DATELINE.match(text) or _COLON.match(text)
    if match is not None and match[0].split()[0].casefold() not in _no_places():
        return match.end()
    town, colon, told = text.partition(": ")
    return len(town) + 2 if colon and town in _capitals() and told[:1].isupper() else 0


@cache
def _capitals() -> frozenset[str]:
    return frozenset(row[1] for row in lexicons.table("capitals"))


@cache
def _no_places() -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicons.lines("en/sentence_openers"))
