"""Which way the words over a time expression look: back, ahead, or neither.

`killed on Friday` looks back; `will meet on Monday`, `is to open on Friday`, `plans a march for
Sunday` look ahead. A plan told in the past still looks ahead: `was postponed to 17 June`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from generator.lexicons import lines
from generator.model import Part, Sentence, Token

PAST, PRESENT, FUTURE = -1, 0, 1

_MODALS_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "could", "may", "might"})
_MODALS_AHEAD |= {"must", "should", "can", "ca"}
_HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})
_LIMITS = frozenset({"until", "till"})
_DEADLINES = _LIMITS | {"by", "before"}
_ENDS = _DEADLINES | {"from", "to", "through"}
_LASTING = frozenset(
    {"block", "defend", "follow", "have", "hold", "keep", "occupy", "run", "spend"}
)
"""What is done for as long as is told: `held the town until Friday`."""
_AIMS = _LIMITS | {"to", "for"}
_DECIDED = frozenset({"adopt", "approve", "back", "ban", "censure", "convict", "endorse", "expel"})
_DECIDED |= {"impeach", "oust", "pass", "ratify", "reject", "remove", "repeal", "scrap", "suspend"}
"""What is done by the vote itself: voted on Friday to reject it."""
_MISHAPS = frozenset(
    {
        *("accident", "assault", "attack", "blast", "collision", "crash", "death", "explosion"),
        *("fire", "killing", "murder", "robbery", "shooting", "stabbing"),
    }
)
"""What nobody sets for a day to come."""
_OWNED = frozenset({"poss", "compound", "nmod"})
_HELPING = frozenset({"aux", "auxpass", "neg"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lines(f"en/{name}"))


def tense(
    sentence: Sentence, start: int, end: int, *, day: bool = False, weekday: bool = False
) -> int:
    """Return PAST, PRESENT or FUTURE for the words from `start` to `end` of the article.

    A `day` set aside lies ahead (`a strike for 15 March`), as does a `weekday` under a present
    tense (`opens on Friday`); a month or a year may not.
    """
    tokens = sentence.tokens
    index = _head(tokens, start, end) if tokens else None
    if index is None:
        return PRESENT
    while tokens[index].dep == "conj" and tokens[tokens[index].head].pos in ("NOUN", "PROPN"):
        index = tokens[index].head  # between Monday and Friday
    token = tokens[index]
    preposition = tokens[token.head].text.lower() if token.dep == "pobj" else ""
    if preposition == "since":
        return PAST
    if token.dep in _OWNED and tokens[token.head].pos in ("NOUN", "PROPN"):
        return _owned(sentence, token.head)
    if day and preposition == "for":
        return FUTURE  # called a strike for Friday
    verb = _governor(tokens, index)
    if verb is None:
        return _without_verb(sentence, index)
    if weekday and _follows_a_mishap(tokens, start):
        return PAST  # faces a charge over a shooting Monday night
    if weekday and preposition not in _ENDS:
        verb = _deed(tokens, index, verb)
    look = _look(tokens, verb, preposition)
    if preposition in _LIMITS and (look != PAST or _shuts(tokens, verb)):
        return FUTURE  # flights are suspended until Friday; but the strike lasted until Friday
    if preposition in _LIMITS and not weekday:
        return PRESENT  # what was put off in the past may end on either side of the news
    if look != FUTURE and day and _is_prepared(tokens, index, verb):
        return FUTURE
    if look == PRESENT and weekday:
        return _present_weekday(sentence, index, verb, preposition)
    return look


def _follows_a_mishap(tokens: Sequence[Token], start: int) -> bool:
    before = next((t for t in reversed(tokens) if t.end <= start), None)
    return before is not None and before.pos == "NOUN" and before.lemma.lower() in _MISHAPS


def _shuts(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a deed of the past has an end to come: `closed its halls until Friday`."""
    what = any(t.dep == "dobj" and t.head == verb for t in tokens)
    return tokens[verb].tag == "VBN" or (what and tokens[verb].lemma.lower() not in _LASTING)


