"""Verbs that only say that there were deaths: `resulted in nine deaths` is `killed nine`."""

from __future__ import annotations

from generator import lexicons
from generator.extract.telling.clause import Clause
from generator.extract.telling.phrase import join
from generator.extract.telling.pieces import NEEDED, Piece, complements, plural, subject_of
from generator.extract.telling.verb import past, present
from generator.extract.telling.view import View

_DOES = {"death": "kill", "fatality": "kill", "injury": "injure", "life": "kill"}


def harmed(view: View, clause: Clause) -> list[Piece] | None:
    """Word an event that caused deaths as one that killed."""
    tree = view.tree
    found = _counted(view, clause)
    subject = subject_of(view, clause)
    if found is None or subject is None or clause.passive:
        return None
    toll, verb = found
    count = join(view, [i for n in tree.having(toll, "nummod") for i in tree.subtree(n)])
    word = (present if view.now else past)(verb, plural=plural(view, clause.subject))
    one = count.casefold() in {"1", "one"}
    people = "" if view.headline else (" person" if one else " people")
    rest = complements(view, clause.verb, passive=False) or []
    places = [p for p in rest if p.local and tree.tokens[toll].lemma not in p.wordings[0]]
    return [subject, Piece(wordings=(f"{word} {count}{people}",), rank=NEEDED), *places]


def _counted(view: View, clause: Clause) -> tuple[int, str] | None:
    """Return the counted deaths or injuries that the verb is about, and the verb to use."""
    tree = view.tree
    causes = lexicons.table("en/verbs_of_consequence")
    lemma = tree.tokens[clause.verb].lemma.casefold()
    for wanted in (row[1] for row in causes if row[0] == lemma):
        above = (
            [clause.verb]
            if wanted == "-"
            else [p for p in tree.having(clause.verb, "prep") if tree.tokens[p].text == wanted]
        )
        for thing in (o for a in above for o in tree.having(a, "dobj", "pobj")):
            verb = _DOES.get(tree.tokens[thing].lemma.casefold())
            if verb is not None and tree.child(thing, "nummod") is not None:
                return thing, verb
    return None
