"""What the command prints: results on stdout, talk on stderr, and never a control character.

Text that comes from articles and pages is printed as text: no terminal escape and no markup of
rich in it takes effect.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from generator.errors import Finding, printable

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def plain(text: str) -> str:
    """Return `text` with control and bidirectional characters made visible."""
    return printable(text, but="\n")


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


def say_seconds(spent: Mapping[str, float], articles: int, again: int, wall: float) -> None:
    """Print on stderr the processor time of each stage, of all processes together."""
    for stage, seconds in spent.items():
        rate = f"{articles / seconds:>14,.1f} articles/s" if seconds and articles else ""
        say(f"{stage:<10}{seconds:>10.2f} s{rate}")
    say(f"{'by the clock':<10}{wall:>8.2f} s{articles / max(wall, 1e-9):>14,.1f} articles/s")
    say(f"{articles:,} articles, {again:,} of them unchanged since they were last read")


class Rate(ProgressColumn):
    """Items a second."""

    def render(self, task: Task) -> Text:
        """Return the speed of the last seconds."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f}/s" if speed else "")


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar a stage on stderr where that is a terminal."""
    columns = (
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True) as bars:
        tasks = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

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

    path = escaped(plain(finding.path)).replace(":", "%3A").replace(",", "%2C")
    message = f"{finding.field}: {finding.message}. {finding.fix}".removeprefix(": ").strip()
    return f"::error file={path},line={max(1, finding.line)},title={finding.code}::" + escaped(
        plain(message)
    )
