"""Figures of an event: what is counted or measured, how it bounds the truth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.counted import counted_by
from generator.extract.counting_words import bounds, people
from generator.extract.fates import act_on
from generator.extract.fractions import Fraction, fractions
from generator.extract.measured import IDLE, measured
from generator.extract.money import currency, first_of
from generator.extract.numbers import Number, numbers
from generator.extract.ranges import ranged
from generator.extract.realis import UNREAL, of_word
from generator.extract.scene import Scene
from generator.extract.terms import terms
from generator.extract.votes import votes
from generator.model import Bound, Figure, TimexType

_MAGNITUDE = frozenset({"magnitude"})
_TOLL = frozenset({"injured", "killed", "missing"})
_FILLING = frozenset({"a", "the", "staggering", "total"})
"""Words that may stand between a bound and its number."""
_RISE = frozenset({"climb", "come", "creep", "go", "jump", "move", "rise"})
_DIE = frozenset({"die", "drown", "perish"})
_GROUPS = frozenset({"couple", "crowd", "dozen", "family", "group"})
_PARTICLES = frozenset({"over", "up"})
"""Words of a bound that may belong to a verb: `took over 40 shops`, but `laid off nearly 600`."""
_JOINED = re.compile(r"magnitude[-‐–](\d(?:\.\d)?)$", re.IGNORECASE)


def figures(scene: Scene, lands: Sequence[str] = ()) -> list[Figure]:
    """Return the figures of a sentence, in the order of the text; `by` is left to the caller.

    Money is that of the `lands` told of, the nearest first.
    """
    found: list[Figure] = []
    measured = False
    cast = votes(scene)
    found.extend(_make(scene, number, number.first, what, None) for number, what in cast)
    shares = fractions(scene)
    found.extend(_share(scene, share) for share in shares)
    taken = {number.first for number, _ in cast} | {share.number.first for share in shares}
    for number in ranged(scene, [n for n in numbers(scene) if n.first not in taken]):
        figure = _figure(scene, number, lands)
        if figure is None:
            continue
        parenthetical = _in_brackets(scene, number) and measured
        measured = figure.unit is not None
        if not parenthetical and not any(_same(figure, other) for other in found):
            found.append(figure)
    found.extend(_magnitudes(scene))
    found.extend(_single_victims(scene))
    found.extend(
        _make(scene, term.number, term.number.first, term.what, term.unit) for term in terms(scene)
    )
    if _of_every_year(scene):
        found = [figure for figure in found if figure.what not in _TOLL]
    return sorted(found, key=lambda f: f.start)


def _of_every_year(scene: Scene) -> bool:
    """Whether a sentence counts what goes on year by year: `300 people drown each year`."""
    tree = scene.tree
    sets = (h for t, h in zip(scene.timexes, scene.times, strict=True) if t.type is TimexType.SET)
    return any(tree.tokens[tree.tokens[head].head].tag in {"VBP", "VBZ"} for head in sets)


def _share(scene: Scene, share: Fraction) -> Figure:
    figure = _make(scene, share.number, share.number.first, "share", "percent")
    rounded = share.rounded and figure.bound is Bound.EXACTLY
    return replace(figure, bound=Bound.ABOUT) if rounded else figure


def _magnitudes(scene: Scene) -> list[Figure]:
    """Read magnitudes that are one word with their number: `a magnitude-6.9 quake`."""
    joined = ((i, _JOINED.match(t.text)) for i, t in enumerate(scene.tree.tokens))
    return [
        _make(scene, Number(first=i, last=i, value=float(match[1])), i, "magnitude", None)
        for i, match in joined
        if match
    ]


def _same(a: Figure, b: Figure) -> bool:
    return (a.what, a.value, a.unit) == (b.what, b.value, b.unit)


def _in_brackets(scene: Scene, number: Number) -> bool:
    before = scene.tree.tokens[max(0, number.first - 2) : number.first]
    return any(token.text in {"(", "["} for token in before)


def _figure(scene: Scene, number: Number, lands: Sequence[str]) -> Figure | None:
    tokens = scene.tree.tokens
    before = tokens[number.first - 1].text if number.first else ""
    start = number.first
    if _hyphened(scene, number):
        return _attributive(scene, number)
    if before.lower() == "at" and _lemma(scene, number.last + 1) == "point":
        return None  # `at one point, 40 homes burned`
    if before.lower() in _MAGNITUDE or (
        before in "-‐–" and number.first > 1 and scene.lower(number.first - 2) in _MAGNITUDE
    ):
        return _make(scene, number, start, "magnitude", None)
    code = currency(scene, number, lands)
    if code is not None:
        return _make(scene, number, first_of(scene, number), "money", code or None)
    measure = measured(scene, number)
    if measure is not None:
        return None if measure == IDLE else _make(scene, number, start, measure[0], measure[1])
    what = counted_by(scene, number)
    return _make(scene, number, start, what, None) if what else None


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
    if unit == "magnitude":
        return _make(scene, number, number.first, unit, None)
    if unit in {"point", "page", "count", "seat", "bed"}:
        return _make(scene, number, number.first, f"{unit}s", None)
    return None


def _lemma(scene: Scene, index: int) -> str:
    return scene.lower(index) if index < len(scene.tree.tokens) else ""


def _make(scene: Scene, number: Number, start: int, what: str, unit: str | None) -> Figure:
    tokens = scene.tree.tokens
    bound, first = _bound(scene, start)
    if number.low and bound in {Bound.EXACTLY, Bound.ABOUT}:
        bound = Bound.AT_LEAST
    return Figure(
        start=tokens[first].start,
        end=tokens[number.last].end,
        what=what,
        value=number.value,
        bound=bound,
        unit=unit or None,
    )


def _bound(scene: Scene, start: int) -> tuple[Bound, int]:
    """Read the words before a number: `at least`, `more than a`; the longest wins."""
    tokens = scene.tree.tokens
    words = [t.text.lower() for t in tokens[max(0, start - 6) : start]]
    if _rises_to(scene, start):
        return Bound.EXACTLY, start
    for skipped in range(len(words)):
        left = words[: len(words) - skipped]
        for size in range(min(3, len(left)), 0, -1):
            if found := bounds().get(" ".join(left[-size:])):
                return Bound(found), start - skipped - size
        if left[-1] not in _FILLING and left[-2:] != ["total", "of"]:
            break
    return Bound.EXACTLY, start


def _rises_to(scene: Scene, start: int) -> bool:
    """Whether `up` belongs to the verb before: `made up 40 percent`, `has gone up to 14`."""
    return any(
        token.text.lower() in _PARTICLES
        and (token.dep == "prt" or scene.lower(token.head) in _RISE)
        for token in scene.tree.tokens[max(0, start - 2) : start]
    )


def _single_victims(scene: Scene) -> list[Figure]:
    """Count `killing a nurse` as one, and `a boy and a man were shot dead` as two."""
    parse = scene.tree
    found = []
    for index, token in enumerate(parse.tokens):
        if not _is_somebody(scene, index) or not _falls_victim(scene, index):
            continue
        others = _joined(scene, index)
        alone = not any(parse.child(i, "nummod") is not None for i in others)
        count = 1 + (len(others) if alone and all(_is_somebody(scene, i) for i in others) else 0)
        fate = act_on(scene, index)
        if fate in {"killed", "injured", "arrested"} and of_word(parse, index) not in UNREAL:
            start = parse.tokens[parse.child(index, "det") or index].start
            end = parse.tokens[others[count - 2]].end if count > 1 else token.end
            found.append(Figure(start=start, end=end, what=fate, value=float(count)))
    return found


def _is_somebody(scene: Scene, noun: int) -> bool:
    """Whether a noun with `a` is one person."""
    parse = scene.tree
    det = parse.child(noun, "det")
    one = det is not None and scene.lower(det) in {"a", "an"} and parse.tokens[noun].tag == "NN"
    person = scene.lower(noun) in people() and scene.lower(noun) not in _GROUPS
    return one and person and parse.child(noun, "nummod") is None


def _falls_victim(scene: Scene, noun: int) -> bool:
    """Whether something befalls a noun, or it dies."""
    token = scene.tree.tokens[noun]
    verb = scene.tree.tokens[token.head]
    dies = token.dep == "nsubj" and verb.lemma.lower() in _DIE and verb.dep != "advcl"
    return dies or token.dep in {"dobj", "nsubjpass"}


def _joined(scene: Scene, noun: int) -> list[int]:
    """Return what `and` joins to a noun, one after the other."""
    found: list[int] = []
    while (following := scene.tree.child(found[-1] if found else noun, "conj")) is not None:
        found.append(following)
    return found
