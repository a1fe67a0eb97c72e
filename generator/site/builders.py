"""Build, serve or stage the site of one configuration."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

from generator.content import load
from generator.errors import DatelineError, Finding, UsageError
from generator.site.assets import asset_files
from generator.site.bundle import SOURCES, bundle
from generator.site.cards import card_files
from generator.site.catalogue import catalogue
from generator.site.compose import compose, navigation
from generator.site.configuration import options
from generator.site.data import single
from generator.site.history import written
from generator.site.key_dates import remembered
from generator.site.policy import POLICY
from generator.site.published import published
from generator.site.rendering import Rendering
from generator.site.shell import interface, name_toggles
from generator.site.standing import Sources, is_built, noted
from generator.site.strings import Strings

log = logging.getLogger("mkdocs.plugins.dateline")
THEME = "theme"
"""Folder of the theme's overrides in a staged site."""
BUILT = ".dateline-site"
"""File that marks a folder as a site: what is in it may be replaced by the next one."""
_NO_SUCH_ADDRESS = frozenset({errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES})


def docs_dir(config: Path) -> Path:
    """Return the content folder that a configuration names."""
    return Path(load_configuration(config).docs_dir)


def build(
    config: Path,
    *,
    builder: str = "mkdocs",
    strict: bool = False,
    site_dir: Path | None = None,
    content: Path | None = None,
) -> Path:
    """Build the site and return its folder."""
    loaded = load_configuration(config, content=content, site_dir=site_dir, strict=strict)
    target = Path(loaded.site_dir)
    _claim(target)
    with _heard(logging.WARNING):
        if builder == "zensical":
            return _build_with_zensical(
                config, content, target, strict=strict, language=options(loaded).told
            )
        return _build_with_mkdocs(loaded, target)


def serve(config: Path, *, address: str = "127.0.0.1:8000", content: Path | None = None) -> None:
    """Serve the site and rebuild it as its files change, until interrupted."""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import Abort, ConfigurationError

    load_configuration(config, content=content)
    settings = _settings(content, None)
    with _heard(logging.INFO):
        try:
            mkdocs_serve(config_file=str(config), dev_addr=address, **settings)
        except KeyboardInterrupt:
            return
        except (Abort, ConfigurationError) as error:
            raise UsageError(f"the site cannot be served: {error}") from error
        except OSError as error:
            if error.errno not in _NO_SUCH_ADDRESS and not isinstance(error, socket.gaierror):
                raise
            taken = error.errno == errno.EADDRINUSE
            said = f"port {address.rpartition(':')[2]} is taken" if taken else f"{address}: {error}"
            raise UsageError(f"{said}; use --address HOST:PORT with another one") from error


def stage(config: Path, directory: Path, *, content: Path | None = None) -> Path:
    """Write the pages as plain files, with a configuration that any builder can read.

    A folder that holds something else is refused: what was staged before is taken away first.
    """
    with _heard(logging.WARNING):
        _stage(config, directory, content)
    return directory


def _stage(config: Path, directory: Path, content: Path | None) -> tuple[Finding, ...]:
    """Write the pages as plain files, and say and return what is wrong with the content."""
    mark = directory / ".dateline-staged"
    if directory.exists() and any(directory.iterdir()) and not mark.exists():
        raise UsageError(f"{directory} is not empty and was not staged before; name another folder")
    loaded = load_configuration(config, content=content)
    source = Path(loaded.docs_dir)
    chronology, unread = load(source)
    heard, before = remembered(source), written(source)
    site = Rendering(catalogue(chronology), options(loaded), heard, before)
    pages, findings = compose(site)
    found = (*unread, *findings)
    for finding in found:
        log.warning("%s", finding)
    shutil.rmtree(directory, ignore_errors=True)
    docs = directory / "docs"
    docs.mkdir(parents=True)
    mark.touch()
    for page in pages:
        target = docs / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.document(), encoding="utf-8", newline="\n")
    for data in single(chain(published(site), card_files(site))):
        target = docs / data.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.content)
    for path in asset_files(source):
        target = docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, target)
    _write_configuration(config, directory, navigation(pages), site.strings)
    return found


def _build_with_mkdocs(loaded: Any, target: Path) -> Path:
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import Abort

    sources = Sources(loaded)
    if is_built(sources, target):
        return target
    try:
        loaded.plugins.on_startup(command="build", dirty=False)
        with noted(sources, target):
            mkdocs_build(loaded)
    except Abort as error:
        raise DatelineError(f"the site was not built: {error}") from error
    finally:
        loaded.plugins.on_shutdown()
    return target


