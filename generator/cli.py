"""Parse arguments, call, print, exit code: 0 clean, 1 findings, 2 broken use (see `start`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from generator import (
    __version__,
    clean,
    console,
    desk,
    exports,
    generating,
    new,
    pipeline,
    publishing,
    read,
    review,
    show,
    write,
)
from generator.errors import Finding, UsageError
from generator.folders import Content, content_folder, existing_content
from generator.reading import as_found, understand

app = typer.Typer(
    name="dateline",
    help="Make a curated chronology from news reports, and publish it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command("read")
def read_command(
    files: Annotated[
        list[Path], typer.Argument(help="Articles, or a corpus (.jsonl).", metavar="FILE")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
    content: Content = None,
) -> None:
    """Show what Dateline reads in an article: title, dates, names, figures, events.

    Example: dateline read seeds/report.md --json
    """
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise UsageError(f"no such file: {', '.join(missing)}")
    registry = pipeline.registry_of(content_folder(content))
    found: list[Finding] = []
    for path in files:
        is_corpus = path.suffix == ".jsonl"
        articles, problems = read.read_corpus(path) if is_corpus else read.read(path)
        found.extend(problems)
        for article in articles:
            whole = understand(article, registry, as_found if is_corpus else clean.clean)
            found.extend(whole.findings)
            if as_json:
                line = show.as_json(whole.reading, whole.registry)
                sys.stdout.write(json.dumps(line) + "\n")
            else:
                show.show(whole.reading, whole.registry)
    console.report(tuple(found))
    raise typer.Exit(1 if found else 0)


app.command()(generating.generate)


@app.command()
def explain(
    entry: Annotated[str, typer.Argument(help="Id of an entry, or its file.", metavar="ENTRY")],
    *,
    content: Content = None,
) -> None:
    """Trace each field of an entry back to the words of its sources.

    Example: dateline explain 2025-11-25-drone-attack-kills-three-in-taganrog
    """
    console.tell(str(write.explain(Path(entry).stem, existing_content(content))))


for _part in (review, desk, exports, publishing):
    for _name, _command in _part.COMMANDS.items():
        app.command(_name)(_command)
app.add_typer(new.app)


def _print_version(wanted: bool) -> None:
    if wanted:
        console.tell(f"dateline {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version."),
]


@app.callback()
def options(*, version: Version = False) -> None:
    """Make a curated chronology from news reports, and publish it."""
