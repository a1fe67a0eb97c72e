"""Who does it, who undergoes it and who takes part, by the grammar of the trigger's clause."""

from __future__ import annotations

from functools import cache

from generator import lexicons
from generator.extract.described import persons_meant
from generator.extract.places import is_place
from generator.extract.reference import (
    body_meant,
    body_served,
    body_told,
    compatriot,
    person_before,
)
from generator.extract.scene import Scene, ancestors, clause, phrase, subject
from generator.extract.speech import tells_which
from generator.extract.story import Story
from generator.extract.telling.tree import SUBJECTS, Tree
from generator.extract.triggers import Trigger
from generator.model import Argument, Mention, NameKind

_WITH = frozenset({"with", "between", "among", "alongside"})
_ON = frozenset({"against", "on", "to", "for", "of", "at", "from", "over"})
_LAND = frozenset({"airspace", "territory", "border", "waters", "water", "soil", "sky"})
_TRIED = frozenset({"arrest", "charge", "trial", "verdict", "appointment", "resignation"})
_INTO = frozenset({"into", "to", "under"})
_ARMED = frozenset({"attack", "clash", "airspace-violation", "territorial-gain"})
"""Kinds whose doer may be named by the arms: `Russian drones landed on their territory`."""
_NATIONAL = frozenset({"economy", "sanction"})
"""Kinds told of a state where they are told of its exports or its firms."""
_MUTUAL = frozenset({"meeting", "agreement", "call", "clash"})
PLACED = frozenset({"attack", "disaster", "damage", "accident", "outage", "death"})
"""Kinds whose object is where it happens rather than who undergoes it."""
_HE = frozenset({"he", "she", "him", "her", "his", "it", "its"})


def arguments(at: int, story: Story, trigger: Trigger) -> tuple[Argument, ...]:
    """Return the actors of an event in the order of their parts: doers first."""
    scene = story.scenes[at]
    found: list[Argument] = []
    for role, heads in _parts(scene, trigger):
        for head in heads:
            for mention in _names(at, story, head):
                actor = _actor(scene, mention, role, trigger.kind)
                if actor and all(a.actor != actor for a in found):
                    found.append(Argument(actor=actor, role=role))
    if trigger.kind in _TRIED and not found:
        found += _tried(scene)
    if trigger.kind in _ARMED and not any(a.role == "agent" for a in found):
        found += _armed(scene, found)
    if trigger.kind == "outage":
        found += _reached(scene, found)
    return tuple(found)


def _tried(scene: Scene) -> list[Argument]:
    """Return the first person named, where the grammar shows nobody whom the court dealt with."""
    people = [m.actor for m in scene.mentions if m.kind is NameKind.PERSON and m.actor]
    return [Argument(actor=actor, role="patient") for actor in people[:1]]


def _armed(scene: Scene, found: list[Argument]) -> list[Argument]:
    """Return the states whose weapons or forces the sentence names: `Russian drones`."""
    taken = {a.actor for a in found}
    arms = frozenset(lexicons.lines("en/force_nouns"))
    return [
        Argument(actor=mention.actor, role="agent")
        for mention, head in zip(scene.mentions, scene.heads, strict=True)
        if mention.adjective
        and mention.actor
        and mention.actor not in taken
        and scene.lower(scene.tree.tokens[head].head) in arms
    ][:1]


def _reached(scene: Scene, found: list[Argument]) -> list[Argument]:
    """Return the other bodies that an outage is told of: `across platforms, including X and Y`."""
    taken = {a.actor for a in found}
    bodies = [
        mention.actor
        for mention, head in zip(scene.mentions, scene.heads, strict=True)
        if mention.kind is NameKind.ORGANISATION
        and mention.actor
        and mention.actor not in taken
        and not _tells(scene, head)
    ]
    return [Argument(actor=actor, role="patient") for actor in dict.fromkeys(bodies)]


