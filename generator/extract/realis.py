"""Whether the text says that an event happened, is set for later, might be, or was denied."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from generator import lexicons
from generator.extract.scene import ancestors
from generator.extract.telling.tree import NOMINAL, Tree
from generator.extract.triggers import Trigger

_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_GUESS = frozenset({"if", "unless", "whether"})
_INHERIT = frozenset({"xcomp", "pcomp", "advcl", "ccomp", "acl", "conj", "prep"})
_COUNTING = frozenset({"npadvmod", "nummod"})
"""Labels of numbers and measures, which stand to their verb as nouns do."""
_DONE = frozenset({"appointment", "arrest", "death", "dismissal", "killing", "resignation"})
"""What is done when it is announced, and no plan."""
_ADJECTIVAL = frozenset({"ADJ", "ADV"})


class Realis(StrEnum):
    """How the text stands to an event."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    GENERAL = "general"


UNREAL = frozenset({Realis.HYPOTHETICAL, Realis.NEGATED, Realis.PLANNED})


def of_word(parse: Tree, index: int) -> Realis:
    """Judge an event word by its own form and by what governs it."""
    if parse.tokens[index].pos in {"VERB", "AUX"}:
        return _of_verb(parse, index, len(parse.tokens))
    found = _of_noun(parse, index)
    doubtful = found in {Realis.HYPOTHETICAL, Realis.GENERAL}
    return Realis.PLANNED if doubtful and _set_down(parse, index) else found


def _set_down(parse: Tree, noun: int) -> bool:
    """Whether a noun is said to be set, whatever is thought of it: `the vote set for Friday`."""
    return any(
        governed(parse.tokens[c].lemma.lower()) is Realis.PLANNED
        and any(parse.tokens[p].lemma == "for" for p in parse.having(c, "prep"))
        for c in parse.having(noun, "acl")
    )


def habitual(parse: Tree, index: int) -> bool:
    """Whether an adverb makes the verb general: `often`, `routinely`."""
    adverbs = frozenset(lexicons.lines("en/habitual_adverbs"))
    return any(
        parse.tokens[c].lemma.lower() in adverbs for c in parse.having(index, "advmod", "neg")
    )


def _of_verb(parse: Tree, verb: int, depth: int) -> Realis:
    token = parse.tokens[verb]
    if depth <= 0:
        return Realis.GENERAL
    if parse.child(verb, "neg") is not None or _nobody(parse, verb):
        return Realis.NEGATED
    if any(parse.tokens[c].lemma.lower() in _GUESS for c in parse.having(verb, "mark", "advmod")):
        return Realis.HYPOTHETICAL
    own = _own(parse, verb)
    governor = parse.tokens[token.head]
    if (
        token.head == verb
        or token.dep == "relcl"
        or governor.pos not in {"VERB", "AUX", "ADJ", "ADV", "ADP", "NOUN", "SCONJ"}
    ):
        return own or (Realis.HAPPENED if token.tag in {"VBN", "VBG"} else Realis.GENERAL)
    if own is None:
        return _inherited(parse, verb, depth)
    if token.dep == "ccomp":
        return _content(parse, verb, own, depth)
    return own


def _own(parse: Tree, verb: int) -> Realis | None:
    """Read tense, voice and auxiliaries; None where the verb has no tense of its own."""
    token = parse.tokens[verb]
    helpers = [parse.tokens[c] for c in parse.having(verb, "aux", "auxpass")]
    words = {helper.text.lower() for helper in helpers}
    tags = {helper.tag for helper in helpers}
    if "MD" in tags:
        return Realis.PLANNED if words & _FUTURE else Realis.HYPOTHETICAL
    if "to" in words:
        perfect = token.tag == "VBN" and any(h.lemma == "have" for h in helpers)
        return Realis.HAPPENED if perfect else None
    if words & {"had", "was", "were", "did", "got"}:
        return Realis.HAPPENED
    if token.tag == "VBN" and any(h.lemma == "have" for h in helpers):
        return Realis.HAPPENED
    if token.tag == "VBG" and any(h.lemma == "have" for h in helpers):
        return Realis.ONGOING
    if token.tag == "VBD":
        return Realis.HAPPENED
    if words & {"is", "are", "'s", "’s", "am", "'re"}:
        return Realis.ONGOING if token.tag == "VBG" else Realis.GENERAL
    if token.tag in {"VBZ", "VBP"}:
        return Realis.GENERAL
    if token.tag == "VBN":
        return None if token.dep == "conj" else Realis.HAPPENED
    return None


def _inherited(parse: Tree, verb: int, depth: int) -> Realis:
    """Take what the governor makes of it: `is set to`, `failed to`, `, killing seven`."""
    token = parse.tokens[verb]
    head = token.head
    governor = parse.tokens[head]
    above = governed(governor.lemma.lower())
    if token.dep == "conj":
        return _of_verb(parse, head, depth - 1)
    if governor.pos in {"VERB", "AUX"}:
        outer = _of_verb(parse, head, depth - 1)
    elif governor.pos in _ADJECTIVAL:
        outer = _copula(parse, head, depth)
    elif governor.pos in {"ADP", "SCONJ"}:
        if governor.lemma.lower() == "without":
            return Realis.NEGATED
        return _of_word_above(parse, head, depth)
    else:
        outer = _of_noun(parse, head)
        above = noun_realis().get(governor.lemma.lower())
    infinitive = any(parse.tokens[c].text.lower() == "to" for c in parse.having(verb, "aux"))
    if outer in UNREAL:
        return outer
    if above is not None and token.dep in {"xcomp", "ccomp", "advcl", "acl"}:
        return above if infinitive or above is Realis.HAPPENED else outer
    if infinitive:
        return Realis.PLANNED if governor.lemma == "be" else Realis.HYPOTHETICAL
    return outer


