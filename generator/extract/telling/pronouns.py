"""Whom a pronoun stands for."""

from __future__ import annotations

from generator.extract.telling.phrase import phrase
from generator.extract.telling.tree import SUBJECTS
from generator.extract.telling.view import View
from generator.model import NameKind

_THINGS = frozenset({NameKind.ORGANISATION, NameKind.STATE, NameKind.GROUP})
_STANDS_FOR = {
    "he": frozenset({NameKind.PERSON}),
    "i": frozenset({NameKind.PERSON}),
    "it": _THINGS,
    "she": frozenset({NameKind.PERSON}),
    "they": _THINGS,
}


def referent(view: View, word: str, *, patient: bool) -> str | None:
    """Name the actor of the event that a pronoun stands for."""
    if word not in {"he", "she", "it", "they", "who", "which", "that", "i", "we"}:
        return None
    wanted = {"patient"} if patient else {"agent", "speaker", "participant"}
    kinds = _STANDS_FOR.get(word, frozenset(NameKind))
    fits = (name for role, name, kind in view.referents if role in wanted and kind in kinds)
    return next(fits, None)


def told_before(view: View, pronoun: int) -> str | None:
    """Word the last subject before `they` that it can stand for: `Pupils … ; they will …`."""
    tokens = view.tree.tokens
    if tokens[pronoun].text.casefold() != "they":
        return None
    subjects = (i for i in range(pronoun - 1, -1, -1) if tokens[i].dep in SUBJECTS)
    nearest = next((i for i in subjects if tokens[i].tag != "PRP"), None)
    common = nearest is not None and tokens[nearest].tag == "NNS"
    return phrase(view, nearest, level=1) if nearest is not None and common else None
