"""Three-way reconciliation of a body, paragraph by paragraph.

Where only the machine changed a paragraph it is updated, with what a person wrote before or after
it; where a person changed it, or another in the same stretch, theirs is kept and the machine's is a
proposal. In a reviewed entry nothing is updated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.write.threeway import Hold, Merged, Proposal

_GAP = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
Stretch = tuple[int, int, int, int]


def merge_body(last: str, now: str, new: str, hold: Hold = Hold.NOTHING) -> Merged:
    """Reconcile a body; the value is `now` itself where nothing of it changes."""
    if now == last != new and now and hold is Hold.ALL:
        wish = Proposal(field="body", yours=now, machine=new, base=new)
        return Merged(value=now, base=last, proposals=(wish,))
    if now in (last, new):
        return Merged(value=new, base=new)
    if new == last:
        return Merged(value=now, base=new)
    before, here, after = (_GAP.split(text) for text in (last, now, new))
    value: list[str] = []
    base: list[str] = []
    taken: list[str] = []
    theirs = changed = False
    for old, mine, machine in _stretches(before, here, after):
        if machine in (old, mine):
            value.extend(mine)
            base.extend(machine)
            taken.extend(mine)
            continue
        free, wanted = _around(old, mine, machine)
        taken.extend(wanted)
        if free and hold is not Hold.ALL:
            value.extend(wanted)
            base.extend(machine)
            changed = True
        else:  # the base stays where a person's edit stands against the machine's: see `threeway`
            value.extend(mine)
            base.extend(old)
            theirs = True
    kept = _joined(value) if changed else now
    proposal = Proposal(field="body", yours=kept, machine=_joined(taken), base=new)
    return Merged(
        value=kept,
        base=_joined(base),
        proposals=(proposal,) if theirs else (),
    )


def added(last: str, now: str, here: str) -> list[str]:
    """Return the paragraphs that a person wrote into a body, but those that stand `here`."""
    known = {*_GAP.split(last), *_GAP.split(here)}
    return [piece for piece in _GAP.split(now) if piece and piece not in known]


def without(body: str, gone: Sequence[str]) -> str:
    """Return a body without some of its paragraphs."""
    pieces = _GAP.split(body)
    return body if not {*gone} & {*pieces} else _joined([p for p in pieces if p not in gone])


def _around(
    old: Sequence[str], mine: Sequence[str], machine: Sequence[str]
) -> tuple[bool, list[str]]:
    """Return the machine's paragraphs among a person's; say whether theirs are only beside them."""
    size = len(old)
    for at in range(len(mine) - size + 1) if size else ():
        if mine[at : at + size] == old:
            return True, [*mine[:at], *machine, *mine[at + size :]]
    return mine == old, [*machine, *mine[size:]]


def _joined(pieces: Sequence[str]) -> str:
    return "\n\n".join(piece for piece in pieces if piece)


def _stretches(
    base: Sequence[str], mine: Sequence[str], machine: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """Cut the three into stretches between the paragraphs that all of them share (diff3)."""
    in_mine = dict(_matches(base, mine))
    in_machine = dict(_matches(base, machine))
    at_base = at_mine = at_machine = 0
    for index in (*sorted(in_mine.keys() & in_machine.keys()), len(base)):
        end = index == len(base)
        to_mine = len(mine) if end else in_mine[index]
        to_machine = len(machine) if end else in_machine[index]
        yield base[at_base:index], mine[at_mine:to_mine], machine[at_machine:to_machine]
        if not end:
            yield (base[index : index + 1],) * 3
        at_base, at_mine, at_machine = index + 1, to_mine + 1, to_machine + 1


def _matches(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int]]:
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield block.a + step, block.b + step
