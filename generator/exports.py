"""The commands that print the chronology as data; `cli` puts them beside its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import console, site
from generator.folders import CONFIG, Content, existing_content

FormatName = StrEnum("FormatName", [(form.name, form.name) for form in site.FORMATS])  # type: ignore[misc]
"""The formats of the table, as the command line takes them."""


def export(
    form: Annotated[FormatName, typer.Argument(help="What to write.", metavar="FORMAT")],
    *,
    output: Annotated[
        Path | None, typer.Option(help="Where to write it.  [default: stdout]", metavar="FILE")
    ] = None,
    config: Annotated[
        Path, typer.Option(help="Configuration of the site, for its address.", metavar="FILE")
    ] = CONFIG,
    content: Content = None,
) -> None:
    """Write the whole chronology in one format: feeds, tables, maps, a database.

    Example: dateline export csv --output entries.csv
    """
    written, findings = site.export(form.value, existing_content(content), config)
    console.report(findings)
    if output is None:
        sys.stdout.buffer.write(written)
    else:
        output.write_bytes(written)
        console.say(f"{len(written):,} bytes are in {output}", "bold")
    raise typer.Exit(1 if findings else 0)


COMMANDS: dict[str, Callable[..., None]] = {"export": export}
