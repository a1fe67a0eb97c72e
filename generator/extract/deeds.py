"""Times that date something else than the event: a deed before its verdict, a season, a past."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from generator import edtf, lexicons
from generator.extract.scene import Scene, ancestors
from generator.extract.telling.tree import SUBJECTS
from generator.model import Timex

_REASONS = frozenset({"for", "of", "over", "with"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_NAMING = frozenset({"compound", "nmod", "nummod", "poss"})
_ASIDES = frozenset({"acl", "pcomp", "relcl"})
_AFTER = frozenset({"after", "follow"})
"""Lemmas: that of the preposition `following` is `follow`."""
_NOMINAL = frozenset({"ADJ", "ADV", "DET", "NOUN", "NUM", "PROPN"})
_BEFORE = frozenset({"after", "although", "because", "before", "since", "though", "until"})
_WHICH = frozenset({"where", "which", "who", "whom", "whose"})
_THAN = frozenset({"against", "from", "than"})
_PERIODS = frozenset({"month", "period", "quarter", "time", "week"})
"""Of a time before, where they are the same: `compared with the same period last year`."""
_UNITS = frozenset({"%", "cent", "euro", "percent", "point", "pound"})
_WITHIN = frozenset({"as", "at", "by", "during", "from", "in", "of", "on"})
"""Prepositions of the event that another is part of: `two died in Sunday's attack`."""
_SEASON = re.compile(r"\d{4}-2[1-4]")
_DAYS = 7
"""A day or week after a noun may as well be the verdict's own: `charged with murder on Monday`."""


def of_deed(scene: Scene, timex: Timex, head: int, token: int) -> bool:
    """Whether a time dates the deed that somebody is convicted or accused of, not the verdict."""
    tree = scene.tree
    for index in (head, *ancestors(tree, head)):
        word = tree.tokens[index]
        if word.dep not in {"pcomp", "pobj"} or scene.lower(word.head) not in _REASONS:
            continue
        if scene.lower(tree.tokens[word.head].head) not in lexicons.lines("en/deed_words"):
            continue
        if index == head or token in tree.subtree(index):
            continue
        if word.dep == "pcomp" or not _fine(timex):
            return True
    return _over(scene, timex, head, token)


def _over(scene: Scene, timex: Timex, head: int, token: int) -> bool:
    """Whether a month or year follows the noun that somebody is held over, wherever it hangs."""
    tree = scene.tree
    if _fine(timex) or scene.lower(token) not in lexicons.lines("en/deed_words"):
        return False
    day = any(_fine(other) for other in scene.timexes if other is not timex and other.edtf)
    opening = tree.tokens[head].head
    near = (token, *tree.having(token, "dobj"))
    for prep in (p for i in near for p in tree.having(i, "prep")):
        reason = tree.child(prep, "pobj")
        over = scene.lower(prep) == "over" or (day and scene.lower(prep) == "for")
        if over and reason is not None and prep < head:
            return max(tree.subtree(reason)) + 1 in {opening, min(tree.subtree(head))}
    return False


def of_doer(scene: Scene, head: int, token: int) -> bool:
    """Whether a time stands in an aside that only tells who or which one is meant.

    `the man, who was arrested in May, was charged`: in May he was arrested.
    """
    tree = scene.tree
    above = (head, *ancestors(tree, head))
    for at, aside in enumerate(above):
        if tree.tokens[aside].dep != "relcl":
            continue
        inner = above[:at]
        if token not in inner and any(tree.tokens[i].dep == "advcl" for i in inner):
            return True  # `was found in the ferry which was raised after it sank on Monday`
        inside = tree.subtree(aside)
        opening = [tree.tokens[i].text.lower() for i in range(min(inside) - 1, min(inside) + 1)]
        apart = opening[0] == "," and opening[1] in _WHICH and token not in inside
        if apart and not _happens(scene, aside, token):
            return True
    return False


def of_aside(scene: Scene, timex: Timex, head: int, token: int) -> bool:
    """Whether a month or year stands in a clause beside the event word, or says which thing.

    `jailed a man who fled in 2019`, `freed him after a coup in 2019`, `upheld the 2019 ruling`,
    `a ship built in 1998 sank`.
    """
    tree = scene.tree
    if _fine(timex):
        return False
    if tree.tokens[head].dep in _NAMING and _names(scene, head, token):
        return True
    for i in (head, *ancestors(tree, head)):
        if i == token or token in tree.subtree(i):
            return False
        if _beside(scene, i) and not _happens(scene, i, token):
            return True
    return False


def _names(scene: Scene, head: int, token: int) -> bool:
    """Whether a year says which event is meant, and it is not the one that this one is part of."""
    tree = scene.tree
    noun = tree.tokens[head].head
    prep = tree.tokens[noun].head
    judged = scene.lower(token) in lexicons.lines("en/deed_words")
    within = scene.lower(prep) in _WITHIN and tree.tokens[prep].head == token and not judged
    contest = scene.lower(noun) in lexicons.lines("en/scheduled_nouns")
    return noun != token and scene.lower(noun) in _happenings() and not (within or contest)


def _beside(scene: Scene, index: int) -> bool:
    """Whether a word opens a clause or phrase with a time of its own: `who …`, `after a coup …`."""
    tree = scene.tree
    word = tree.tokens[index]
    if word.dep == "prep":
        object_ = tree.child(index, "pobj")
        return scene.lower(index) in _AFTER and object_ not in scene.times
    marks = {scene.lower(c) for c in tree.having(index, "mark")}
    return word.dep in _ASIDES or (word.dep == "advcl" and bool(marks & _BEFORE))


