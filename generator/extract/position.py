"""Where an event word stands in its sentence: its clause, and how near the main verb."""

from __future__ import annotations

from functools import cache

from generator import lexicons
from generator.extract import signals
from generator.extract.scene import CLAUSAL, Scene, ancestors, clause
from generator.extract.telling.tree import SUBJECTS
from generator.extract.triggers import Trigger

BELOW = frozenset({"relcl", "advcl", "acl"})
"""Dependencies of clauses that only add to another."""
_AGAINST = frozenset({"although", "though", "whereas", "while"})


def chain_of(scene: Scene, token: int) -> list[int]:
    """Return a token and all that governs it, nearest first."""
    return [token, *ancestors(scene.tree, token)]


def clause_of(scene: Scene, token: int) -> set[int]:
    """Return the tokens of the clause that an event word stands in."""
    return clause(scene.tree, verb_of(scene, token))


def verb_of(scene: Scene, token: int) -> int:
    """Return the verb of the clause that an event word stands in, or the top of its phrase."""
    tokens = scene.tree.tokens
    while tokens[token].pos not in {"VERB", "AUX"}:
        if tokens[token].dep in CLAUSAL or tokens[token].head == token:
            break
        token = tokens[token].head
    return token


def in_main_clause(scene: Scene, trigger: Trigger) -> bool:
    """Whether an event word is the main verb or hangs on it as its subject or object."""
    tokens = scene.tree.tokens
    chain = chain_of(scene, trigger.token)
    if signals.after(scene, trigger.token):
        return False
    if any(tokens[i].dep in BELOW and not cleft(scene, i) for i in chain):
        return False
    if any(tokens[i].dep == "pcomp" and scene.tree.child(i, "nsubj") is not None for i in chain):
        return False
    if not trigger.verb and tokens[trigger.token].dep == "dobj":
        return scene.lower(tokens[trigger.token].head) in _carriers()
    for index in chain[1:]:
        if trigger.verb or tokens[index].pos in {"VERB", "AUX"}:
            return True
        counted = scene.lower(index) in lexicons.lines("en/group_nouns")
        if tokens[index].pos in {"NOUN", "PROPN"} and not counted:
            return False
    return True


@cache
def _carriers() -> frozenset[str]:
    """Return the verbs whose object may be the news: light ones, and those that report."""
    names = ("light_verbs", "reporting_verbs", "suffering_verbs")
    return frozenset(word for name in names for word in lexicons.lines(f"en/{name}"))


def cleft(scene: Scene, index: int) -> bool:
    """Whether the news stands in the `when` clause: `was climbing when it fell`."""
    marks = {scene.lower(c) for c in scene.tree.having(index, "advmod", "mark")}
    governor = scene.tree.tokens[index].head
    going = scene.tree.tokens[governor].tag == "VBG" and any(
        scene.tree.tokens[c].tag == "VBD" for c in scene.tree.having(governor, "aux")
    )
    turning = scene.lower(governor) in {"come", "begin", "happen", "be", "occur"}
    return "when" in marks and (turning or going)


def aims(scene: Scene, trigger: Trigger) -> set[int]:
    """Return what only tells an aim, where nothing happened yet: `talks to end the war in X`."""
    parse = scene.tree
    verbs = [t.head for t in parse.tokens if t.tag == "TO" and t.dep == "aux"]
    below = [set(parse.subtree(verb)) for verb in verbs]
    return {i for tokens in below if trigger.token not in tokens for i in tokens}


def contrasts(scene: Scene, trigger: Trigger) -> set[int]:
    """Return what only stands against an event: `prices fell, while markets in X were shut`."""
    tree = scene.tree
    marks = [t.head for t in tree.tokens if t.dep == "mark" and t.text.lower() in _AGAINST]
    below = [set(tree.subtree(verb)) for verb in marks]
    return {i for tokens in below if trigger.token not in tokens for i in tokens}


def coordinate(scene: Scene, trigger: Trigger) -> set[int]:
    """Return the words of an event's clause where it only stands beside another, with a subject.

    `the council shut schools, and X opened a shelter`; none where the rest of the sentence may
    tell of the event too.
    """
    tree = scene.tree
    verb = verb_of(scene, trigger.token)
    own = tree.tokens[verb].dep == "conj" and tree.child(verb, *SUBJECTS) is not None
    return set(tree.subtree(verb)) if own else set()


def crimes(scene: Scene, trigger: Trigger) -> set[int]:
    """Return the words for what somebody is judged for: `jailed for smuggling ivory to X`."""
    tree = scene.tree
    deeds = [
        i for i, t in enumerate(tree.tokens) if t.dep == "pcomp" and scene.lower(t.head) == "for"
    ]
    return {i for deed in deeds for i in tree.subtree(deed)} - {trigger.token}
