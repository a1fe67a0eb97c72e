"""Paths under the content folder that are safe to write and to read."""

from __future__ import annotations

import os
from pathlib import Path

from generator.errors import DatelineError

LEDGER = ".ledger"
"""The generator's own folder under the content folder."""
LOCK = f"{LEDGER}/lock"
"""Held by the run that writes; it stays there and says nothing."""


def safe_path(content: Path, relative: str) -> Path:
    """Return the path of a file under the content folder, refusing links on the way.

    Raises:
        DatelineError: the path leaves the folder, or goes through a link.

    """
    path = os.fspath(content)
    for part in relative.split("/"):
        if part in ("", ".", "..") or "\\" in part or "\0" in part:
            raise DatelineError(f"{relative!r} leaves the content folder")
        path = os.path.join(path, part)  # noqa: PTH118 -- of text, for thousands of files a run
        if os.path.islink(path):  # noqa: PTH114
            raise DatelineError(f"{path} is a link, and is not followed")
    return Path(path)
