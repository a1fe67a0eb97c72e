"""Which content folder a command works on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator import site
from generator.errors import UsageError

CONFIG = Path("mkdocs.yml")

Content = Annotated[
    Path | None,
    typer.Option(
        help="Content folder.  [default: docs_dir of mkdocs.yml, or content]", metavar="DIR"
    ),
]


def content_folder(given: Path | None) -> Path:
    """Return the content folder that was asked for, or the one of `mkdocs.yml`."""
    if given is not None:
        return given
    return site.docs_dir(CONFIG) if CONFIG.exists() else Path("content")


def existing_content(given: Path | None) -> Path:
    """Return the content folder.

    Raises:
        UsageError: it does not exist.

    """
    folder = content_folder(given)
    if not folder.is_dir():
        raise UsageError(f"there is no content folder at {folder}; name it with --content DIR")
    return folder
