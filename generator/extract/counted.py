"""What a bare number counts, from the noun it stands with and what befell it."""

from __future__ import annotations

from generator import lexicons
from generator.extract.counting_words import people, whats
from generator.extract.fates import INCLUDING, act_on, fate_of
from generator.extract.numbers import Number, numbers
from generator.extract.realis import UNREAL, Realis, of_word
from generator.extract.scene import Scene, ancestors, subject

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
_FATES = frozenset({"arrested", "injured", "killed", "missing", "rescued", "trapped"})
"""What befell them says more of `passengers` or `refugees` than the word for them."""
_HARM = frozenset(
    {"abducted", "arrested", "charged", "convicted", "injured", "killed", "sentenced"}
)
"""What befalls people, whatever the word for them is."""
_RAISE = frozenset({"bring", "lift", "push", "put", "raise", "revise", "take"})
_SUMS = frozenset({"count", "number", "tally", "total"})
_BUILT = frozenset({"buildings", "homes"})
_RUINED = frozenset({"damaged", "destroyed"})
_MOVED = frozenset({"launched", "intercepted"})
"""What befalls weapons, and no people."""
_ACTED = frozenset({"dobj", "nsubj", "nsubjpass"})
"""Parts in a clause of those that do something or undergo it."""
_ON_BOARD = frozenset({"aboard", "onboard"})
_VESSELS = frozenset({"aircraft", "ships", "trains", "vehicles"})
"""What the words for vehicles and vessels count."""
_HELD_BY = frozenset({"at", "by", "for", "from", "in", "of", "on", "to", "with"})
"""Prepositions whose object has a part in what is told: `a halt to work at 17 mines`."""
_CHILD = frozenset({"child", "girl", "boy", "baby", "infant", "toddler", "minor", "teenager"})


def counted_by(scene: Scene, number: Number) -> str | None:
    """Return what a bare number counts, from the noun it stands with and what befell it."""
    noun = _noun(scene, number)
    if noun is None or _is_whole(scene, number) or _is_left(scene, number):
        return None
    if _is_some_of(scene, number):
        return None
    lemma = scene.lower(noun)
    if scene.lower(number.first) == "one" and _is_one_of(scene, number, noun):
        return None
    if lemma in _TIME or _is_age(scene, number, noun) or _tells(scene, noun):
        return None
    counted = whats("noun").get(lemma)
    if _designates(scene, number, noun):
        return None
    if counted in {"drones", "missiles", "rockets"}:
        own = None if noun == number.last else act_on(scene, number.last)
        act = own if own in {"launched", "intercepted"} else fate_of(scene, noun)
        return f"{counted} {act}" if act in {"launched", "intercepted"} else f"{counted} launched"
    if counted and lemma in people() and (fate := fate_of(scene, noun)) in _FATES:
        return fate if not _unreal(scene, noun) else None
    if counted in _BUILT and (fate := fate_of(scene, noun)) in _RUINED:
        return f"{counted} {fate}" if not _unreal(scene, noun) else None
    if counted:
        return counted if not _unreal(scene, noun) else None
    if noun in range(number.first, number.last + 1):
        if number.first and scene.lower(number.first - 1) == "from":
            return None
        if (fate := _said_of(scene, number)) is not None:
            return fate
        if (toll := _toll(scene, number)) is not None:
            return toll
        if (level := _level(scene, number)) is not None:
            return level
        if scene.lower(scene.tree.tokens[noun].head) == "at":
            return None
    if lemma in people() and scene.tree.tokens[number.last].head == noun and _aboard(scene, noun):
        fate = act_on(scene, noun) if scene.tree.tokens[noun].dep in _ACTED else None
        return fate if fate in _FATES else "aboard"
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


def _aboard(scene: Scene, noun: int) -> bool:
    """Whether they are told to be on a vessel: `22 crew aboard`, `60 people were on board`."""
    parse = scene.tree
    token = parse.tokens[noun]
    where = [noun, *([token.head] if scene.lower(token.head) == "be" else [])]
    below = {c for i in where for c in parse.having(i, "advmod", "prep", "acomp")}
    words = ([t.text.lower() for t in parse.tokens[i : i + 2]] for i in (noun + 1, *sorted(below)))
    if any(near[0] in _ON_BOARD or near == ["on", "board"] for near in words if near):
        return True
    return token.dep == "dobj" and scene.lower(token.head) == "carry" and _vessel(scene, token.head)


def _vessel(scene: Scene, verb: int) -> bool:
    """Whether what carries is a vehicle: `a boat carrying 39 people`, not a man."""
    parse = scene.tree
    who = subject(parse, verb)
    who = parse.tokens[verb].head if who is None and parse.tokens[verb].dep == "acl" else who
    return who is not None and whats("noun").get(scene.lower(who)) in _VESSELS


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
    """Whether a number is part of a name and no count: `an Orion 5 rocket`, `Flight 214`."""
    tokens = scene.tree.tokens
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
    if head in inside and (whole := _out_of(scene, number)) is not None:
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


