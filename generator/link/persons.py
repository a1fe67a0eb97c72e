"""Persons of a sentence: what the recogniser tagged, mended by titles and grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator import lexicons
from generator.link.chunk import Chunk
from generator.link.gazetteer import towns
from generator.link.grammar import words
from generator.link.known import is_adjective
from generator.link.passed_over import beyond_tags, without_nickname
from generator.link.roles import is_title, office_after, office_before
from generator.link.spelling import fold, is_acronym
from generator.model import NameKind, Sentence, Token

TITLED, FULL, SINGLE = 72, 66, 35
"""Ranks: a name after a title; a name of two words or more; one word that was only tagged."""

LONGEST = 7
"""Tokens of the longest name taken: `Md Golam Mortuza Mozumder` has four."""

_PARTICLES = frozenset(
    {"al", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn",
     "la", "le", "ten", "ter", "van", "von", "y"}
)  # fmt: skip


def persons(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield the persons of the sentence that the index does not have by their full name."""
    tokens = sentence.tokens
    blocked = frozenset(at for c in chunks for at in range(c.first, c.end))
    taken: set[int] = set()
    sure = set(beyond_tags(sentence, blocked))
    spans = {
        _trimmed(tokens, first, end, blocked)
        for first, end in (*_tagged(sentence), *_after_titles(sentence, blocked), *sure)
    }
    for first, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if first >= end or taken & set(range(first, end)):
            continue
        chunk = _person(sentence, first, end, chunks, blocked)
        if chunk and (first, end) in sure:
            chunk = replace(chunk, rank=TITLED)
        if chunk:
            taken.update(range(first, end))
            yield chunk


