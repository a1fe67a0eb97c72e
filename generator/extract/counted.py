"""What a bare number counts, from the noun it stands with and what befell it."""

from __future__ import annotations

from generator import lexicons
from generator.extract.aboard import aboard
from generator.extract.counting_words import people, whats
from generator.extract.fates import INCLUDING, PEOPLES, act_on, fate_of, own_fate
from generator.extract.numbers import Number
from generator.extract.parts import is_left, is_some_of, is_whole, out_of
from generator.extract.realis import UNREAL, Realis, of_word
from generator.extract.scene import Scene, ancestors
from generator.extract.sums import level, said_of, told_before, toll

_VOID = UNREAL - {Realis.PLANNED}
"""What makes a count void where a word of the lexicon tells what is counted: plans have counts."""
_AGE = frozenset({"year", "aged", "age"})
_TIME = frozenset(
    [
        "day",
        "week",
        "month",
        "hour",
        "minute",
        "second",
        "decade",
        "century",
        "time",
        "year",
        "am",
        "pm",
        "a.m.",
        "p.m.",
    ]
)
_HARM = frozenset(
    {"abducted", "arrested", "charged", "convicted", "injured", "killed", "sentenced"}
)
"""What befalls people, whatever the word for them is."""
_UNSURE = frozenset({"possible", "presumed", "probable", "suspect", "suspected"})
"""Deaths of which nobody is sure are no toll."""
_BUILT = frozenset({"buildings", "homes"})
_RUINED = frozenset({"damaged", "destroyed"})
_MOVED = frozenset({"launched", "intercepted"})
"""What befalls weapons, and no people."""
_ACTED = frozenset({"dobj", "nsubj", "nsubjpass"})
"""Parts in a clause of those that do something or undergo it."""
_HELD_BY = frozenset({"at", "by", "for", "from", "in", "of", "on", "to", "with"})
"""Prepositions whose object has a part in what is told: `a halt to work at 17 mines`."""
_CHILD = frozenset({"child", "girl", "boy", "baby", "infant", "toddler", "minor", "teenager"})


def counted_by(scene: Scene, number: Number) -> str | None:
    """Return what a bare number counts, from the noun it stands with and what befell it."""
    noun = _noun(scene, number)
    if noun is None or is_left(scene, number) or is_some_of(scene, number):
        return None
    if is_whole(scene, number) and not _told_of(scene, number, noun):
        return None
    lemma = scene.lower(noun)
    if scene.lower(number.first) == "one" and _is_one_of(scene, number, noun):
        return None
    if lemma in _TIME or _is_age(scene, number, noun) or _tells(scene, noun):
        return None
    counted = whats("noun").get(lemma)
    if counted == "killed" and any(
        scene.lower(c) in _UNSURE for c in scene.tree.having(noun, "amod")
    ):
        return None
    if _designates(scene, number, noun):
        return None
    if counted in {"drones", "missiles", "rockets"}:
        whole = noun == number.last or is_whole(scene, number)
        own = None if whole else act_on(scene, number.last)
        act = own if own in {"launched", "intercepted"} else fate_of(scene, noun)
        return f"{counted} {act}" if act in {"launched", "intercepted"} else f"{counted} launched"
    if counted and lemma in people() and (fate := fate_of(scene, noun)) in PEOPLES:
        return fate if not _unreal(scene, noun) else None
    if counted in _BUILT and (fate := fate_of(scene, noun)) in _RUINED:
        return f"{counted} {fate}" if not _unreal(scene, noun) else None
    if counted:
        return counted if not _unreal(scene, noun) else None
    if noun in range(number.first, number.last + 1):
        if number.first and scene.lower(number.first - 1) == "from":
            return None
        if told := said_of(scene, number) or toll(scene, number) or level(scene, number):
            return told
        if (part := told_before(scene, number)) is not None:
            return counted_by(scene, part)
        if scene.lower(scene.tree.tokens[noun].head) == "at":
            return None
    close = noun == number.last or scene.tree.tokens[number.last].head == noun
    if close and (lemma in people() or noun == number.last) and aboard(scene, noun):
        fate = act_on(scene, noun) if scene.tree.tokens[noun].dep in _ACTED else None
        return fate if fate in PEOPLES else "aboard"
    if lemma in people() or noun in range(number.first, number.last + 1) or _harmed(scene, noun):
        fate = fate_of(scene, noun)
        if fate is None or (fate in _MOVED and lemma in people()):
            return _without(scene, noun) or _things(scene, number, noun)
        if _unreal(scene, noun):
            return None
        if fate in _RUINED:
            return _ruined(scene, noun, fate)
        return f"children {fate}" if lemma in _CHILD and _part_of(scene, noun) else fate
    return _things(scene, number, noun)


def _told_of(scene: Scene, number: Number, noun: int) -> bool:
    """Whether a whole has its own fate: `22 of the 27 drones launched`, `of the 14 killed`."""
    return (own_fate(scene, noun) or said_of(scene, number)) is not None


def _harmed(scene: Scene, noun: int) -> bool:
    """Whether what befell them befalls people alone: `killed two Fijians`, `three weavers held`."""
    token = scene.tree.tokens[noun]
    if token.tag not in {"NNS", "NNPS"} or (
        token.dep == "pobj" and scene.lower(token.head) != "of"
    ):
        return False
    return fate_of(scene, noun) in _HARM


def _ruined(scene: Scene, noun: int, fate: str) -> str:
    """Name the buildings that a bare number counts: `90 homes were damaged, 12 destroyed`."""
    nouns = (whats("noun").get(scene.lower(i)) for i in reversed(range(noun)))
    built = next((what for what in nouns if what in _BUILT), None)
    return f"{built} {fate}" if built else fate


