"""What a folder holds."""

from __future__ import annotations

from pathlib import Path


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes, the lock aside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }
