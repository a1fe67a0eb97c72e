"""The state inside a longer name: `Peru` in `Peru's transport ministry`."""

from __future__ import annotations

import re
from functools import cache

from generator.link.world import State, starter, states
from generator.model import Mention, NameKind, Registry, Span


def embedded(mention: Mention, registry: Registry) -> tuple[Span, str] | None:
    """Return where an organisation's words name its state, and the state's id."""
    if mention.kind is not NameKind.ORGANISATION:
        return None
    body = mention.proposal or registry.actors.get(mention.actor or "")
    state = states().get(body.affiliation or "") if body else None
    found = _pattern(state).search(mention.text) if state else None
    if state is None or found is None or found.group() == mention.text:
        return None
    start = mention.start + found.start()
    return Span(start=start, end=start + len(found.group())), state.id


@cache
def _pattern(state: State) -> re.Pattern[str]:
    """Return what finds the state's name, another of its names, or its adjective."""
    names = {state.name, *starter().actors[state.id].aliases, *state.adjectives}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
