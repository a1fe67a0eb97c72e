"""The same clause the other way round: `X was fined by the court` for `the court fined X`."""

from __future__ import annotations

from dataclasses import replace

from generator import lexicons
from generator.extract.telling.clause import Clause
from generator.extract.telling.harm import harmed
from generator.extract.telling.pieces import NEEDED, Piece, complements, noun, plural, subject_of
from generator.extract.telling.verbgroup import idiom, lemma, verb_group
from generator.extract.telling.view import View

_OWN = frozenset({"her", "his", "its", "their"})


def turned(view: View, clause: Clause) -> list[Piece] | None:
    """Word an active clause in the passive, a passive one with its doer in the active."""
    tree = view.tree
    if harmed(view, clause) or tree.having(
        clause.verb, "conj", "ccomp", "advcl", "xcomp", "oprd", "attr"
    ):
        return None
    return _active(view, clause) if clause.passive else _passive(view, clause)


def _passive(view: View, clause: Clause) -> list[Piece] | None:
    tree = view.tree
    thing = tree.child(clause.verb, "dative", "dobj")
    subject = subject_of(view, clause)
    if thing is None or subject is None or tree.tokens[thing].pos not in {"NOUN", "PROPN"}:
        return None
    if any(tree.tokens[i].text.casefold() in _OWN for i in tree.subtree(thing)):
        return None
    if _bound_within(view, clause.verb, thing):
        return None
    fixed = lemma(view, clause.verb) in lexicons.lines("en/active_only_verbs")
    if fixed or idiom(tree, clause.verb) is not None:
        return None
    doer = Piece(wordings=tuple(f"by {words}" for words in subject.wordings), rank=NEEDED)
    other = replace(clause, subject=thing, passive=True)
    return _set(view, other, noun(view, thing), thing, [doer])


def _bound_within(view: View, verb: int, thing: int) -> bool:
    """Whether the parse hangs what the verb needs on its object: `blamed a valve for the fire`."""
    tree = view.tree
    wanted = {
        row[1] for row in lexicons.table("en/needed_prepositions") if row[0] == lemma(view, verb)
    }
    return any(tree.tokens[p].text.casefold() in wanted for p in tree.having(thing, "prep"))


def _active(view: View, clause: Clause) -> list[Piece] | None:
    tree = view.tree
    by = tree.child(clause.verb, "agent")
    doer = tree.child(by, "pobj") if by is not None else None
    thing = subject_of(view, clause)
    if by is None or doer is None or thing is None or tree.tokens[doer].pos == "PRON":
        return None
    if any(c < by for c in tree.having(clause.verb, "prep")):
        return None
    other = replace(clause, subject=doer, passive=False)
    return _set(view, other, noun(view, doer), by, [], after=[thing])


def _set(
    view: View,
    clause: Clause,
    subject: Piece | None,
    moved: int,
    last: list[Piece],
    *,
    after: list[Piece] | None = None,
) -> list[Piece] | None:
    """Put the pieces in order: subject, verb, what has moved behind it, the rest."""
    hidden = replace(view, hidden=view.hidden | set(view.tree.subtree(moved)))
    rest = complements(hidden, clause.verb, passive=clause.passive)
    if subject is None or rest is None:
        return None
    verb = verb_group(view, clause, plural=plural(view, clause.subject))
    bound = [p for p in rest if p.rank == NEEDED]
    loose = [p for p in rest if p.local]
    group = Piece(wordings=(verb,), rank=NEEDED)
    return [subject, group, *(after or []), *bound, *last, *loose]
