"""Times that date something else than the event: a deed before its verdict, a season, a promise."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from generator import edtf, lexicons
from generator.extract.scene import Scene, ancestors
from generator.model import Timex

_REASONS = frozenset({"for", "of", "over", "with"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
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
    opening = tree.tokens[head].head
    for prep in tree.having(token, "prep"):
        reason = tree.child(prep, "pobj")
        if scene.lower(prep) == "over" and reason is not None and prep < opening:
            return max(tree.subtree(reason)) + 1 == opening
    return False


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


def _fine(timex: Timex) -> bool:
    try:
        low, high = edtf.bounds(timex.edtf or "")
    except ValueError:
        return False
    return (high - low).days <= _DAYS