def _tells(scene: Scene, head: int) -> bool:
    """Whether a name stands in the words for who says it: `X's head said`, `according to X`."""
    parse = scene.tree
    for at in (head, *ancestors(parse, head)):
        above = parse.tokens[at].head
        if parse.tokens[at].dep in SUBJECTS:
            return scene.lower(above) in _reporting()
        if scene.lower(at) == "accord" or parse.tokens[at].pos in {"VERB", "AUX"}:
            return scene.lower(at) == "accord"
    return False


def _parts(scene: Scene, trigger: Trigger) -> list[tuple[str, list[int]]]:
    parse = scene.tree
    own = trigger.token
    mutual = trigger.kind in _MUTUAL
    parts: list[tuple[str, list[int]]] = []
    if not trigger.verb:
        parts += _of_noun(scene, own, mutual)
    verb = own if trigger.verb else _light_verb(scene, own)
    if verb is None:
        return parts
    told = mutual and parse.tokens[own].head == verb
    if not trigger.verb and not told and scene.lower(verb) in _reporting():
        return parts
    doer = _meant(scene, subject(parse, verb), verb)
    passive = parse.child(verb, "nsubjpass", "auxpass") is not None
    if parse.tokens[verb].dep == "acl" and parse.tokens[verb].tag == "VBN":
        doer, passive = parse.tokens[verb].head, True
    agents = [o for a in parse.having(verb, "agent") for o in parse.having(a, "pobj")]
    if doer is not None and doer != own and own not in phrase(parse, doer):
        suffers = passive or scene.lower(verb) in _suffering()
        role = "patient" if suffers else "participant" if mutual else "agent"
        parts.append((role, [doer, *_further_subjects(parse, doer)]))
    parts.append(("agent", agents))
    other = "participant" if mutual else "patient"
    objects = [o for o in parse.having(verb, "dobj", "dative", "oprd") if o != own]
    objects += [o for o in parse.having(verb, "conj") if objects and parse.tokens[o].pos == "PROPN"]
    objects += _through(scene, verb)
    parts.append((other, objects))
    parts += _by_preposition(scene, verb, mutual)
    if mutual:
        parts.append(("participant", _with_others(scene, verb)))
    return parts


def _further_subjects(parse: Tree, doer: int) -> list[int]:
    """Return the subjects that the parser set beside the first: `X, Y, and Z are to meet`."""
    token = parse.tokens[doer]
    if token.dep not in SUBJECTS:
        return []
    return [i for i in parse.having(token.head, token.dep) if i != doer and i < token.head]


def _through(scene: Scene, verb: int) -> list[int]:
    """Return the objects that stand under another word: `agreed to buy X`, `found X guilty`.

    Also those that `including` picks out of an object: `sanctions on ten men, including X`.
    """
    parse = scene.tree
    found = []
    for below in parse.having(verb, "xcomp"):
        if scene.lower(verb) in {"agree", "decide", "order"}:
            found += parse.having(below, "dobj")
    for below in parse.having(verb, "ccomp"):
        if parse.tokens[below].pos == "ADJ" and parse.child(below, "aux", "cop") is None:
            found += parse.having(below, "nsubj")
    for prep in parse.having(verb, "prep"):
        if scene.lower(prep) in {"include", "including"}:
            found += parse.having(prep, "pobj")
    return found


@cache
def _reporting() -> frozenset[str]:
    return frozenset(lexicons.lines("en/reporting_verbs"))


@cache
def _suffering() -> frozenset[str]:
    return frozenset(lexicons.lines("en/suffering_verbs"))


def _with_others(scene: Scene, verb: int) -> list[int]:
    """Return those whom `with` joins to a meeting anywhere in its clause."""
    parse = scene.tree
    preps = [
        i
        for i in sorted(clause(parse, verb))
        if parse.tokens[i].dep == "prep" and scene.lower(i) in _WITH
    ]
    return [o for p in preps for o in parse.having(p, "pobj")]


def _of_noun(scene: Scene, noun: int, mutual: bool) -> list[tuple[str, list[int]]]:
    parse = scene.tree
    doers = parse.having(noun, "poss", "amod", "compound", "nmod")
    return [("participant" if mutual else "agent", doers), *_by_preposition(scene, noun, mutual)]


