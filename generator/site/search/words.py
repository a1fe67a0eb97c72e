"""Words as the search knows them, in the order in which the browser compares them."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_DROPPED = str.maketrans("", "", "'’ʼ`")
_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "þ": "th"}
)
"""Letters that no decomposition folds, as `fold` in `web/src/search/names.ts` has them."""


def words(text: str) -> list[str]:
    """Return the words of a text, folded as the browser folds what is asked for."""
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        plain = "".join(c for c in letters if not unicodedata.category(c).startswith("M"))
        text = plain.lower().translate(_LETTERS)
    return _WORD.findall(text.lower().translate(_DROPPED))


class Numbers(dict[str, int]):
    """The number of each word, in the order in which they were met."""

    def __missing__(self, word: str) -> int:
        """Number a new word."""
        number = self[word] = len(self)
        return number


class Split(dict[str, tuple[int, ...]]):
    """The words in what stands between two spaces, by number: looked at once in each share."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = Numbers()
        """Of the words."""

    def __missing__(self, letters: str) -> tuple[int, ...]:
        """Fold and number what was not met before."""
        bare = letters.rstrip(".,;:")
        plain = bare.isascii() and bare.isalnum()  # most are, and are quickly done
        split = (bare.lower(),) if plain else words(letters)
        found = self[letters] = tuple([self.numbers[word] for word in split])
        return found


def compared(word: str) -> bytes:
    """Return what puts words into the order of the browser, which compares UTF-16."""
    return word.encode("utf-16-be", "surrogatepass")