def tagged(sentence: Sentence, labels: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches to which the recogniser gave one of the labels."""
    start: int | None = None
    for at, token in enumerate(sentence.tokens):
        iob, _, label = token.ner.partition("-")
        if start is not None and (iob != "I" or label not in labels):
            yield start, at
            start = None
        if iob == "B" and label in labels:
            start = at
    if start is not None:
        yield start, len(sentence.tokens)


def _tagged(sentence: Sentence) -> Iterator[tuple[int, int]]:
    tokens = sentence.tokens
    for first, end in tagged(sentence, frozenset({"PERSON"})):
        while end < len(tokens) and _continues(tokens, end, first):
            end += 1
        while first > 0 and _begins(tokens, first - 1, end):
            first -= 1
        yield first, end


def _continues(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether the tag ended too early: the name's last word stands outside it."""
    token, before = tokens[at], tokens[at - 1]
    if _is_syllable(tokens, at, first) or _is_syllable(tokens, at + 1, first):
        return True
    if token.pos == "PROPN" and token.text[0].isupper() and before.text in _PARTICLES:
        return at - 1 > first
    if token.pos != "PROPN" or not token.text[0].isupper() or token.ner[0] == "B":
        return token.text == "-" and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    return before.text == "-" or (before.dep == "compound" and before.head == at)


def _begins(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the tag began too late: an untagged name that describes the tagged surname."""
    token = tokens[at]
    if token.pos != "PROPN" or token.ner != "O" or not token.text.istitle() or is_title(token):
        return False
    plain = words("en/title_modifiers") | words("en/name_stoplist") | words("en/org_suffixes")
    return token.dep == "compound" and at < token.head < end and fold(token.text) not in plain


def _is_syllable(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether a small word ends a name that a hyphen runs through: `won` of `Han Jae-won`."""
    if at >= len(tokens) or at - 3 < first or tokens[at - 1].text != "-":
        return False
    whole = tokens[at - 2].end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start
    named = tokens[at - 2].text[0].isupper() and tokens[at - 3].text[0].isupper()
    small = tokens[at].text.islower() and tokens[at].text.isalpha()
    return whole and named and small and fold(tokens[at].text) not in words("en/hyphen_tails")


def _after_titles(sentence: Sentence, blocked: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield capitalised words right after a title, however they were tagged."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-1]):
        if not is_title(token) or not (token.text[0].isupper() or token.pos in {"NOUN", "PROPN"}):
            continue
        at = _office_end(tokens, at)
        end = at + 1
        while end < len(tokens) and end - at <= LONGEST and _in_name(tokens, end, blocked):
            end += 1
        while end > at + 1 and not tokens[end - 1].text[0].isupper():
            end -= 1
        if _is_syllable(tokens, end + 1, at + 1):
            end += 2
        if end > at + 1 and (end - at > 2 or fold(token.text) in _strong()):
            named = fold(token.text) in words("en/name_titles") and token.text[0].isupper()
            yield at if named else at + 1, end


def _office_end(tokens: Sequence[Token], at: int) -> int:
    """Return the last token of an office with its field: `Superintendent of Police`."""
    end = at
    if at + 2 < len(tokens) and tokens[at + 1].text == "of":
        end = at + 2
        while fold(tokens[end].text) in words("en/title_modifiers") and end + 1 < len(tokens):
            end += 1
        end -= 1
    return end if end > at + 1 else at


def _is_town_after_title(sentence: Sentence, first: int, end: int) -> bool:
    """Whether title and name are a town that a preposition asks for: `to General Santos`."""
    own = sentence.tokens[first:end]
    before = sentence.tokens[first - 1].text.casefold() if first else ""
    name = sentence.text[own[0].start - sentence.start : own[-1].end - sentence.start]
    return before in words("en/locative_prepositions") and any(t.own for t in towns(name))


def _strong() -> frozenset[str]:
    """Return the titles that a bare surname may follow."""
    return words("en/courtesy_titles") | {
        "captain", "chancellor", "general", "gov", "governor", "judge", "justice", "mayor",
        "president", "prince", "princess", "prof", "professor", "secretary", "sen", "senator",
        "capt", "col", "colonel", "dr", "gen", "king", "lt", "maj", "major", "pope", "queen",
        "rep", "rev", "sergeant", "sgt", "sheriff",
    }  # fmt: skip


def _in_name(tokens: Sequence[Token], at: int, blocked: frozenset[int]) -> bool:
    token = tokens[at]
    if at in blocked or is_title(token) or _is_other(token):
        return False
    if token.text == "-" or token.text.casefold() in _PARTICLES:
        return at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    return token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ", "X"}


def _is_other(token: Token) -> bool:
    """Whether the word is a date, a people, or belongs to an organisation's name."""
    organised = is_acronym(token.text) or fold(token.text) in words("en/org_suffixes")
    people = token.ner.endswith("NORP") and token.pos != "PROPN"
    return token.ner.endswith("DATE") or people or (token.ner.endswith("ORG") and organised)


def _trimmed(
    tokens: Sequence[Token], first: int, end: int, blocked: frozenset[int]
) -> tuple[int, int]:
    """Take titles, demonyms, genitives and stray words off both ends."""
    while end > first and (
        tokens[end - 1].tag == "POS"
        or not (_is_word(tokens[end - 1]) or _is_syllable(tokens, end - 1, first))
    ):
        end -= 1
    while first < end and (
        _is_detached_title(tokens, first, end)
        or (first == 0 and tokens[0].text.casefold() in words("en/org_nouns"))
        or tokens[first].pos in {"ADP", "ADV", "AUX", "DET", "PRON", "SCONJ", "VERB"}
        or (first in blocked and first + 1 < end)
        or not (_is_word(tokens[first]) or tokens[first].text.casefold() in _PARTICLES)
    ):
        first += 1
    if end - 1 in blocked or (first < end and end - first > 1 and first + 1 in blocked):
        return first, first
    for at in range(first, end):
        if tokens[at].tag == "POS" or tokens[at].text in {",", "(", ")"}:
            return first, at
    return first, min(end, first + LONGEST)


def _is_detached_title(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a title, or its rank, is no part of the name: `King` of `King Charles` is one."""
    if not is_title(tokens[at]) and fold(tokens[at].text) in words("en/title_modifiers"):
        return at + 2 < end and is_title(tokens[at + 1])  # `Senior General`
    belongs = fold(tokens[at].text) in words("en/name_titles") and at + 2 == end
    return is_title(tokens[at]) and not belongs


def _is_word(token: Token) -> bool:
    return token.text[0].isupper() or any(letter.isupper() for letter in token.text)


def _person(
    sentence: Sentence,
    first: int,
    end: int,
    chunks: Sequence[Chunk],
    blocked: frozenset[int],
) -> Chunk | None:
    tokens = sentence.tokens
    names = [token for token in tokens[first:end] if token.text != "-"]
    if _is_no_name(names):
        return None
    office = office_before(tokens, first, blocked)
    if office and _is_town_after_title(sentence, office.first, end):
        return None
    told = None if office is None or office.courtesy else office
    told = told or office_after(tokens, first, end)
    if len(names) == 1 and not office and names[0].text.isupper() and len(names[0].text) > 2:
        return None
    rank = TITLED if office else FULL if len(names) > 1 else SINGLE
    return Chunk(
        sentence=sentence,
        first=first,
        end=end,
        kind=NameKind.PERSON,
        rank=rank,
        name=_name(without_nickname(tokens[first:end])),
        role=told.text if told else None,
        holder=_affiliation(tokens, chunks, told.first if told else first),
        head="mr" if office and office.courtesy else None,
    )


def _is_no_name(names: Sequence[Token]) -> bool:
    if names and fold(names[-1].text) in words("en/event_name_words") | _lands():
        return True
    if len(names) > 1 and fold(names[0].text) in words("en/storm_nouns"):
        return True
    plain = words("en/name_stoplist") | words("en/title_modifiers") | words("en/org_suffixes")
    return all(fold(token.text) in plain for token in names)


@cache
def _lands() -> frozenset[str]:
    """Return the words after which a name is a land's or a water's: `James River`."""
    rows = lexicons.table("en/place_heads")
    return frozenset(row[0] for row in rows if row[1] in {"region", "water"}) - {"lake", "forest"}


def _name(tokens: Sequence[Token]) -> str:
    found = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        found += " " if before is not None and token.start > before.end else ""
        found += token.text
    return found.strip(".,")


def _affiliation(tokens: Sequence[Token], chunks: Sequence[Chunk], first: int) -> str | None:
    """Return the state or organisation named right before the office, be it as its owner."""
    owned = first > 0 and tokens[first - 1].tag == "POS"
    for chunk in chunks:
        if chunk.end != first - owned or not chunk.senses:
            continue
        state = is_adjective(chunk) or (owned and chunk.kind is NameKind.STATE)
        if state or chunk.kind is NameKind.ORGANISATION:
            return chunk.senses[0].actor
    return None