def verb_over(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the verb that the words from `start` to `end` of the article belong to."""
    index = _head(sentence.tokens, start, end) if sentence.tokens else None
    verb = _governor(sentence.tokens, index) if index is not None else None
    return sentence.tokens[verb] if verb is not None else None


def is_pluperfect(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` go back behind what is told: `had won in May`."""
    index = _head(sentence.tokens, start, end) if sentence.tokens else None
    verb = _governor(sentence.tokens, index) if index is not None else None
    return verb is not None and "had" in _helpers(sentence.tokens, verb)


def _head(tokens: tuple[Token, ...], start: int, end: int) -> int | None:
    """Return the token of the stretch whose governor lies outside it."""
    first = max(bisect_right(tokens, start, key=lambda token: token.start) - 1, 0)
    inside = []
    for index in range(first, len(tokens)):
        if tokens[index].start >= end:
            break
        if tokens[index].end > start:
            inside.append(index)
    for index in inside:
        if tokens[index].head not in inside:
            return index
    return inside[0] if inside else None


def _owned(sentence: Sentence, noun: int) -> int:
    """Look at `Friday's derailment`, which is past, or `Sunday's election`, which may not be."""
    tokens = sentence.tokens
    verb = _governor(tokens, noun)
    if tokens[noun].lemma.lower() not in _words("scheduled_nouns"):
        subject = verb is not None and tokens[noun].dep in ("nsubj", "nsubjpass")
        ahead = subject and verb is not None and _helpers(tokens, verb) & _MODALS_AHEAD
        return FUTURE if ahead else PAST
    if verb is None:
        return PRESENT
    if _is_before(tokens, noun) and "had" not in _helpers(tokens, verb):
        return FUTURE  # talks stalled ahead of Friday's summit
    return _look(tokens, verb, "")


def _is_before(tokens: tuple[Token, ...], noun: int) -> bool:
    preposition = tokens[tokens[noun].head]
    above = tokens[preposition.head].text.lower()
    return tokens[noun].dep == "pobj" and (
        preposition.text.lower() == "before" or (preposition.text.lower(), above) == ("of", "ahead")
    )


def _without_verb(sentence: Sentence, index: int) -> int:
    """Read a headline, or a clause whose verb was taken for an adjective, as past."""
    tokens = sentence.tokens
    if sentence.part is Part.TITLE:
        return PAST
    over = index
    while tokens[over].head != over:
        over = tokens[over].head
        if any(token.head == over and token.tag in ("VBN", "VBD") for token in tokens):
            return PAST
    return PRESENT


def _present_weekday(sentence: Sentence, index: int, verb: int, preposition: str) -> int:
    """Look at a weekday under a present tense: it is ahead where it is the verb's own."""
    tokens = sentence.tokens
    if preposition in _ENDS:
        return FUTURE
    if sentence.part is Part.TITLE or tokens[verb].lemma.lower() == "say":
        return PAST  # Storm hits coast on Friday
    over = tokens[tokens[index].head] if preposition else tokens[index]
    noun = tokens[over.head]
    if over.head == verb or noun.dep in ("dobj", "attr", "oprd", "acomp", "xcomp"):
        return FUTURE
    return FUTURE if noun.lemma.lower() in _words("scheduled_nouns") else PAST


def _governor(tokens: tuple[Token, ...], index: int) -> int | None:
    """Climb to the nearest verb, or to an adjective of planning."""
    for _ in range(len(tokens)):
        token = tokens[index]
        if token.pos in ("VERB", "AUX"):
            return index
        if token.pos == "ADJ" and token.lemma.lower() in _words("planning_verbs"):
            return index
        if token.head == index:
            return None
        index = token.head
    return None


def _deed(tokens: tuple[Token, ...], index: int, verb: int) -> int:
    """Return the deed that a day belongs to where the parse gives it to a verb below the deed.

    Either to its aim, `fired shots to disperse them on Friday`, or to what was said that day, `said
    on Friday it would close`.
    """
    above = tokens[verb].head
    first = tokens[index].head if tokens[index].dep == "pobj" else index
    aim = tokens[verb].dep == "advcl" and "to" in _helpers(tokens, verb)
    said = tokens[verb].dep == "ccomp" and first == above + 1
    return above if tokens[above].tag == "VBD" and (aim or said) else verb


def _helpers(tokens: tuple[Token, ...], verb: int) -> set[str]:
    return {token.text.lower() for token in _helping(tokens, verb)}


def _helping(tokens: tuple[Token, ...], verb: int) -> list[Token]:
    return [token for token in tokens if token.head == verb and token.dep in _HELPING]


def _look(tokens: tuple[Token, ...], verb: int, preposition: str) -> int:
    """Read the tense of a verb from its form and its auxiliaries, climbing from infinitives."""
    for _ in range(len(tokens)):
        token = tokens[verb]
        helpers = [helper for helper in _helping(tokens, verb) if helper is not token]
        words = {helper.text.lower() for helper in helpers}
        tags = {helper.tag for helper in helpers} | {token.tag}
        if words & _MODALS_AHEAD and "have" not in words:
            missed = "could" in words and not words.isdisjoint({"not", "n't", "n’t"})
            return PAST if missed and preposition not in _DEADLINES else FUTURE
        if _plans(token, preposition):
            return PAST if "had" in words else FUTURE  # had been due on Monday, and was not
        if "to" in words and "have" not in words:
            if _lapsed(tokens, token.head):
                return PAST
            if preposition in _DEADLINES or not _happens_with(tokens, verb):
                return FUTURE
        elif "VBD" in tags or words & _HAVE:
            return PAST
        elif tags & {"VBZ", "VBP"}:
            past_too = token.tag == "VBP" and token.lemma.lower() in _words("invariant_verbs")
            return PAST if past_too else PRESENT
        elif token.tag == "VBN":
            return PAST
        if token.head == verb:
            return PRESENT
        above = _governor(tokens, token.head)
        if above is None:
            return PRESENT
        verb = above
    return PRESENT


def _lapsed(tokens: tuple[Token, ...], over: int) -> bool:
    """Whether a plan is over: had been due to meet on Tuesday."""
    above = next((i for i in (over, tokens[over].head) if "had" in _helpers(tokens, i)), None)
    return above is not None and _plans(tokens[over], "")


def _plans(token: Token, preposition: str) -> bool:
    """Whether a date under this word lies ahead: scheduled for, postponed to, due on Monday.

    A bare day is ahead of what is set for it, and of nobody who sets: `set fire to it Monday`.
    """
    lemma = token.lemma.lower()
    if lemma in _words("shifting_verbs"):
        return preposition in _AIMS or (not preposition and token.tag == "VBN")
    return lemma in _words("planning_verbs")


def _is_prepared(tokens: tuple[Token, ...], index: int, verb: int) -> bool:
    """Whether a date lies under what a verb prepares for: called for a strike on Saturday."""
    if tokens[verb].lemma.lower() not in _words("preparing_verbs"):
        return False
    while tokens[index].head not in (index, verb):
        index = tokens[index].head
    if tokens[index].text.lower() == "for":
        return True
    # The parse may hang the day on the verb; a present perfect has no day of its own.
    return not _helpers(tokens, verb).isdisjoint({"have", "has", "'ve", "’ve"})


def _happens_with(tokens: tuple[Token, ...], verb: int) -> bool:
    """Whether an infinitive took place when its governor did: told to leave, had to stop."""
    token = tokens[verb]
    over = tokens[token.head]
    if token.head == verb or over.pos not in ("VERB", "AUX"):
        return False
    if over.lemma.lower() == "vote":
        return token.lemma.lower() in _DECIDED
    return over.lemma.lower() in _words("implicative_verbs") or over.lemma.lower() == "have"