def _things(scene: Scene, number: Number, noun: int) -> str | None:
    """Return what no row of the lexicon names: the plural as it stands, `packs`, `gates`."""
    token = scene.tree.tokens[noun]
    plain = token.tag == "NNS" and token.text.isalpha() and number.value > 1
    if (
        not plain
        or not _takes_part(scene, noun)
        or scene.lower(noun) in lexicons.lines("en/uncounted_nouns")
        or _describes(scene, noun)
    ):
        return None
    return token.text.lower() if not _unreal(scene, noun, UNREAL) else None


def _takes_part(scene: Scene, noun: int) -> bool:
    token = scene.tree.tokens[noun]
    held = token.dep == "pobj" and scene.lower(token.head) in _HELD_BY
    return held or token.dep in _ACTED


def _without(scene: Scene, noun: int) -> str | None:
    """Read what people lack: `900 people are without power`; without homes they are displaced."""
    parse = scene.tree
    verb = parse.tokens[noun].head
    if parse.tokens[noun].dep != "nsubj" or _unreal(scene, noun):
        return None
    lacked = (
        scene.lower(o)
        for p in parse.having(verb, "prep")
        if scene.lower(p) == "without"
        for o in parse.having(p, "pobj")
    )
    what = next(lacked, None)
    return "displaced" if what in {"home", "shelter"} else what and f"without {what}"


def _describes(scene: Scene, noun: int) -> bool:
    """Whether a number only says how large a place is: `a town of 9,000 residents`."""
    parse = scene.tree
    prep = parse.tokens[noun].head
    of = parse.tokens[noun].dep == "pobj" and scene.lower(prep) == "of"
    return of and scene.lower(parse.tokens[prep].head) in lexicons.lines("en/place_nouns")


def _tells(scene: Scene, noun: int) -> bool:
    """Whether those counted are who tells it: `two residents said`."""
    token = scene.tree.tokens[noun]
    if token.dep != "nsubj" or scene.lower(noun) not in people():
        return False
    told = scene.tree.child(token.head, "ccomp") is not None
    return told and scene.lower(token.head) in lexicons.lines("en/reporting_verbs")


def _is_one_of(scene: Scene, number: Number, noun: int) -> bool:
    """Whether `one` counts nothing: `one of the biggest cases`, `no one`."""
    return noun == number.first or scene.tree.child(number.last, "prep") is not None


def _designates(scene: Scene, number: Number, noun: int) -> bool:
    """Whether a number is part of a name and no count: `an Orion 5 rocket`, `12 Hill Street`."""
    tokens = scene.tree.tokens
    if tokens[noun].tag == "NNP" and number.last < noun - 1:
        return any(scene.lower(noun) == row[0] for row in lexicons.table("en/place_heads"))
    if number.first == 0 or not tokens[number.first].text.isdigit():
        return False
    before = tokens[number.first - 1]
    if noun == number.first - 1:
        return before.tag in {"NN", "NNP"}
    return tokens[noun].tag == "NN" and number.value != 1 and before.pos == "PROPN"


def _noun(scene: Scene, number: Number) -> int | None:
    """Return what the number counts: the noun it modifies, or itself where it stands alone."""
    parse = scene.tree
    inside = range(number.first, number.last + 1)
    head = number.last
    if number.low and parse.tokens[head].dep == "conj":
        head = parse.tokens[head].head
    for _ in range(len(parse.tokens)):
        token = parse.tokens[head]
        if token.dep in {"nummod", "quantmod", "compound", "amod", "nmod", "advmod"} and (
            token.head != head and parse.tokens[token.head].pos in {"NOUN", "PROPN", "NUM", "ADJ"}
        ):
            head = token.head
            if head not in inside and parse.tokens[head].pos != "NUM":
                return head
        else:
            break
    if head in inside and (whole := out_of(scene, number)) is not None:
        return whole
    if head in inside and _in_total(scene, number):
        above = next(
            (
                i
                for i in reversed(range(number.first))
                if scene.lower(i) in whats("noun") or scene.lower(i) in people()
            ),
            None,
        )
        return head if above is None else above
    following = parse.child(head, "prep")
    if following is not None and scene.lower(following) == "of":
        below = parse.child(following, "pobj")
        if below is not None and parse.tokens[below].pos != "PRON":
            return below
    return head


def _unreal(scene: Scene, noun: int, void: frozenset[Realis] = _VOID) -> bool:
    """Whether the verb above does not take place: `could kill dozens`."""
    tokens = scene.tree.tokens
    verb = next((i for i in ancestors(scene.tree, noun) if tokens[i].pos in {"VERB", "AUX"}), None)
    return verb is not None and of_word(scene.tree, verb) in void and fate_of(scene, noun) is None


def _is_age(scene: Scene, number: Number, noun: int) -> bool:
    tokens = scene.tree.tokens
    before = tokens[max(0, number.first - 4) : number.first]
    if any(token.text.lower() in _AGE for token in before):
        return True
    alone = noun in range(number.first, number.last + 1)
    if not alone or tokens[noun].dep not in {"appos", "npadvmod"}:
        return False
    return not _in_total(scene, number)


def _in_total(scene: Scene, number: Number) -> bool:
    after = scene.tree.tokens[number.last + 1 : number.last + 3]
    return [t.text.lower() for t in after] in (["in", "total"], ["in", "all"], ["altogether"])


def _part_of(scene: Scene, noun: int) -> bool:
    """Whether they are part of others counted before: `six people, including two children`."""
    parse = scene.tree
    above = ancestors(parse, noun)
    return any(scene.lower(i) in INCLUDING for i in above[:2])
