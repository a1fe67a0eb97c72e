"""The clause that tells an event: its verb, subject, voice and attribution."""

from __future__ import annotations

from dataclasses import dataclass

from generator import lexicons
from generator.extract.telling.tree import NOMINAL, SUBJECTS, VERBAL, Tree
from generator.model import Span

_CLIMB = 6
"""Steps from a trigger noun to its verb; beyond, the verb tells something else."""
_DATELINE = 9
"""Tokens within which a dateline ends."""
_NO_CLAUSE = frozenset({"amod", "aux", "auxpass", "compound", "nmod", "prep"})
_LEADS = frozenset({"after", "before", "since", "until"})
_BRIDGES = frozenset({"xcomp", "advcl", "ccomp", "pcomp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb with what it needs to make a sentence."""

    verb: int
    """Index of the main verb."""
    subject: int
    """Index of the subject's head, its own or the one it shares."""
    passive: bool
    """Whether the subject undergoes."""
    finite: int
    """Index of the verb that bears the tense; another one for `plans to meet`."""
    source: int | None = None
    """Index of who says so, where the text does not say it itself."""


def find(tree: Tree, trigger: Span) -> Clause | None:
    """Find the clause that a trigger stands in, or None where no subject can be told."""
    head = tree.head_of(trigger)
    verb = None if head is None else _verb_above(tree, head)
    if verb is None and head is not None:
        verb = _misread(tree, head)
    if verb is None:
        return None
    verb = _first_of_passives(tree, verb)
    if head is not None and tree.tokens[head].pos not in VERBAL and _aside(tree, head, verb):
        return None
    start, subject, passive = verb, None, False
    for _ in range(_CLIMB):
        subject, passive = _subject(tree, verb)
        if subject is not None:
            break
        above = _governor(tree, verb)
        above = _led_in_by(tree, verb) if above is None else above
        if above is None:
            return None
        verb = above
    if subject is None:
        return None
    return _clause(tree, start, verb, subject, passive=passive)


def _first_of_passives(tree: Tree, verb: int) -> int:
    """Return the verb whose passive a count shares: `were killed` of `and 14 wounded`."""
    counted = tree.child(verb, "nsubjpass")
    bare = counted is not None and tree.tokens[counted].tag == "CD"
    shared = bare and tree.tokens[verb].dep == "conj" and tree.child(verb, "auxpass") is None
    return tree.tokens[verb].head if shared else verb


def _aside(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a clause tells something else of the event, or only which one is meant."""
    lemma = tree.tokens[verb].lemma.casefold()
    subject = tree.child(verb, *SUBJECTS)
    below = subject is not None and noun not in tree.subtree(subject)
    if lemma in lexicons.lines("en/sequence_verbs") and below:
        return True
    told = subject is not None and tree.tokens[subject].lemma.casefold()
    is_result = lemma == "be" and below and told in lexicons.lines("en/light_nouns")
    return is_result or _nested(tree, verb)


def _nested(tree: Tree, verb: int) -> bool:
    """Whether a clause only says which thing is meant, and is not what the sentence tells."""
    return tree.tokens[verb].dep in {"acl", "pcomp", "relcl"} and _misread(tree, verb) is None


def _governor(tree: Tree, verb: int) -> int | None:
    """Return the verb above one that has no subject; what is only told of is not its doer's."""
    token = tree.tokens[verb]
    above = token.head
    if token.dep not in {"conj"} | _BRIDGES:
        return None
    if tree.tokens[above].pos == "ADJ" and tree.tokens[above].dep == "acomp":
        return tree.tokens[above].head
    tells = tree.tokens[above].lemma.casefold() in lexicons.lines("en/telling_verbs")
    if tree.tokens[above].pos not in VERBAL or (token.dep == "ccomp" and tells):
        return None
    return above


def _led_in_by(tree: Tree, verb: int) -> int | None:
    """Return the main verb, whose subject does what leads it in: `After hitting land it veered`."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head].head
    subject = tree.child(above, *SUBJECTS)
    opens = token.dep == "pcomp" and token.tag == "VBG" and tree.tokens[token.head].dep == "prep"
    before = subject is not None and verb < subject < above
    return above if opens and before and tree.tokens[above].pos in VERBAL else None


def _clause(tree: Tree, start: int, verb: int, subject: int, *, passive: bool) -> Clause:
    """Take the trigger's own verb where it is coordinated or claimed, else the verb above it."""
    dep = tree.tokens[start].dep
    claims = [row[0] for row in lexicons.table("en/neutral_verbs") if row[2] == "clause"]
    if dep == "xcomp" and start != verb and tree.tokens[verb].lemma.casefold() in claims:
        return Clause(verb=start, subject=subject, passive=False, finite=start, source=subject)
    if dep == "pcomp" and start != verb and tree.tokens[tree.tokens[start].head].dep == "prep":
        passive = tree.child(start, "auxpass") is not None
        return Clause(verb=start, subject=subject, passive=passive, finite=start)
    joined = dep == "conj" and tree.tokens[start].pos == tree.tokens[verb].pos
    main = start if joined or (not passive and _deed_of(tree, start, verb)) else verb
    passive = passive or (joined and tree.child(main, "auxpass") is not None)
    own = tree.child(main, "aux") is not None or (joined and tree.tokens[start].tag == "VBD")
    finite = main if own else verb
    return Clause(
        verb=main, subject=subject, passive=passive, finite=finite, source=_source(tree, verb)
    )


def _deed_of(tree: Tree, participle: int, verb: int) -> bool:
    """Whether a verb without news only leads in the participle: `hit a milestone, landing it`."""
    bare = not tree.having(participle, "mark", "aux", *SUBJECTS)
    follows = tree.tokens[participle].dep == "advcl" and tree.tokens[participle].tag == "VBG"
    thing = tree.child(verb, "dobj")
    colour = thing is not None and tree.tokens[thing].lemma in lexicons.lines("en/colour_nouns")
    return bare and follows and colour


def _verb_above(tree: Tree, index: int) -> int | None:
    for _ in range(_CLIMB):
        token = tree.tokens[index]
        if token.pos in VERBAL and token.dep not in _NO_CLAUSE:
            return index
        if token.head == index:
            return None
        if token.dep not in NOMINAL | {"aux", "auxpass", "acomp", "nummod"}:
            return None
        index = token.head
    return None


def _misread(tree: Tree, noun: int) -> int | None:
    """Return the participle of a sentence that seems to have no verb: it is one in the past."""
    for _ in range(_CLIMB):
        if tree.tokens[noun].head == noun:
            break
        noun = tree.tokens[noun].head
    below = tree.child(noun, "acl")
    return below if below is not None and tree.tokens[below].tag in {"VBN", "VBD"} else None


def _subject(tree: Tree, verb: int) -> tuple[int | None, bool]:
    own = tree.child(verb, *SUBJECTS)
    token = tree.tokens[verb]
    if own is not None:
        own = _after_dateline(tree, own, verb)
        absolute = token.dep == "pcomp" and token.tag in {"VBD", "VBN"}
        passive = absolute or bool(tree.having(verb, "nsubjpass", "auxpass"))
        if tree.tokens[own].tag in {"WDT", "WP"} and token.dep == "relcl":
            named = tree.child(token.head, "appos") if tree.tokens[own].tag == "WP" else None
            return _renamed(tree, token.head) if named is None else named, passive
        return own, passive
    if token.dep == "acl" and token.tag in {"VBN", "VBD", "VBG"}:
        root = tree.tokens[token.head].head == token.head
        active = token.tag == "VBG" or (root and tree.child(verb, "agent") is None)
        return token.head, not active
    if token.dep == "relcl":
        return _renamed(tree, token.head), tree.child(verb, "auxpass") is not None
    return _led_in(tree, verb), False


def _led_in(tree: Tree, verb: int) -> int | None:
    """Return the noun after `after` where a past tense is taken for a bare infinitive's fellow.

    `could not pay after a fault brought down the service`: none but the fault brought it down.
    """
    token = tree.tokens[verb]
    first = tree.tokens[token.head]
    if token.dep != "conj" or (token.tag, first.tag) != ("VBD", "VB"):
        return None
    fellows = [token.head, *tree.having(token.head, "conj")]
    leads = (p for v in fellows for p in tree.having(v, "prep") if token.head < p < verb)
    after = [p for p in leads if tree.tokens[p].text.casefold() in _LEADS]
    return tree.child(after[-1], "pobj") if after else None


def _renamed(tree: Tree, noun: int) -> int:
    """Return the name that a noun stands in apposition to: `Osaka, a city that …`."""
    token = tree.tokens[noun]
    name = token.dep == "appos" and tree.tokens[token.head].pos == "PROPN"
    return token.head if name else noun


def _after_dateline(tree: Tree, subject: int, verb: int) -> int:
    """Return the noun after `LIMA, Peru —` where the parse takes the dateline for the subject.

    Nor is it a list that a colon ends: `Locked gates, empty halls: the porters left`.
    """
    dashes = [i for i, t in enumerate(tree.tokens[:_DATELINE]) if t.text in {"—", "–", "--"}]
    dashes = dashes or [i for i in range(subject, verb) if tree.tokens[i].text == ":"]
    if not dashes or subject > dashes[0]:
        return subject
    between = range(dashes[0] + 1, verb)
    nouns = (i for i in between if tree.tokens[i].pos in {"NOUN", "PROPN"})
    return next((i for i in nouns if tree.tokens[i].head not in between), subject)


def _source(tree: Tree, verb: int) -> int | None:
    """Find who the clause is ascribed to: the speaker above it, or after `according to`."""
    according = next(
        (c for c in tree.children[verb] if tree.tokens[c].text.casefold() == "according"), None
    )
    if according is not None:
        to = tree.child(according, "prep")
        return tree.child(to, "pobj") if to is not None else None
    for _ in range(_CLIMB):
        token = tree.tokens[verb]
        above = tree.tokens[token.head]
        if token.dep == "ccomp" and above.lemma.casefold() in lexicons.lines("en/telling_verbs"):
            return tree.child(token.head, "nsubj")
        verb = token.head
    return None
