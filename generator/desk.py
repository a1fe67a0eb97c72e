"""The commands of an editor's decisions; `cli` puts them beside its own."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from generator import console, pipeline, write
from generator.errors import UsageError
from generator.folders import Content, existing_content

Entry = Annotated[str, typer.Argument(help="Id of an entry, or its file.")]
Field = Annotated[
    str | None, typer.Argument(help="Only this field, as `dateline proposals` names it.")
]


def merge(
    entries: Annotated[
        list[str], typer.Argument(help="Entries that are one event; the first one stays.")
    ],
    *,
    content: Content = None,
) -> None:
    """Have one entry take up others; their ids redirect to it. `dateline split` takes it back.

    Example: dateline merge 2025-11-25-drones-strike-kyiv 2025-11-25-fires-in-kyiv
    """
    names = [Path(entry).stem for entry in entries]
    if len(names) < 2:
        raise UsageError("name two entries or more; the first one stays")
    folder = existing_content(content)
    gone = write.join(folder, names[0], names[1:], pipeline.recollected(folder))
    console.say(f"{names[0]} takes up {', '.join(gone)}", "bold")


def split(
    entry: Entry,
    reports: Annotated[list[str], typer.Argument(help="Reports that tell another event.")],
    *,
    content: Content = None,
) -> None:
    """Take reports out of an entry into one of their own. `dateline merge` takes it back.

    Example: dateline split 2025-11-25-drones-strike-kyiv 003-evening-post
    """
    folder = existing_content(content)
    name = write.part(folder, Path(entry).stem, reports, pipeline.recollected(folder))
    console.say(f"{', '.join(reports)} now tell {name}", "bold")


def rename(
    entry: Entry,
    new: Annotated[str, typer.Argument(metavar="NEW-ID", help="The id that it gets.")],
    *,
    content: Content = None,
) -> None:
    """Give an entry another id; the old one redirects to it. Renaming back takes it back.

    Example: dateline rename 2025-11-25-attack 2025-11-25-drones-strike-kyiv
    """
    old = write.rename(existing_content(content), Path(entry).stem, new)
    console.say(f"{old} is now {new}", "bold")


def withdraw(
    entry: Entry,
    *,
    reason: Annotated[str, typer.Option(help="Why, for readers of its page.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take the withdrawal back.")] = False,
    content: Content = None,
) -> None:
    """Withdraw an entry; its page stays and says why.

    Example: dateline withdraw 2025-11-25-drones-strike-kyiv --reason "The report was retracted."
    """
    folder, name = existing_content(content), Path(entry).stem
    if undo:
        write.reinstate(folder, name)
    else:
        write.withdraw(folder, name, reason)
    console.say(f"{name} is {'no longer ' if undo else ''}withdrawn", "bold")


def proposals(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
    content: Content = None,
) -> None:
    """List what the machine would write over people's edits.

    Example: dateline proposals --json
    """
    for name, wish in write.proposals(existing_content(content)):
        if as_json:
            row = {"id": name, "field": wish.field, "yours": wish.yours, "machine": wish.machine}
            console.out.out(json.dumps(row), highlight=False)
        else:
            console.tell(
                f"{name}: {wish.field}\n"
                f"  yours:   {_whole(wish.yours)}\n  machine: {_whole(wish.machine)}"
            )


def _whole(value: object) -> str:
    """Show a value of a proposal, its later paragraphs under the first."""
    text = value if isinstance(value, str) else write.said(value)
    return textwrap.indent(text, " " * 11).lstrip()


Back = Annotated[bool, typer.Option("--undo", help="Take the last decision on it back.")]


def accept(
    entry: Entry, field: Field = None, *, undo: Back = False, content: Content = None
) -> None:
    """Write what the machine proposes to an entry into its page.

    Example: dateline accept 2025-11-25-drones-strike-kyiv title
    """
    _decide(write.accept, "taken", entry, field, undo=undo, content=content)


def refuse(
    entry: Entry, field: Field = None, *, undo: Back = False, content: Content = None
) -> None:
    """Keep what stands, and have the machine propose it no more.

    Example: dateline refuse 2025-11-25-drones-strike-kyiv title
    """
    _decide(write.refuse, "refused", entry, field, undo=undo, content=content)


def _decide(
    act: Callable[[Path, str, str | None], tuple[str, ...]],
    word: str,
    entry: str,
    field: str | None,
    *,
    undo: bool,
    content: Path | None,
) -> None:
    folder, name = existing_content(content), Path(entry).stem
    if undo:
        console.say(f"{name}: took back `{write.reconsider(folder, name)}`", "bold")
        return
    console.say(f"{name}: {word}: {', '.join(act(folder, name, field))}", "bold")


COMMANDS: dict[str, Callable[..., None]] = {
    "merge": merge,
    "split": split,
    "rename": rename,
    "withdraw": withdraw,
    "proposals": proposals,
    "accept": accept,
    "refuse": refuse,
}