def _happens(scene: Scene, aside: int, token: int) -> bool:
    """Whether an aside tells of the event that does it: `the raid, which was in May, killed 30`."""
    tree = scene.tree
    noun = tree.tokens[aside].head
    if tree.tokens[noun].pos not in {"NOUN", "PROPN"}:
        return False
    if tree.tokens[noun].dep == "pobj" and noun != token:  # `the raid on Gao, which …`
        noun = tree.tokens[tree.tokens[noun].head].head
    does = tree.tokens[noun].dep == "nsubj" and tree.tokens[noun].head == token
    words = {scene.lower(i) for i in (noun, *tree.having(noun, "compound"))}
    return noun == token or (does and bool(words & _happenings()))


def of_occasion(scene: Scene, head: int, token: int) -> bool:
    """Whether a time names the event that another is about: `charged over the May 11 attacks`."""
    tree = scene.tree
    noun = tree.tokens[head].head
    if tree.tokens[head].dep not in _NAMING or noun in (token, head):
        return False
    prep = tree.tokens[noun].head
    about = tree.tokens[noun].dep == "pobj" and scene.lower(prep) not in _WITHIN
    verb = tree.tokens[token].pos == "VERB" and token in ancestors(tree, noun)
    return about and verb and scene.lower(noun) in _happenings()


def of_comparison(scene: Scene, head: int, token: int) -> bool:
    """Whether a time is that of an older number: `rose to 80 from 70 a year earlier`."""
    tree = scene.tree
    first = min(tree.subtree(head))
    if first > 1 and scene.lower(first - 2) == "same" and scene.lower(first - 1) in _PERIODS:
        return True
    for index in (head, *ancestors(tree, head)):
        if index == token:
            return False
        if tree.tokens[index].pos == "VERB":
            compared = scene.lower(index) == "compare" and tree.tokens[index].dep != "ROOT"
            return compared and tree.child(index, *SUBJECTS) is None
        older = tree.child(index, "pobj") if scene.lower(index) in _THAN else None
        if older is not None and older != head and tree.tokens[older].tag == "CD":
            return True
        if older is not None and older != head and scene.lower(older) in _UNITS:
            return True
    return False


@cache
def _happenings() -> frozenset[str]:
    return frozenset(row[0] for row in lexicons.table("en/triggers") if row[1] == "n")


def of_season(scene: Scene, timex: Timex) -> bool:
    """Whether a season or feast only says what kind of thing it is: `the Christmas market`."""
    inside = scene.tree.within(timex)
    season = _SEASON.fullmatch(timex.edtf or "") is not None
    if not inside or not (season or timex.text.lower() in feasts()):
        return False
    word = scene.tree.tokens[inside[-1]]
    return word.dep in _MODIFIERS and word.head not in inside


@cache
def feasts() -> frozenset[str]:
    """Return the named days whose name says nothing of a day: `Easter`, not `Easter Monday`."""
    return frozenset(row[0] for row in lexicons.table("en/time_holidays") if " " not in row[0])


def begins_after(timex: Timex, day: dt.date) -> bool:
    """Whether a time lies wholly after a day."""
    return after(timex.edtf or "", day)


def after(date: str, day: dt.date) -> bool:
    """Whether a date lies wholly after a day; one without bounds does not."""
    try:
        low, _ = edtf.bounds(date)
    except ValueError:
        return False
    return low > day


def before(date: str, day: dt.date) -> bool:
    """Whether a date lies wholly before a day; one without bounds does not."""
    try:
        _, high = edtf.bounds(date)
    except ValueError:
        return False
    return high < day


def _fine(timex: Timex) -> bool:
    try:
        low, high = edtf.bounds(timex.edtf or "")
    except ValueError:
        return False
    return (high - low).days <= _DAYS


def of_record(scene: Scene, head: int, token: int | None = None) -> bool:
    """Whether a time is that of the record before: `the worst flood since 1996, when 83 died`.

    It dates what its own clause tells, and no other event word.
    """
    tree = scene.tree
    above = ancestors(tree, head)
    since = next((i for i in above[:2] if scene.lower(i) == "since"), None)
    if since is None or (token is not None and _when(scene, head) < token):
        return False
    near = {
        i
        for top in ancestors(tree, since)[:2]
        for told in (top, *tree.having(top, "attr", "dobj"))
        for i in (told, *tree.having(told, "amod", "advmod", "nummod", "det"))
    }
    return any(_superlative(scene, i) for i in (*near, *_phrase_before(scene, since)))


def _superlative(scene: Scene, token: int) -> bool:
    return scene.tree.tokens[token].tag in {"JJS", "RBS"} or scene.lower(token) == "first"


def _phrase_before(scene: Scene, end: int) -> Iterator[int]:
    """Yield the words of the noun phrase right before a word, from its end."""
    for at in range(end - 1, -1, -1):
        if scene.tree.tokens[at].pos not in _NOMINAL:
            return
        yield at


def of_earlier(scene: Scene, noun: int) -> bool:
    """Whether a sentence compares an event and tells the one before: `since 1996, when 83 died`."""
    end = len(scene.tree.tokens)
    return any(of_record(scene, head, noun) and _when(scene, head) < end for head in scene.times)


def _when(scene: Scene, head: int) -> int:
    """Return the `when` right behind a time; the end of the sentence where there is none."""
    tokens = scene.tree.tokens
    near = range(head + 1, min(head + 4, len(tokens)))
    return next((i for i in near if tokens[i].text.lower() == "when"), len(tokens))
