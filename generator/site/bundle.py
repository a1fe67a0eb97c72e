"""The browser code that set-up bundled: pages are whole without it, so it may be missing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

SOURCES = "web/"
"""Folder of the overrides that holds the sources; no builder publishes it."""
_ENTRY = Path("assets", "bundle", "dateline.js")


def has_bundle(folders: Iterable[Path]) -> bool:
    """Say whether one of a theme's folders holds the bundle."""
    return any((folder / _ENTRY).is_file() for folder in folders)