def _by_preposition(scene: Scene, index: int, mutual: bool) -> list[tuple[str, list[int]]]:
    parse = scene.tree
    parts: list[tuple[str, list[int]]] = []
    for prep in parse.having(index, "prep", "agent", "dative"):
        word = scene.lower(prep)
        objects = parse.having(prep, "pobj")
        if word == "by" or (
            word in _INTO and any(scene.lower(o) in {"hand", "control"} for o in objects)
        ):
            parts.append(("agent", objects))
        elif word in _WITH:
            parts.append(("participant" if mutual or word != "with" else "patient", objects))
        elif word in _ON:
            parts.append(("participant" if mutual and word == "of" else "patient", objects))
    return parts


def _light_verb(scene: Scene, noun: int) -> int | None:
    """Return the verb whose subject or object the noun is: `held talks`, `the strike killed`."""
    parse = scene.tree
    for above in ancestors(parse, noun)[:6]:
        if parse.tokens[above].pos in {"VERB", "AUX"}:
            return above
        if parse.tokens[above].dep in {"relcl", "advcl"}:
            return None
    return None


def _meant(scene: Scene, doer: int | None, verb: int) -> int | None:
    """Return whom the `who` of a relative clause stands for."""
    tokens = scene.tree.tokens
    relative = doer is not None and tokens[doer].tag in {"WDT", "WP"}
    return tokens[verb].head if relative and tokens[verb].dep == "relcl" else doer


def _names(at: int, story: Story, head: int) -> list[Mention]:
    scene = story.scenes[at]
    token = scene.tree.tokens[head]
    if token.pos == "PRON" and token.text.lower() in _HE - {"it", "its"}:
        found = person_before(token.start, at, story)
        return [found] if found else []
    if (one := compatriot(head, at, story)) is not None:
        return list(one)
    named = scene.at(_named_part(scene, head))
    near = [m for m in named if not (_titles(scene, m) or tells_which(scene, m))]
    if not near and token.pos == "NOUN":
        within = scene.at(phrase(scene.tree, head))
        near = [m for m in within if m.kind is NameKind.ORGANISATION]
    if any(m.kind is NameKind.PERSON for m in near):
        near = [m for m in near if not _belongs(scene, m)]
    near += _unnamed(at, story, head)
    owners = scene.tree.having(head, "poss")
    if not near and (found := _first_meant([head, *owners], at, story)):
        return [found]
    if not any(m.kind is NameKind.PERSON for m in near):
        near = [*persons_meant(head, at, story), *near]
    person = any(m.kind is NameKind.PERSON for m in near)
    whose = body_served(head, at, story) if person else body_told(head, at, story)
    return near if whose is None else [*near, whose]


def _unnamed(at: int, story: Story, head: int) -> list[Mention]:
    """Return the bodies that nouns beside a noun stand for: `the state and the rebels`."""
    scene = story.scenes[at]
    beside = sorted(_named_part(scene, head) - {head})
    nouns = [
        i for i in beside if scene.tree.tokens[i].dep in {"conj", "pobj"} and not scene.at({i})
    ]
    return [body for noun in nouns if (body := body_meant(noun, at, story))]


def _first_meant(nouns: list[int], at: int, story: Story) -> Mention | None:
    """Return the body that one of the nouns stands for: `the company`, `the company's owner`."""
    return next((body for noun in nouns if (body := body_meant(noun, at, story))), None)


def _titles(scene: Scene, mention: Mention) -> bool:
    """Whether a demonym only belongs to a person's title: `French President X`."""
    if not mention.adjective:
        return False
    parse = scene.tree
    for above in ancestors(parse, parse.head_of(mention) or 0)[:3]:
        token = parse.tokens[above]
        if any(m.kind is NameKind.PERSON and m.overlaps(token) for m in scene.mentions):
            return True
        if token.dep != "compound":
            return False
    return False


def _belongs(scene: Scene, mention: Mention) -> bool:
    """Whether a state is only the one whose office somebody holds: `the president of Peru, X`."""
    token = scene.tree.tokens[scene.heads[scene.mentions.index(mention)]]
    of = token.dep == "pobj" and scene.lower(token.head) == "of"
    if of and scene.lower(scene.tree.tokens[token.head].head) in lexicons.lines(
        "en/acting_offices"
    ):
        return False  # `the foreign minister of Peru, X`
    return mention.kind is NameKind.STATE and (of or token.dep == "poss")


