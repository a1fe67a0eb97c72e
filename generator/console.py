"""What the command prints: results on stdout, talk on stderr, and never a control character.

Text that comes from articles and pages is printed as text: no terminal escape and no markup of
rich in it takes effect.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from generator.errors import Finding

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def plain(text: str) -> str:
    """Return `text` with control and bidirectional characters made visible."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def say(text: str, style: str = "") -> None:
    """Print talk: a line on stderr."""
    err.print(Text(plain(text), style=style))


def tell(text: str, style: str = "") -> None:
    """Print a result: a line on stdout."""
    out.print(Text(plain(text), style=style))


def report(findings: tuple[Finding, ...]) -> None:
    """Print findings on stderr, each with its mend."""
    for finding in findings:
        say(str(finding), "yellow")


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar a stage on stderr where that is a terminal."""
    columns = (
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True) as bars:
        tasks = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done)

        yield advance


def print_findings(findings: tuple[Finding, ...], form: str) -> None:
    """Print findings on stdout as `text`, `json` (one object a line) or `github` annotations."""
    for finding in findings:
        match form:
            case "json":
                out.out(json.dumps(asdict(finding), sort_keys=True), highlight=False)
            case "github":
                out.out(_annotation(finding), highlight=False)
            case _:
                tell(str(finding))
    if form == "text":
        say(f"Findings: {len(findings) or 'none'}.", "bold")


def _annotation(finding: Finding) -> str:
    """Return a workflow command of GitHub Actions, its properties and message escaped."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    path = escaped(finding.path).replace(":", "%3A").replace(",", "%2C")
    message = f"{finding.field}: {finding.message}. {finding.fix}".removeprefix(": ").strip()
    return f"::error file={path},line={max(1, finding.line)},title={finding.code}::" + escaped(
        plain(message)
    )
