"""A clause as pieces that fit together, each with shorter wordings and a rank."""

from __future__ import annotations

from dataclasses import dataclass

from generator import lexicons
from generator.extract.telling.clause import Clause
from generator.extract.telling.phrase import LEVELS, join, phrase
from generator.extract.telling.tree import SUBJECTS, VERBAL
from generator.extract.telling.verb import inflect
from generator.extract.telling.verbgroup import idiom, lemma, verb_group
from generator.extract.telling.view import View

NEEDED = 0
"""Rank of a piece without which the words are no sentence."""
_TAIL = 4
_PRONOUNS = {"PRP", "PRP$", "WP", "WDT", "DT", "EX"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One part of the sentence to be."""

    wordings: tuple[str, ...]
    """From the fullest to the shortest."""
    rank: int
    """0 cannot be left out; of the others the highest goes first."""


def pieces(view: View, clause: Clause) -> list[Piece] | None:
    """Cut a clause into pieces in the order of the text; None where a part cannot be named."""
    subject = noun(view, clause.subject, patient=clause.passive)
    if subject is None:
        return None
    many = plural(view, clause.subject)
    if clause.passive and view.headline:
        subject = _without_people(view, clause.subject, subject)
    verb = verb_group(view, clause, plural=many)
    found = [subject, Piece(wordings=(verb,), rank=NEEDED)]
    rest = complements(view, clause.verb, passive=clause.passive)
    if rest is None:
        return None
    return [*found, *rest, *_second_verb(view, clause, many=many)]


def _without_people(view: View, head: int, subject: Piece) -> Piece:
    """Cut `Four people killed` to `Four killed`."""
    tree = view.tree
    counted = tree.having(head, "nummod")
    if tree.tokens[head].text.casefold() not in {"people", "persons"} or not counted:
        return subject
    return Piece(wordings=(join(view, tree.subtree(counted[0])),), rank=subject.rank)


def _second_verb(view: View, clause: Clause, *, many: bool) -> list[Piece]:
    """Word what the same subject did as well: `and wounds eight`."""
    tree = view.tree
    verb = tree.child(clause.verb, "conj")
    if verb is None or tree.tokens[verb].pos != "VERB" or tree.having(verb, "neg", "aux", "ccomp"):
        return []
    own = tree.child(verb, *SUBJECTS)
    passive = clause.passive if own is None else tree.tokens[verb].tag == "VBN"
    counted = own is not None and tree.tokens[own].tag == "CD"
    if (own is not None and not counted) or (passive and tree.having(verb, "dobj")):
        return []
    other = Clause(verb=verb, subject=clause.subject, passive=passive, finite=verb)
    group = verb_group(view, other, plural=many)
    rest = complements(view, verb, passive=passive) or []
    needed = " ".join(p.wordings[-1] for p in rest if p.rank == NEEDED)
    if not passive and not needed:
        return []
    join_by = "," if view.headline and own is not None else "and"
    who = f"{join_by} {spelled(view, own)}" if own is not None else join_by
    return [Piece(wordings=(f"{who} {group} {needed}".strip(),), rank=1)]


def noun(view: View, head: int, *, patient: bool = False, rank: int = NEEDED) -> Piece | None:
    """Word a noun phrase, a pronoun by the actor it stands for."""
    token = view.tree.tokens[head]
    if token.tag in _PRONOUNS:
        name = _referent(view, token.text.casefold(), patient=patient)
        return Piece(wordings=(name,), rank=rank) if name else None
    wordings = dict.fromkeys(phrase(view, head, level=level) for level in range(LEVELS))
    full = tuple(w for w in wordings if w)
    return Piece(wordings=full, rank=rank) if full else None


def _referent(view: View, word: str, *, patient: bool) -> str | None:
    if word not in {"he", "she", "it", "they", "who", "which", "that"}:
        return None
    wanted = {"patient"} if patient else {"agent", "speaker", "participant"}
    return next((name for role, name in view.referents if role in wanted), None)


def plural(view: View, subject: int) -> bool:
    """Whether a subject takes the plural verb."""
    tree = view.tree
    token = tree.tokens[subject]
    if tree.having(subject, "conj") and any(
        tree.tokens[c].text.casefold() == "and" for c in tree.having(subject, "cc")
    ):
        return True
    if view.names.get(subject) and token.ner != "O":
        return False
    word = token.text.casefold()
    if token.tag == "CD":
        return word not in {"one", "1"}
    return token.tag in {"NNS", "NNPS"} or word in lexicons.lines("en/plural_words")


def complements(view: View, verb: int, *, passive: bool) -> list[Piece] | None:
    """Word what follows the verb; None where its object is a pronoun that nobody is known for."""
    tree = view.tree
    found: list[Piece] = []
    plain = idiom(view.tree, verb) is not None
    needs_prep = not tree.having(verb, "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd")
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child in view.hidden or (child < verb and token.dep not in {"dobj", "attr"}):
            continue
        if plain and token.dep == "dobj":
            continue
        if token.dep in {"dobj", "attr", "oprd", "dative"} and token.pos != "ADP":
            piece = noun(view, child, patient=True)
            if piece is None:
                return None
            found.append(piece)
        elif token.dep == "acomp":
            found.append(_adjective(view, child))
        elif token.dep == "prt":
            found.append(Piece(wordings=(token.text,), rank=NEEDED))
        elif token.dep == "advmod" and needs_prep and token.tag in {"RB", "RBR"}:
            found.append(Piece(wordings=(token.text,), rank=1))
        elif token.dep == "xcomp":
            found.extend(_open_clause(view, child))
        elif token.dep in {"prep", "agent"}:
            piece = _oblique(view, child, needed=needs_prep or (passive and token.dep == "agent"))
            if piece is not None:
                found.append(piece)
                needs_prep = False
        elif token.dep == "advcl" and token.tag == "VBG" and not tree.having(child, "mark", "aux"):
            found.extend(_result(view, child))
    return found


def _adjective(view: View, child: int) -> Piece:
    kept = [i for i in view.tree.subtree(child) if i not in view.hidden]
    return Piece(wordings=(join(view, kept), spelled(view, child)), rank=NEEDED)


def spelled(view: View, index: int) -> str:
    """Spell one token alone."""
    return join(view, [index])


def _open_clause(view: View, verb: int) -> list[Piece]:
    """Word `to repair the line`, `repairing the line`."""
    token = view.tree.tokens[verb]
    if token.pos not in VERBAL:
        return [_adjective(view, verb)]
    to = any(view.tree.tokens[c].text.casefold() == "to" for c in view.tree.having(verb, "aux"))
    word = f"to {inflect(lemma(view, verb), 'VB')}" if to else token.text
    rest = complements(view, verb, passive=False) or []
    return [Piece(wordings=(word,), rank=NEEDED), *rest]


def _oblique(view: View, prep: int, *, needed: bool) -> Piece | None:
    """Word a prepositional phrase; places rank before partners, and both before the rest."""
    tree = view.tree
    word = tree.tokens[prep].text.casefold()
    objects = [o for o in tree.having(prep, "pobj") if o not in view.hidden]
    if word in lexicons.lines("en/loose_prepositions") or not objects:
        return None
    if tree.tokens[objects[0]].tag in _PRONOUNS:
        return None
    local = any(i in view.located for i in [*objects, *tree.children[objects[0]]])
    ranks = (NEEDED if needed and not local else 1, 2 if word in {"with", "against"} else 3)
    rank = ranks[0] if needed or local else ranks[1]
    if view.tree.tokens[prep].dep == "agent":
        rank = min(rank, 1)
    texts = dict.fromkeys(f"{word} {phrase(view, objects[0], level=n)}" for n in range(LEVELS))
    return Piece(wordings=tuple(texts), rank=rank)


def _result(view: View, verb: int) -> list[Piece]:
    """Word what the event led to: `, killing three`."""
    rest = complements(view, verb, passive=False)
    if not rest or rest[0].rank != NEEDED:
        return []
    texts: dict[str, None] = {}
    for at in range(max(len(p.wordings) for p in rest)):
        words = [p.wordings[min(at, len(p.wordings) - 1)] for p in rest if p.rank == NEEDED]
        texts[f", {view.tree.tokens[verb].text} {' '.join(words)}"] = None
    return [Piece(wordings=tuple(texts), rank=_TAIL)]
