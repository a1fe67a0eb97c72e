"""Spellings of names: what two spellings of one name have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
_GENITIVE = re.compile(r"['’‘]s\b")
_SILENT = re.compile(r"['’‘`´.ʹʺʻʼʿʾ]")
_OTHER = re.compile(r"[\W_]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?:skyy|skyi|skiy|skii|skij|skyj)\b", "ski"),
        (r"(?:sky|skj)\b", "ski"),
        (r"(?:yy|iy|ii|yi|ij|yj|ey|ei|y)\b", "i"),
        (r"shch|sch|sh|š", "s"),
        (r"tch|tsch|ch", "c"),
        (r"kh|gh|h", "h"),
        (r"zh|dzh|dj|j", "j"),
        (r"ph", "f"),
        (r"ck|q|k", "k"),
        (r"ou|oo|u", "u"),
        (r"w", "v"),
        (r"ya|ia|ja", "a"),
        (r"ye|ie|je", "e"),
        (r"yo|io|jo", "o"),
        (r"yu|iu|ju", "u"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
"""How one sound is written in several transliterations, each brought to one letter, in order."""


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return the name in small plain letters: `Côte d'Ivoire` → `cote divoire`, `U.S.` → `us`."""
    plain = _plain(text)
    plain = _SILENT.sub("", _GENITIVE.sub(" s", plain))
    return _OTHER.sub(" ", plain).strip()


def slug(text: str) -> str:
    """Return the id made of a name: `Ministry of Defence (Peru)` → `ministry-of-defence-peru`."""
    return _NOT_SLUG.sub("-", _SILENT.sub("", _plain(text))).strip("-") or "name"


def sound(text: str) -> str:
    """Return what transliterations of one name share: `Zelenskyy`, `Zelensky` → `zelenski`."""
    found = fold(text)
    for pattern, plain in SOUNDS:
        found = pattern.sub(plain, found)
    return found


def is_acronym(text: str) -> bool:
    """Whether the name is written in capitals alone: `WHO`, `U.N.`, `G7`."""
    letters = text.replace(".", "")
    return 1 <= len(letters) <= 6 and letters.isalnum() and letters.isupper()


def initials(text: str) -> str:
    """Return the first letters of the capitalised words: `Rapid Relief Fund` → `RRF`."""
    words = re.split(r"[\s\-]+", text)
    return "".join(word[0] for word in words if word[:1].isupper())


def _plain(text: str) -> str:
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
