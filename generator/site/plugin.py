"""The MkDocs plugin: adds the pages, and decides nothing about them.

MkDocs itself reads front matter with a YAML loader that 60 kB of `[` kill, follows symbolic links
and walks linked folders without end. So it is given an empty docs folder, and the content folder
is read by `generator.content` alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.content import load
from generator.site.assets import asset_files
from generator.site.bundle import SOURCES, bundle
from generator.site.cards import card_files
from generator.site.catalogue import catalogue
from generator.site.compose import compose, navigation
from generator.site.configuration import EMPTY, options
from generator.site.finished import Finished
from generator.site.history import written
from generator.site.kept import Kept, compiled, kept
from generator.site.key_dates import remembered
from generator.site.options import Options
from generator.site.policy import POLICY
from generator.site.published import published
from generator.site.rendering import Rendering
from generator.site.search import index
from generator.site.shell import interface, name_toggles
from generator.site.strings import strings
from generator.site.surround import Surround

LOOK = Path(__file__).parent / "look"
"""The look that an installed Dateline carries; a checkout has it in `site_overrides/`."""

log = logging.getLogger("mkdocs.plugins.dateline")


class Chosen(Config):  # type: ignore[no-untyped-call]
    """What a site may choose, under `dateline` in `plugins`."""

    admin = config_options.Type(bool, default=True)
    """Whether the site has a form for contributors, at `/admin/`."""
    admin_backend = config_options.Type(dict, default={})
    """Where `repo_url` does not say it all, how the form signs in: Decap CMS's `backend`."""
    cards = config_options.Type(bool, default=True)
    """Whether each entry has a picture for previews."""


class DatelinePlugin(BasePlugin[Chosen]):  # type: ignore[no-untyped-call]
    """Adds a chronology's pages to a MkDocs site."""

    _content: Path
    _options: Options
    _site: Rendering
    _serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether a server will put its own script into the pages."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the docs folder out of MkDocs' hands; give a site without a look of its own ours."""
        if LOOK.is_dir() and not config.theme.custom_dir:
            config.theme.dirs.insert(0, str(LOOK))
        self._content = Path(config.docs_dir)
        self._options = options(config)  # while the docs folder is still the one that people edit
        config.docs_dir = str(EMPTY)
        say = strings(self._options.language)
        name_toggles(config.theme.get("palette"), say)
        config.extra["interface"] = interface(say)
        config.extra["bundle"] = bundle(map(Path, config.theme.dirs)) is not None
        config.extra["policy"] = "" if self._serving else POLICY
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page, the pictures that stand beside them, and the navigation."""
        with kept(self._content, self._options) as before:
            return self._with_pages(files, config, before)

    def _with_pages(self, files: Files, config: MkDocsConfig, kept: Kept) -> Files:
        chronology, unread = load(self._content)
        heard, before = remembered(self._content), written(self._content)
        self._site = site = Rendering(catalogue(chronology), self._options, heard, before, kept)
        pages, findings = compose(site)
        for finding in (*unread, *findings):
            log.warning("%s", finding)
        for file in list(files):
            if file.src_dir == str(EMPTY) or file.src_uri.startswith(SOURCES):
                files.remove(file)
        for page in pages:
            listed = page.order is not None
            shown = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, page.path, content=page.document(), inclusion=shown)
            files.append(file)
            Finished(page.label if listed else None, file, config)
        for path in asset_files(self._content):
            where = str(self._content / path)
            files.append(File.generated(config, path, abs_src_path=where))
        for data in published(site):
            files.append(File.generated(config, data.path, content=data.content))
        config.nav = navigation(pages)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have the theme rendered once for many pages, unless a plugin has a say in each."""
        env.bytecode_cache = compiled()
        if not config.plugins.events["page_context"]:
            env.template_class = Surround
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Draw the cards one by one, and index the pages."""
        for card in card_files(self._site):
            target = Path(config.site_dir, card.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(card.content)
        index(Path(config.site_dir), self._options.told)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Rebuild when the content or the look changes."""
        server.watch(str(self._content))
        if config.theme.custom_dir:
            server.watch(str(config.theme.custom_dir))
        return server
