"""What a number with a unit measures: a share, a length, a weight, the strength of a quake."""

from __future__ import annotations

from generator.extract.counting_words import measures
from generator.extract.numbers import DEGREES, Number
from generator.extract.scene import Scene, ancestors, subject

IDLE = ("", "")
"""The measure of a number that has a unit and is still no figure."""

_SHARE = ("share", "percent")
_TURNOUT = "turnout"
_NEAR = 4
"""Governors above a share that may name what it is of."""
_SQUARES = {"foot": "ft2", "meter": "m2", "metre": "m2", "mile": "mi2"}
_MAGNITUDE = "magnitude"
_QUAKES = frozenset({"aftershock", "earthquake", "foreshock", "quake", "temblor", "tremor"})
_FOCUS = frozenset({"centre", "center", "epicenter", "epicentre", "strike"})
_SEISMIC = frozenset({"measure", "register"})
_SIDES = ("north", "south", "east", "west")
_AWAY = frozenset({"away", "downstream", "from", "inland", "outside", "upstream"})
_BETWEEN = frozenset({",", "or"})
_OPEN, _CLOSE = frozenset({"(", "["}), frozenset({")", "]"})


def measured(scene: Scene, number: Number) -> tuple[str, str] | None:
    """Return what a number measures and its unit; None where it has no unit."""
    what = _by_unit(scene, number)
    if what == _SHARE and _progress(scene, number):
        return IDLE
    if what == _SHARE and _of_voters(scene, number):
        return _TURNOUT, "percent"
    if what is not None and what[0] == "distance":
        return _distance(scene, number, what[1])
    small = "." in scene.tree.tokens[number.last].text and number.value < 10
    return (_MAGNITUDE, "") if what is None and small and _of_magnitude(scene, number) else what


def _by_unit(scene: Scene, number: Number) -> tuple[str, str] | None:
    if DEGREES.match(scene.tree.tokens[number.last].text):
        below = number.first > 0 and _word(scene, number.first - 1) == "minus"
        return IDLE if below else measures()["celsius"]
    unit, after = _word(scene, number.last + 1), _lemma(scene, number.last + 2)
    if unit == "per" and after == "cent":
        return _SHARE
    if unit == "cubic":
        return "volume", "m3"
    if unit in {"sq", "square"}:
        return "area", _SQUARES.get(after, "km2")
    return measures().get(unit) or measures().get(_lemma(scene, number.last + 1))


def _distance(scene: Scene, number: Number, unit: str) -> tuple[str, str]:
    around = {scene.lower(i) for i in range(max(0, number.first - 4), number.first)}
    if _an_hour(scene, number):
        return "speed", f"{unit}/h" if unit == "km" else "mph"
    if around & {"depth", "deep"}:
        return "depth", unit
    return IDLE if _locates(scene, number) else ("distance", unit)


def _locates(scene: Scene, number: Number) -> bool:
    """Whether a distance only says where a place lies: `the town, 30 km (19 miles) west of …`.

    Of a quake it is a figure, for it says where the event took place.
    """
    lemmas = {t.lemma.lower() for t in scene.tree.tokens}
    if lemmas & (_QUAKES | _FOCUS):
        return False
    inside = False
    for token in scene.tree.tokens[number.last + 2 : number.last + 9]:
        word = token.text.lower()
        if word.startswith(_SIDES) or word in _AWAY:
            return True
        if word in _OPEN | _CLOSE:
            inside = word in _OPEN
        elif (
            not inside
            and token.tag != "CD"
            and token.lemma.lower() not in _BETWEEN | set(measures())
        ):
            return False
    return False


def _an_hour(scene: Scene, number: Number) -> bool:
    """Whether a distance is one an hour: `140 km/h`, `90 miles per hour`."""
    after = [t.text.lower() for t in scene.tree.tokens[number.last + 2 : number.last + 4]]
    return after in (["/", "h"], ["per", "hour"], ["an", "hour"])


def _of_voters(scene: Scene, number: Number) -> bool:
    """Whether a share is of those who voted: `turnout was 61 percent`, `on a turnout of 40%`."""
    above = ancestors(scene.tree, number.last)[:_NEAR]
    of = (who for i in above if (who := subject(scene.tree, i)) is not None)
    return any(scene.lower(i) == _TURNOUT for i in (*above, *of))


def _progress(scene: Scene, number: Number) -> bool:
    """Whether a share only says how far a count has come: `with 88 percent of ballots counted`."""
    after = scene.tree.tokens[number.last + 1 : number.last + 7]
    words = {t.text.lower() for t in after}
    return bool(words & {"ballots", "votes", "stations", "precincts"}) and bool(
        words & {"counted", "reporting", "processed", "tallied"}
    )


def _of_magnitude(scene: Scene, number: Number) -> bool:
    """Whether a number measures a quake: `a 7.0 quake`, `an aftershock measuring 5.7`."""
    lemmas = {t.lemma.lower() for t in scene.tree.tokens}
    if _lemma(scene, number.last + 1) in _QUAKES or _MAGNITUDE in lemmas:
        return True
    measuring = scene.lower(scene.tree.tokens[number.last].head) in _SEISMIC
    return measuring and bool(lemmas & _QUAKES)


def _word(scene: Scene, index: int) -> str:
    return scene.tree.tokens[index].text.lower() if index < len(scene.tree.tokens) else ""


def _lemma(scene: Scene, index: int) -> str:
    return scene.lower(index) if index < len(scene.tree.tokens) else ""
