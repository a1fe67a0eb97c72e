"""What a verb cannot do without: `depend on`, `find guilty`, `declare the winner`."""

from __future__ import annotations

from dataclasses import replace

from generator import lexicons
from generator.extract.telling.phrase import join
from generator.extract.telling.tree import SUBJECTS
from generator.extract.telling.verb import past
from generator.extract.telling.verbgroup import lemma
from generator.extract.telling.view import View

_LONGEST = 14
"""Tokens of a clause that a preposition can carry."""


def preposition(view: View, verb: int) -> int | None:
    """Return the preposition that the verb needs, where the text has it."""
    word = lemma(view, verb)
    wanted = {row[1] for row in lexicons.table("en/needed_prepositions") if row[0] == word}
    found = view.tree.having(verb, "prep", "dative")
    return next((p for p in found if view.tree.tokens[p].text.casefold() in wanted), None)


def clause_after(view: View, prep: int) -> str | None:
    """Word `on whether Lima is ready`, one step back in a gist; None where it is too long."""
    tree = view.tree
    verb = tree.child(prep, "pcomp")
    if verb is None or tree.child(verb, "mark") is None or tree.child(verb, *SUBJECTS) is None:
        return None
    below = [i for i in tree.subtree(verb) if i not in view.hidden]
    if len(below) > _LONGEST:
        return None
    if view.headline:
        below = [i for i in below if tree.tokens[i].text.casefold() not in {"a", "an", "the"}]
    told = view
    if not view.now and tree.tokens[verb].tag in {"VBZ", "VBP"}:
        plural = tree.tokens[verb].tag == "VBP"
        told = replace(view, names={**view.names, verb: past(lemma(view, verb), plural=plural)})
    return join(told, [prep, *below])


def two_objects(view: View, verb: int) -> bool:
    """Whether the verb has a second object that says what the first one is made."""
    return lemma(view, verb) in lexicons.lines("en/naming_verbs")


def small_clause(view: View, verb: int) -> tuple[int, int] | None:
    """Return subject and predicate of `found him guilty`, `shot down two rockets fired at …`."""
    tree = view.tree
    clause = tree.child(verb, "ccomp")
    if clause is None or lemma(view, verb) in lexicons.lines("en/telling_verbs"):
        return None
    subject = tree.child(clause, *SUBJECTS)
    bare = not tree.having(clause, "mark", "aux", "auxpass")
    shaped = tree.tokens[clause].pos == "ADJ" or tree.tokens[clause].tag == "VBN"
    return (subject, clause) if subject is not None and subject > verb and bare and shaped else None
