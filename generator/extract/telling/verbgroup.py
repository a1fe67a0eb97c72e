"""The verb of a headline (present) and of a gist (past), in the voice of the text."""

from __future__ import annotations

from generator import lexicons
from generator.extract.telling.clause import Clause
from generator.extract.telling.tree import Tree
from generator.extract.telling.verb import inflect, of_form, past, present
from generator.extract.telling.view import View

_CLIPPED = {"'re": "be", "'s": "be", "'ve": "have", "’re": "be", "’s": "be", "’ve": "have"}
_MODALS = frozenset({"can", "could", "may", "might", "must", "should", "would"})


def idiom(tree: Tree, verb: int) -> str | None:
    """Return the plain verb for a verb with its object: `die` for `lose their lives`."""
    thing = tree.child(verb, "dobj")
    if thing is None:
        found = idiom_object(tree, verb)
        return found[1] if found is not None else None
    pair = (tree.tokens[verb].lemma.casefold(), tree.tokens[thing].lemma.casefold())
    return next((row[2] for row in lexicons.table("en/verb_idioms") if row[:2] == pair), None)


def idiom_object(tree: Tree, verb: int) -> tuple[int, str] | None:
    """Return the noun of `are in talks` with the verb that has it for an object: `hold`."""
    word = tree.tokens[verb].lemma.casefold()
    for prep in tree.having(verb, "prep"):
        for thing in tree.having(prep, "pobj"):
            parts = {tree.tokens[i].lemma.casefold() for i in tree.subtree(thing)}
            for lead, by, noun, plain in lexicons.table("en/prepositional_idioms"):
                if lead == word and by == tree.tokens[prep].text and noun in parts:
                    return prep, plain
    return None


def lemma(view: View, verb: int, *, says: bool = False) -> str:
    """Return the verb's lemma, a plain one for a loaded one."""
    plain = idiom(view.tree, verb)
    if plain is not None:
        return plain
    token = view.tree.tokens[verb]
    word = of_form(token.text, token.tag, token.lemma.casefold())
    if view.tree.tokens[verb].pos == "AUX" or not word.isalpha():
        word = _CLIPPED.get(view.tree.tokens[verb].text.casefold(), word)
    target = view.tree.child(verb, "dobj", "nsubjpass") is not None
    for loaded, neutral, where in lexicons.table("en/neutral_verbs"):
        fits = target and where == ("object" if view.spoken else "force")
        if loaded == word and (where == "always" or says or fits):
            return neutral
    return word


def verb_group(view: View, clause: Clause, *, plural: bool, says: bool = False) -> str:
    """Word the verb with its auxiliaries and negation."""
    tree = view.tree
    helpers = [tree.tokens[i] for i in tree.having(clause.finite, "aux")]
    modal = next((t.text.casefold() for t in helpers if t.text.casefold() in _MODALS), None)
    will = any(t.text.casefold() in {"will", "'ll", "’ll"} for t in helpers)
    if view.planned and modal == "would":  # `said that they would strike in June`
        will, modal = True, None
    negated = tree.child(clause.verb, "neg") is not None
    word = lemma(view, clause.verb, says=says)
    base = f"be {inflect(word, 'VBN')}" if clause.passive else word
    no = "not " if negated else ""
    if modal:
        return f"{modal} {no}{base}"
    if will or (view.planned and _to_come(tree, clause.verb, word)):
        be = present if view.now else past
        set_for = "" if view.headline else f"{be('be', plural=plural)} "
        return f"{set_for}{no}to {base}"
    return _finite(view, word, clause.verb, passive=clause.passive, negated=negated, plural=plural)


def _to_come(tree: Tree, verb: int, word: str) -> bool:
    """Whether what is set for later is told in the present: `the talks start on 28 April`."""
    led = any(tree.tokens[a].text.casefold() == "to" for a in tree.having(verb, "aux"))
    told = tree.tokens[verb].tag in {"VBP", "VBZ"} or (led and tree.tokens[verb].dep != "ROOT")
    plans = word == "be" or word in lexicons.lines("en/planning_verbs")
    return told and not plans and word not in lexicons.lines("en/telling_verbs")


def set_for_later(tree: Tree, verb: int) -> bool:
    """Whether a `be` has no content but `to meet`."""
    return any(
        tree.tokens[a].text.casefold() == "to"
        for x in tree.having(verb, "xcomp")
        for a in tree.having(x, "aux")
    )


def _finite(view: View, word: str, verb: int, *, passive: bool, negated: bool, plural: bool) -> str:
    tense = present if view.now else past
    no = "not " if negated else ""
    if passive:
        participle = inflect(word, "VBN")
        return (
            f"{no}{participle}"
            if view.headline
            else f"{tense('be', plural=plural)} {no}{participle}"
        )
    if word == "be":
        if view.headline and set_for_later(view.tree, verb):
            return "not" if negated else ""
        return f"{tense('be', plural=plural)}{' not' if negated else ''}"
    if negated:
        return f"{tense('do', plural=plural)} not {word}"
    return tense(word, plural=plural)
