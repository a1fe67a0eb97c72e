"""Doings that no event word names: a main verb with a day of its own, or a doer and an object."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from generator import edtf, lexicons
from generator.extract.position import chain_of, clause_of, in_main_clause, verb_of
from generator.extract.realis import Realis, governed, of_word, settled
from generator.extract.scene import Scene, subject
from generator.extract.triggers import Trigger, family
from generator.model import Timex, TimexType

_TOLD = frozenset({Realis.HAPPENED, Realis.PLANNED})
_REAL = _TOLD | {Realis.ONGOING}
_SPAN = 31
"""Most days that a time may cover and still say when something was done."""
_OBJECTS = ("dobj", "nsubjpass", "xcomp")
_LEAVING = frozenset({"depart", "fly", "head", "leave", "sail"})
_WAYS = frozenset({"across", "from", "into", "onto", "through", "to", "towards"})
_OTHERS = frozenset(
    {"all", "another", "both", "each", "few", "many", "most", "one", "other", "rest", "some"}
)
_ANYBODY = frozenset({"i", "we", "you", "one", "there"})


def doings(scene: Scene, found: list[Trigger]) -> list[Trigger]:
    """Return the event words with the deeds that the lexicon lacks: `handed over tents on Monday`.

    A weak verb that tells such a deed is firm: `supporters burnt tyres`.
    """
    real = [t for t in found if t.kind != "statement" and of_word(scene.tree, t.token) in _REAL]
    apart = [t for t in real if not t.verb and _circumstance(scene, t.token)]
    beside = {i for t in apart for i in clause_of(scene, t.token)}
    told = {
        i for t in real if t not in apart and _tells(scene, t) for i in clause_of(scene, t.token)
    }
    told |= {t.token for t in found}
    leads = (t for t in real if _meets(scene, t.token) or settled(scene.tree, t))
    told |= {scene.tree.tokens[t.token].head for t in leads}
    own = {
        verb_of(scene, head)
        for timex, head in zip(scene.timexes, scene.times, strict=True)
        if _dates(timex) and not _limits(scene, head) and not _circumstance(scene, head)
    }
    dated = own | {scene.tree.tokens[v].head for v in own - told if _meets(scene, v)}
    verbs = (i for i in range(len(scene.tree.tokens)) if i not in told)
    new = [_doing(scene, verb, dated=verb in dated) for verb in verbs]
    new += [_decree(scene, t) for t in found if t.token in own and t.kind == "statement"]
    added = [t for t in new if t is not None and not (t.weak and t.token in beside)]
    tokens = scene.tree.tokens
    kinds = {tokens[t.token].head: t.kind for t in real if tokens[t.token].dep == "dobj"}
    added = [replace(t, kind=kinds.get(t.token, t.kind)) for t in added]
    return [*(_firmed(scene, t, dated=t.token in dated) for t in found), *added]


def _tells(scene: Scene, trigger: Trigger) -> bool:
    """Whether an event word leaves its verb nothing to tell: `held a rally`, not `repaid it`."""
    verb = verb_of(scene, trigger.token)
    who = subject(scene.tree, verb)
    does = who is not None and trigger.token in scene.tree.subtree(who)
    compound = scene.tree.tokens[trigger.token].dep == "compound"
    held = scene.lower(verb) in lexicons.lines("en/light_verbs") and not compound
    harm = family(trigger.kind) == "harm"  # `overcame an injury` is nobody's deed
    return trigger.verb or not trigger.weak or does or held or harm


def _firmed(scene: Scene, trigger: Trigger, *, dated: bool) -> Trigger:
    if not (trigger.weak and trigger.verb) or trigger.kind == "statement":
        return trigger
    deed = _doing(scene, trigger.token, dated=dated)
    return trigger if deed is None or deed.weak else replace(trigger, weak=False)


def _circumstance(scene: Scene, noun: int) -> bool:
    """Whether a noun or time tells what a deed came after or amid: `cut all ties after the raid`.

    A time right behind the preposition is the deed's: `left after 9 p.m. on Monday`.
    """
    chain = chain_of(scene, noun)
    below = chain[: chain.index(verb_of(scene, noun))]
    loose = lexicons.lines("en/loose_prepositions")
    return any(scene.lower(i) in loose for i in below[1 + (noun in scene.times) :])


def _decree(scene: Scene, said: Trigger) -> Trigger | None:
    """Read as a deed what a body without a name did by its word on a day: `ordered the arrest`."""
    who = subject(scene.tree, said.token)
    if not said.verb or said.weak or who is None or _named(scene, who) or not _acts(scene, who):
        return None
    if scene.lower(who) in lexicons.lines("en/speaking_bodies"):
        return None
    done = scene.tree.having(said.token, "dobj") and not scene.tree.having(said.token, "ccomp")
    return replace(said, kind="other") if done and plainly_told(scene, said) else None


def _meets(scene: Scene, verb: int) -> bool:
    """Whether a clause only says when another deed was done: `… when they opened on Monday`."""
    marks = {scene.lower(c) for c in scene.tree.having(verb, "advmod", "mark")}
    return scene.tree.tokens[verb].dep == "advcl" and bool(marks & {"as", "when", "while"})


def _doing(scene: Scene, verb: int, *, dated: bool) -> Trigger | None:
    tokens = scene.tree.tokens
    if tokens[verb].pos != "VERB" or scene.quoted(verb) or _idles(scene, verb):
        return None
    who = subject(scene.tree, verb)
    if who is None or scene.lower(who) in _ANYBODY:
        return None
    phase = dated and scene.lower(verb) in lexicons.lines("en/phase_verbs")
    led = _acts(scene, who) and (_moved(scene, verb) or (dated and _leads_on(scene, verb)))
    going = phase or led
    bare = not (scene.tree.having(verb, *_OBJECTS) or going) or points_back(scene, who)
    if not dated and (bare or not (going or _done(scene, verb) or _pledged(scene, verb))):
        return None
    firm = dated or _named(scene, who) or _acts(scene, who) or _undergone(scene, verb)
    weak = bare or not firm
    trigger = Trigger(token=verb, kind="other", weak=weak, verb=True)
    told = in_main_clause(scene, trigger) and (
        of_word(scene.tree, verb) in _TOLD or (not bare and going_on(scene, verb))
    )
    return trigger if told and not _was_to(scene, verb) else None


def _moved(scene: Scene, verb: int) -> bool:
    """Whether a verb tells where somebody went, by name: `tanks moved into Gao`."""
    parse = scene.tree
    ways = _WAYS | {"for"} if scene.lower(verb) in _LEAVING else _WAYS
    along = [p for p in parse.having(verb, "prep") if scene.lower(p) in ways]
    ends = {o for p in along for o in parse.having(p, "pobj")}
    past = _past(scene, verb) and "had" not in _helpers(scene, verb)
    return past and any(m.place and not m.adjective for m in scene.at(ends))


def _undergone(scene: Scene, verb: int) -> bool:
    """Whether something was done to what a clause names: `the ban on X was lifted`."""
    if scene.tree.child(verb, "nsubjpass") is None:
        return False
    light = scene.lower(verb) in lexicons.lines("en/light_verbs")
    named = any(m.place or m.actor for m in scene.at(clause_of(scene, verb)))
    return named and (not light or scene.tree.child(verb, "prt") is not None)


def _leads_on(scene: Scene, verb: int) -> bool:
    """Whether a verb without an object goes on with more than a time: `returned to the table`."""
    parse = scene.tree
    ends = {o for p in parse.having(verb, "prep") for o in parse.having(p, "pobj")}
    return parse.child(verb, "prt") is not None or bool(ends - set(scene.times))


def _idles(scene: Scene, verb: int) -> bool:
    """Whether a verb tells nothing done; with a particle it may: `called off`, `turned back`."""
    particle = scene.tree.child(verb, "prt")
    if particle is None:
        return scene.lower(verb) in idle()
    return governed(f"{scene.lower(verb)} {scene.lower(particle)}") is not None


def _done(scene: Scene, verb: int) -> bool:
    """Whether a verb tells a deed of the news without a day: `has set up a hotline`."""
    helpers = _helpers(scene, verb)
    past = _past(scene, verb) or going_on(scene, verb)
    what = scene.tree.child(verb, "dobj", "nsubjpass")
    what = _begun(scene, verb) if what is None else what
    if not past or what is None or helpers & {"being", "had"} or _estimates(scene, verb):
        return False
    return scene.lower(what) not in lexicons.lines("en/idle_objects")


def _begun(scene: Scene, verb: int) -> int | None:
    """Return the object of what somebody began or managed to do: `has begun offering trips`."""
    below = scene.tree.child(verb, "xcomp")
    does = governed(scene.lower(verb)) is Realis.HAPPENED
    return scene.tree.child(below, "dobj") if does and below is not None else None


def _pledged(scene: Scene, verb: int) -> bool:
    """Whether somebody named will do it, be it without a day: `X will build a plant in Y`."""
    tokens = scene.tree.tokens
    who, what = subject(scene.tree, verb), scene.tree.child(verb, "dobj")
    if who is None or what is None or "will" not in _helpers(scene, verb):
        return False
    place = any(m.place for m in scene.at(set(scene.tree.subtree(verb))))
    return place and tokens[who].pos == "PROPN" and _named(scene, who)


def _helpers(scene: Scene, verb: int) -> set[str]:
    helpers = scene.tree.having(verb, "aux", "auxpass")
    return {scene.tree.tokens[c].text.lower() for c in helpers}


def _past(scene: Scene, verb: int) -> bool:
    past = bool(_helpers(scene, verb) & {"has", "have", "was", "were"})
    return past or scene.tree.tokens[verb].tag == "VBD"


def going_on(scene: Scene, verb: int) -> bool:
    """Whether people or bodies are at it as the report is written: `crews are digging`."""
    tokens = scene.tree.tokens
    who = subject(scene.tree, verb)
    helpers = {tokens[c].text.lower() for c in scene.tree.having(verb, "aux")}
    being = tokens[verb].tag == "VBG" and bool(helpers & {"is", "are"})
    return being and who is not None and (_acts(scene, who) or _named(scene, who))


def points_back(scene: Scene, who: int) -> bool:
    """Whether a doer is one of those told before: `they`, `both`, `the two others`."""
    token = scene.tree.tokens[who]
    return token.pos in {"NUM", "PRON"} or scene.lower(who) in _OTHERS


def _estimates(scene: Scene, verb: int) -> bool:
    """Whether a verb only gives a number: `put the loss at 20 million euros`."""
    parse = scene.tree
    ends = [o for p in parse.having(verb, "prep") for o in parse.having(p, "pobj")]
    at = any(scene.lower(parse.tokens[o].head) == "at" for o in ends)
    counted = any(parse.tokens[i].pos == "NUM" for o in ends for i in parse.subtree(o))
    return scene.lower(verb) in {"place", "put"} and at and counted


def _named(scene: Scene, who: int) -> bool:
    """Whether the doer is named, be it by a name that nothing knows."""
    known = any(m.actor and not m.adjective for m in scene.at({who}))
    return known or unknown(scene, who)


def _acts(scene: Scene, who: int) -> bool:
    """Whether a doer is a kind of people or a body: `prosecutors`, `the company`, `workers`."""
    return scene.tree.tokens[who].pos == "NOUN" and scene.lower(who) in _actors()


@cache
def _actors() -> frozenset[str]:
    """Return the nouns of those who do things by intent."""
    names = ("force_nouns", "org_nouns", "person_nouns", "speaking_bodies", "state_agents")
    words = {word for name in names for word in lexicons.lines(f"en/{name}")}
    return frozenset(words | {row[0] for row in lexicons.table("en/offices")})


def plainly_told(scene: Scene, trigger: Trigger) -> bool:
    """Whether a firm verb of the main clause tells a deed of the past by a noun that does it."""
    tokens = scene.tree.tokens
    if not trigger.verb or scene.quoted(trigger.token):
        return False
    who = subject(scene.tree, trigger.token)
    if who is None or (trigger.weak and not (_counted(scene, who) or unknown(scene, who))):
        return False
    if tokens[who].pos not in {"NOUN", "NUM", "PROPN"}:
        return False
    told = _past(scene, trigger.token) and not _helpers(scene, trigger.token) & {"had", "to"}
    return told and in_main_clause(scene, trigger)


def _counted(scene: Scene, who: int) -> bool:
    """Whether a doer or thing is counted: `two of the lorries`."""
    tokens = scene.tree.tokens
    return tokens[who].pos == "NUM" or any(
        tokens[i].pos == "NUM" for i in scene.tree.having(who, "nummod")
    )


def unknown(scene: Scene, who: int) -> bool:
    """Whether a noun is a name that was not read as one."""
    token = scene.tree.tokens[who]
    aged = any(scene.tree.tokens[i].pos == "NUM" for i in scene.tree.having(who, "appos"))
    name = token.pos == "PROPN" or (aged and token.text[0].isupper())
    return name and not any(m.overlaps(token) for m in scene.mentions)


def _was_to(scene: Scene, verb: int) -> bool:
    """Whether a plan is told as one that came to nothing: `was to close in December`."""
    above = scene.tree.tokens[scene.tree.tokens[verb].head]
    infinitive = scene.tree.tokens[verb].tag == "VB"
    return infinitive and above.lemma == "be" and above.tag == "VBD"


def _limits(scene: Scene, head: int) -> bool:
    """Whether a time only says how long it goes on: `has until Friday to explain`."""
    return scene.lower(scene.tree.tokens[head].head) in {"till", "until"}


def _dates(timex: Timex) -> bool:
    if timex.edtf is None or timex.type not in {TimexType.DATE, TimexType.TIME}:
        return False
    try:
        low, high = edtf.bounds(timex.edtf)
    except ValueError:
        return False
    return (high - low).days <= _SPAN


@cache
def idle() -> frozenset[str]:
    """Return the verbs that tell nothing done: of states and thoughts, and those of saying."""
    names = ("reporting_verbs", "stance_verbs", "stative_verbs")
    return frozenset(word for name in names for word in lexicons.lines(f"en/{name}"))
