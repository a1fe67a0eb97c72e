"""Those for whom the people of an event act: a minister's state, a doctor's agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import lexicons
from generator.extract.story import Story
from generator.model import Argument, Entity, NameKind

_HEADS = frozenset(
    {"chancellor", "emir", "governor", "king", "mayor", "pope", "premier", "president",
     "prime minister", "queen", "sultan", "taoiseach"}
)  # fmt: skip
"""Offices whose holder acts in person."""


def employers(parts: Iterable[Argument], story: Story) -> Iterator[Argument]:
    """Yield those for whom the persons act whose office is held under somebody."""
    for part in parts:
        page = story.registry.actors.get(part.actor)
        if page is None or page.kind != NameKind.PERSON or not page.role or not page.affiliation:
            continue
        if part.role != "patient" and page.role.casefold() not in _HEADS and _acts(page, story):
            yield Argument(actor=page.affiliation, role=part.role)


def _acts(page: Entity, story: Story) -> bool:
    """Whether somebody acts for those whose office it is: an envoy of a state, not its senator."""
    employer = story.registry.actors.get(page.affiliation or "")
    if employer is None or employer.kind != NameKind.STATE:
        return True
    words = set((page.role or "").casefold().split())
    return not words.isdisjoint(lexicons.lines("en/acting_offices"))
