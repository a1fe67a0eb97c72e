"""A parse mended where the parser's mistakes are known and the words leave no doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from generator import lexicons
from generator.extract.telling import mended_heads, mended_nouns, mended_verbs
from generator.model import Token

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_ASTRAY = frozenset({"acl", "advcl", "relcl"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a sentence with their governors put right."""
    for step in _STEPS:
        tokens = step(tokens)
    return tokens


def _said(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a verb of telling govern what is told: `said in a letter that the mine is safe`."""
    told = list(tokens)
    for first, token in enumerate(tokens):
        verb = token.head
        noun = tokens[verb].head
        that = (token.dep, token.text) == ("mark", "that")
        pronoun = (token.dep, token.tag, noun) == ("nsubj", "PRP", first - 1)  # `told it she had`
        if not (that or pronoun) or tokens[verb].dep not in _ASTRAY:
            continue
        prep = tokens[noun].head if tokens[noun].dep == "pobj" else noun
        says = tokens[prep].head
        verbs = lexicons.lines("en/telling_verbs") if that else ("tell",)
        has = any(t.head == says and t.dep == "ccomp" for t in tokens)
        between = says < prep <= noun < first and tokens[prep].dep in {"dobj", "prep"}
        bears = tokens[noun].lemma in lexicons.lines("en/content_nouns")
        if between and tokens[says].lemma.lower() in verbs and not (has or bears):
            told[verb] = replace(tokens[verb], head=says, dep="ccomp")
    return tuple(told)


def _lost(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let `missing` say what became of somebody: `went missing` is no second clause."""
    return tuple(
        replace(token, dep="acomp", tag="JJ", pos="ADJ", lemma="missing")
        if token.text == "missing" and tokens[token.head].lemma == "go"
        else token
        for token in tokens
    )


def _parted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let clauses that a semicolon parts govern themselves: neither says the other."""
    stops = [index for index, token in enumerate(tokens) if token.text == ";"]
    if not stops:
        return tokens
    own = {t.head for t in tokens if t.dep in _SUBJECTS}
    return tuple(
        replace(token, head=index, dep="parataxis")
        if token.pos in _VERBAL
        and index in own
        and any(min(index, token.head) < stop < max(index, token.head) for stop in stops)
        else token
        for index, token in enumerate(tokens)
    )


def _finite(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a past tense that hangs on the top noun govern it: `Peru's military seized power`."""
    noun = next((i for i, t in enumerate(tokens) if t.head == i), 0)
    for doer, verb in pairwise(range(noun)):
        own = tokens[verb].head == tokens[doer].head == noun
        if not own or (tokens[verb].tag, tokens[verb].dep) != ("VBD", "amod"):
            continue
        force = tokens[doer].text in lexicons.lines("en/force_nouns")
        if not (force or tokens[doer].pos in _NOMINAL):
            continue
        told = list(tokens)
        for i, token in enumerate(tokens):
            after = i > noun and token.text != "of"
            if token.head == noun and (i < doer or after):
                told[i] = replace(token, head=doer if i < doer else verb)
        told[noun] = replace(tokens[noun], head=verb, dep="dobj")
        told[doer] = replace(tokens[doer], pos="NOUN")
        return _told(tuple(told), doer, verb)
    return tokens


def _verbed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let the participle after a name tell what was done: `Peru hosted talks`, without a verb."""
    verbs = [i for i, t in enumerate(tokens) if t.pos in _VERBAL]
    if len(verbs) != 1 or tokens[verbs[0]].dep != "amod" or not verbs[0]:
        return tokens
    verb = verbs[0]
    thing, root = tokens[verb].head, next(i for i, t in enumerate(tokens) if t.head == i)
    doer = root if root < verb else verb - 1
    behind = tokens[verb - 1].text == "," or tokens[verb - 1].pos == "PROPN"
    told_by = tokens[doer].pos in _NOMINAL and tokens[verb].tag in {"VBD", "VBN"}
    if not (behind and told_by and verb < thing):
        return tokens
    object_of = replace(tokens[thing], head=verb, dep="dobj")
    return _told((*tokens[:thing], object_of, *tokens[thing + 1 :]), doer, verb)


def _told(tokens: tuple[Token, ...], doer: int, verb: int) -> tuple[Token, ...]:
    """Let a verb in the past govern the sentence, and a noun be its subject."""
    told = list(tokens)
    told[verb] = replace(tokens[verb], head=verb, dep="ROOT", tag="VBD")
    told[doer] = replace(tokens[doer], head=verb, dep="nsubj")
    return tuple(told)


def _verbless(tokens: tuple[Token, ...]) -> int | None:
    """Return the noun that governs a sentence and has no finite verb below it."""
    root = next((i for i, t in enumerate(tokens) if t.head == i), None)
    if root is None or tokens[root].pos not in _NOMINAL:
        return None
    finite = any(t.tag in _FINITE and t.head == root for t in tokens)
    return None if finite else root


def _led(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let the verb after a name and an age tell what the person did: `Ruiz, 61, conceded …`."""
    root = _verbless(tokens)
    if root is None:
        return tokens
    aged = any(t.head == root and t.dep == "appos" and t.pos == "NUM" for t in tokens)
    verb = next(
        (
            i
            for i, t in enumerate(tokens)
            if t.head == root and t.dep == "acl" and t.tag == "VBN" and tokens[i - 1].text == ","
        ),
        None,
    )
    return tokens if verb is None or not aged else _told(tokens, root, verb)


def _acted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a participle with an object tell the deed: `A blast in the market killed twelve`."""
    root = _verbless(tokens)
    if root is None:
        return tokens
    verb = next((i for i in range(root, len(tokens)) if _is_deed(tokens, i, root)), None)
    if verb is None:
        return tokens
    behind = tuple(
        replace(token, head=verb) if token.head == root and i > verb else token
        for i, token in enumerate(tokens)
    )
    return _told(behind, root, verb)


def _is_deed(tokens: tuple[Token, ...], verb: int, root: int) -> bool:
    """Whether a participle below the top noun has an object, and nobody by whom it was done."""
    token = tokens[verb]
    if token.head != root or token.dep != "acl" or token.tag not in {"VBD", "VBN"}:
        return False
    below = {t.dep for t in tokens if t.head == verb}
    gives = token.lemma.lower() in lexicons.lines("en/two_object_verbs")
    return "dobj" in below and "agent" not in below and not gives


def _swallowed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a participle within the doer's phrase be the deed: `A bus carrying pilgrims overturned`.

    Where a comma and who says so follow, there is no other verb for the doer.
    """
    root = next((i for i, t in enumerate(tokens) if t.head == i), 0)
    says = tokens and tokens[root].pos in _VERBAL
    below = [i for i, t in enumerate(tokens) if t.head == root and i != root]
    doers = [i for i in below if tokens[i].dep in {*_SUBJECTS, "dep"}] if says else [root]
    ends = [i for i in below if tokens[i].text == ","]
    source = doers[1:2] if says else [i for i in below if tokens[i].text == "according"]
    if len(doers) + (not says) != 2 or not (ends and source and doers[0] < ends[0] < source[0]):
        return tokens
    deeds = [i for i in range(doers[0] + 2, ends[0]) if _is_swallowed(tokens, i, doers[0])]
    if not deeds:
        return tokens
    if not says:
        return _told(tokens, doers[0], deeds[0])
    told = list(tokens)
    told[deeds[0]] = replace(tokens[deeds[0]], head=root, dep="ccomp", tag="VBD")
    told[doers[0]] = replace(tokens[doers[0]], head=deeds[0], dep="nsubj")
    return tuple(told)


def _is_swallowed(tokens: tuple[Token, ...], verb: int, doer: int) -> bool:
    """Whether a participle hangs on the noun before it, with nobody by whom it was done."""
    token = tokens[verb]
    on = doer < token.head == verb - 1 and (token.dep, token.tag) == ("acl", "VBN")
    return on and not any(t.head == verb and t.dep == "agent" for t in tokens)


def _joined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a verb without a past of its own go with the infinitive before it: `to cut and shut`."""
    same = lexicons.lines("en/invariant_verbs")
    return tuple(
        replace(token, tag="VB")
        if token.dep == "conj"
        and token.tag in {"VBD", "VBN", "VBP"}
        and token.text.lower() in same
        and tokens[token.head].tag == "VB"
        else token
        for token in tokens
    )


def _suffered(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a participle share the passive before it: `six were killed and two others wounded`."""
    passive = {t.head for t in tokens if t.dep == "auxpass"}
    acts = {t.head for t in tokens if t.dep in {"aux", "auxpass", "dobj"}}
    shared = {
        index
        for index, token in enumerate(tokens)
        if (token.dep, token.tag) == ("conj", "VBN") and token.head in passive and index not in acts
    }
    counted = {t.head for t in tokens if t.dep == "nummod"}
    return tuple(
        replace(token, dep="nsubjpass")
        if token.dep == "nsubj" and token.head in shared and (token.tag == "CD" or at in counted)
        else token
        for at, token in enumerate(tokens)
    )


def _named(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a person's name be the subject after the office: `the head of Tarn Inc. Ana Ruiz quit`.

    Two subjects of one verb, with nothing between them, are one.
    """
    told = list(tokens)
    for at, token in enumerate(tokens):
        if token.dep not in _SUBJECTS or not token.ner.endswith("PERSON"):
            continue
        first = _first(tokens, at)
        if first == at:
            continue  # `conditions Silva has rejected`
        office = next(
            (
                i
                for i in range(first)
                if tokens[i].head == token.head and tokens[i].dep == token.dep
            ),
            None,
        )
        if office is not None and _ends_at(tokens, office, first):
            told[office] = replace(tokens[office], head=at, dep="compound")
    return tuple(told)


def _first(tokens: tuple[Token, ...], at: int) -> int:
    """Return where the words right before a name that belong to it begin."""
    while at > 0 and tokens[at - 1].dep == "compound" and tokens[at - 1].head >= at:
        at -= 1
    return at


def _ends_at(tokens: tuple[Token, ...], head: int, end: int) -> bool:
    """Whether the token before an index hangs below another: its phrase ends there."""
    at = end - 1
    while head < at and tokens[at].text[0].isalnum() and tokens[at].head < at:
        at = tokens[at].head
    return at == head


def _raised(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put a clause below the one before it, not above: `Ten died, six before they could flee`."""
    root = next((i for i, t in enumerate(tokens) if t.head == i), None)
    if root is None or tokens[root].pos not in _VERBAL:
        return tokens
    mark = next((i for i, t in enumerate(tokens) if t.head == root and t.dep == "mark"), None)
    first = next((i for i, t in enumerate(tokens) if t.head == root and t.dep == "ccomp"), None)
    if mark is None or first is None or not first < mark < root:
        return tokens
    told = list(tokens)
    told[first] = replace(tokens[first], head=first, dep="ROOT")
    told[root] = replace(tokens[root], head=first, dep="advcl")
    return tuple(told)


_STEPS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    mended_heads.lifted,
    mended_heads.counted,
    mended_heads.called,
    mended_heads.shortened,
    mended_nouns.prefixed,
    mended_verbs.parted,
    mended_verbs.reduced,
    mended_verbs.those,
    mended_verbs.dated,
    mended_verbs.sworn,
    mended_verbs.made_to,
    mended_verbs.aboard,
    _said,
    mended_nouns.paired,
    mended_nouns.common,
    mended_nouns.counted,
    mended_nouns.gerunds,
    _parted,
    _finite,
    _verbed,
    _led,
    _acted,
    _swallowed,
    mended_verbs.laden,
    _named,
    _raised,
    _suffered,
    _joined,
    _lost,
)
"""In the order in which one may build on another."""
