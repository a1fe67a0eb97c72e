"""Places of a sentence: by their head nouns, by the recogniser, by the prepositions before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from generator import lexicons
from generator.link.chunk import Chunk
from generator.link.evidence import is_end_of_way
from generator.link.gazetteer import regions, towns
from generator.link.grammar import is_inside_name, is_named_next, is_proper, words
from generator.link.listed import unrecognised
from generator.link.persons import tagged
from generator.link.regional import long_regions, towns_with_region
from generator.link.renamed import renamed
from generator.link.roles import is_title
from generator.link.spelling import fold
from generator.link.spurious import is_eponym
from generator.link.world import state_by_capital, states
from generator.model import NameKind, Sentence, Token

HEADED, LISTED, TAGGED, BESIDE, GUESSED = 76, 55, 45, 42, 30
"""Ranks: a name with its head noun; several words that the gazetteer has together, such as `North
Darfur`; a tagged name; one listed with places; a capitalised word after `in` or `near`."""

MEANT = frozenset({"the capital", "the city", "the town", "the village"})
"""Descriptions of a town that was named before."""

NAMED_SO = "the site"
"""Head of a noun for a place that was named with it before: `at the hospital`."""

LOCATED_TOWN = "town"
"""Head of a name that no gazetteer has and whose place the words tell: `a camp at X`."""

_DESCRIBED = 6
"""Words looked at before a head noun: `a small, working-class southern suburb of Y`."""

_HOLY = frozenset({"monastery", "shrine", "temple"})
"""Places that are known by what follows `of`: `the temple of X`."""

_SMALLER = frozenset({"county", "district", "prefectural", "provincial", "regional", "state"})
"""Words before `capital` after which it is not the country's."""

_DESCRIBING = frozenset({"ADJ", "ADV", "NOUN", "PUNCT", "VERB"})
_TOLD = ("PERSON", "GPE", "LOC", "FAC", "DATE", "TIME")
_LABELS = frozenset({"GPE", "LOC", "FAC"})
_INSIDE = frozenset({"-", "al", "da", "de", "del", "du", "el", "la", "sur"})