def _named_part(scene: Scene, head: int) -> set[int]:
    """Return a noun with its names: modifiers, coordinated nouns and `of` phrases."""
    parse = scene.tree
    found, queue = set(), [head]
    while queue:
        here = queue.pop()
        found.add(here)
        for child in parse.children[here]:
            token = parse.tokens[child]
            if token.dep in {"amod", "compound", "nmod", "poss", "conj", "appos", "nummod"}:
                queue.append(child)
            elif token.dep == "prep" and scene.lower(child) in {"of", "from", "including"}:
                queue.extend(parse.having(child, "pobj"))
    return found


def _actor(scene: Scene, mention: Mention, role: str, kind: str) -> str | None:
    actor = mention.actor
    if actor is None or is_place(scene, mention) or not _acts(scene, mention, kind):
        return None
    struck = role == "patient" and (kind in PLACED or kind == "disease")
    return None if struck and mention.place else actor


def _acts(scene: Scene, mention: Mention, kind: str) -> bool:
    """Whether a state takes part itself: `Peru's navy`, not `a Peruvian court`."""
    parse = scene.tree
    head = parse.head_of(mention)
    if mention.kind is not NameKind.STATE or head is None:
        return True
    while parse.tokens[head].dep == "conj" and parse.tokens[head].head != head:
        head = parse.tokens[head].head
    if mention.adjective and scene.tree.child(parse.tokens[head].head, "poss") is not None:
        return False  # `its Peruvian business`
    if kind in _NATIONAL or not (mention.adjective or parse.tokens[head].dep == "poss"):
        return True
    noun = scene.lower(parse.tokens[head].head)
    armed = kind != "protest" and noun in lexicons.lines("en/force_nouns")
    return armed or noun in lexicons.lines("en/state_agents")


def undergoers(scene: Scene, trigger: Trigger) -> set[int]:
    """Return the words for what undergoes an event, with the names in them."""
    parse = scene.tree
    verb = trigger.token if trigger.verb else _light_verb(scene, trigger.token)
    heads = [] if verb is None else parse.having(verb, "dobj", "nsubjpass")
    if verb is not None and scene.lower(verb) in _suffering():
        sufferer = subject(parse, verb)
        heads += [] if sufferer is None else [sufferer]
    if verb is not None and trigger.kind == "outage" and not heads:
        who = subject(parse, verb)
        heads += [] if who is None else [who]
    if not trigger.verb:
        heads += [
            o
            for p in parse.having(trigger.token, "prep")
            if scene.lower(p) in {"on", "against", "of"}
            for o in parse.having(p, "pobj")
        ]
    return {i for head in heads for i in _named_part(scene, head)}


def antecedents(scene: Scene, token: int) -> set[int]:
    """Return the nouns that a relative clause is about: `X, a city that fell`."""
    parse = scene.tree
    for index in (token, *ancestors(parse, token)):
        if parse.tokens[index].dep in {"relcl", "acl"}:
            noun = parse.tokens[index].head
            found = {noun}
            while parse.tokens[noun].dep == "appos" and parse.tokens[noun].head != noun:
                noun = parse.tokens[noun].head
                found.add(noun)
            return found | set(parse.having(noun, "compound"))
    return set()


def own_land(scene: Scene, area: set[int]) -> list[str]:
    """Return the states on whose land it is: `X and Y reported violations of their airspace`."""
    parse = scene.tree
    own = [
        i
        for i in sorted(area)
        if parse.tokens[i].text.lower() in {"its", "their"}
        and scene.lower(parse.tokens[i].head) in _LAND
    ]
    for above in ancestors(parse, own[0]) if own else ():
        who = parse.child(above, "nsubj")
        names = scene.at(_named_part(scene, who)) if who is not None else []
        found = [m.place for m in names if m.place and not m.adjective]
        if found:
            return found
    return []
