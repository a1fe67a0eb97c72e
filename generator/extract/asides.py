"""Places that a sentence names for something else than where it happened."""

from __future__ import annotations

from generator import lexicons
from generator.extract.offices import offices
from generator.extract.scene import Scene
from generator.model import NameKind

_UPON = (
    ("on", "en/words_upon_parties"),
    ("against", "en/contest_nouns"),
    ("over", "en/contest_nouns"),
)
"""Prepositions before a party, and the list of the words that ask for them."""
_SENT = frozenset({"ambassador", "correspondent", "envoy", "mediator", "rapporteur"})


def is_aside(scene: Scene, head: int) -> bool:
    """Whether a name is a yardstick, a party, a brief or a home, and no place of what is told."""
    asides = (_is_yardstick, is_party, _is_brief, _is_home)
    return any(aside(scene, head) for aside in asides)


def _is_home(scene: Scene, head: int) -> bool:
    """Whether it only tells whence a person is who is named: `said Ana Ruiz from X`."""
    above = _governor(scene, head, "from")
    if above is None:
        return False
    if scene.lower(above) in lexicons.lines("en/reporting_verbs"):
        above = scene.tree.tokens[head].head - 1
    token = scene.tree.tokens[above]
    if token.tag == "NN" and scene.lower(above) in lexicons.lines("en/person_nouns"):
        return True  # `a student from X`
    return any(m.kind is NameKind.PERSON and m.overlaps(token) for m in scene.mentions)


def is_office(scene: Scene, head: int) -> bool:
    """Whether it only tells an office: `the governor of X`, `a senator of the state of X`."""
    tokens = scene.tree.tokens
    above = _governor(scene, head, "of")
    if above is not None and scene.lower(above) in lexicons.lines("en/place_nouns"):
        above = _governor(scene, above, "of")
    if above is None or tokens[above].tag != "NN":  # `ten residents of X` are there
        return False
    return scene.lower(above) in offices()


def _is_brief(scene: Scene, head: int) -> bool:
    """Whether somebody is sent there or charged with it: `the ambassador to X`, `the X envoy`."""
    tokens = scene.tree.tokens
    if head + 1 < len(tokens) and tokens[head].dep == "compound":
        return tokens[head + 1].lemma.casefold() in _SENT
    above = _governor(scene, head, "to")
    above = _governor(scene, head, "for") if above is None else above
    return above is not None and scene.lower(above) in offices()


def _is_yardstick(scene: Scene, head: int) -> bool:
    """Whether a land only tells among whom something is first: `Asia's second-largest bank`."""
    tokens = scene.tree.tokens
    if tokens[head].dep != "poss":
        return False
    return any(token.tag in {"JJS", "RBS"} for token in tokens[head + 1 : tokens[head].head])


def is_party(scene: Scene, head: int) -> bool:
    """Whether it bears something or is the other side: `a tariff on X`, `a win over X`."""
    return any(
        (above := _governor(scene, head, preposition)) is not None
        and scene.lower(above) in lexicons.lines(words)
        for preposition, words in _UPON
    )


def _governor(scene: Scene, head: int, preposition: str) -> int | None:
    """Return the word that a name hangs on by a preposition, first names of a list included."""
    tokens = scene.tree.tokens
    while tokens[head].dep == "conj" and tokens[head].head != head:
        head = tokens[head].head
    above = tokens[head].head
    if tokens[head].dep != "pobj" or scene.lower(above) != preposition:
        return None
    return tokens[above].head
