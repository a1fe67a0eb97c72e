"""The commands that print the chronology as data; `cli` puts them beside its own."""

from __future__ import annotations

import json
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


def key_dates(
    *,
    number: Annotated[
        int, typer.Option("-n", "--number", min=1, metavar="K", help="How many days.")
    ] = 10,
    topic: Annotated[str | None, typer.Option(help="Only this topic.", metavar="TOPIC")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
    content: Content = None,
) -> None:
    """List the days that matter most: those that most reports and entries point at.

    Example: dateline key-dates -n 5 --topic floods --json
    """
    found, findings = site.ranked(existing_content(content), topic)
    console.report(findings)
    for rank, key in enumerate(found[:number], start=1):
        main = key.entries[0] if key.entries else None
        if as_json:
            row = {
                "rank": rank,
                "date": key.day.isoformat(),
                "score": key.score,
                "reports": key.reports,
                "entry": main.id if main else None,
                "headline": main.meta.title if main else None,
                "entries": [entry.id for entry in key.entries],
            }
            console.out.out(json.dumps(row), highlight=False)
        else:
            console.tell(f"{key.day}  {key.score:8.2f}  {main.meta.title if main else ''}".rstrip())
    raise typer.Exit(1 if findings else 0)


COMMANDS: dict[str, Callable[..., None]] = {"export": export, "key-dates": key_dates}
