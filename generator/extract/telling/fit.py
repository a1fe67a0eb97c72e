"""Pieces set side by side, shortened or left out until they fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import lexicons
from generator.extract.telling.pieces import NEEDED, Piece

_SHORTENED = 1.5
"""What cannot be left out is shortened after what hangs loosely, and before place and toll go."""
_SPACE_BEFORE = re.compile(r"\s([,;:.?!%]|['’](?:d|ll|m|re|s|ve)\b)")
_ARTICLE = re.compile(r"\b(a|an) (?=(\w+))", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiou]|8|11\b|18\b|hour|honest|honour|heir", re.IGNORECASE)
_SOUNDS_YOU = re.compile(r"u\b|uk|uni(?!n|m)|us[eu]|eu|one|once|ut[ei]|ubiq", re.IGNORECASE)
_HANGING_HYPHEN = re.compile(r"\b\w+- (?=\w)")
"""What is left of `ex-minister` where the office is left out."""
_THAN = re.compile(r"\bthan\b")
_COMPARED = re.compile(r"\b(?:\w+er|less|more|other|rather|worse)\b.*\bthan\b", re.IGNORECASE)
"""What `than` compares with; a clause that has lost it says something else."""
_SAYS = frozenset({"said", "say", "says"})
_WITH_WORDS = 4
"""Words from which a line that ends in `says` can have said something."""
_SPACES = re.compile(r"\s{2,}")


def shrunk(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield pieces as they are, and then with less and less, as long as a sentence is left."""
    left = list(pieces)
    while True:
        yield tuple(left)
        at = max(
            (i for i, p in enumerate(left) if p.rank > NEEDED or len(p.wordings) > 1),
            key=lambda i: (left[i].rank or _SHORTENED, len(left[i].wordings[0]), i),
            default=None,
        )
        if at is None:
            return
        piece = left[at]
        if len(piece.wordings) > 1:
            left[at] = replace(piece, wordings=piece.wordings[1:])
        else:
            left = [p for i, p in enumerate(left) if i < at or (i > at and p.rank < piece.rank)]


_SPELLED = 3
"""Capitals that are said letter by letter, a vowel among them or not: `an RAF base`."""


def assemble(pieces: Sequence[Piece]) -> str:
    """Join the fullest wordings into one line."""
    line = " ".join(p.wordings[0] for p in pieces)
    line = _SPACE_BEFORE.sub(r"\1", _SPACES.sub(" ", line)).strip(" ,;:")
    if line.count("(") != line.count(")"):
        line = line.replace("(", "").replace(")", "")
    line = _HANGING_HYPHEN.sub("", line).replace("can not ", "cannot ")
    line = _ARTICLE.sub(_article, line)
    return line[:1].upper() + line[1:]


def _article(match: re.Match[str]) -> str:
    """Choose `a` or `an` for the word that now follows."""
    word = match[2]
    if len(word) > 1 and word.isupper():
        said_whole = len(word) > _SPELLED and word[1] in "AEIOU"  # `a NATO base`, but `an MP`
        vowel = word[0] in ("AEIO" if said_whole else "AEFHILMNORSX")
    else:
        vowel = bool(_VOWEL.match(word)) and not _SOUNDS_YOU.match(word)
    chosen = "an" if vowel else "a"
    return f"{chosen.capitalize() if match[1][0].isupper() else chosen} "


def stands(line: str, *, enough: int = 3) -> bool:
    """Whether words can stand alone: enough of them, and none left hanging at the end."""
    words = line.casefold().rstrip(".").split()
    compared = _THAN.search(line) is None or _COMPARED.search(line) is not None
    hanging = words[-1:] and words[-1] in lexicons.lines("en/hanging_words")
    hanging = hanging and words[-2:] != ["sworn", "in"]
    empty = len(words) < _WITH_WORDS and words[-1:] and words[-1] in _SAYS
    return len(words) >= enough and compared and not hanging and not empty
