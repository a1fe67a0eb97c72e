"""Organisations of a sentence that the index does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.link.chunk import Chunk
from generator.link.evidence import is_organised, listed
from generator.link.gazetteer import towns
from generator.link.grammar import is_inside_name, root_of, words
from generator.link.persons import tagged
from generator.link.roles import is_title
from generator.link.spelling import fold, initials, is_acronym
from generator.model import NameKind, Sentence, Token

SUFFIXED, LONG, SHORT = 68, 56, 40
"""Ranks: a name that ends in `Agency` or the like; several words; one word that was tagged."""

_SMALL = frozenset(
    {"of", "for", "and", "the", "&", "in", "on", "at", "-", "de", "des", "du", "'s", "’s"}
)
_SHORT_FORM = 4
"""Letters from which capitals between commas are a body's short form."""
_KEEPERS = frozenset({"commissioner", "ombudsman", "secretary"})
"""Offices, besides a minister's, that have a field and no body before them."""
_TAGS = ("DATE", "GPE", "LOC", "MONEY", "NORP", "ORG", "PERSON", "TIME")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&.\-]{1,9}")


def organisations(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield the organisations that the recogniser tagged or whose last word gives them away."""
    tokens = sentence.tokens
    lands = {at for c in chunks if c.kind is NameKind.STATE for at in range(c.first, c.end)}
    demonyms = {c.first for c in chunks if c.senses and c.end - c.first == 1}
    covered = {at for c in chunks for at in range(c.first, c.end)}
    bodies = {
        at
        for c in chunks
        if c.senses and c.kind is NameKind.ORGANISATION
        for at in range(c.first, c.end)
    }
    taken: set[int] = set()
    tagged_as_such = tagged(sentence, frozenset({"ORG"}))
    for first, end in (*_suffixed(tokens), *tagged_as_such, *_in_context(tokens, covered, bodies)):
        first, end = _trimmed(tokens, first, end)
        first, end = _hyphened(tokens, first, end, covered)
        own = set(range(first, end))
        if (
            not own
            or taken & own
            or own <= covered
            or (first > 1 and _is_hyphen(tokens, first - 1))
        ):
            continue
        chunk = _organisation(sentence, first, end, demonyms)
        if chunk and not _is_government(chunk, lands):
            taken |= own
            yield chunk


def _is_government(chunk: Chunk, lands: set[int]) -> bool:
    """Whether a name only says that a state governs itself: `the Government of Peru`."""
    rest = [at for at in range(chunk.first, chunk.end) if at not in lands]
    plain = {fold(chunk.sentence.tokens[at].text) for at in rest} - {"of", "the"}
    return len(rest) < chunk.end - chunk.first and plain == {"government"}


def _in_context(
    tokens: Sequence[Token], covered: set[int], bodies: set[int]
) -> Iterator[tuple[int, int]]:
    """Yield names that the recogniser passed over and whose neighbours give them away."""
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and end not in covered and _is_untold(tokens[end]):
            end += 1
        plain = at == 0 and end < len(tokens) and tokens[end].lemma in words("en/org_nouns")
        told = end > at and (
            _is_short_form(tokens, at, end)
            or is_organised(tokens, at, end)
            or listed(tokens, root_of(tokens, at, end)) & bodies
            or _speaks(tokens, at, end)
        )
        if told and not plain:
            yield at, end
        at = max(end, at + 1)


def _speaks(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a name that no tag covers says something: `Tunely warned its users`."""
    root = tokens[root_of(tokens, first, end)]
    common = words("en/org_nouns") | words("en/org_suffixes")
    proper = all(
        token.pos == "PROPN" and token.ner == "O" and fold(token.text) not in common
        for token in tokens[first:end]
    )
    return proper and root.dep == "nsubj" and tokens[root.head].lemma in words("en/reporting_verbs")


def _is_short_form(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether letters between commas say in short what stands before: `the mission, ORDUM,`."""
    token = tokens[first]
    between = (
        0 < first < len(tokens) - 1 and tokens[first - 1].text == tokens[first + 1].text == ","
    )
    letters = end - first == 1 and token.text.isalpha() and token.text.isupper()
    return between and letters and len(token.text) >= _SHORT_FORM and token.dep == "appos"


def _is_untold(token: Token) -> bool:
    """Whether a capitalised word has no telling tag, and is neither title nor plain word."""
    tagged_people = token.ner.endswith("NORP") and token.tag == "NNP"  # so are unknown names
    told = (
        token.ner.endswith(_TAGS)
        and not tagged_people
        and not (token.text.isupper() and len(token.text) > 2)
    )
    named = not told and token.text[0].isupper() and len(token.text) > 1
    if not named or token.pos not in {"PROPN", "NOUN"} or token.tag == "NNS" or is_title(token):
        return False
    return fold(token.text) not in words("en/name_stoplist") | words("en/title_modifiers")


def _suffixed(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield capitalised runs that end in an organisation's chief word: `Tana Rescue Network`."""
    for at, token in enumerate(tokens):
        if not token.text[0].isupper() or fold(token.text) not in words("en/org_suffixes"):
            continue
        end = _tail(tokens, at + 1)
        first = _list_start(tokens, at)
        while first > 0 and _joins(tokens, first - 1):
            first -= 1
        while first < at and not tokens[first].text[0].isupper():
            first += 1
        office = is_title(tokens[first]) and tokens[first + 1].text == "of"
        if end - first > 1 and not office:  # `Commissioner of Police Ana Ruiz`
            yield first, end


def _list_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the fields of a body begin: `the Labour, Welfare and Health Ministry`.

    The list must stand right behind an article, or it may be one of several bodies, as two are
    whose first is a body by itself: `the FBI and Justice Department`.
    """
    first = at
    while first > 1 and (
        _is_capital(tokens[first - 1])
        or (tokens[first - 1].text in {",", "and", "&"} and _is_capital(tokens[first - 2]))
    ):
        first -= 1
    fields = [token.text for token in tokens[first:at]]
    both = bool({"and", "&"} & set(fields[fields.index(",") if "," in fields else 0 :]))
    two = not (tokens[first].ner.endswith("ORG") or is_acronym(tokens[first].text))
    joined = both and ("," in fields or two)
    behind = first > 0 and tokens[first - 1].text.casefold() == "the"
    apart = tokens[first].dep in {"nmod", "compound", "amod"} and tokens[first].head == at
    return first if joined and behind and apart else at


def _tail(tokens: Sequence[Token], end: int) -> int:
    """Take in `of Geography and Tides` after the chief word."""
    at = end
    while at < len(tokens) and (tokens[at].text in _SMALL or _is_capital(tokens[at])):
        loose = tokens[at].text in {"for", "and", "&", "the"} and tokens[at - 1].text != "of"
        if tokens[at].text in {"in", "on", "at", "-"} or tokens[at].tag == "POS":
            break
        if loose and not tokens[at].ner.startswith("I-"):
            break
        at += 1
        if _is_capital(tokens[at - 1]):
            end = at
    return end


def _joins(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if is_inside_name(tokens, at):
        return True
    if token.ner.endswith("DATE") or (at == 0 and token.pos in {"DET", "ADP", "ADV", "PRON"}):
        return False
    if token.text == "-":
        return at > 0 and tokens[at - 1].end == token.start and _is_capital(tokens[at - 1])
    if token.text in {"of", "for", "and", "&"}:
        inner = token.text == "of" or token.ner.startswith("I-")
        return inner and at > 0 and _is_capital(tokens[at - 1])
    if token.pos == "DET":
        return token.ner == "B-ORG" and not _is_article(tokens, at)
    return _is_capital(token) and token.pos in {"PROPN", "NOUN", "ADJ"}


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ", "X"}


def _trimmed(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int]:
    while end > first and _is_loose(tokens, end - 1):
        end -= 1
    while first < end and (_is_article(tokens, first) or not _is_name_word(tokens[first])):
        first += 1
    if first + 1 < end and first == 0 and tokens[0].text.casefold() in words("en/org_nouns"):
        first += 1
    if end - first > 2 and tokens[first + 1].text == "of" and _is_common(tokens[first]):
        first += 2
    fields = fold(tokens[end - 1].text) in words("en/org_suffixes") if end > first else False
    start = _list_start(tokens, end - 1) if fields else end
    for at in range(first, end):
        if tokens[at].text in {",", "(", ")", ":", "“", '"'} and not (
            tokens[at].text == "," and start <= first
        ):
            return first, at
        if first < at and fold(tokens[at - 1].text) in words("en/company_forms"):
            return first, at
        if first < at < end - 1 and _begins_office(tokens, at):
            return first, at
        owner = tokens[at].tag == "POS" and (at + 1 < end or _is_loose(tokens, at))
        if owner and fold(tokens[end - 1].text) not in words("en/org_suffixes"):
            return first, at
    return first, end


def _is_common(token: Token) -> bool:
    """Whether a first word is what companies have: `Shares of X`."""
    return token.tag == "NNS" and token.lemma.casefold() in words("en/corporate_nouns")


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name only follows the word; `All Riders Union` begins with its own."""
    token = tokens[at]
    large = at > 0 and token.text[0].isupper() and token.text.casefold() not in {"a", "an", "the"}
    return token.pos in {"DET", "PRON"} and not large


def _is_loose(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that ends a tag is no part of the name, as `'s` is of `Lowry's sold it`."""
    token = tokens[at]
    if token.tag != "POS":
        return not token.text[0].isalnum() or token.text in _SMALL
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    alone = after is None or after.pos in {"VERB", "AUX"} or after.text in {",", "."}
    return not (at and tokens[at - 1].dep != "poss" and alone)


def _hyphened(tokens: Sequence[Token], first: int, end: int, covered: set[int]) -> tuple[int, int]:
    """Take in what a hyphen or its own genitive joins to the name: `Kohle` of `Kohle-Bund`."""
    while first > 1 and first - 2 not in covered and _is_hyphen(tokens, first - 1):
        first -= 2
    while end + 1 < len(tokens) and end + 1 not in covered and _is_hyphen(tokens, end):
        end += 2
    if first < end < len(tokens) and tokens[end].tag == "POS" and not _is_loose(tokens, end):
        end += 1
    return first, end


def _is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands between two words that begin large, without a space."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, token, after = tokens[at - 1], tokens[at], tokens[at + 1]
    tight = before.end == token.start and token.end == after.start
    return token.text == "-" and tight and before.text[0].isupper() and after.text[0].isupper()


def _is_field(content: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a name belongs to the office behind it: `Army Secretary`, `Privacy Commissioner`.

    A tag may leave out the field's last word: `Peru Fire` of `Peru Fire Services Minister`.
    """
    office = next((i for i, token in enumerate(after) if is_title(token)), None)
    if office is None or not after[0].text[0].isupper():
        return False
    last = after[office - 1] if office else content[-1]
    if fold(last.text) in words("en/title_modifiers"):
        return True
    title, several = fold(after[office].text), len(content) > 1
    suffixed = fold(last.text) in words("en/org_suffixes")
    return several and (title == "minister" or (title in _KEEPERS and not suffixed))


def _begins_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's office follows the name without a comma: `Corvid CEO Ana Ruiz`."""
    joined = tokens[at - 1].text in _SMALL or tokens[at + 1].text in _SMALL
    return is_title(tokens[at]) and not joined and tokens[at + 1].text[0].isupper()


def _is_name_word(token: Token) -> bool:
    return any(letter.isupper() for letter in token.text)


def _organisation(sentence: Sentence, first: int, end: int, demonyms: set[int]) -> Chunk | None:
    tokens = sentence.tokens
    own = tokens[first:end]
    content = [token for token in own if token.text not in _SMALL]
    if any(token.text == "to" for token in content):
        return None  # `from Puno to Arequipa`
    if first == 1 and tokens[0].text == "(":
        return None  # the news agency whose dispatch it is
    if not content or all(fold(token.text) in words("en/name_stoplist") for token in content):
        return None
    if _names_event(content):
        return None
    if first == 0 and len(own) > 1 and all(token.text.islower() for token in own[1:]):
        return None  # `Coast guard vessels`
    if fold(content[0].text) in words("en/storm_nouns"):
        return None
    if _is_field(content, tokens[end : end + 2]):
        return None
    headed = fold(content[0].text) in words("en/org_suffixes")  # `Office of the Commissioner`
    if is_title(content[-1]) and not headed:
        return None
    if any(token.ner.endswith(("DATE", "MONEY")) for token in content):
        return None
    suffixed = any(fold(t.text) in words("en/org_suffixes") for t in content if _is_name_word(t))
    if own[-1].tag == "JJ" and any(token.text == "-" for token in own):
        return None  # `the Franco-Thai group Norvane`
    if first in demonyms and not suffixed and len(content) < 3:
        return None
    text = sentence.text[own[0].start - sentence.start : own[-1].end - sentence.start]
    if _is_there(tokens, first) and len(content) > 1 and any(t.own for t in towns(text)):
        return None
    rank = SUFFIXED if suffixed and len(content) > 1 else LONG if len(content) > 1 else SHORT
    return Chunk(
        sentence=sentence,
        first=first,
        end=end,
        kind=NameKind.ORGANISATION,
        rank=rank,
        name=" ".join(text.split()),
    )


def _names_event(content: Sequence[Token]) -> bool:
    """Whether the name is an event's or a law's: `Operation Dawn`, but not `the Law Society`."""
    first, second = fold(content[0].text), fold(content[min(1, len(content) - 1)].text)
    events = words("en/event_name_words")
    about = first == "law" and second in words("en/org_suffixes")
    return fold(content[-1].text) in events or (first in events and not about)


def _is_there(tokens: Sequence[Token], first: int) -> bool:
    """Whether `in` or the like stands before, so that a town's whole name is the town."""
    return first > 0 and tokens[first - 1].text.casefold() in {"in", "near", "outside"}


def acronym_after(chunk: Chunk) -> tuple[str, int] | None:
    """Return the short form in brackets after a name and its token: `Relief Force (RF)`."""
    tokens = chunk.sentence.tokens
    at = chunk.end
    if at + 2 >= len(tokens) or tokens[at].text != "(":
        return None
    word = tokens[at + 1].text
    if tokens[at + 2].text != ")" or not _ACRONYM.fullmatch(word):
        return None
    letters = word.replace(".", "").replace("-", "")
    fits = is_acronym(letters) or letters[0] == initials(chunk.text)[:1]
    return (word, at + 1) if fits else None
