"""Work on many things at hand, in forked processes where it is much.

A forked process has all that this one holds without being sent it: what goes between processes is
what is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import TypeVar

from generator.workers import forked, in_order

T = TypeVar("T")
R = TypeVar("R")

FEW = 100
"""Items that are worked on here: forking takes some 0.1 seconds, and a page a few thousandths."""
TOGETHER = 16
"""Items that a process works on in a row: many are answers of the API, made in no time."""


def spread(
    work: Callable[[T], R],
    items: Sequence[T],
    workers: int | None = None,
    weigh: Callable[[T], float] = lambda _: 1,
) -> Iterator[R]:
    """Yield what is made of each item, in their order; a usual page of a site weighs 1."""
    ends = [0.0, *accumulate(map(weigh, items))]
    engine = forked(workers) if ends[-1] >= FEW else None
    numbers = groupby(range(len(items)), lambda number: ends[number] // TOGETHER)
    parts = [items[run[0] : run[-1] + 1] for _, each in numbers if (run := list(each))]
    given = work, parts
    for number, found in in_order(_some, range(len(parts)), given, _unknown, engine):
        # Without a result the process died, as where memory is short: those are worked on here.
        yield from found or _some(given, number)


def _some(given: tuple[Callable[[T], R], Sequence[Sequence[T]]], number: int) -> list[R]:
    work, parts = given
    return [work(item) for item in parts[number]]


def _unknown(_: int) -> None:
    """None is known before it is made."""
