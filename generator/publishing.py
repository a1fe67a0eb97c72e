"""The commands that make the site; `cli` puts them beside its own."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import console, site
from generator.folders import CONFIG, Content

Config = Annotated[Path, typer.Option(help="Configuration of the site.", metavar="FILE")]


class Builder(StrEnum):
    """What turns the pages into a site."""

    mkdocs = "mkdocs"
    zensical = "zensical"


def build(
    *,
    config: Config = CONFIG,
    builder: Annotated[Builder, typer.Option(help="What builds the site.")] = Builder.mkdocs,
    strict: Annotated[bool, typer.Option(help="Stop at any warning.")] = False,
    site_dir: Annotated[
        Path | None, typer.Option(help="Where the site goes.", metavar="DIR")
    ] = None,
    content: Content = None,
) -> None:
    """Build the site.

    Example: dateline build --strict --site-dir public
    """
    where = site.build(
        config, builder=builder.value, strict=strict, site_dir=site_dir, content=content
    )
    console.say(f"The site is in {where}", "bold")


def serve(
    *,
    config: Config = CONFIG,
    address: Annotated[str, typer.Option(help="Host and port.")] = "127.0.0.1:8000",
    content: Content = None,
) -> None:
    """Serve the site on this machine and rebuild it as files change.

    Example: dateline serve --address 127.0.0.1:9000
    """
    site.serve(config, address=address, content=content)


def stage(
    directory: Annotated[Path, typer.Argument(help="Where the pages go.", metavar="DIR")],
    *,
    config: Config = CONFIG,
    content: Content = None,
) -> None:
    """Write the pages as plain files with an mkdocs.yml, for any builder that reads one.

    Example: dateline stage staged && zensical build -f staged/mkdocs.yml
    """
    where = site.stage(config, directory, content=content)
    console.say(f"The pages are in {where}", "bold")


COMMANDS: dict[str, Callable[..., None]] = {"build": build, "serve": serve, "stage": stage}
