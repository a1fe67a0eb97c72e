"""Files of a site, made in forked processes where there are many.

Each file is made from the chronology alone, so that it is the same whatever process makes it. A
forked process has the chronology, templates and theme without being sent them: what goes between
processes is the bytes of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.site.data import LaterFile
from generator.workers import forked, in_order

T = TypeVar("T")
R = TypeVar("R")

FEW = 100
"""Items that are worked on here: forking takes some 0.1 seconds, and a page a few thousandths."""
TOGETHER = 16
"""Items that a process works on in a row: many are answers of the API, made in no time."""


def made(
    files: Sequence[LaterFile], workers: int | None = None
) -> Iterator[tuple[LaterFile, bytes]]:
    """Yield each file with what it holds, in their order."""
    yield from zip(files, spread(lambda file: file.make(), files, workers), strict=True)


def spread(work: Callable[[T], R], items: Sequence[T], workers: int | None = None) -> Iterator[R]:
    """Yield what is made of each item, in their order."""
    engine = forked(workers) if len(items) >= FEW else None
    given = (work, items)
    for start, found in in_order(_some, range(0, len(items), TOGETHER), given, _unknown, engine):
        # Without a result the process died, as where memory is short: those are worked on here.
        yield from found or _some(given, start)


def _some(given: tuple[Callable[[T], R], Sequence[T]], start: int) -> list[R]:
    work, items = given
    return [work(item) for item in items[start : start + TOGETHER]]


def _unknown(_: int) -> None:
    """None is known before it is made."""
