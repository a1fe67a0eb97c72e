"""Openings in capitals, as some papers print the first words of a story: `A MAN has been held`.

The parser takes such words for names. It is given them as a sentence has them elsewhere: small, or
as a name; an initialism (`NATO leaders`) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator import lexicons

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s“\"'‘’,\d-]*+")
"""What may stand between two words of an opening."""
_LISTS = ("force_nouns", "group_nouns", "org_nouns", "person_nouns", "plural_words", "thing_nouns")
_INITIALS = frozenset({"it", "us", "who"})
"""Words that in capitals are rather initialisms."""


def calmed(text: str, start: int, article: str) -> str:
    """Return a paragraph with the words in capitals from `start` on as sentences have them.

    The text keeps its length. An initialism stays, and so does a word that is neither common nor
    elsewhere in the article, unless it stands beside one that is.
    """
    loud = list(_loud(text, start))
    if not loud or not _WORD.search(text, loud[-1].end()):
        return text  # a heading is in capitals from end to end
    usual = [_usual(word[0], article) for word in loud]
    # `A` is a capital anyway.
    shouted = any(ours and ours.islower() and len(ours) > 1 for ours in usual)
    letters = list(text)
    for at, (ours, word) in enumerate(zip(usual, loud, strict=True)):
        plain = ours or (word[0].lower() if shouted else word[0])
        plain = plain.capitalize() if at == 0 and plain.islower() else plain
        if len(plain) == len(word[0]):
            letters[word.start() : word.end()] = plain
    return "".join(letters)


def _loud(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the words in capitals that a text begins with."""
    end = start
    for match in _WORD.finditer(text, start):
        apart = _BETWEEN.fullmatch(text, end, match.start()) is None
        if apart or not match[0].isupper():
            return
        yield match
        end = match.end()


def _usual(word: str, article: str) -> str | None:
    """Return a word as sentences have it; None where nothing tells."""
    small, name = word.lower(), word.capitalize()
    if small in _INITIALS or len(_found(word, article)) > 1:
        return word
    if _is_common(small) or _found(small, article):
        return small
    return name if _found(name, article) else None


def _is_common(word: str) -> bool:
    singular = f"{word[:-2]}an" if word.endswith("men") else word.removesuffix("s")
    return bool(_common() & {word, singular})


def _found(word: str, article: str) -> list[str]:
    return re.findall(rf"\b{re.escape(word)}\b", article)


@cache
def _common() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    nouns = {word for name in _LISTS for word in lexicons.lines(f"en/{name}")}
    events = {row[0] for row in lexicons.table("en/triggers")}
    return frozenset({*STOP_WORDS, *nouns, *events} - _INITIALS)
