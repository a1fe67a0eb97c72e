"""Mends of what has one right answer, in the text of a page and nowhere else in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.check.mend.page import Mended, mend
from generator.check.subject import Texts
from generator.content.frontmatter import RefusedError, decode
from generator.content.tree import files

__all__ = ["Mended", "mend", "mends"]


def mends(
    content: Path, wanted: Callable[[str], bool], texts: Texts
) -> Iterator[tuple[str, Mended]]:
    """Yield the pages that have something to mend, by their paths under the content folder."""
    for path in files(content)[0]:
        if not wanted(path):
            continue
        try:
            text = decode(content / path)
        except (RefusedError, OSError):
            continue
        mended = mend(path, text, texts)
        if mended.text != text:
            yield path, mended
