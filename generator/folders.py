"""Which content folder a command works on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
import yaml

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
    return _docs_dir() if CONFIG.exists() else Path("content")


def existing_content(given: Path | None) -> Path:
    """Return the content folder.

    Raises:
        UsageError: it does not exist.

    """
    folder = content_folder(given)
    if not folder.is_dir():
        raise UsageError(f"there is no content folder at {folder}; name it with --content DIR")
    return folder


def _docs_dir() -> Path:
    """Return the `docs_dir` of the configuration, as MkDocs finds it."""
    try:
        found = _plain_keys(CONFIG.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        found = {"INHERIT": ""}
    if "INHERIT" in found or found.get("docs_dir", "") == "":
        from generator import site  # here: it takes longer to load than a check of a few pages

        return site.docs_dir(CONFIG)
    return CONFIG.resolve().parent / found["docs_dir"]


def _plain_keys(text: str) -> dict[str, str]:
    """Return the first level of a configuration; what is no plain text is empty."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return {
        str(key.value): value.value if value.tag == "tag:yaml.org,2002:str" else ""
        for key, value in pairs
    }