def _out_of(scene: Scene, number: Number) -> int | None:
    """Return what a number counts a part of: `of 640 trains planned, 512 were cancelled`."""
    tokens = scene.tree.tokens
    opening = next((i for i, t in enumerate(tokens[: number.first]) if t.text == "Of"), None)
    whole = None if opening is None else scene.tree.child(opening, "pobj")
    if whole is None or whole > number.first or tokens[whole].pos != "NOUN":
        return None
    if act_on(scene, number.last) is not None:
        return None
    return whole


def _is_whole(scene: Scene, number: Number) -> bool:
    """Whether it is the whole of which another number is the part: `83 of 150 seats`."""
    before = scene.tree.tokens[max(0, number.first - 3) : number.first]
    if before and before[-1].text == "Of":
        return True
    words = [t.text.lower() for t in before if t.text.lower() not in {"the", "its", "all"}]
    return (
        len(words) > 1
        and words[-1] == "of"
        and before[-2 if words[-1] == before[-1].text.lower() else -3].pos == "NUM"
    )


def _is_some_of(scene: Scene, number: Number) -> bool:
    """Whether it only says how many of them fared worse: `12 hurt, four of them critically`."""
    tokens = scene.tree.tokens
    after = [t.text.lower() for t in tokens[number.last + 1 : number.last + 3]]
    aside = number.first > 0 and tokens[number.first - 1].text == ","
    own = tokens[number.last].dep in {"nsubj", "nsubjpass"}
    return aside and after in (["of", "them"], ["of", "whom"]) and not own


def _is_left(scene: Scene, number: Number) -> bool:
    """Whether it counts those whom it did not befall: `all but one`, `84 instead of 127`."""
    before = [t.text.lower() for t in scene.tree.tokens[max(0, number.first - 2) : number.first]]
    return before in (["all", "but"], ["instead", "of"], ["rather", "than"])


def _unreal(scene: Scene, noun: int, void: frozenset[Realis] = _VOID) -> bool:
    """Whether the verb above does not take place: `could kill dozens`."""
    tokens = scene.tree.tokens
    verb = next((i for i in ancestors(scene.tree, noun) if tokens[i].pos in {"VERB", "AUX"}), None)
    return verb is not None and of_word(scene.tree, verb) in void and fate_of(scene, noun) is None


def _level(scene: Scene, number: Number) -> str | None:
    """Read `cases rose to 1,024`: what rises or falls tells what the number counts."""
    parse = scene.tree
    prep = parse.tokens[number.last].head
    if parse.tokens[prep].dep != "prep" or scene.lower(prep) not in {"to", "at"}:
        return None
    who = subject(parse, parse.tokens[prep].head)
    if who is None:
        return None
    below = [o for p in parse.having(who, "prep") for o in parse.having(p, "pobj")]
    return next(
        (whats("noun")[w] for i in (who, *below) if (w := scene.lower(i)) in whats("noun")), None
    )


def _toll(scene: Scene, number: Number) -> str | None:
    """Return whom a toll counts: `the toll rose to 31`, `took the number of dead to 31`."""
    parse = scene.tree
    above = ancestors(parse, number.first)
    subjects = [s for v in above[:3] if (s := subject(parse, v)) is not None]
    raised = [
        o for v in above[:2] if scene.lower(v) in _RAISE for o in parse.having(v, "dobj", "nsubj")
    ]
    if any(scene.lower(i) == "toll" for i in (*above[:3], *subjects, *raised)):
        return "killed"
    if number.first and scene.lower(number.first - 1) in {"by", "of"}:
        return None
    return next(
        (f for i in (*raised, *subjects) if (f := _number_of(scene, i, number)) is not None), None
    )


def _said_of(scene: Scene, number: Number) -> str | None:
    """Read a count with what befell those counted right behind it: `with a further 40 missing`."""
    after = scene.tree.tokens[number.last + 1 : number.last + 2]
    fate = whats("adj").get(after[0].text.lower()) if after else None
    return fate if fate in _FATES else None


def _number_of(scene: Scene, noun: int, number: Number) -> str | None:
    """Return what befell those of a sum: `the number of people killed`, `the count of injured`.

    A bare total is that of the number told before: `two were held, bringing the total to nine`.
    """
    if scene.lower(noun) not in _SUMS:
        return None
    parse = scene.tree
    if parse.child(noun, "prep") is None:
        told = [n for n in numbers(scene) if n.last < noun and n.last < number.first]
        return counted_by(scene, told[-1]) if told else None
    of = [o for p in parse.having(noun, "prep") for o in parse.having(p, "pobj")]
    for whom in of:
        word = parse.tokens[whom].text.lower()
        fate = whats("adj").get(word) or whats("noun").get(scene.lower(whom))
        if fate not in _FATES and scene.lower(whom) in people():
            fate = fate_of(scene, whom)
        if fate in _FATES:
            return fate
    return None


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
