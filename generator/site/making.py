"""Files of a site, made in forked processes where there are many.

Each file is made from the chronology alone, so that it is the same whatever process makes it. A
forked process has the chronology, templates and theme without being sent them, and puts what it
makes: what goes between processes is what is noted of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, TypeVar

from generator.workers import forked, in_order

if TYPE_CHECKING:
    from generator.site.data import LaterFile

T = TypeVar("T")
R = TypeVar("R")

FEW = 100
"""Items that are worked on here: forking takes some 0.1 seconds, and a page a few thousandths."""
TOGETHER = 16
"""Items that a process works on in a row: many are answers of the API, made in no time."""


def made(
    files: Sequence[LaterFile], put: Callable[[LaterFile], R], workers: int | None = None
) -> Iterator[tuple[LaterFile, R]]:
    """Put each file where it belongs, the heaviest first, else in their order; yield what is told.

    The process that makes a file also puts it: sent to this one, the bytes of all would be half of
    its work.
    """
    ordered = sorted(files, key=lambda file: -file.weight)
    for first in dict.fromkeys(file.first for file in ordered):
        first()
    yield from zip(ordered, spread(put, ordered, workers, lambda file: file.weight), strict=True)


def spread(
    work: Callable[[T], R],
    items: Sequence[T],
    workers: int | None = None,
    weigh: Callable[[T], float] = lambda _: 1,
) -> Iterator[R]:
    """Yield what is made of each item, in their order, in forked processes where it is much."""
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
