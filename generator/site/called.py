"""What the quoted words of an entry call a person: the office that stood before the name then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.lexicons import lines, table
from generator.site.text import plain

_LONGEST = 6
"""Words of the longest office: `former United States special envoy`."""
_JOINING = frozenset({"and", "for", "of", "the", "to"})
"""Words that no office begins with."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*\.?")


@cache
def _offices() -> frozenset[str]:
    """Return the words that end an office; a title of courtesy is none."""
    return frozenset(lines("en/person_titles")) - frozenset(lines("en/courtesy_titles"))


@cache
def _parts() -> frozenset[str]:
    """Return the words that may stand within an office: `deputy`, `foreign`, `Ukrainian`."""
    lands = {
        word.lower()
        for row in table("countries")
        for cell in row[2:5]
        for word in cell.replace("|", " ").split()
    }
    return frozenset(lines("en/title_modifiers")) | _offices() | lands


def office(names: Iterable[str], quotes: Iterable[str]) -> str:
    """Return the longest office that stands right before one of the names; empty without one."""
    before = _before(sorted({plain(name) for name in names if name}))
    found = {said for quote in quotes for said in _told(before, plain(quote))}
    return min(found, key=lambda said: (-len(said), said), default="")


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<=\s)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _before(names: Iterable[str]) -> re.Pattern[str] | None:
    every = tuple(names)
    return _pattern(every) if every else None


def _told(names: re.Pattern[str] | None, quote: str) -> Iterator[str]:
    if names is None:
        return
    for match in names.finditer(quote):
        words: list[str] = []
        for word in reversed(quote[: match.start()].split()[-_LONGEST:]):
            if not _WORD.fullmatch(word) or word.lower().rstrip(".") not in _parts():
                break
            words.insert(0, word)
        while words and words[0] in _JOINING:
            words.pop(0)
        if words and words[-1].lower().rstrip(".") in _offices():
            yield " ".join(words)
