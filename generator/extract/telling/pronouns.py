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
_AS_OBJECT = {"her": "she", "him": "he", "them": "they"}
_IN_NUMBER = {"it": frozenset({"NN"}), "them": frozenset({"NNS"})}


def meant(view: View, pronoun: int, *, patient: bool) -> str | None:
    """Name whom or what a pronoun stands for, as far as its sentence and the event tell."""
    word = view.tree.tokens[pronoun].text.casefold()
    return (
        _owner(view, pronoun)
        or _referent(view, _AS_OBJECT.get(word, word), patient=patient)
        or _told_before(view, pronoun)
    )


def _owner(view: View, pronoun: int) -> str | None:
    """Name the one whose body does something to them: `Oliveira's party suspended her`."""
    tree = view.tree
    who = tree.child(tree.tokens[pronoun].head, "nsubj")
    owner = tree.child(who, "poss") if who is not None else None
    person = tree.tokens[pronoun].text.casefold() in {"her", "him"} and owner in view.persons
    whole = person and tree.tokens[pronoun].dep == "dobj"
    return view.names.get(owner or 0) if whole else None


def _referent(view: View, word: str, *, patient: bool) -> str | None:
    """Name the actor of the event that a pronoun stands for."""
    if word not in {"he", "she", "it", "they", "who", "which", "that", "i", "we"}:
        return None
    wanted = {"patient"} if patient else {"agent", "speaker", "participant"}
    kinds = _STANDS_FOR.get(word, frozenset(NameKind))
    fits = (name for role, name, kind in view.referents if role in wanted and kind in kinds)
    return next(fits, None)


def _told_before(view: View, pronoun: int) -> str | None:
    """Word what was told before a pronoun: a last subject for `they`, a first object for `them`.

    `Pupils … ; they will …`; `shut six stations and reopened them`.
    """
    tokens = view.tree.tokens
    if tokens[pronoun].dep == "dobj":
        return _same_object(view, pronoun)
    if tokens[pronoun].text.casefold() != "they":
        return None
    subjects = (i for i in range(pronoun - 1, -1, -1) if tokens[i].dep in SUBJECTS)
    nearest = next((i for i in subjects if tokens[i].tag != "PRP"), None)
    common = nearest is not None and tokens[nearest].tag == "NNS"
    return phrase(view, nearest, level=1) if nearest is not None and common else None


def _same_object(view: View, pronoun: int) -> str | None:
    """Word the object of the verb that a pronoun's own verb is joined to."""
    tokens = view.tree.tokens
    verb = tokens[pronoun].head
    tags = _IN_NUMBER.get(tokens[pronoun].text.casefold(), frozenset())
    first = view.tree.child(tokens[verb].head, "dobj") if tokens[verb].dep == "conj" else None
    agrees = first is not None and first < verb and tokens[first].tag in tags
    return phrase(view, first, level=1) if first is not None and agrees else None