def places(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield the places that the index does not have, or has without their head noun."""
    yield from towns_with_region(sentence)
    yield from long_regions(sentence, chunks)
    yield from _headed(sentence, chunks)
    yield from _leading(sentence)
    yield from _meant(sentence)
    for first, end, kind in renamed(sentence):
        if not any(c.senses and c.first < end and first < c.end for c in chunks):
            yield _with_head(sentence, first, end, kind, chunks, name=(first, end))
    for first, end in tagged(sentence, _LABELS):
        first, end = _trimmed(sentence.tokens, first, _grown(sentence, first, end))
        if first < end:
            yield from _plain(sentence, first, end, TAGGED)
    for first, end in unrecognised(sentence):
        yield from _plain(sentence, first, end, BESIDE)
    yield from _asked(sentence)


def _asked(sentence: Sentence) -> Iterator[Chunk]:
    """Yield what no tag tells and the grammar asks for: `in X`, `the road between X and Y`."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[1:], start=1):
        if not is_proper(token) or is_proper(tokens[at - 1]):
            continue
        end = _name_end(tokens, at)
        if is_end_of_way(tokens, at, end):
            yield from _plain(sentence, at, end, TAGGED)
        elif not token.ner.endswith(_TOLD) and _is_there(tokens, at):
            near = tokens[at - 1].text == "near" and not token.ner.endswith("NORP")
            yield from _plain(sentence, at, end, TAGGED if near else GUESSED)


def _is_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether the grammar asks for a place: `in X`, `in the X`, `shelled X`, `Lima and X`."""
    before, token, head = tokens[at - 1], tokens[at], tokens[tokens[at].head]
    if token.dep == "conj" and head.ner.endswith(("GPE", "LOC")):
        return True
    if before.text.casefold() == "nearby":
        return True
    if token.dep == "dobj" and head.lemma.casefold() in words("en/place_verbs"):
        return True
    if before.text == "the" and at > 1 and fold(token.text) in regions():
        before = tokens[at - 2]
    return before.text.casefold() in words("en/locative_prepositions") and before.pos == "ADP"


def _grown(sentence: Sentence, first: int, end: int) -> int:
    """Return the end of the whole name where the tag covers but its beginning.

    A word that describes the next is no name of its own: `Dragan` of `Dragan Petković`.
    """
    tokens = sentence.tokens
    for longer in range(min(len(tokens), end + 4), end, -1):
        name = sentence.text[tokens[first].start - sentence.start :]
        name = name[: tokens[longer - 1].end - tokens[first].start]
        if tokens[longer - 1].text[0].isupper() and (towns(name) or fold(name) in regions()):
            return longer
    following = tokens[end] if end < len(tokens) else None
    if following is None or not is_proper(following) or following.ner != "O":
        return end
    described = tokens[end - 1].dep == "compound" and tokens[end - 1].head == end
    return end + 1 if described and not is_title(following) else end


@cache
def heads() -> dict[str, tuple[str, str]]:
    """Return the head nouns with their kind, and how they must be written."""
    return {row[0]: (row[1], row[2]) for row in lexicons.table("en/place_heads")}


def _headed(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    tokens = sentence.tokens
    demonyms = {
        at
        for c in chunks
        if c.senses and c.senses[0].kind is NameKind.STATE and not c.senses[0].place
        for at in range(c.first, c.end)
    }
    for at, token in enumerate(tokens):
        found = _pair(tokens, at) or heads().get(token.text.casefold())
        found = found or heads().get(token.lemma.casefold())
        if not found or token.pos not in {"NOUN", "PROPN"} or _is_surname(token):
            continue
        kind, form = found
        if _leads(tokens, at) or _describes_name(tokens, at):
            continue
        known_by = token.text in _HOLY and _is_of(tokens, at)
        if form != "any" and not known_by and (form == "small") == token.text[0].isupper():
            continue
        inner = is_part_word(tokens, at)
        called = kind in {"city", "region", "district"} or known_by
        first = _name_start(tokens, at, set() if token.text[0].isupper() else demonyms)
        owned = kind == "city" and first is not None  # `the Kent County town of X`
        if _is_of(tokens, at) and called and (owned or not inner):
            for of, end in _names_after(tokens, at + 2, several=token.tag == "NNS"):
                yield _with_head(sentence, of, end, kind, chunks, name=(of, end))
            if owned:
                continue
        if token.tag in {"NNS", "NNPS"}:
            yield from _several(sentence, at, kind, chunks, demonyms)
            continue
        if first is None or _is_known(chunks, first, at + 1):
            continue
        if token.text[0].isupper() and _is_town(sentence, first, at + 1):
            yield from _plain(sentence, first, at + 1, HEADED)
            continue
        name_end = at
        while name_end > first and not tokens[name_end - 1].text[0].isupper():
            name_end -= 1
        yield _with_head(sentence, first, at + 1, kind, chunks, name=(first, name_end))


def _several(
    sentence: Sentence, head: int, kind: str, chunks: Sequence[Chunk], demonyms: set[int]
) -> Iterator[Chunk]:
    """Yield the names that share a head noun in the plural: `the Prum and Chom crossings`."""
    tokens, found, end = sentence.tokens, list[tuple[int, int]](), head
    while (first := _name_start(tokens, end, demonyms)) is not None:
        while not tokens[end - 1].text[0].isupper() and tokens[end - 2].text != "-":
            end -= 1
        found.append((first, end))
        if not first or tokens[first - 1].text not in {"and", ",", "or"}:
            break
        end = first - 1
    if len(found) < 2 or any(tokens[first].ner.endswith("NORP") for first, _ in found):
        return
    for first, end in found:
        if not _is_known(chunks, first, end):
            yield _with_head(sentence, first, end, kind, chunks, name=(first, end))


def _names_after(
    tokens: Sequence[Token], first: int, *, several: bool
) -> Iterator[tuple[int, int]]:
    """Yield the name that begins there, and those listed with it: `the towns of X, Y and Z`."""
    while first < len(tokens) and is_proper(tokens[first]):
        end = _name_end(tokens, first)
        yield first, end
        listed = several and end < len(tokens) and tokens[end].text in {",", "and"}
        first = end + 1 + (tokens[end : end + 2][-1].text == "and") if listed else len(tokens)


def _pair(tokens: Sequence[Token], at: int) -> tuple[str, str] | None:
    """Return what a head noun of two words tells: `Medical Center`."""
    return heads().get(f"{tokens[at - 1].text} {tokens[at].text}".casefold()) if at else None


def _is_surname(token: Token) -> bool:
    """Whether the recogniser took it for a person's and some persons are called so: `Ana Park`."""
    return token.ner.endswith("PERSON") and fold(token.text) not in words("en/nobodys_names")


def _is_town(sentence: Sentence, first: int, end: int) -> bool:
    """Whether the head noun belongs to a town's name: `Salt Lake City`, `Huntington Beach`."""
    own = sentence.tokens[first:end]
    name = sentence.text[own[0].start - sentence.start : own[-1].end - sentence.start]
    return any(town.own for town in towns(name))


def _leading(sentence: Sentence) -> Iterator[Chunk]:
    """Yield `Lake Tahoe`, `Mount Semeru`: the head noun stands first."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 1):
        kind = _leads(tokens, at)
        if at and is_proper(tokens[at - 1]) and tokens[at - 1].dep == "compound":
            continue
        if kind:
            end = at + 2
            while end < len(tokens) and _goes_on(tokens, end):
                end += 1
            yield _with_head(sentence, at, end, kind, (), name=(at, end))


def _describes_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name goes on after its head noun: `the Weld County Circuit Court`."""
    if tokens[at].dep != "compound" or at + 1 >= len(tokens) or not is_proper(tokens[at + 1]):
        return False
    head = tokens[at].head
    return head == at + 1 or (head > at and fold(tokens[head].text) in words("en/org_suffixes"))


def _leads(tokens: Sequence[Token], at: int) -> str | None:
    """Return the kind of place whose head noun stands there before its name: `Lake Tahoe`."""
    if at + 1 >= len(tokens) or not tokens[at].text[0].isupper():
        return None
    small = tokens[at + 1].text in _INSIDE and tokens[at + 1].ner.startswith("I-")
    return leading().get(fold(tokens[at].text)) if small or is_proper(tokens[at + 1]) else None


@cache
def leading() -> dict[str, str]:
    """Return the head nouns that stand before the name, with their kind."""
    return {row[0]: row[1] for row in lexicons.table("en/leading_place_heads")}


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name of one tag goes on: `Jati` and `-` of `Mount Suka Jati-Jati`."""
    joined = tokens[at].text == "-" and at + 1 < len(tokens) and is_proper(tokens[at + 1])
    return tokens[at].ner.startswith("I-") and (joined or is_proper(tokens[at]))


def _is_known(chunks: Sequence[Chunk], first: int, end: int) -> bool:
    """Whether the index has the whole name, head noun and all."""
    return any(chunk.senses and chunk.first <= first and chunk.end >= end for chunk in chunks)


def _meant(sentence: Sentence) -> Iterator[Chunk]:
    """Yield `the capital`, `the railway town` and `at the hospital`, which were named before."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[1:], start=1):
        first = at - 1 if tokens[at - 1].text.casefold() == "the" else max(0, at - 2)
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and (
            following.text in {"of", "-", "’s", "'s"} or is_proper(following)
        ):
            continue
        head = _definite(tokens, first, at)
        if head is not None and not is_named_next(tokens, at):
            yield Chunk(
                sentence=sentence,
                first=first,
                end=at + 1,
                kind=NameKind.PLACE,
                rank=HEADED,
                name=token.text,
                head=head,
            )


def _definite(tokens: Sequence[Token], first: int, at: int) -> str | None:
    """Return the description that the words from `the` to a noun are, if they are one."""
    between = tokens[first + 1 : at]
    plain = all(t.text.islower() and t.pos in {"ADJ", "NOUN", "VERB"} for t in between)
    if tokens[first].text.casefold() != "the" or not plain:
        return None
    word = f"the {tokens[at].text}"
    if any(t.lemma.casefold() in _SMALLER for t in between):
        return None
    if word in MEANT and tokens[at].dep not in {"compound", "nsubj", "nsubjpass"}:
        return word
    before = tokens[first - 1].text.casefold() if first else ""
    there = tokens[at].dep == "pobj" and before in words("en/locative_prepositions") - {"of"}
    reached = tokens[tokens[at].head].lemma.casefold() in words("en/place_verbs")
    there = there or (tokens[at].dep == "dobj" and reached)
    return NAMED_SO if there and tokens[at].text in heads() else None


def _with_head(
    sentence: Sentence,
    first: int,
    end: int,
    kind: str,
    chunks: Sequence[Chunk],
    *,
    name: tuple[int, int],
) -> Chunk:
    own = sentence.tokens[name[0] : name[1]]
    text = sentence.text[own[0].start - sentence.start : own[-1].end - sentence.start]
    return Chunk(
        sentence=sentence,
        first=first,
        end=end,
        kind=NameKind.PLACE,
        rank=HEADED,
        name=" ".join(text.split()),
        head=kind,
        holder=_holder(sentence, first, chunks),
    )


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].text == "of" and is_proper(tokens[at + 2])


