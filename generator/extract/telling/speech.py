"""What somebody says, told as `X says …` without the words of the quotation."""

from __future__ import annotations

from dataclasses import replace

from generator import lexicons
from generator.extract.telling.clause import Clause
from generator.extract.telling.phrase import join
from generator.extract.telling.pieces import NEEDED, Piece, complements, conditioned, noun, plural
from generator.extract.telling.tree import SUBJECTS, VERBAL
from generator.extract.telling.verb import past, present
from generator.extract.telling.verbgroup import lemma, verb_group
from generator.extract.telling.view import View

_SAID = 3
"""Pieces of a speech of which something is said: speaker, verb, subject and the rest."""
_SPEAKERS_OWN = frozenset({"he", "she", "it", "they"})
_WILL = frozenset({"will", "'ll", "’ll"})
_BACK = {"will": "would", "can": "could", "may": "might", "shall": "should", "'ll": "would"}


def speech(view: View, clause: Clause) -> list[Piece] | None:
    """Word a statement whose verb has a clause as its content."""
    tree = view.tree
    content = tree.child(clause.verb, "ccomp")
    tells = tree.tokens[clause.verb].lemma.casefold() in lexicons.lines("en/telling_verbs")
    if content is None or not tells:
        return None
    speaker = noun(view, clause.subject)
    if speaker is not None and _intends(view, content):
        plan = _intention(view, content)
        return None if _told_of(view, clause, speaker, plan) else [speaker, *plan]
    inner = reported(view, content)
    if speaker is None or inner is None or _told_of(view, clause, speaker, inner):
        return None
    many = plural(view, clause.subject)
    says = verb_group(view, clause, plural=many, says=True)
    that = "" if view.headline else " that"
    return [speaker, Piece(wordings=(f"{says}{that}",), rank=NEEDED), *inner]


def speech_behind(view: View, clause: Clause) -> list[Piece] | None:
    """Word a statement with who says it last: `The bridge is safe, Oliveira says`."""
    told = speech(view, clause)
    if told is None or len(told) <= _SAID or told[2].wordings[0] in _SPEAKERS_OWN:
        return None
    if told[2].wordings[0].split()[0] in {"her", "his", "its", "their"}:
        return None
    says = told[1].wordings[0].removesuffix(" that")
    behind = tuple(f", {words} {says}" for words in told[0].wordings)
    return [*told[2:], Piece(wordings=behind, rank=NEEDED)]


def _told_of(view: View, clause: Clause, speaker: Piece, inner: list[Piece]) -> bool:
    """Whether a speaker behind a pronoun is named again in what is said: it was another one."""
    behind = view.tree.tokens[clause.subject].tag == "PRP"
    name = speaker.wordings[0].casefold()
    return behind and any(name in words.casefold() for p in inner for words in p.wordings)


def _intends(view: View, verb: int) -> bool:
    """Whether the content is `I will …` or `we will …`."""
    tree = view.tree
    subject = tree.child(verb, *SUBJECTS)
    will = any(tree.tokens[a].text.casefold() in _WILL for a in tree.having(verb, "aux"))
    first = subject is not None and tree.tokens[subject].text.casefold() in {"i", "we"}
    return first and will and tree.child(verb, "neg") is None


def _intention(view: View, verb: int) -> list[Piece]:
    start = "to" if view.headline else f"{'announces' if view.now else 'announced'} plans to"
    rest = complements(view, verb, passive=False) or []
    return [Piece(wordings=(f"{start} {lemma(view, verb)}",), rank=NEEDED), *rest]


def reported(view: View, verb: int) -> list[Piece] | None:
    """Word a clause of content; None where `I`, `we` or `this` cannot be told in our words."""
    tree = view.tree
    subject = tree.child(verb, *SUBJECTS, "expl")
    if subject is None or tree.tokens[verb].pos not in VERBAL or conditioned(view, verb):
        return None
    word = tree.tokens[subject].text.casefold()
    if word in _SPEAKERS_OWN:
        named: Piece | None = Piece(wordings=(word,), rank=NEEDED)
    elif word == "there":
        named = Piece(wordings=("there",), rank=NEEDED)
    elif tree.tokens[subject].tag in {"PRP", "DT", "WP", "WDT", "EX"}:
        return None
    else:
        named = noun(view, subject)
    rest = complements(view, verb, passive=tree.child(verb, "auxpass") is not None)
    if named is None or rest is None or (not rest and lemma(view, verb) == "be"):
        return None
    state = tree.child(verb, "acomp") if word == "it" else None  # `it is likely that …`
    behind = None if state is None else tree.child(state, "ccomp")
    inner = tree.child(verb, "ccomp") if behind is None else behind
    if inner is not None and (not rest or state is not None):
        shown = _content(view, inner)
        if shown is None:
            return None
        rest = [*rest, *shown]
    return [named, Piece(wordings=(_tensed(view, verb, subject),), rank=NEEDED), *rest]


def _content(view: View, verb: int) -> list[Piece] | None:
    """Word `that it is safe`, `how many were hurt`; None for a `why` that would be lost."""
    tree = view.tree
    shown = reported(view, verb)
    marks = {tree.tokens[m].text.casefold() for m in tree.having(verb, "mark")}
    asked = [i for i in tree.subtree(verb)[:1] if tree.tokens[i].tag.startswith("W")]
    if shown is None or not asked:
        opening = "whether" if marks & {"if", "whether"} else "that"
        return shown and [Piece(wordings=(opening,), rank=NEEDED), *shown]
    subject = tree.child(verb, *SUBJECTS)
    if subject is None or asked[0] not in tree.subtree(subject):
        return None
    return [replace(shown[0], wordings=shown[0].wordings[:1]), *shown[1:]]


def _forward(view: View, chain: list[int], word: str) -> str | None:
    """Undo the step back after `said`: `had met` becomes `has met`, `would meet` `will meet`."""
    tree = view.tree
    said = tree.tokens[tree.tokens[chain[-1]].head]
    quoted = any(t.text in {"“", '"', "”"} for t in tree.tokens)
    if said.tag != "VBD" or quoted or len(chain) == 1:
        return None
    negated = tree.child(chain[-1], "neg") is not None
    if word == "had" and tree.tokens[chain[-1]].tag == "VBN":
        subject = tree.child(chain[-1], *SUBJECTS)
        return present("have", plural=subject is not None and plural(view, subject))
    return "can" if word == "could" and negated else {"would": "will"}.get(word)


def _tensed(view: View, verb: int, subject: int) -> str:
    """Spell the verb as said, one step back in a gist: `is` becomes `was`."""
    tree = view.tree
    chain = [*tree.having(verb, "aux", "auxpass", "neg"), verb]
    order = sorted(chain)  # `is not`, but `has not met`
    words = [join(view, [i]) for i in order]
    first = tree.tokens[order[0]]
    lower = words[0].casefold()
    if view.now:
        words[0] = _forward(view, chain, lower) or words[0]
    else:
        if first.tag == "MD":
            words[0] = _BACK.get(lower, lower)
        elif first.tag in {"VBZ", "VBP"}:
            many = first.text.casefold() == "are" or plural(view, subject)  # `there are signs`
            words[0] = past(lemma(view, order[0]), plural=many)
    return " ".join(w for w in words).replace(" n't", "n't").replace(" n’t", "n't")
