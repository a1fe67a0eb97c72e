"""Full names of persons that the recogniser passes over and the words around give away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.link.gazetteer import regions, towns
from generator.link.grammar import words
from generator.link.roles import is_title
from generator.link.spelling import fold
from generator.model import Sentence, Token

_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})
_NICKNAME = 4
"""Words of the longest nickname between quotation marks."""
_REALM = 5
"""Words after the `of` of an office: `the governor of the state of X`."""
_PLACES = ("GPE", "LOC", "ORG")


def beyond_tags(sentence: Sentence, blocked: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of such names; no token that is `blocked` is part of one."""
    tokens = sentence.tokens
    ways = (_nicknamed, _in_office, _beside_office, _between_persons, _met)
    for first, end in (span for way in ways for span in way(tokens)):
        text = sentence.text[tokens[first].start - sentence.start :]
        name = text[: tokens[end - 1].end - tokens[first].start]
        if not blocked & set(range(first, end)) and not _is_no_person(name):
            yield first, end


def without_nickname(tokens: Sequence[Token]) -> list[Token]:
    """Leave out what stands between quotation marks: `Ramón "the Owl" Ruiz`."""
    marks = [at for at, token in enumerate(tokens) if token.text in _QUOTES]
    if len(marks) < 2:
        return list(tokens)
    return [*tokens[: marks[0]], *tokens[marks[-1] + 1 :]]


def _nicknamed(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield a name with a nickname inside: `Ramón "the Owl" Ruiz`."""
    for at in range(1, len(tokens) - 2):
        if tokens[at].text not in _QUOTES or not _is_proper(tokens[at - 1]):
            continue
        ends = range(at + 2, min(at + 2 + _NICKNAME, len(tokens) - 1))
        close = next((i for i in ends if tokens[i].text in _QUOTES), None)
        if close is None or not _is_proper(tokens[close + 1]):
            continue
        first = at - 1
        while first > 0 and _is_proper(tokens[first - 1]) and not is_title(tokens[first - 1]):
            first -= 1
        yield first, _end(tokens, close + 1)


def _in_office(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield a name after an office and whose it is: `the governor of X, Ana Ruiz, resigned`."""
    for at, token in enumerate(tokens[:-2]):
        if not is_title(token) or tokens[at + 1].text != "of" or not token.text.islower():
            continue
        ends = range(at + 3, min(at + 3 + _REALM, len(tokens)))
        comma = next((i for i in ends if tokens[i].text == ","), None)
        if comma is None or any(t.pos in {"VERB", "AUX"} for t in tokens[at:comma]):
            continue
        end = _end(tokens, comma + 1)
        after = tokens[end].text if end < len(tokens) else "."
        if end - comma > 2 and after in {",", "."}:
            yield comma + 1, end


def _beside_office(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield a full name after an office that has its owner before it: `its director, Ana Ruiz,`."""
    for at, token in enumerate(tokens[:-3]):
        owned = at > 0 and tokens[at - 1].tag in {"POS", "PRP$"}
        if not owned or not is_title(token) or tokens[at + 1].text != ",":
            continue
        end = _end(tokens, at + 2)
        after = tokens[end].text if end < len(tokens) else "."
        if token.text.islower() and end - at > 3 and after in {",", "."}:
            yield at + 2, end


def _between_persons(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield what is tagged as a place amid a list of persons: `Li Wei, Ana Ruiz and Jan Kok`."""
    for at in range(1, len(tokens) - 3):
        if tokens[at].text != "," or not tokens[at - 1].ner.endswith("PERSON"):
            continue
        end = _end(tokens, at + 1)
        told = tokens[at + 1].ner.endswith(_PLACES)
        while end + 1 < len(tokens) and tokens[end].text in {",", "and"} and told:
            if tokens[end + 1].ner.endswith("PERSON") and end - at > 2:
                yield at + 1, end
                break
            if tokens[end + 1].text != "and":
                break
            end += 1


def _met(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield who is met, be it by one name alone: `her Indonesian counterpart, Sugiono`."""
    for at, token in enumerate(tokens[:-2]):
        end = _end(tokens, at + 2)
        if token.lemma == "counterpart" and tokens[at + 1].text == "," and end > at + 2:
            yield at + 2, end


def _end(tokens: Sequence[Token], first: int) -> int:
    end = first
    while end < len(tokens) and _is_proper(tokens[end]):
        end += 1
    return end


def _is_proper(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper() and token.tag != "POS"


def _is_no_person(name: str) -> bool:
    """Whether the name is a place's or a body's all the same: `the mayor of X, New York`."""
    key = fold(name)
    plain = words("en/org_suffixes") | words("en/event_name_words")
    return bool(towns(name)) or key in regions() or key.split()[-1] in plain
