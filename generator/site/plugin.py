"""The MkDocs plugin: adds the pages, and decides nothing about them.

MkDocs itself reads front matter with a YAML loader that 60 kB of `[` kill, follows symbolic links
and walks linked folders without end. So it is given an empty docs folder, and the content folder
is read by `generator.content` alone.
"""

from __future__ import annotations

import gc
import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext

from generator.content import load
from generator.content.before import before as read_before
from generator.site.assets import asset_files
from generator.site.beside import Beside, are_pages_ours
from generator.site.bundle import SOURCES, bundle
from generator.site.cards import card_files
from generator.site.catalogue import catalogue
from generator.site.compose import compose, navigation
from generator.site.configuration import EMPTY, options
from generator.site.data import SiteFile
from generator.site.finished import Apart, Finished
from generator.site.folder import SiteFolder, forget
from generator.site.halves import Half
from generator.site.history import written
from generator.site.kept import Memories, compiled, kept
from generator.site.key_dates import remembered
from generator.site.options import Options
from generator.site.page import Page
from generator.site.policy import POLICY
from generator.site.published import published
from generator.site.rendering import Rendering
from generator.site.serving import allowing_reload, show, watch
from generator.site.shell import interface, name_toggles
from generator.site.strings import strings
from generator.site.surround import Surround, Themed

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from watchdog.observers.api import BaseObserver

LOOK = Path(__file__).parent / "look"
"""The look that an installed Dateline carries; a checkout has it in `site_overrides/`."""

_SEARCHES = frozenset({"search", "material/search"})
_THEME_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""What the theme's own search loads, 2 MB: pages have another, unless a search plugin is on."""

SELDOM = 1_000_000
"""New objects after which the garbage collector looks at all that is held: by its own measure it
took a fifth of a build, and found little; a change makes fewer."""

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
    _open: ExitStack
    _target = Path()
    _scratch: Path
    _folder: SiteFolder
    _data: Half
    _apart: list[File]
    """Of pages that MkDocs is not given."""
    _searched: dict[str, str]
    """Where pages stand that the search finds, each with its day."""
    _files: list[File]
    """Of all pages."""
    _nav: Navigation
    _env: Environment
    _serving = False
    _server: LiveReloadServer | None = None
    _watching: Sequence[BaseObserver] = ()
    _threshold: tuple[int, int, int]
    """When garbage is collected by the measure of the program that builds."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._memory: Memories = defaultdict(dict)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether the pages are made for a server."""
        self._serving = command == "serve"
        self._threshold = gc.get_threshold()
        gc.set_threshold(SELDOM)

    def on_shutdown(self) -> None:
        """Forget the folder of a server, which goes with it."""
        gc.freeze()
        gc.unfreeze()  # what is left counts as old: to look at it at once took 0.24 seconds
        gc.set_threshold(*self._threshold)
        for observer in self._watching:
            observer.stop()
        if self._serving:
            forget(self._target)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the docs folder out of MkDocs' hands; give a site without a look of its own ours."""
        if LOOK.is_dir() and not config.theme.custom_dir:
            config.theme.dirs.insert(0, str(LOOK))
        self._content = Path(config.docs_dir)
        self._options = options(config)  # while the docs folder is still the one that people edit
        config.docs_dir = str(EMPTY)
        self._target = Path(config.site_dir)
        # MkDocs empties the folder that it builds: so it builds another, and what changed is put.
        self._scratch = Path(self._open.enter_context(TemporaryDirectory(prefix="dateline-")))
        config.site_dir = str(self._scratch)
        say = strings(self._options.language)
        name_toggles(config.theme.get("palette"), say)
        config.extra["interface"] = interface(say)
        config.extra["bundle"] = bundle(map(Path, config.theme.dirs)) is not None
        config.extra["policy"] = POLICY
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the navigation, and the pictures that stand beside pages."""
        self._folder = SiteFolder(self._target)
        self._folder.look(alone=self._serving)
        self._open.callback(self._folder.end)
        memory = self._memory if self._serving else None
        before = self._open.enter_context(kept(self._content, self._options, memory))
        with read_before(
            self._content, None if memory is None else memory["content"]
        ) as pages_before:
            chronology, unread = load(self._content, before=pages_before)
        heard, edited = remembered(self._content), written(self._content)
        self._site = site = Rendering(catalogue(chronology), self._options, heard, edited, before)
        self._data = Half(self._folder, partial(published, site), before)
        self._open.callback(self._data.end)
        pages, findings = compose(site)
        for finding in (*unread, *findings):
            log.warning("%s", finding)
        unused = (SOURCES,) if _SEARCHES & set(config.plugins) else (SOURCES, *_THEME_SEARCH)
        for file in list(files):
            if file.src_dir == str(EMPTY) or file.src_uri.startswith(unused):
                files.remove(file)
        apart = Apart(config) if are_pages_ours(config) else None
        self._apart = []
        self._searched = {}
        for page in pages:
            if apart and page.order is None:
                self._apart.append(file := apart.file(page))
            else:
                files.append(file := self._file(page, config))
            if page.searchable:
                self._searched[file.dest_uri] = page.day
        for path in asset_files(self._content):
            where = str(self._content / path)
            files.append(File.generated(config, path, abs_src_path=where))
        config.nav = navigation(pages)
        return files

    def _file(self, page: Page, config: MkDocsConfig) -> File:
        """Return the file of a page that MkDocs is given."""
        listed = page.order is not None
        shown = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
        written = self._site.kept.text(("document", page.made_from), page.document)
        file = File.generated(config, page.path, content=written, inclusion=shown)
        Finished(page.label if listed else None, file, config).own = page
        return file

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note the navigation, which stands around each page."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have the theme rendered once for many pages, unless a plugin has a say in each."""
        self._files = [*files.documentation_pages(), *self._apart]
        env.bytecode_cache = compiled("theme")
        env.template_class = Themed if config.plugins.events["page_context"] else Surround
        self._env = env
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Show all pages to the templates of the whole site, such as its map."""
        context["pages"] = [*context["pages"], *self._apart]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what changed: what MkDocs made, the other pages, data, cards, and the index."""
        # Imported here, beside the data, which another process makes meanwhile.
        from generator.site.search.making import index_changed

        config.site_dir = str(self._target)
        site = self._folder
        site.take(self._scratch)
        site.put_all(self._beside(config))
        if self._server is not None:
            show(self._server)
        self._apart, self._files = [], []  # what the data weighs takes their place
        site.put_all(card_files(self._site))
        index_changed(site, self._options.told, self._searched)
        self._data.take()
        self._open.close()
        site.close()
        if self._serving:
            gc.collect()  # else some builds' pages are held at once

    def _beside(self, config: MkDocsConfig) -> Iterator[SiteFile]:
        """Yield the pages that MkDocs is not given, each in the theme when it is made."""
        if self._apart:
            beside = Beside(self._files, self._env, config, self._nav, self._site.kept.base)
            yield from beside.files(self._apart)

    def on_build_error(self, *, error: Exception) -> None:
        """Let go of what was opened."""
        self._open.__exit__(type(error), error, error.__traceback__)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Rebuild when the content or the look changes, and let pages reload."""
        self._server = server
        self._watching = watch(server, self._content)
        if config.theme.custom_dir:
            server.watch(str(config.theme.custom_dir))
        if app := server.get_app():
            server.set_app(allowing_reload(app))
        return server
