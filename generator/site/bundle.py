"""The browser code that set-up bundled: pages are whole without it, so it may be missing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

SOURCES = "web/"
"""Folder of the overrides that holds the sources; no builder publishes it."""
_ENTRY = Path("assets", "bundle", "dateline.js")


def bundle(folders: Iterable[Path]) -> Path | None:
    """Return the folder of the bundle in one of a theme's folders."""
    found = (folder / _ENTRY for folder in folders)
    return next((entry.parent for entry in found if entry.is_file()), None)