def is_part_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows `of` is the larger place: `X, a suburb of Y`, `the X district of Y`."""
    if at and is_proper(tokens[at - 1]):
        return True
    first = at - 1
    while first > 0 and at - first < _DESCRIBED and tokens[first].pos in _DESCRIBING:
        first -= 1
    return first >= 0 and tokens[first].text.casefold() in {"a", "an", "another"}


def _name_end(tokens: Sequence[Token], first: int) -> int:
    end = first
    while end < len(tokens) and is_proper(tokens[end]):
        end += 1
    return end


def _name_start(tokens: Sequence[Token], head: int, demonyms: set[int]) -> int | None:
    """Go left over the words between name and head, then over the name."""
    at = head - 1
    while at >= 0 and tokens[at].text.casefold() in words("en/place_head_words"):
        at -= 1
    if (
        at >= 1
        and tokens[at].tag == "POS"
        and all(t.text[0].isupper() for t in tokens[at + 1 : head])
    ):
        at -= 1
    end = at + 1
    while at >= 0 and at not in demonyms and (_is_named(tokens[at]) or _is_inner(tokens, at)):
        at -= 1
    first = at + 1
    while first < end and not tokens[first].text[0].isupper():
        first += 1
    stops = words("en/name_stoplist")
    if first >= end or all(fold(t.text) in stops for t in tokens[first:end]):
        return None
    return first


def _is_inner(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark or particle joins two words of a name: `Ivano-Frankivsk`, `Mapo-gu`."""
    if is_inside_name(tokens, at):
        return True
    if at > 1 and tokens[at - 1].text == "-" and tokens[at].start == tokens[at - 1].end:
        return tokens[at - 2].text[0].isupper() and tokens[at].text.isalpha()
    if tokens[at].text.casefold() not in _INSIDE or not 0 < at < len(tokens) - 1:
        return False
    before = tokens[at - 1].text
    return before[0].isupper() or before.casefold() in _INSIDE


