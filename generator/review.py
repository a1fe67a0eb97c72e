"""The commands that judge and show what people changed; `cli` puts them beside its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import changes, check, console
from generator.errors import UsageError
from generator.folders import Content, existing_content


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The pages that a command was asked to look at."""

    folder: Path
    """The content folder."""
    places: tuple[str, ...]
    """Files and folders as findings name them; none where all are meant."""
    only: frozenset[str] | None
    """Pages that changed, by their paths under the content folder; None where all are meant."""

    def takes(self, path: str) -> bool:
        """Whether a page is meant, by its path under the content folder."""
        return (self.only is None or path in self.only) and self.names(f"{self.folder.name}/{path}")

    def names(self, shown: str) -> bool:
        """Whether a path of a finding is among the files and folders that were named."""
        within = (shown == place or shown.startswith(f"{place}/") for place in self.places)
        return not self.places or any(within)


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
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what has one right answer, then check.")
    ] = False,
) -> None:
    """Check every page of the chronology and list all that is wrong, with its mend.

    Example: dateline check --since main --fix
    """
    folder = existing_content(content)
    texts, reports = _texts(seeds)
    missing = [str(path) for path in paths or () if not path.exists()]
    if missing:
        raise UsageError(f"no such file: {', '.join(missing)}")
    places = tuple(check.shown(path, folder) for path in paths or ())
    only = None if since is None else check.since(folder, since)
    chosen = Chosen(folder, places, only)
    if fix:
        _mend(chosen, texts)
    found = check.check(folder, texts=texts, only=only, reports=reports if since else ())
    findings = tuple(finding for finding in found if chosen.names(finding.path))
    console.print_findings(findings, form.value)
    raise typer.Exit(1 if findings else 0)


def _texts(seeds: Path) -> tuple[check.Texts, frozenset[str]]:
    """Return what finds the texts of reports, and the ids of those at hand."""
    if not seeds.is_dir():
        return (lambda _report: None), frozenset()
    from generator import read  # here: its readers take as long to load as a check of a few pages

    texts = read.Texts(seeds)
    return texts.get, texts.ids


def _mend(chosen: Chosen, texts: check.Texts) -> None:
    """Write what is mended, and say of each page what was done."""
    from generator import write

    changed: dict[str, str] = {}
    for path, mended in check.mends(chosen.folder, chosen.takes, texts):
        changed[path] = mended.text
        for said in mended.said:
            console.say(f"{chosen.folder.name}/{path}: {said}")
    if changed:
        write.put(chosen.folder, changed)
    console.say(f"Mended: {len(changed) or 'none'}.", "bold")


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
