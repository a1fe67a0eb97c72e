"""A clause as pieces that fit together, each with shorter wordings and a rank."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from generator import lexicons
from generator.extract.telling.adverbs import AWAY, counts_time, manner, outcome, share, tally
from generator.extract.telling.clause import Clause
from generator.extract.telling.needed import (
    clause_after,
    preposition,
    small_clause,
    two_objects,
)
from generator.extract.telling.phrase import AMOUNTS, LEVELS, join, phrase, score
from generator.extract.telling.pronouns import meant
from generator.extract.telling.tree import SUBJECTS, VERBAL
from generator.extract.telling.verb import inflect, present
from generator.extract.telling.verbgroup import idiom, idiom_object, lemma, verb_group
from generator.extract.telling.view import View

NEEDED = 0
"""Rank of a piece without which the words are no sentence."""
_TAIL = 4
_STANDING = frozenset({"above", "around", "at", "in", "near", "off", "outside", "over"})
"""Prepositions that say where something is, and not where it goes."""
_LIST = 60
"""Letters of a list of objects from which its first thing stands for it."""
_SHORT = 8
"""Tokens of an adjective's phrase that are kept whole."""
_POINTING = {"that", "these", "this", "those"}
_PLURAL = frozenset({"are", "were", "have"})
_PRONOUNS = {"PRP", "PRP$", "WP", "WDT", "DT", "EX"}
_SUMS = frozenset({"handful", "majority", "number", "total"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One part of the sentence to be."""

    wordings: tuple[str, ...]
    """From the fullest to the shortest."""
    rank: int
    """0 cannot be left out; of the others the highest goes first."""
    local: bool = False
    """Whether it says where, so that it can stand at the head of a sentence."""


def pieces(view: View, clause: Clause) -> list[Piece] | None:
    """Cut a clause into pieces in the order of the text; None where a part cannot be named."""
    subject = subject_of(view, clause)
    if subject is None and clause.source is not None and not clause.passive:
        subject = noun(view, clause.source)
    if subject is None or conditioned(view, clause.verb):
        return None
    other = _second_subject(view, clause)
    if other is not None:
        subject = _both(view, subject, other)
    many = other is not None or plural(view, clause.subject) or _told_of_many(view, clause)
    verb = verb_group(view, clause, plural=many)
    rest = complements(view, clause.verb, passive=clause.passive)
    if rest is None:
        return None
    second = _second_verb(view, clause, many=many)
    if clause.passive and view.headline and (rest or second):
        subject = _without_people(view, clause.subject, subject)
    found = [subject, Piece(wordings=(verb,), rank=NEEDED)]
    return [*found, *rest, *second]


def _told_of_many(view: View, clause: Clause) -> bool:
    """Whether the text's own verb is in the plural: `The staff were held`, `A lot of fires are`."""
    tokens = view.tree.tokens
    if tokens[clause.subject].tag in _PRONOUNS:
        return False  # `we have agreed` is told of one speaker
    forms = {tokens[i].text.casefold() for i in view.tree.having(clause.finite, "aux", "auxpass")}
    return bool(_PLURAL & {*forms, tokens[clause.finite].text.casefold()})


def subject_of(view: View, clause: Clause) -> Piece | None:
    """Word the subject; None for a pronoun that nobody is known for, and for a bare `one`."""
    if view.tree.tokens[clause.subject].text.casefold() == "one" and not clause.passive:
        below = view.tree.children[clause.subject]
        if not below:
            return None
    return _speaker_behind(view, clause) or noun(view, clause.subject, patient=clause.passive)


def _speaker_behind(view: View, clause: Clause) -> Piece | None:
    """Word the speaker for the pronoun of `Quispe said he had met the envoys`."""
    said = clause.source is not None and clause.source != clause.subject and not clause.passive
    word = view.tree.tokens[clause.subject].text.casefold()
    if not said or clause.source not in view.persons or word not in {"he", "she"}:
        return None
    return noun(view, clause.source)


def conditioned(view: View, verb: int) -> bool:
    """Whether a clause holds only under a condition, without which it says something else."""
    tree = view.tree
    marks = (m for c in tree.having(verb, "advcl") for m in tree.having(c, "mark"))
    return any(tree.tokens[m].text.casefold() in {"if", "unless", "until"} for m in marks)


def _second_subject(view: View, clause: Clause) -> int | None:
    """Return the last of several subjects, where the parse does not join it to the first."""
    tree = view.tree
    later = [c for c in tree.having(clause.finite, *SUBJECTS) if c > clause.subject]
    joined = any(tree.tokens[i].dep == "cc" for i in tree.subtree(clause.subject))
    return later[-1] if later and joined else None


def _both(view: View, first: Piece, second: int) -> Piece:
    texts = (f"{words} and {phrase(view, second, level=3)}" for words in first.wordings)
    return Piece(wordings=tuple(texts), rank=first.rank)


def _without_people(view: View, head: int, subject: Piece) -> Piece:
    """Cut `Four people killed` to `Four killed`."""
    tree = view.tree
    counted = tree.having(head, "nummod")
    if tree.tokens[head].text.casefold() not in {"people", "persons"} or not counted:
        return subject
    return Piece(wordings=(join(view, tree.subtree(counted[0])),), rank=subject.rank)


_NO_DEED = ("neg", "aux", "ccomp", "expl")
"""What a second verb must not have: `continued but there were no reports`."""


def _second_verb(view: View, clause: Clause, *, many: bool) -> list[Piece]:
    """Word what the same subject did as well: `and wounds eight`."""
    tree = view.tree
    verb = tree.child(clause.verb, "conj")
    if verb is None or tree.tokens[verb].pos != "VERB" or tree.having(verb, *_NO_DEED):
        return []
    between = range(clause.verb, verb)
    own = tree.child(verb, *SUBJECTS)
    passive = clause.passive if own is None else tree.tokens[verb].tag == "VBN"
    passive = passive or tree.child(verb, "auxpass") is not None
    counted = own is not None and tree.tokens[own].tag == "CD"
    things = [tree.tokens[o].text.casefold() for o in tree.having(verb, "dobj")]
    again = passive or not {"it", "them"}.isdisjoint(things)
    if (own is not None and not counted) or (things and again):
        return []
    if not any(tree.tokens[i].dep == "cc" or tree.tokens[i].text == "," for i in between):
        return []  # a clause that the parser took for a second deed
    other = Clause(verb=verb, subject=clause.subject, passive=passive, finite=verb)
    group = verb_group(view, other, plural=many)
    if view.headline and own is None and passive and not clause.passive:
        group = f"{present('be', plural=many)} {group}"  # `leaves port and is expected to …`
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
    if token.text.casefold().endswith(("self", "selves")) and token.pos == "PRON":
        return Piece(wordings=(token.text,), rank=rank)
    if token.tag in _PRONOUNS:
        name = meant(view, head, patient=patient)
        return Piece(wordings=(name,), rank=rank) if name else None
    wordings = dict.fromkeys(phrase(view, head, level=level) for level in range(LEVELS))
    full = tuple(w for w in wordings if w)
    return Piece(wordings=full, rank=rank) if full else None


def plural(view: View, subject: int) -> bool:
    """Whether a subject takes the plural verb."""
    tree = view.tree
    token = tree.tokens[subject]
    joined = [subject]
    while last := tree.child(joined[-1], "conj"):
        joined.append(last)
    if any(tree.tokens[c].text.casefold() == "and" for j in joined for c in tree.having(j, "cc")):
        return len(joined) > 1
    if subject in view.persons:
        return False
    if token.text.endswith("s") and token.text[:-1].isupper():
        return True  # `MPs`, `F-16s`
    if subject in view.named:
        words = view.names.get(subject, token.text).casefold().split(" of ")[0].split()
        said = token.text in view.names.get(subject, token.text).split()
        common = token.tag == "NNS" and said and not token.text.isupper()
        common = common and (len(words) > 1 or _articled(view, subject))
        return common or (bool(words) and words[-1] in lexicons.lines("en/plural_words"))
    word = token.text.casefold()
    if token.tag == "CD":
        if subject and tree.tokens[subject - 1].pos == "PROPN":
            return False  # `Falcon 9`
        return word not in {"one", "1"}
    party = token.tag == "NNP" and word.endswith("s") and not word.endswith(("ss", "us"))
    if party and subject not in view.names:  # `the Greens`
        return _articled(view, subject)
    if any(
        c < subject and tree.tokens[c].text.casefold() not in {"one", "1"}
        for c in tree.having(subject, "nummod")
        if not (c and tree.tokens[c - 1].pos == "PROPN") and not score(view, c)
    ):
        return True  # `300 crew`, but not `the Boeing 737`, `the Ariane 6 rocket` or `a 3-0 win`
    if word in AMOUNTS | _SUMS:
        of = tree.child(subject, "prep")
        whole = tree.child(of, "pobj") if of is not None else None
        return whole is not None and plural(view, whole)
    many = word.endswith("men") and f"{word[:-2]}an" in lexicons.lines("en/person_nouns")
    return many or token.tag in {"NNS", "NNPS"} or word in lexicons.lines("en/plural_words")


def _articled(view: View, head: int) -> bool:
    tokens = view.tree.tokens
    return any(tokens[c].text.casefold() == "the" for c in view.tree.having(head, "det"))


def complements(view: View, verb: int, *, passive: bool) -> list[Piece] | None:
    """Word what follows the verb; None where its object is a pronoun that nobody is known for."""
    tree = view.tree
    found: list[Piece] = []
    skipped: set[int] = set()
    plain, had_object = idiom(view.tree, verb) is not None, False
    needed = preposition(view, verb)
    small = small_clause(view, verb)
    held = idiom_object(tree, verb) if tree.child(verb, "dobj") is None else None
    needs_prep = not tree.having(verb, "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd")
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child in view.hidden | skipped or (child < verb and token.dep not in {"dobj", "attr"}):
            continue
        if tally(view, child) or (token.dep == "dobj" and counts_time(view, child)):
            continue
        if token.dep == "dobj" and (plain or (had_object and not two_objects(view, verb))):
            continue
        had_object = had_object or token.dep == "dobj"
        if held is not None and child == held[0]:
            found.extend(p for o in tree.having(child, "pobj") if (p := noun(view, o)))
        elif token.dep in {"dobj", "attr", "oprd", "dative"} and token.pos != "ADP":
            piece = noun(view, child, patient=True)
            if piece is None:
                return None
            found.append(_first_of_many(view, child, piece))
        elif small is not None and child == small[1]:
            made = _made(view, *small)
            if made is None:
                return None
            found.extend(made)
        elif child == needed:
            piece = _oblique(view, child, needed=True, bound=True)
            if piece is None:
                return None
            found.append(piece)
        elif token.dep == "acomp" and tree.having(child, "xcomp"):
            found.append(Piece(wordings=(spelled(view, child),), rank=NEEDED))
            found.extend(_open_clause(view, tree.having(child, "xcomp")[0]))
        elif token.dep == "acomp":
            found.append(_adjective(view, child))
        elif token.dep == "prt" or (token.dep == "advmod" and token.tag == "RP"):
            found.append(Piece(wordings=(token.text,), rank=NEEDED))
            found.extend(p for o in tree.having(child, "pobj") if (p := noun(view, o)))
        elif token.dep == "advmod" and token.text in AWAY:
            found.append(Piece(wordings=(token.text,), rank=NEEDED))
            found.extend(_of(view, child))
        elif token.dep == "npadvmod" and (kept := share(view, child)):
            found.append(Piece(wordings=(join(view, kept),), rank=1))
            skipped.update(kept)
        elif token.dep == "advmod" and outcome(view, child):
            found.append(_adjective(view, child))
        elif token.dep == "advmod" and needs_prep and needed is None and manner(view, child):
            ranked = token.text.casefold() in {"first", "last", "second", "third"}
            found.append(Piece(wordings=(token.text,), rank=NEEDED if ranked else 1))
        elif token.dep == "xcomp":
            found.extend(_open_clause(view, child))
        elif token.dep in {"prep", "agent", "dative"}:
            piece = _oblique(view, child, needed=needs_prep or (passive and token.dep == "agent"))
            if piece is not None:
                given = token.dep == "dative"
                found.append(replace(piece, rank=min(piece.rank, 1)) if given else piece)
                needs_prep = False
        elif token.dep == "advcl" and token.tag == "VBG" and not tree.having(child, "mark", "aux"):
            found.extend(_result(view, child))
    return [*found, *_receiver(view, verb)]


def _receiver(view: View, verb: int) -> list[Piece]:
    """Name who is given something, where the parse lost it: `handed a sentence to the former …`."""
    tree = view.tree
    given = lemma(view, verb) in lexicons.lines("en/giving_verbs") and tree.having(verb, "dobj")
    to = any(tree.tokens[c].text.casefold() == "to" for c in tree.having(verb, "prep", "dative"))
    if not given or to or tree.child(verb, "dative", "auxpass", "prt") is not None:
        return []
    names = [name for role, name, _ in view.referents if role == "patient"]
    return [Piece(wordings=(f"to {names[0]}",), rank=1)] if names else []


def _first_of_many(view: View, head: int, things: Piece) -> Piece:
    """Let a long list be cut to its first thing."""
    if len(things.wordings[-1]) <= _LIST:
        return things
    return replace(things, wordings=(*things.wordings, phrase(view, head, level=LEVELS)))


def _made(view: View, thing: int, state: int) -> list[Piece] | None:
    """Word `him guilty of fraud`, or the thing alone where a participle follows it."""
    named = noun(view, thing, patient=True)
    if named is None or view.tree.tokens[state].pos != "ADJ":
        return None if named is None else [named]
    return [named, Piece(wordings=(spelled(view, state),), rank=NEEDED), *_of(view, state)]


def _of(view: View, adjective: int) -> list[Piece]:
    rest = (_oblique(view, p, needed=True) for p in view.tree.having(adjective, "prep"))
    return [piece for piece in rest if piece is not None]


def _adjective(view: View, child: int) -> Piece:
    below = view.tree.subtree(child)
    kept = [i for i in below if i not in view.hidden] if len(below) <= _SHORT else [child]
    return Piece(wordings=(join(view, kept), spelled(view, child)), rank=NEEDED)


def spelled(view: View, index: int) -> str:
    """Spell one token alone."""
    return join(view, [index])


def _open_clause(view: View, verb: int) -> list[Piece]:
    """Word `to repair the line`, `repairing the line`, `not to sign`."""
    token = view.tree.tokens[verb]
    if token.pos not in VERBAL:
        return [_adjective(view, verb)]
    helpers = [view.tree.tokens[c].text.casefold() for c in view.tree.having(verb, "aux")]
    suffered = view.tree.child(verb, "auxpass") is not None
    word = _infinitive(lemma(view, verb), helpers, suffered) if "to" in helpers else token.text
    word = f"not {word}" if view.tree.having(verb, "neg") else word
    rest = complements(view, verb, passive=suffered) or []
    return [Piece(wordings=(word,), rank=NEEDED), *rest]


def _infinitive(word: str, helpers: list[str], suffered: bool) -> str:
    """Return the infinitive in its voice and time: `to kill`, `to have been killed`."""
    base = f"be {inflect(word, 'VBN')}" if suffered else word
    if "have" not in helpers:
        return f"to {base}"
    return f"to have been {inflect(word, 'VBN')}" if suffered else f"to have {inflect(word, 'VBN')}"


def _oblique(view: View, prep: int, *, needed: bool, bound: bool = False) -> Piece | None:
    """Word a prepositional phrase; places rank before partners, and both before the rest.

    What is bound to its verb is never left out.
    """
    clause = clause_after(view, prep)
    if clause is not None:
        return Piece(wordings=(clause,), rank=NEEDED)
    tree = view.tree
    word = tree.tokens[prep].text.casefold()
    deed = tree.child(prep, "pcomp")
    if bound and deed is not None and tree.tokens[deed].tag == "VBG":
        rest = complements(view, deed, passive=False) or []
        told = [p.wordings[0] for p in rest if p.rank == NEEDED]
        words = " ".join([word, tree.tokens[deed].text, *told])
        return Piece(wordings=(words,), rank=NEEDED)
    inner = tree.child(prep, "prep")
    if inner is not None and (word, tree.tokens[inner].text.casefold()) == ("from", "to"):
        return _oblique(view, inner, needed=needed, bound=bound)  # the new value, not the old
    if inner is not None and word not in {"according", *lexicons.lines("en/loose_prepositions")}:
        piece = _oblique(view, inner, needed=needed, bound=bound)
        return piece and replace(piece, wordings=tuple(f"{word} {w}" for w in piece.wordings))
    objects = [o for o in tree.having(prep, "pobj") if o not in view.hidden]
    loose = word in lexicons.lines("en/loose_prepositions") and not bound
    if not objects or (loose and not _cause(view, prep)):
        return None
    word = "after" if word == "following" else word
    if tree.tokens[objects[0]].tag in _PRONOUNS or (not needed and _points_back(view, objects[0])):
        return None
    if not bound and phrase(view, objects[0], level=0) in _place_words():
        return None  # `over regions`, of which nothing says which
    local = any(i in view.located for i in [*objects, *tree.children[objects[0]]])
    ranks = (NEEDED if needed and not local else 1, 2 if word in {"with", "against"} else 3)
    rank = ranks[0] if needed or local else ranks[1]
    if view.tree.tokens[prep].dep == "agent":
        rank = min(rank, 1)
    rank = NEEDED if bound else rank
    enough = rank == NEEDED or _says_enough(view, objects[0])
    levels = range((LEVELS + view.headline) if enough else LEVELS - 1)
    texts = dict.fromkeys(f"{word} {phrase(view, objects[0], level=n)}" for n in levels)
    stands_ahead = local and not bound and word in _STANDING
    stands_ahead = stands_ahead and tree.tokens[tree.tokens[prep].head].lemma != "be"
    return Piece(wordings=tuple(texts), rank=rank, local=stands_ahead)


@cache
def _place_words() -> frozenset[str]:
    return frozenset(f"{word}s" for word in lexicons.lines("en/place_words"))


def _says_enough(view: View, head: int) -> bool:
    """Whether a noun says something alone; a line rather leaves out `at a rate`, `over regions`."""
    counted = view.tree.having(head, "nummod")
    return view.headline and (head in view.named or head in view.names or bool(counted))


def _cause(view: View, prep: int) -> bool:
    """Whether the phrase says what people died of: `after strikes on the town`."""
    token = view.tree.tokens[prep]
    return token.text.casefold() in {"after", "following"} and (
        lemma(view, token.head) in lexicons.lines("en/harm_verbs")
    )


def _points_back(view: View, head: int) -> bool:
    """Whether a noun needs what was told before: `in that area`, or hangs a clause on it."""
    words = (view.tree.tokens[c].text.casefold() for c in view.tree.having(head, "det"))
    return any(w in _POINTING for w in words) or view.tree.child(head, "acl") is not None


def _result(view: View, verb: int) -> list[Piece]:
    """Word what the event led to: `, killing three`."""
    rest = complements(view, verb, passive=False)
    if not rest or rest[0].rank != NEEDED or lemma(view, verb) in lexicons.lines("en/colour_verbs"):
        return []
    texts: dict[str, None] = {}
    for at in range(max(len(p.wordings) for p in rest)):
        words = [p.wordings[min(at, len(p.wordings) - 1)] for p in rest if p.rank == NEEDED]
        texts[f", {view.tree.tokens[verb].text} {' '.join(words)}"] = None
    return [Piece(wordings=tuple(texts), rank=_TAIL)]
