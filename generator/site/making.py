"""Files of a site, made in forked processes where there are many.

Each file is made from the chronology alone, so that it is the same whatever process makes it. A
forked process has the chronology, templates and theme without being sent them, and puts what it
makes: what goes between processes is what is noted of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from generator.spreading import spread

if TYPE_CHECKING:
    from generator.site.data import LaterFile

R = TypeVar("R")


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
