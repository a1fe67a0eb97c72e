"""Figures of an event: what is counted or measured, how it bounds the truth."""

from __future__ import annotations

from functools import cache

from generator import lexicons
from generator.extract.numbers import Number, numbers
from generator.extract.realis import UNREAL, of_word
from generator.extract.scene import Scene, ancestors, subject
from generator.model import Bound, Figure

_AGE = frozenset({"year", "aged", "age"})
_TIME = frozenset(
    {
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
    }
)
_CHILD = frozenset({"child", "girl", "boy", "baby", "infant", "toddler", "minor", "teenager"})
_HARM = frozenset({"killed", "injured", "casualties"})
_INCLUDING = frozenset({"include", "including"})
_MAGNITUDE = frozenset({"magnitude"})


def figures(scene: Scene, within: frozenset[int] | None = None) -> list[Figure]:
    """Return the figures of a sentence, in the order of the text; `by` is left to the caller."""
    found: list[Figure] = []
    measured = False
    for number in numbers(scene):
        inside = within is None or number.first in within
        figure = _figure(scene, number)
        if figure is None or not inside:
            continue
        parenthetical = _in_brackets(scene, number) and measured
        measured = figure.unit is not None
        if not parenthetical and not any(_same(figure, other) for other in found):
            found.append(figure)
    found.extend(f for f in _single_victims(scene) if within is None or _inside(scene, f, within))
    return sorted(found, key=lambda f: f.start)


def _inside(scene: Scene, figure: Figure, within: frozenset[int]) -> bool:
    return any(i in within for i in scene.tree.within(figure))


def _same(a: Figure, b: Figure) -> bool:
    return (a.what, a.value, a.unit) == (b.what, b.value, b.unit)


def _in_brackets(scene: Scene, number: Number) -> bool:
    before = scene.tree.tokens[max(0, number.first - 2) : number.first]
    return any(token.text in {"(", "["} for token in before)


def _figure(scene: Scene, number: Number) -> Figure | None:
    tokens = scene.tree.tokens
    after = tokens[number.last + 1].text.lower() if number.last + 1 < len(tokens) else ""
    before = tokens[number.first - 1].text if number.first else ""
    start = number.first
    if _hyphened(scene, number):
        return _attributive(scene, number)
    if before.lower() in _MAGNITUDE or (
        before in "-‐–" and number.first > 1 and scene.lower(number.first - 2) in _MAGNITUDE
    ):
        return _make(scene, number, start, "magnitude", None)
    currency = _currency(scene, number)
    if currency:
        start = number.first - (1 if before in _signs() or before.endswith(("$", "€", "£")) else 0)
        return _make(scene, number, start, "money", currency)
    measure = _measures().get(after) or _measures().get(_lemma(scene, number.last + 1))
    if after == "per" and _lemma(scene, number.last + 2) == "cent":
        measure = ("share", "percent")
    if measure:
        return _make(scene, number, start, _measured(scene, number, measure[0]), measure[1] or None)
    if "." in tokens[number.last].text and number.value < 10 and _speaks_of_magnitude(scene):
        return _make(scene, number, start, "magnitude", None)
    what = _counted(scene, number)
    return _make(scene, number, start, what, None) if what else None


def _speaks_of_magnitude(scene: Scene) -> bool:
    return any(t.lemma.lower() in _MAGNITUDE for t in scene.tree.tokens)


def _measured(scene: Scene, number: Number, what: str) -> str:
    """Tell a depth from a distance by the words around: `at a depth of 10 kilometres`."""
    around = {scene.lower(i) for i in range(max(0, number.first - 4), number.first)}
    return "depth" if what == "distance" and around & {"depth", "deep"} else what


def _hyphened(scene: Scene, number: Number) -> bool:
    tokens = scene.tree.tokens
    here = tokens[number.last]
    if number.last + 1 >= len(tokens):
        return False
    after = tokens[number.last + 1]
    return after.text in {"-", "‑", "–"} and after.start == here.end


def _attributive(scene: Scene, number: Number) -> Figure | None:
    """Read `28-point plan`; ages, storeys and lengths of things are no figures of an event."""
    unit = _lemma(scene, number.last + 2)
    if unit in {"point", "page", "count", "seat"}:
        return _make(scene, number, number.first, f"{unit}s", None)
    return None


