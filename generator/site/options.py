"""What of the configuration the pages depend on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of the site, from `mkdocs.yml`; trusted."""

    name: str = "Dateline"
    """`site_name`."""
    url: str = ""
    """`site_url`, with a slash at its end; empty where it is not known yet."""
    edit: str = ""
    """Address of the content folder in the repository's editor, with a slash at its end."""
    language: str = "en"
    """`theme.language`: what the site itself speaks."""
    told: str = "en"
    """`extra.content_language`: what the entries are written in, as the generator writes them."""
    directories: bool = True
    """`use_directory_urls`: `topics/energy/` instead of `topics/energy.html`."""
    bundle: Path | None = None
    """Folder of the bundled browser code, which has the land of the maps and the fonts; None where
    it was not bundled."""
    cards: bool = True
    """`cards` of the plugin: whether each entry has a picture for previews."""
    list_length: int = 200
    """Entries on one page of a long list; Zensical 0.0.73 fails on pages of some thousands."""
    repository: str = ""
    """`repo_url`, without a slash at its end."""
    branch: str = "main"
    """The branch that `edit_uri` names."""
    folder: str = "content"
    """The content folder in the repository, as `edit_uri` names it."""
    admin: bool = True
    """The plugin's `admin`: whether there is a form at `/admin/`."""
    admin_backend: Mapping[str, str | bool] = field(default_factory=dict)
    """The plugin's `admin_backend`: what the form needs to know of the forge and of signing in."""
