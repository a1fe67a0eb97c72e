"""Which pages a check looks at that asks for changes alone."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from generator.content import revision


def since(content: Path, base: str) -> frozenset[str]:
    """Return the pages that changed since a revision, and those that name what is gone since."""
    changed = [one for one in revision.changed(content, base) if one.path.endswith(".md")]
    gone = sorted(PurePosixPath(one.path).stem for one in changed if not one.after)
    here = {one.path for one in changed if one.after}
    return frozenset(here | revision.naming(content, gone))