def _lemma(scene: Scene, index: int) -> str:
    return scene.lower(index) if index < len(scene.tree.tokens) else ""


def _make(scene: Scene, number: Number, start: int, what: str, unit: str | None) -> Figure:
    tokens = scene.tree.tokens
    bound, first = _bound(scene, start)
    return Figure(
        start=tokens[first].start,
        end=tokens[number.last].end,
        what=what,
        value=number.value,
        bound=bound,
        unit=unit,
    )


def _bound(scene: Scene, start: int) -> tuple[Bound, int]:
    """Read the words before a number: `at least`, `more than`; the longest wins."""
    words = [t.text.lower() for t in scene.tree.tokens[max(0, start - 4) : start]]
    while words and words[-1] in {"a", "the", "staggering", "total", "of"} and len(words) > 2:
        words.pop()
    for size in range(min(3, len(words)), 0, -1):
        found = _bounds().get(" ".join(words[-size:]))
        if found:
            return Bound(found), start - size if " ".join(words[-size:]) else start
    return Bound.EXACTLY, start


def _counted(scene: Scene, number: Number) -> str | None:
    """Return what a bare number counts, from the noun it stands with and what befell it."""
    noun = _noun(scene, number)
    if noun is None or _is_whole(scene, number):
        return None
    lemma = scene.lower(noun)
    if noun == number.first and lemma == "one":
        return None
    if lemma in _TIME or _is_age(scene, number, noun):
        return None
    counted = _whats("noun").get(lemma)
    if counted in {"drones", "missiles", "rockets"}:
        act = _fate(scene, noun)
        return f"{counted} {act}" if act in {"launched", "intercepted"} else f"{counted} launched"
    if counted:
        return counted if not _unreal(scene, noun) else None
    if noun in range(number.first, number.last + 1):
        if _toll(scene, number):
            return "killed"
        if (level := _level(scene, number)) is not None:
            return level
        if scene.lower(scene.tree.tokens[noun].head) == "at":
            return None
    if lemma in _people() or noun in range(number.first, number.last + 1):
        fate = _fate(scene, noun)
        if fate is None or _unreal(scene, noun):
            return None
        return f"children {fate}" if lemma in _CHILD and _part_of(scene, noun) else fate
    return None


def _is_whole(scene: Scene, number: Number) -> bool:
    """Whether it is the whole of which another number is the part: `83 of 150 seats`."""
    before = scene.tree.tokens[max(0, number.first - 3) : number.first]
    words = [t.text.lower() for t in before if t.text.lower() not in {"the", "its", "all"}]
    return (
        len(words) > 1
        and words[-1] == "of"
        and before[-2 if words[-1] == before[-1].text.lower() else -3].pos == "NUM"
    )


def _unreal(scene: Scene, noun: int) -> bool:
    return of_word(scene.tree, noun) in UNREAL and _fate(scene, noun) is None


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
        (_whats("noun")[w] for i in (who, *below) if (w := scene.lower(i)) in _whats("noun")), None
    )


def _toll(scene: Scene, number: Number) -> bool:
    near = {scene.lower(i) for i in ancestors(scene.tree, number.first)[:3]}
    above = ancestors(scene.tree, number.first)
    subjects = {scene.lower(s) for v in above[:3] if (s := subject(scene.tree, v)) is not None}
    return "toll" in near | subjects


def _noun(scene: Scene, number: Number) -> int | None:
    """Return what the number counts: the noun it modifies, or itself where it stands alone."""
    parse = scene.tree
    inside = range(number.first, number.last + 1)
    head = number.last
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
    if head in inside and _in_total(scene, number):
        above = next(
            (
                i
                for i in reversed(range(number.first))
                if scene.lower(i) in _whats("noun") or scene.lower(i) in _people()
            ),
            None,
        )
        return head if above is None else above
    following = parse.child(head, "prep")
    if following is not None and scene.lower(following) == "of":
        below = parse.child(following, "pobj")
        if below is not None:
            return below
    return head


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


