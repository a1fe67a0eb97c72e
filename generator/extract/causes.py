"""Events of one sentence that belong together: deaths and their cause, a verb and its noun."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.draft import Draft
from generator.extract.position import clause_of
from generator.extract.scene import Scene, clause, subject
from generator.extract.triggers import CONSEQUENCES, family
from generator.model import Argument


def caused(scene: Scene, told: list[Draft]) -> list[Draft]:
    """Give deaths and damage the kind of their cause in the same clause: `killed in a flood`."""
    causes = [d for d in told if family(d.kind) == "harm" and d.kind not in CONSEQUENCES]
    found = []
    for draft in told:
        when = _when(scene, draft.trigger.token) | _under(scene, draft.trigger.token)
        shared = subject(scene.tree, draft.trigger.token) if draft.trigger.verb else None
        area = {shared} if shared is not None else set()
        if draft.kind != "rescue":
            area |= clause_of(scene, draft.trigger.token) | when
        cause = next(
            (
                c
                for c in causes
                if c.trigger.token in area
                and not c.trigger.weak
                and (c.main or c.earlier or c.trigger.token in when)
            ),
            None,
        )
        if draft.kind in CONSEQUENCES and cause is not None:
            draft = replace(
                draft,
                trigger=replace(draft.trigger, kind=cause.kind),
                arguments=_union(cause.arguments, draft.arguments),
                another=draft.another or cause.another,
                known=draft.known or cause.known,
            )
        found.append(draft)
    return found


def fused(scene: Scene, told: list[Draft]) -> list[Draft]:
    """Give a verb the actors of the event noun that it only carries: `held talks with X`."""
    found = []
    for draft in told:
        if draft.trigger.verb:
            area = clause_of(scene, draft.trigger.token)
            carried = [
                d
                for d in told
                if not d.trigger.verb and d.kind == draft.kind and d.trigger.token in area
            ]
            for noun in carried:
                draft = replace(draft, arguments=_union(draft.arguments, noun.arguments))
        found.append(draft)
    return found


def _under(scene: Scene, token: int) -> set[int]:
    """Return what a noun's own phrase names as its cause: `the death toll from the landslide`."""
    parse = scene.tree
    if parse.tokens[token].pos == "VERB":
        return set()
    top = parse.tokens[token].head if parse.tokens[token].dep == "compound" else token
    return {o for p in parse.having(top, "prep") for o in parse.having(p, "pobj")}


def _when(scene: Scene, token: int) -> set[int]:
    """Return the tokens of the clauses that say how it came: `died when a train derailed`."""
    parse = scene.tree
    below = [
        c
        for verb in (token, *parse.having(token, "conj"))
        for c in parse.having(verb, "advcl")
        if {scene.lower(m) for m in parse.having(c, "advmod", "mark")} & {"when", "after", "as"}
    ]
    return {i for c in below for i in clause(parse, c)}


def _union(first: tuple[Argument, ...], second: tuple[Argument, ...]) -> tuple[Argument, ...]:
    known = {a.actor for a in first}
    return (*first, *(a for a in second if a.actor not in known))