def _build_with_zensical(
    config: Path, content: Path | None, site_dir: Path, *, strict: bool, language: str
) -> Path:
    if find_spec("zensical") is None:
        raise UsageError(
            "Zensical is not installed; install it with: pip install 'dateline[zensical]'"
        )
    from mkdocs.utils import clean_directory

    from generator.site.search.making import index

    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        staged = Path(folder).resolve() / "staged"
        found = _stage(config, staged, content)
        if strict and found:
            warnings = "1 warning" if len(found) == 1 else f"{len(found)} warnings"
            raise DatelineError(f"the site was not built: {warnings} in strict mode")
        command = [sys.executable, "-m", "zensical", "build", "-f", str(staged / "mkdocs.yml")]
        done = subprocess.run(  # noqa: S603 -- our own interpreter on our own file
            [*command, *(["--strict"] if strict else [])],
            cwd=staged,
            capture_output=True,
            text=True,
            check=False,
        )
        built = staged / "site"
        if done.returncode or not built.is_dir():
            raise DatelineError(f"Zensical did not build the site:\n{done.stdout}{done.stderr}")
        clean_directory(str(site_dir))
        shutil.copytree(built, site_dir, dirs_exist_ok=True)
        index(site_dir, language)
    return site_dir


@contextmanager
def _heard(level: int) -> Iterator[None]:
    """Print on stderr what the builder says while it works."""
    logger = logging.getLogger("mkdocs")
    handler, before = logging.StreamHandler(), logger.level
    handler.setLevel(level)
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)


def _claim(folder: Path) -> None:
    """Mark a folder as the site's; refuse one that holds what no build of ours put there."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder for the site")
    mark = folder / BUILT
    names = {path.name for path in folder.iterdir()} if folder.exists() else set()
    foreign = {name for name in names if not name.startswith(".")}
    if foreign and not mark.exists() and not {"404.html", "sitemap.xml"} <= names:
        raise UsageError(
            f"{folder} is not empty and holds no site built before; name another folder"
        )
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()


def _write_configuration(
    config: Path, directory: Path, nav: list[dict[str, str]], say: Strings
) -> None:
    """Write the configuration with its navigation spelt out and without our plugin."""
    import yaml
    from mkdocs.utils.yaml import yaml_load

    with config.open("rb") as file:
        raw: dict[str, Any] = yaml_load(file)
    theme = raw["theme"] if isinstance(raw.get("theme"), dict) else {"name": raw.get("theme")}
    name_toggles(theme.get("palette"), say)
    raw["extra"] = {**(raw.get("extra") or {}), "interface": interface(say)}
    overrides = theme.get("custom_dir")
    if overrides:
        shutil.copytree(
            config.parent / overrides,
            directory / THEME,
            ignore=shutil.ignore_patterns(SOURCES.rstrip("/")),
            symlinks=True,
        )
        theme["custom_dir"] = THEME
        raw["extra"]["bundle"] = bool(bundle([directory / THEME]))
        raw["extra"]["policy"] = POLICY
    raw.pop("watch", None)
    plugins = raw.get("plugins") or []
    raw |= {
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": theme,
        "nav": nav,
        "plugins": [p for p in plugins if p != "dateline" and "dateline" not in list(p)],
        "not_in_nav": "*",
    }
    text = yaml.safe_dump(raw, allow_unicode=True, sort_keys=False)
    (directory / "mkdocs.yml").write_text(text, encoding="utf-8", newline="\n")


def _existing(config: Path) -> Path:
    if not config.is_file():
        raise UsageError(f"there is no configuration at {config}; name it with --config FILE")
    return config


def _settings(content: Path | None, site_dir: Path | None) -> dict[str, Any]:
    settings = {"docs_dir": content, "site_dir": site_dir}
    return {key: str(path.resolve()) for key, path in settings.items() if path is not None}


def load_configuration(
    config: Path,
    *,
    content: Path | None = None,
    site_dir: Path | None = None,
    strict: bool = False,
) -> Any:
    """Read a configuration; raise UsageError where it is wrong."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    # An advertisement of another program, which the theme prints on each build.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # Nothing here multiplies matrices; NumPy's threads, kept busy until asked to, cost 0.5 s.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        return load_config(
            str(_existing(config)), strict=strict or None, **_settings(content, site_dir)
        )
    except (Abort, ConfigurationError) as error:
        raise UsageError(f"{config} cannot be used: {error}") from error
