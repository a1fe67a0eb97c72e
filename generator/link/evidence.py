"""What the words around an unknown name say of it: an organisation, a person, a mere thing."""

from __future__ import annotations

from collections.abc import Sequence

from generator.link.grammar import root_of, words
from generator.link.spelling import fold, is_acronym
from generator.model import Token

_JOINED = frozenset({"compound", "nmod", "amod"})
_INNER = frozenset({"nummod", "flat"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THERE = frozenset({"around", "near", "outside"})
_PARTISAN = frozenset({"governing", "opposition", "ruling"})
_LONGEST_TOWN = 3
"""Tokens of an unknown town's name: `Lower Haran`, `Guara-Guara`."""


def is_organised(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the words around show a company or body: `shares of X`, `the X union`."""
    return (
        _is_described(tokens, first, end, "en/org_nouns")
        or _rules(tokens, first)
        or _is_before(tokens, end, "en/org_nouns")
        or _is_before(tokens, end, "en/corporate_nouns")
        or _has_members(tokens, first, end)
        or _owns(tokens, first, end)
        or _is_of(tokens, first, end)
        or _runs(tokens, first, end)
        or _trades(tokens, first, end)
        or _has_its_own(tokens, first, end)
    )


def _rules(tokens: Sequence[Token], first: int) -> bool:
    """Whether it is called what parties are: `the ruling X`, `the opposition X`."""
    before = tokens[first - 1] if first else None
    return before is not None and before.text.casefold() in _PARTISAN


def is_thing(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether it is a ship, a rocket, an app: `the X rocket`, `X, a chatbot`, `an X`."""
    nouns = "en/thing_nouns"
    before = tokens[first - 1].text.casefold() if first else ""
    if is_one_of_many(tokens, first, end) or before in words("en/storm_nouns"):
        return True
    return _is_described(tokens, first, end, nouns) or _is_before(tokens, end, nouns)


def is_one_of_many(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the article counts it: `an Airbus` is a plane, `an Airbus employee` is nobody."""
    before = tokens[first - 1] if first else None
    counted = before is not None and before.text.casefold() in {"a", "an"}
    return counted and _stands_alone(tokens, first, end)


def is_human(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a word for people describes the name, or `who` takes it up."""
    before = tokens[first - 1] if first else None
    there = before is not None and before.text.casefold() in words("en/locative_prepositions")
    counted = any(token.tag == "NNS" for token in tokens[end : end + 8])
    if not (there or counted) and _is_described(tokens, first, end, "en/person_nouns"):
        return True
    at = root_of(tokens, first, end)
    return any(
        other.text == "who" and other.dep in _SUBJECTS and _is_clause_of(tokens, other, at)
        for other in tokens[end : end + 3]
    )


def has_age(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number between commas follows a name: `Radu, 61, was held`."""
    after = tokens[end : end + 3]
    return len(after) == 3 and after[1].pos == "NUM" and after[0].text == after[2].text == ","


def is_located(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the words put something there: `a camp at X`, `near X`, `in X` of a tagged place."""
    if not first or end - first > _LONGEST_TOWN or is_acronym(tokens[first].text):
        return False
    if _describes(tokens, end - 1, end):
        return False
    if _ends_list(tokens, root_of(tokens, first, end)):
        return True
    before = tokens[first - 1]
    tagged = tokens[first].ner.endswith(("GPE", "LOC"))
    if is_end_of_way(tokens, first, end) or (tagged and _is_reached(tokens, first, end)):
        return True
    if before.pos != "ADP" or before.dep != "prep":
        return False
    word = before.text.casefold()
    governor = tokens[before.head]
    for noun in (governor, tokens[first - 2]) if first > 1 else (governor,):
        if _is_noun(noun, "en/place_nouns") or _is_noun(noun, "en/site_nouns"):
            return word in _THERE | {"at", "in"} or (
                word == "of" and (tagged or noun.lemma == "outskirt")
            )
    if _is_noun(governor, "en/corporate_nouns"):
        return False
    there = word in _THERE and (tagged or governor.pos == "VERB")
    return there or (tagged and word in {"at", "in"})


def _ends_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the third or a further one of a list of places: `floods in X, Y and Z`."""
    before = list[int]()
    while tokens[at].dep in {"appos", "conj"} and tokens[at].head not in before:
        at = tokens[at].head
        before.append(at)
    there = tokens[at].dep == "pobj" and tokens[tokens[at].head].text in {"at", "in", "near"}
    return there and len(before) > 1 and tokens[at].ner.endswith(("GPE", "LOC"))


def is_end_of_way(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a way is told by its two ends, of which this is one: `the road between X and Y`."""
    at = root_of(tokens, first, end)
    if tokens[at].dep == "conj":
        at = tokens[at].head
    between = tokens[tokens[at].head]
    if tokens[at].dep != "pobj" or between.text.casefold() != "between":
        return False
    return _is_noun(tokens[between.head], "en/ways")


def _is_reached(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether it is what one leaves, enters or takes: `the convoy left X`."""
    token = tokens[root_of(tokens, first, end)]
    return token.dep == "dobj" and tokens[token.head].lemma.casefold() in words("en/place_verbs")


def _is_clause_of(tokens: Sequence[Token], who: Token, at: int) -> bool:
    verb = tokens[who.head]
    return verb.dep == "relcl" and verb.head == at


def _is_described(tokens: Sequence[Token], first: int, end: int, nouns: str) -> bool:
    """Whether such a noun stands right before the name, or beside it in apposition."""
    before = tokens[first - 1] if first else None
    if before is not None and before.text.islower() and _is_noun(before, nouns):
        return True
    beyond = tokens[first - 2] if first > 1 else None
    if before is not None and beyond is not None and before.text == ",":
        return _is_noun(beyond, nouns)
    at = root_of(tokens, first, end)
    head = tokens[tokens[at].head]
    if tokens[at].dep == "appos" and _is_noun(head, nouns):
        return True
    return any(
        token.dep == "appos" and first <= token.head < end and _is_noun(token, nouns)
        for token in tokens[end : end + 8]
    )


def _is_before(tokens: Sequence[Token], end: int, nouns: str) -> bool:
    """Whether the name describes such a noun: `the X union`, `X spokesman`, `X chief executive`."""
    for at in range(end, min(end + 2, len(tokens))):
        token = tokens[at]
        if not token.text.islower() or token.pos not in {"NOUN", "ADJ", "PROPN"}:
            return False
        if not _describes(tokens, end - 1, end):
            return False
        if _is_noun(token, nouns):
            return True
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if (token.text, following) == ("chief", "executive"):
            return nouns == "en/corporate_nouns"
    return False


def listed(tokens: Sequence[Token], at: int) -> set[int]:
    """Return the tokens that `and`, `or` and commas join to a token, itself among them."""
    while tokens[at].dep == "conj" and tokens[at].head != at:
        at = tokens[at].head
    chain, waiting = {at}, [at]
    while waiting:
        above = waiting.pop()
        new = [i for i, t in enumerate(tokens) if t.dep == "conj" and t.head == above]
        chain.update(new)
        waiting += new
    return chain


def before_comma(tokens: Sequence[Token], first: int) -> int | None:
    """Return the last token of what a comma or `and` joins the name to, brackets passed over.

    The parser often loses the end of a list of names that it does not know.
    """
    at = first - 1
    if at < 1 or tokens[at].text not in {",", "and", "or"}:
        return None
    at -= 2 if tokens[at - 1].text == "," and at > 1 else 1
    if tokens[at].text == ")":
        while at > 0 and tokens[at].text != "(":
            at -= 1
        at -= 1
    return at if at >= 0 else None


def _describes(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a name that ends there describes a noun after it."""
    if tokens[at].dep in _INNER and tokens[at].head < end:
        at = tokens[at].head
    return tokens[at].dep in _JOINED and tokens[at].head >= end


def _owns(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether it has what companies have: `X's shares`."""
    at = root_of(tokens, first, end)
    if tokens[at].dep != "poss" or end >= len(tokens) or tokens[end].tag != "POS":
        return False
    owned = tokens[tokens[at].head]
    chief = owned.lemma == "executive" and any(t.text == "chief" for t in tokens[end:])
    return chief or _is_noun(owned, "en/corporate_nouns")


def _has_members(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether letters stand for those who follow or control: `Q17 rebels`, `rebels of the Q17`."""
    letters = tokens[first].text
    if end - first > 1 or len(letters) < 2 or not (letters.isalnum() and letters.isupper()):
        return False
    if end < len(tokens) and _describes(tokens, first, end):
        return _is_noun(tokens[end], "en/member_nouns")
    preposition = tokens[tokens[first].head]
    if tokens[first].dep != "pobj" or preposition.text != "of":
        return False
    return _is_noun(tokens[preposition.head], "en/member_nouns")


def _is_of(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether it is the company of `shares of X` and `takeover of X`."""
    at = root_of(tokens, first, end)
    preposition = tokens[tokens[at].head]
    if tokens[at].dep != "pobj" or preposition.text not in {"from", "of", "in", "with"}:
        return False
    noun = tokens[preposition.head]
    if preposition.text == "from":
        return _is_noun(noun, "en/staff_nouns")
    if preposition.text != "of":
        return noun.lemma.casefold() in ({"stake", "share"} if preposition.text == "in" else
                                         {"merger"})  # fmt: skip
    return _is_noun(noun, "en/corporate_nouns")


def _runs(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether vehicles are its own: `a freight train of X`, `a mine operated by X`."""
    at = root_of(tokens, first, end)
    preposition = tokens[tokens[at].head]
    if tokens[at].dep != "pobj" or tokens[at].ner.endswith("PERSON"):
        return False
    above = tokens[preposition.head]
    if preposition.text == "by":
        return above.tag == "VBN" and above.lemma in {"manufacture", "operate", "own", "run"}
    return preposition.text == "of" and _is_noun(above, "en/vehicle_nouns")


def _trades(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether it buys or is bought, where money or a company is spoken of."""
    at = root_of(tokens, first, end)
    if tokens[at].dep not in _SUBJECTS | {"dobj"}:
        return False
    verb = tokens[at].head
    if tokens[verb].lemma.casefold() not in words("en/corporate_verbs"):
        return False
    others = [t for t in tokens if t.head == verb and t.dep in {"nsubj", "dobj"}]
    return len(others) > 1 and all(t.pos == "PROPN" for t in others)


def _has_its_own(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether `its` takes up the name as the doer of its clause: `X lost its network`."""
    at = root_of(tokens, first, end)
    if tokens[at].dep not in _SUBJECTS:
        return False
    for token in tokens[end:]:
        if token.dep in _SUBJECTS and token.pos in {"NOUN", "PROPN"} and token.head == at:
            return False
        if token.text.casefold() == "its" and token.dep == "poss":
            return _is_noun(tokens[token.head], "en/corporate_nouns")
        if token.text.casefold() == "their":
            return False
    return False


def _stands_alone(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether no noun follows that the name describes: `an X`, and not `an X employee`."""
    at = root_of(tokens, first, end)
    if at + 1 < end or tokens[at].dep not in _SUBJECTS | {"dobj", "pobj", "conj", "attr"}:
        return False
    return end >= len(tokens) or tokens[end].tag != "POS"


def _is_noun(token: Token, nouns: str) -> bool:
    return token.pos in {"NOUN", "PROPN"} and (
        token.lemma.casefold() in words(nouns) or fold(token.text) in words(nouns)
    )
