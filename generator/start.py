"""Where the command begins: it loads what one command needs and nothing else.

A check of what changed takes a few tenths of a second, of which loading the stages, the site and
the language model's packages would be most; a site is made without the stages that read articles.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

import typer

from generator import console
from generator.errors import DatelineError


def main() -> None:
    """Run the command; an error of ours is one line on stderr and exit code 2."""
    gc.disable()  # modules are held to the end
    app = app_of(sys.argv[1:])
    gc.enable()
    try:
        app()
    except DatelineError as error:
        console.say(f"dateline: {error}", "bold red")
        sys.exit(2)
    finally:
        gc.freeze()  # all is let go now; to look for garbage first took 0.8 s of 10,000 entries


def app_of(arguments: Sequence[str]) -> typer.Typer:
    """Return the commands among which the one asked for is."""
    match arguments[:1]:
        case ["check" | "diff"]:
            from generator.review import COMMANDS
        case ["export" | "key-dates"]:
            from generator.exports import COMMANDS
        case ["build" | "serve" | "stage"]:
            from generator.publishing import COMMANDS
        case ["generate"]:
            from generator.generating import COMMANDS
        case _:
            from generator.cli import app

            return app
    alone = typer.Typer(
        name="dateline", add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
    )
    for name, command in COMMANDS.items():
        alone.command(name)(command)
    alone.callback()(lambda: None)  # without one, Typer takes a single command for all there is
    return alone
