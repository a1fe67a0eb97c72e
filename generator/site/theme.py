"""What the theme's part of a page is made from.

It is told in two ways, for neither is enough: by the files of the theme, the configuration and the
packages; and by the page that the theme makes, at each depth, of one that has a mark for each text.
So what a plugin gives the templates, or a clock, is not overlooked.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme

from generator.site.bundle import SOURCES

PACKAGES = ("jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pymdown-extensions")
"""What the theme is rendered with."""
_NO_TEMPLATES = frozenset({SOURCES.rstrip("/"), "assets", "__pycache__"})
"""Folders of a theme that no template is in."""


def theme_digest(config: MkDocsConfig) -> bytes:
    """Return a digest of the theme's files, the configuration and the packages."""
    digest = hashlib.blake2b(digest_size=16)
    for place in map(Path, config.theme.dirs):
        digest.update(os.fsencode(place))
        for path in _templates(place):
            digest.update(f"\0{path.relative_to(place)}\0".encode())
            digest.update(hashlib.blake2b(path.read_bytes()).digest())
    for package in PACKAGES:
        digest.update(f"{package} {version(package)}\0".encode())
    for name, plugin in config.plugins.items():
        digest.update(f"{name} {type(plugin).__module__}\0".encode())
        if isinstance(plugin, ModuleType):  # a hook
            digest.update(Path(str(plugin.__file__)).read_bytes())
    told = json.dumps(config.data, default=_told, sort_keys=True) + sys.version
    digest.update(told.encode("utf-8", "surrogatepass"))
    return digest.digest()


def _told(value: object) -> object:
    """Return what JSON can say of a value of a configuration."""
    if isinstance(value, Theme):
        return {name: value[name] for name in value}
    if isinstance(value, BasePlugin):
        return value.config
    if isinstance(value, Mapping):
        return {str(key): value[key] for key in value}
    if callable(value):
        return f"{value.__module__}.{getattr(value, '__qualname__', '')}"
    return repr(value)


def _templates(place: Path) -> Iterator[Path]:
    """Yield a theme's files in order; the icons that a package brings change with its version."""
    installed = "site-packages" in place.parts
    for folder, folders, names in os.walk(place):
        left_out = _NO_TEMPLATES | ({".icons"} if installed else set())
        folders[:] = sorted(name for name in folders if name not in left_out)
        yield from (Path(folder, name) for name in sorted(names))
