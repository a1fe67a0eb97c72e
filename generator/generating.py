"""The command `generate`; where nothing changed it loads neither the stages nor a model."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator import console, extras, workers
from generator.content.settled import Said, Settled
from generator.errors import UsageError
from generator.folders import Content, content_folder
from generator.timing import Clock

Jobs = Annotated[
    int, typer.Option(min=1, metavar="N", help="Worker processes; the result is the same.")
]
LOST = "E149"
"""Of an article that could not be read: it may be the next time."""


class Engine(StrEnum):
    """Where articles are read."""

    local = "local"
    dask = "dask"


def generate(
    seeds: Annotated[
        str,
        typer.Argument(help="Folder, file or address of articles: s3://…", metavar="SEEDS"),
    ] = "seeds",
    *,
    content: Content = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, write nothing.")
    ] = False,
    jobs: Jobs = 1,
    engine: Annotated[
        Engine, typer.Option(help="What the workers are: processes, or a Dask cluster's.")
    ] = Engine.local,
    scheduler: Annotated[
        str | None,
        typer.Option(
            help="Scheduler of the Dask cluster; without it, N workers here.", metavar="ADDRESS"
        ),
    ] = None,
    profile: Annotated[
        bool, typer.Option("--profile", help="Print what each stage takes.")
    ] = False,
) -> None:
    """Turn articles into entries; a person's edit is never overwritten.

    Example: dateline generate seeds --dry-run
    """
    if not (Path(seeds).exists() or _is_address(seeds)):
        raise UsageError(
            f"there is no folder of articles at {seeds}; name one: dateline generate DIR"
        )
    if scheduler is not None and engine is not Engine.dask:
        raise UsageError("--scheduler is the address of a Dask cluster; add --engine dask")
    folder, clock = content_folder(content), Clock()
    settled = None if dry_run or profile or engine is not Engine.local else Settled(seeds, folder)
    if settled and (said := settled.said()):
        _say(said)
    from generator import pipeline  # here: the stages take longer to load than all of the above

    began = time.monotonic()
    with _workers(engine, scheduler, jobs) as pool, console.progress_bar() as progress:
        outcome = pipeline.generate(
            seeds, folder, dry_run=dry_run, jobs=jobs, engine=pool, progress=progress, clock=clock
        )
    if outcome.summary.diff:
        console.tell(outcome.summary.diff)
    wrong = (*outcome.findings, *outcome.summary.findings, *outcome.summary.failed)
    said = Said(
        findings=tuple(map(str, outcome.findings)), summary=str(outcome.summary), wrong=bool(wrong)
    )
    lost = any(finding.code == LOST for finding in outcome.findings)
    if settled and not lost and (again := outcome.summary.again()) is not None:
        wrong = (*outcome.findings, *again.findings, *again.failed)
        settled.note(
            replace(said, summary=str(again), wrong=bool(wrong)), added=outcome.summary.added
        )
    if profile:
        seconds = time.monotonic() - began
        console.say_seconds(clock.spent, outcome.read, outcome.again, seconds)
    _say(said)


def _is_address(seeds: str) -> bool:
    from generator import read  # here: its readers take as long to load as a run that is settled

    return read.is_remote(seeds)


def _say(said: Said) -> NoReturn:
    """Print what a run says, and end with its exit code."""
    for finding in said.findings:
        console.say(finding, "yellow")
    console.say(said.summary, "bold")
    raise typer.Exit(1 if said.wrong else 0)


def _workers(
    engine: Engine, scheduler: str | None, jobs: int
) -> AbstractContextManager[workers.Engine | None]:
    if engine is Engine.local:
        return nullcontext()
    module = extras.load("generator.cluster", "dask", "--engine dask")
    found: AbstractContextManager[workers.Engine] = module.cluster(scheduler, jobs)
    return found


COMMANDS: dict[str, Callable[..., None]] = {"generate": generate}