def _fate(scene: Scene, noun: int) -> str | None:
    """Return what befell those who are counted: `killed`, `arrested`."""
    parse = scene.tree
    for child in parse.having(noun, "amod", "acl", "relcl", "acomp", "conj", "advmod"):
        word = parse.tokens[child].text.lower()
        if parse.tokens[child].dep != "conj" and (
            word in _whats("adj") or scene.lower(child) in _whats("verb")
        ):
            return _whats("adj").get(word) or _whats("verb").get(scene.lower(child))
    return _act(scene, noun)


def _act(scene: Scene, noun: int) -> str | None:
    parse = scene.tree
    joined = parse.tokens[noun].dep == "conj"
    for above in ancestors(parse, noun):
        token = parse.tokens[above]
        if joined and token.pos in {"NOUN", "PROPN"}:
            joined = token.dep == "conj"
            continue
        word = token.text.lower()
        if scene.lower(above) in _INCLUDING:
            continue
        if token.dep == "conj" and parse.tokens[token.head].pos in {"NOUN", "PROPN"}:
            continue
        if scene.lower(above) in {"lose", "claim"} and _lives(scene, above):
            return "killed"
        if token.pos in {"VERB", "AUX", "ADJ"}:
            for child in (above, *parse.having(above, "acomp", "oprd", "attr", "ccomp", "xcomp")):
                text = parse.tokens[child].text.lower()
                known = _whats("adj").get(text) or _whats("verb").get(scene.lower(child))
                if known and _undergoes(scene, noun, child):
                    return known
            if (harm := _harm_done(scene, noun, above)) is not None:
                return harm
            if token.dep not in {"conj", "acl", "advcl", "amod", "ccomp"} or token.head == above:
                return None
            if token.dep in {"advcl", "ccomp"}:
                return None
        elif _whats("adj").get(word):
            return _whats("adj")[word]
        elif scene.lower(above) in _whats("noun") and scene.lower(above) not in _people():
            return _whats("noun")[scene.lower(above)]
    return None


def _harm_done(scene: Scene, noun: int, verb: int) -> str | None:
    """Read `reported injuries to six people` where the preposition hangs on the verb."""
    if scene.tree.tokens[noun].dep != "pobj":
        return None
    objects = [scene.lower(o) for o in scene.tree.having(verb, "dobj", "nsubjpass")]
    return next((_whats("noun")[o] for o in objects if _whats("noun").get(o) in _HARM), None)


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


def _part_of(scene: Scene, noun: int) -> bool:
    """Whether they are part of others counted before: `six people, including two children`."""
    parse = scene.tree
    above = ancestors(parse, noun)
    return any(scene.lower(i) in _INCLUDING for i in above[:2])


def _single_victims(scene: Scene) -> list[Figure]:
    """Count `killing a nurse` and `a man was shot dead` as one."""
    parse = scene.tree
    found = []
    for index, token in enumerate(parse.tokens):
        det = parse.child(index, "det")
        if token.tag != "NN" or det is None or scene.lower(det) not in {"a", "an"}:
            continue
        if scene.lower(index) not in _people() or token.dep not in {"dobj", "nsubjpass"}:
            continue
        if parse.child(index, "nummod") is not None or scene.lower(index) == "dozen":
            continue
        fate = _act(scene, index)
        if fate in {"killed", "injured", "arrested"} and of_word(parse, index) not in UNREAL:
            found.append(Figure(start=parse.tokens[det].start, end=token.end, what=fate, value=1.0))
    return found


def _currency(scene: Scene, number: Number) -> str | None:
    tokens = scene.tree.tokens
    table = _signs()
    if number.first:
        before = tokens[number.first - 1].text
        if before in table and not before.isalpha():
            return table[before]
        if before.endswith("$"):
            return table.get(before, "USD")
    return table.get(_lemma(scene, number.last + 1))


@cache
def _signs() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("en/currencies")}


@cache
def _measures() -> dict[str, tuple[str, str]]:
    return {
        row[0]: (row[1], row[2] if len(row) > 2 else "") for row in lexicons.table("en/measures")
    }


@cache
def _bounds() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("en/bounds")}


@cache
def _whats(pos: str) -> dict[str, str]:
    return {row[0]: row[2] for row in lexicons.table("en/figures") if row[1] == pos}


@cache
def _people() -> frozenset[str]:
    return frozenset(lexicons.lines("en/person_nouns"))