def _of_word_above(parse: Tree, index: int, depth: int) -> Realis:
    for above in ancestors(parse, index):
        if parse.tokens[above].pos in {"VERB", "AUX"}:
            return _of_verb(parse, above, depth - 1)
        if parse.tokens[above].pos in {"NOUN", "PROPN"}:
            own = noun_realis().get(parse.tokens[above].lemma.lower())
            return own or _of_noun(parse, above)
    return Realis.GENERAL


def _copula(parse: Tree, adjective: int, depth: int) -> Realis:
    """Judge `is due to`, `was likely to`: tense does not matter, the adjective does."""
    return _of_verb(parse, parse.tokens[adjective].head, depth - 1)


def _content(parse: Tree, verb: int, own: Realis, depth: int) -> Realis:
    """Judge what is said, wished or denied: its tense stands unless its governor undoes it."""
    governor = parse.tokens[parse.tokens[verb].head]
    above = governed(governor.lemma.lower())
    if governor.lemma.lower() in lexicons.lines("en/reporting_verbs"):
        if above is Realis.NEGATED:
            return Realis.NEGATED
        negated = parse.child(parse.tokens[verb].head, "neg") is not None
        return Realis.HYPOTHETICAL if negated else own
    outer = _of_verb(parse, parse.tokens[verb].head, depth - 1)
    if above in {Realis.HYPOTHETICAL, Realis.NEGATED} or outer in UNREAL:
        return outer if outer in UNREAL else above or own
    return own


def _of_noun(parse: Tree, noun: int) -> Realis:
    """Judge `planned talks`, `the threat of a strike`, `held talks`, `no deaths`."""
    for _ in range(len(parse.tokens)):
        words = noun_realis()
        for child in parse.having(noun, "amod", "det", "compound", "neg"):
            if (own := words.get(parse.tokens[child].lemma.lower())) is not None:
                return own
        token = parse.tokens[noun]
        head = token.head
        governor = parse.tokens[head]
        if head == noun:
            return Realis.GENERAL
        if governor.pos in {"NOUN", "PROPN"} and (own := words.get(governor.lemma.lower())):
            return own
        if governor.lemma == "from" and parse.tokens[governor.head].lemma == "away":
            return Realis.NEGATED  # `stayed away from the talks`: who did is no part of them
        if governor.pos in {"VERB", "AUX"}:
            return _as_argument(parse, noun, head)
        if token.dep not in NOMINAL | _COUNTING:
            return Realis.GENERAL
        noun = head
    return Realis.GENERAL


def _as_argument(parse: Tree, noun: int, verb: int) -> Realis:
    outer = _of_verb(parse, verb, len(parse.tokens))
    token = parse.tokens[noun]
    if token.lemma.lower() in _DONE and parse.tokens[verb].lemma.lower() == "announce":
        return outer
    if token.dep in {"dobj", "nsubjpass"} or _preposition(parse, noun) in {"for", "of"}:
        above = _phrasal(parse, verb)
        if above is not None and outer not in UNREAL:
            return outer if above is Realis.HAPPENED and outer is not Realis.GENERAL else above
    return outer


def settled(parse: Tree, trigger: Trigger) -> bool:
    """Whether the decision is the deed, as on rates: `the bank decided to cut its key rate`."""
    token = parse.tokens[trigger.token]
    above = parse.tokens[token.head]
    decided = (token.dep, above.lemma, above.tag) == ("xcomp", "decide", "VBD")
    return decided and trigger.kind == "economy"


def _preposition(parse: Tree, noun: int) -> str:
    token = parse.tokens[noun]
    return token.lemma.lower() if token.dep == "prep" else ""


def _nobody(parse: Tree, verb: int) -> bool:
    """Whether the subject or object is none: `no one was hurt`, `found no evidence`."""
    for child in parse.having(verb, "nsubj", "nsubjpass", "dobj"):
        if parse.tokens[child].lemma.lower() in {"nobody", "none", "nothing", "neither"}:
            return True
        if any(parse.tokens[c].lemma.lower() == "no" for c in parse.having(child, "det", "neg")):
            return True
    return False


def _phrasal(parse: Tree, verb: int) -> Realis | None:
    """Return what a verb with its particle makes of its object: `ruled out talks`."""
    lemma = parse.tokens[verb].lemma.lower()
    particles = [parse.tokens[c].text.lower() for c in parse.having(verb, "prt")]
    found = (governed(f"{lemma} {particle}") for particle in particles)
    return next((above for above in found if above is not None), governed(lemma))


def governed(lemma: str) -> Realis | None:
    """Return what a governing word makes of the event below it."""
    return _control().get(lemma)


@cache
def _control() -> dict[str, Realis]:
    return {word: Realis(value) for word, value in lexicons.table("en/control_verbs")}


@cache
def noun_realis() -> dict[str, Realis]:
    """Return what a modifier or governing noun makes of an event noun."""
    return {word: Realis(value) for word, value in lexicons.table("en/realis_words")}
