"""Files of a site, made in forked processes where there are many.

Each file is made from the chronology alone, so that it is the same whatever process makes it. A
forked process has the chronology, templates and theme without being sent them: what goes between
processes is the bytes of files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.site.data import LaterFile
from generator.workers import forked, in_order

FEW = 100
"""Files that are made here: forking takes some 0.1 seconds, and a page a few thousandths."""
TOGETHER = 16
"""Files that a process makes one after another: many are answers of the API, made in no time."""


def made(
    files: Sequence[LaterFile], workers: int | None = None
) -> Iterator[tuple[LaterFile, bytes]]:
    """Yield each file with what it holds, in their order."""
    engine = forked(workers) if len(files) >= FEW else None
    starts = range(0, len(files), TOGETHER)
    for start, contents in in_order(_some, starts, files, _unknown, engine):
        # Without contents the process died, as where memory is short: those files are made here.
        yield from zip(_part(files, start), contents or _some(files, start), strict=True)


def _some(files: Sequence[LaterFile], start: int) -> list[bytes]:
    return [file.make() for file in _part(files, start)]


def _part(files: Sequence[LaterFile], start: int) -> Sequence[LaterFile]:
    return files[start : start + TOGETHER]


def _unknown(_: int) -> None:
    """None is known before it is made."""
