"""From a MkDocs configuration to what the pages depend on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from generator.site.bundle import bundle
from generator.site.options import Options

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

EMPTY = Path(__file__).parent / "empty"
"""A folder without pages."""
_EDIT = re.compile(r"(?:-/)?_?edit/(?P<branch>[^/]+)/(?P<folder>.+?)/?")
"""`edit_uri` of GitHub, GitLab and Forgejo: `edit/main/content/`, `-/edit/main/content/`."""


def options(config: MkDocsConfig) -> Options:
    """Return the settings that pages depend on."""
    address = config.site_url or ""
    edit = _EDIT.fullmatch(config.edit_uri or "")
    plugin = config.plugins.get("dateline")
    chosen = plugin.config if plugin is not None else {}
    return Options(
        name=config.site_name,
        url=address if not address or address.endswith("/") else f"{address}/",
        edit=_edit(config.repo_url, config.edit_uri),
        language=str(config.theme.get("language") or "en"),
        told=str(config.extra.get("content_language") or "en"),
        directories=config.use_directory_urls,
        cards=bool(chosen.get("cards", True)),
        bundle=bundle(map(Path, config.theme.dirs)),
        repository=(config.repo_url or "").rstrip("/"),
        branch=edit["branch"] if edit else "main",
        folder=edit["folder"] if edit else Path(config.docs_dir).name,
        admin=chosen.get("admin", True),
        admin_backend=chosen.get("admin_backend", {}),
    )


def _edit(repository: str | None, uri: str | None) -> str:
    if not repository or not uri:
        return ""
    base = repository if repository.endswith("/") else f"{repository}/"
    return urljoin(base, uri if uri.endswith("/") else f"{uri}/")
