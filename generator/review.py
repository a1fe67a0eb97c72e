"""The commands that judge and show what people changed; `cli` puts them beside its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import changes, check, console, read
from generator.errors import UsageError
from generator.folders import Content, existing_content


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"


def _named(paths: list[Path], content: Path) -> tuple[str, ...]:
    """Return files and folders as findings name them.

    Raises:
        UsageError: one of them does not exist.
    """
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise UsageError(f"no such file: {', '.join(missing)}")
    return tuple(check.shown(path, content) for path in paths)


def _lies_in(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place or path.startswith(f"{place}/") for place in places)


def check_pages(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Only what is in these.", metavar="PATH")
    ] = None,
    *,
    content: Content = None,
    seeds: Annotated[Path, typer.Option(help="Folder of articles, to check quotes.")] = Path(
        "seeds"
    ),
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.text,
    since: Annotated[
        str | None, typer.Option(help="Only what changed since this revision.", metavar="REV")
    ] = None,
) -> None:
    """Check every page of the chronology and list all that is wrong, with its mend.

    Example: dateline check --since main --format github
    """
    folder = existing_content(content)
    texts = read.Texts(seeds)
    only = None if since is None else check.since(folder, since)
    findings = check.check(folder, texts=texts.get, only=only, reports=texts.ids if only else ())
    if paths:
        places = _named(paths, folder)
        findings = tuple(finding for finding in findings if _lies_in(finding.path, places))
    console.print_findings(findings, form.value)
    raise typer.Exit(1 if findings else 0)


def diff(
    base: Annotated[str, typer.Argument(help="What to compare with.", metavar="REV")],
    *,
    content: Content = None,
) -> None:
    """Say what changed in the chronology since a revision, as Markdown for a pull request.

    Example: dateline diff origin/main > comment.md
    """
    sys.stdout.write(changes.markdown(changes.changes(existing_content(content), base)))


COMMANDS: dict[str, Callable[..., None]] = {"check": check_pages, "diff": diff}