def _is_named(token: Token) -> bool:
    """Whether a word before a head noun is a name, also where the parser saw a mere adjective."""
    tagged = token.ner.endswith(("GPE", "LOC", "FAC"))
    return is_proper(token) or (tagged and token.text[0].isupper())


def _holder(sentence: Sentence, first: int, chunks: Sequence[Chunk]) -> str | None:
    """Return the place in whose name the place is owned: `Kyiv's western … district`."""
    for chunk in chunks:
        if not chunk.senses or not 0 < first - chunk.end <= 3:
            continue
        if sentence.tokens[chunk.end].tag == "POS":
            return chunk.senses[0].place
    return None


def _plain(sentence: Sentence, first: int, end: int, rank: int) -> Iterator[Chunk]:
    own = sentence.tokens[first:end]
    name = sentence.text[own[0].start - sentence.start : own[-1].end - sentence.start]
    name = " ".join(name.split())
    key = fold(name)
    if key in words("en/name_stoplist") or name.isupper() or is_state_town(key):
        return
    if is_eponym(sentence.tokens, end):
        return
    listed = bool(towns(name)) or key in regions()
    if rank in {BESIDE, GUESSED} and not listed:
        return
    if listed and " " in key:
        rank = LISTED
    yield Chunk(sentence=sentence, first=first, end=end, kind=NameKind.PLACE, rank=rank, name=name)


def is_state_town(key: str) -> bool:
    """Whether the name is a state's or a capital's, which the index has."""
    return key in states() or key in state_by_capital()


def _trimmed(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int]:
    while end > first and (tokens[end - 1].tag == "POS" or not tokens[end - 1].text[0].isupper()):
        end -= 1
    while first < end and not tokens[first].text[0].isupper():
        first += 1
    return first, end
