"""Pictures beside the pages: the only content files that are published as they are."""

from __future__ import annotations

import os
import re
from pathlib import Path

_NAME = re.compile(r"[\w-][\w.-]*\.(?:avif|gif|jpe?g|png|webp)", re.ASCII | re.IGNORECASE)
"""No SVG and no HTML: opened by their address, they run script in the site's name."""


def asset_files(content: Path) -> tuple[str, ...]:
    """Return the paths of pictures under a content folder; links are not followed."""
    found = []
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(filter(_NAME.fullmatch, names)):
            path = Path(folder, name)
            if path.is_file() and not path.is_symlink():
                found.append(path.relative_to(content).as_posix())
    return tuple(found)
