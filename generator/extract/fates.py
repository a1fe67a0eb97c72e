"""What befell those who are counted: killed, arrested, intercepted."""

from __future__ import annotations

from functools import cache

from generator.extract.counting_words import whats
from generator.extract.scene import Scene, ancestors

INCLUDING = frozenset({"include", "including"})
PEOPLES = frozenset({"arrested", "injured", "killed", "missing", "rescued", "trapped"})
"""What befell them says more of `passengers` or `refugees` than the word for them."""
_PICTURES = frozenset({"footage", "image", "name", "photo", "photograph", "picture", "video"})
"""What befalls them does not befall those whom they show."""
_SEND_OFF = frozenset({"advise", "ask", "force", "have", "instruct", "order", "tell", "urge"})
_LEAVE = frozenset({"evacuate", "flee", "leave"})
_CONDEMN = frozenset({"condemn", "sentence"})
_SUFFER = frozenset({"receive", "suffer", "sustain"})
_CARRY = frozenset({"bring", "carry", "fly", "get", "lead", "pull", "take"})
_SAFE = frozenset({"safety", "shore"})
_SAID_OF = ("acomp", "oprd", "xcomp")
"""What a word says of those counted lies with its complement: `39 people reported missing`."""
_HARM = frozenset({"killed", "injured", "casualties"})


def fate_of(scene: Scene, noun: int) -> str | None:
    """Return what befell those who are counted: `killed`, `arrested`."""
    return own_fate(scene, noun) or act_on(scene, noun)


def own_fate(scene: Scene, noun: int) -> str | None:
    """Return what befell those counted by the words with them: `39 people reported missing`."""
    parse = scene.tree
    for child in parse.having(noun, "amod", "acl", "relcl", "acomp", "advmod"):
        found = (_told_by(scene, i) for i in (child, *parse.having(child, *_SAID_OF)))
        if fate := next((f for f in found if f is not None), None):
            return fate
    return None


def _told_by(scene: Scene, word: int) -> str | None:
    text = scene.tree.tokens[word].text.lower()
    return whats("adj").get(text) or whats("verb").get(scene.lower(word))


def act_on(scene: Scene, noun: int) -> str | None:
    """Return what the verbs and nouns above say that befell a noun."""
    parse = scene.tree
    joined = parse.tokens[noun].dep == "conj"
    against = scene.lower(parse.tokens[noun].head) == "against"
    for above in ancestors(parse, noun):
        token = parse.tokens[above]
        if joined and token.pos in {"NOUN", "PROPN"}:
            joined = token.dep == "conj"
            continue
        word = token.text.lower()
        if scene.lower(above) in INCLUDING:
            continue
        if token.dep == "conj" and parse.tokens[token.head].pos in {"NOUN", "PROPN"}:
            continue
        if scene.lower(above) in _PICTURES:
            return None
        if scene.lower(above) in {"lose", "claim"} and _lives(scene, above):
            return "killed"
        if token.pos in {"VERB", "AUX", "ADJ"}:
            for child in (above, *parse.having(above, "acomp", "oprd", "attr", "ccomp", "xcomp")):
                text = parse.tokens[child].text.lower()
                known = _phrasal(scene, child) or (
                    whats("adj").get(text) or whats("verb").get(scene.lower(child))
                )
                if known and _undergoes(scene, noun, child):
                    return known
            if _leaves(scene, noun, above):
                return "displaced"
            if (harm := _harm_done(scene, noun, above)) is not None:
                return harm
            if token.dep not in {"conj", "acl", "advcl", "amod", "ccomp"} or token.head == above:
                return None
            if token.dep in {"advcl", "ccomp"} or (
                token.dep == "conj" and noun in parse.having(above, "nsubj")
            ):
                return None
        elif whats("adj").get(word):
            return whats("adj")[word]
        elif (named := whats("noun").get(scene.lower(above))) in _befalls():
            return "charged" if named == "cases" and against else named
    return None


@cache
def _befalls() -> frozenset[str]:
    """Return what nouns say that befalls people: `the arrest of nine men`, not `a bed for two`."""
    return frozenset({*whats("verb").values(), "casualties", "cases"})


def _phrasal(scene: Scene, verb: int) -> str | None:
    """Read a verb with its particle or complement: `shot down`, `shot dead`, `swept to death`."""
    parse = scene.tree
    close = parse.having(verb, "prt", "acomp", "oprd", "advmod", "advcl")
    words = [parse.tokens[c].text.lower() for c in close]
    after = parse.tokens[verb + 1].text.lower() if verb + 1 < len(parse.tokens) else ""
    for word in (*words, after):
        if found := whats("verb").get(f"{scene.lower(verb)} {word}"):
            return found
    below = [(p, o) for p in parse.having(verb, "prep") for o in parse.having(p, "pobj")]
    ends = [o for _, o in below]
    if scene.lower(verb) == "take" and any(scene.lower(o) == "custody" for o in ends):
        return "arrested"
    if scene.lower(verb) == "treat" and any(whats("noun").get(scene.lower(o)) for o in ends):
        return next((w for o in ends if (w := whats("noun").get(scene.lower(o))) in _HARM), None)
    if any(scene.lower(c) in _LEAVE for c in parse.having(verb, "xcomp", "ccomp")):
        return "displaced" if scene.lower(verb) in _SEND_OFF else None
    if scene.lower(verb) in _CARRY and any(scene.lower(o) in _SAFE for o in ends):
        return "rescued"
    to_death = any((scene.lower(p), scene.lower(o)) == ("to", "death") for p, o in below)
    return "killed" if to_death and scene.lower(verb) not in _CONDEMN else None


def _leaves(scene: Scene, noun: int, verb: int) -> bool:
    """Whether those counted leave where they live: a place that is named, or their homes."""
    parse = scene.tree
    if scene.lower(verb) != "leave" or noun not in parse.having(verb, "nsubj"):
        return False
    whence = parse.having(verb, "dobj")
    named = any(m.place and not m.actor for m in scene.at(set(whence)))
    return named or any(scene.lower(i) in {"home", "house", "village"} for i in whence)


def _harm_done(scene: Scene, noun: int, verb: int) -> str | None:
    """Read `reported injuries to six people`, `six people suffered injuries`."""
    token = scene.tree.tokens[noun]
    suffers = token.dep == "nsubj" and scene.lower(verb) in _SUFFER
    if token.dep != "pobj" and not suffers:
        return None
    objects = [scene.lower(o) for o in scene.tree.having(verb, "dobj", "nsubjpass")]
    return next((whats("noun")[o] for o in objects if whats("noun").get(o) in _HARM), None)


def _lives(scene: Scene, verb: int) -> bool:
    below = scene.tree.having(verb, "dobj", "nsubjpass")
    return any(scene.lower(i) == "life" for i in below)


def _undergoes(scene: Scene, noun: int, verb: int) -> bool:
    """Whether the counted undergo the verb: not the three gunmen who killed."""
    parse = scene.tree
    lemma = scene.lower(verb)
    if lemma in {"die", "perish", "drown", "flee", "miss"} or parse.tokens[verb].pos == "ADJ":
        return True
    chain = {noun, *ancestors(parse, noun)}
    active = parse.having(verb, "nsubj")
    passive = parse.child(verb, "auxpass", "nsubjpass") is not None
    if parse.child(verb, "dobj") is None and lemma not in {"kill", "murder"}:
        return True
    return passive or not any(c in chain for c in active) or parse.tokens[verb].tag == "VBN"
