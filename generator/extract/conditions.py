"""What must stand with a word for it to tell an event: an object, a particle, a kind of subject."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from generator import lexicons
from generator.extract.offices import offices
from generator.extract.scene import Scene, subject
from generator.model import NameKind

_PRICED = frozenset(
    {
        "%",
        "percent",
        "cent",
        "point",
        "basis",
        "dollar",
        "euro",
        "pound",
        "billion",
        "million",
        "trillion",
        "bn",
    }
)
_COMPLEMENTS = ("oprd", "acomp", "attr", "advmod", "xcomp", "ccomp", "prt")


def holds(scene: Scene, index: int, name: str, values: frozenset[str]) -> bool:
    """Whether a condition of the lexicon holds for a token; no values: any."""
    return _CHECKS[name](scene, index, values)


def _object(scene: Scene, verb: int, values: frozenset[str]) -> bool:
    return any(_named(scene, head, values) for head in _objects(scene, verb))


def _objects(scene: Scene, verb: int) -> list[int]:
    """Return what a verb is done to, whichever its voice."""
    parse = scene.tree
    heads = parse.having(verb, "dobj", "nsubjpass", "dative")
    heads += [c for c in parse.having(verb, "npadvmod") if scene.at({c})]  # `beat Peru 3-1`
    if parse.tokens[verb].dep in {"acl", "relcl"} and parse.child(verb, "nsubj") is None:
        heads.append(parse.tokens[verb].head)
    if parse.tokens[verb].dep == "conj" and not heads and _passive(scene, verb, frozenset()):
        shared = subject(parse, verb)
        heads.extend([] if shared is None else [shared])
    return heads


def _named(scene: Scene, head: int, values: frozenset[str]) -> bool:
    """Whether a noun, what it is a number of, or what it is joined with is one of the words."""
    if not values:
        return True
    parse = scene.tree
    near = {head, *parse.having(head, "conj", "compound", "amod", "npadvmod")}
    for prep in parse.having(head, "prep"):
        if parse.tokens[prep].lemma == "of":
            near.update(parse.having(prep, "pobj"))
    near.update(c for n in list(near) for c in parse.having(n, "conj"))
    return any(scene.lower(n) in values for n in near)


def _no_object(scene: Scene, verb: int, values: frozenset[str]) -> bool:
    return not _object(scene, verb, values)


def _subject(scene: Scene, verb: int, values: frozenset[str]) -> bool:
    parse = scene.tree
    found = [subject(parse, verb)]
    if _passive(scene, verb, frozenset()):
        found = [o for a in parse.having(verb, "agent") for o in parse.having(a, "pobj")]
    return any(who is not None and _named(scene, who, values) for who in found)


def _passive(scene: Scene, verb: int, values: frozenset[str]) -> bool:
    parse = scene.tree
    token = parse.tokens[verb]
    if parse.child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if token.tag == "VBN" and token.dep in {"acl", "advcl"}:
        return True
    governor = parse.tokens[token.head]
    return (
        token.dep == "conj"
        and token.tag == governor.tag == "VBN"
        and (parse.child(token.head, "auxpass", "nsubjpass") is not None)
    )


def _particle(scene: Scene, verb: int, values: frozenset[str]) -> bool:
    parse = scene.tree
    below = parse.having(verb, "prt", "advmod")
    below += [c for c in parse.having(verb, "prep") if parse.child(c, "pobj") is None]
    return any(parse.tokens[c].text.lower() in values for c in below)


def _prep(scene: Scene, index: int, wanted: str, values: frozenset[str]) -> bool:
    parse = scene.tree
    near = [index, *parse.having(index, "dobj")] if wanted == "without" else [index]
    for prep in [p for i in near for p in parse.having(i, "prep", "agent", "dative")]:
        if parse.tokens[prep].lemma.lower() == wanted:
            objects = set(parse.having(prep, "pobj", "pcomp"))
            if not values and objects and objects <= set(scene.times):
                continue  # `voted on Sunday` is no vote on something
            if not values or any(_named(scene, o, values) for o in objects):
                return True
    return False


def _complement(scene: Scene, verb: int, values: frozenset[str]) -> bool:
    parse = scene.tree
    below = parse.having(verb, *_COMPLEMENTS)
    below += [c for b in below for c in parse.having(b, "acomp", "advmod", "xcomp", "oprd")]
    below += [c for o in parse.having(verb, "dobj") for c in parse.having(o, "amod", "acl")]
    if not values:
        return any(parse.tokens[c].dep in {"oprd", "attr"} for c in below)
    return any(scene.lower(c) in values for c in below)


def _compound(scene: Scene, noun: int, values: frozenset[str]) -> bool:
    below = scene.tree.having(noun, "compound", "amod", "nmod", "poss", "nummod")
    return any({scene.lower(c), scene.tree.tokens[c].text.lower()} & values for c in below)


def _person(scene: Scene, verb: int, values: frozenset[str]) -> bool:
    parse = scene.tree
    objects = parse.having(verb, "dobj", "dative", "nsubjpass")
    objects += [
        o
        for p in parse.having(verb, "prep")
        if scene.lower(p) == "with"
        for o in parse.having(p, "pobj")
    ]
    near = {n for o in objects for n in (o, *parse.having(o, "conj", "compound", "amod", "poss"))}
    named = any(m.kind is not NameKind.PLACE for m in scene.at(near))
    return named or any(scene.lower(n) in _people() for n in near)


@cache
def _people() -> frozenset[str]:
    """Return the nouns for people: by trade, by office."""
    return frozenset(lexicons.lines("en/person_nouns")) | offices().keys()


def _human(scene: Scene, verb: int, values: frozenset[str]) -> bool:
    """Whether the one who does or undergoes it is a person: `the minister quit`."""
    who = subject(scene.tree, verb)
    if who is None:
        return False
    named = any(m.kind is NameKind.PERSON for m in scene.at({who}))
    return named or scene.lower(who) in _people()


def _figure(scene: Scene, index: int, values: frozenset[str]) -> bool:
    """Whether a share, a price or a rate stands by: `fell 5%`, `rose to $80`."""
    near = [scene.lower(i) for i in scene.tree.subtree(index)]
    return any(word in _PRICED or word.endswith(("$", "€", "£", "%")) for word in near)


def _plural(scene: Scene, index: int, values: frozenset[str]) -> bool:
    """Whether a noun, or what a verb is done to, is more than one."""
    verb = scene.tree.tokens[index].pos == "VERB"
    things = _objects(scene, index) if verb else [index]
    return any(scene.tree.tokens[i].tag in {"NNS", "NNPS"} for i in things)


def _by_preposition(scene: Scene, index: int, values: frozenset[str]) -> bool:
    return any(_prep(scene, index, *_split(value)) for value in values)


def _split(value: str) -> tuple[str, frozenset[str]]:
    wanted, _, words = value.partition(":")
    return wanted, frozenset(words.split("/")) if words else frozenset()


def _alone(scene: Scene, noun: int, values: frozenset[str]) -> bool:
    """Whether a noun does not only say what kind another is of: `a suicide squad`."""
    return scene.tree.tokens[noun].dep != "compound"


def _bare(scene: Scene, noun: int, values: frozenset[str]) -> bool:
    """Whether a bare noun stands under a preposition: `on strike`."""
    parse = scene.tree
    governor = scene.lower(parse.tokens[noun].head)
    bare = parse.child(noun, "det", "poss") is None
    return parse.tokens[noun].dep == "pobj" and bare and governor in values


def _doer(scene: Scene, noun: int, values: frozenset[str]) -> bool:
    """Whether those who do it are of a kind: `the teachers ended their strike`."""
    parse = scene.tree
    found = parse.having(noun, "poss", "compound", "amod")
    found += [
        o
        for p in parse.having(noun, "prep")
        if scene.lower(p) in {"by", "of"}
        for o in parse.having(p, "pobj")
    ]
    verb = parse.tokens[noun].head
    who = subject(parse, verb) if parse.tokens[verb].pos == "VERB" else None
    found += [] if who is None or who == noun else [who]
    return any(_named(scene, head, values) for head in found)


def _place(scene: Scene, verb: int, values: frozenset[str]) -> bool:
    """Whether what is taken, or what falls, is a place by name."""
    parse = scene.tree
    heads = parse.having(verb, "dobj", "nsubjpass")
    if not heads and parse.child(verb, "prep") is None:
        heads = parse.having(verb, "nsubj")
    return any(m.place and not m.adjective for m in scene.at(set(heads)))


_CHECKS: dict[str, Callable[[Scene, int, frozenset[str]], bool]] = {
    "object": _object,
    "no-object": _no_object,
    "subject": _subject,
    "passive": _passive,
    "prt": _particle,
    "prep": _by_preposition,
    "complement": _complement,
    "compound": _compound,
    "person": _person,
    "human": _human,
    "figure": _figure,
    "plural": _plural,
    "alone": _alone,
    "bare": _bare,
    "doer": _doer,
    "place": _place,
}
