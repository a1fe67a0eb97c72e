"""The few errors, and the findings that a run reports instead of stopping.

    DatelineError          exit code 2, printed as one line
    └── UsageError         the command, its options or the configuration are wrong

Anything wrong with one article or one page is a `Finding`: the run goes on.
"""

from __future__ import annotations

from dataclasses import dataclass


class DatelineError(Exception):
    """A fault that ends the command with one clear line."""


class UsageError(DatelineError):
    """The command line or the configuration asks for what cannot be done."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong in one file, and how to mend it."""

    path: str
    """Relative to the content or seeds folder's parent, with forward slashes."""
    line: int
    """1-based; 0 for the whole file."""
    field: str
    """Front matter key, dotted for nested ones (`sources.0.quotes.1`), or empty."""
    code: str
    """Stable: `E012`. Each code is described in the documentation."""
    message: str
    """What is wrong, with the value quoted."""
    fix: str = ""
    """What to write instead."""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        name = f" {self.field}:" if self.field else ""
        text = printable(f"{where}:{name} {self.message} [{self.code}]")
        return f"{text}\n    {printable(self.fix)}" if self.fix else text


def printable(text: str, *, but: str = "") -> str:
    """Make control and bidirectional characters visible, but for some that may stand.

    What comes from without, even the name of a file, can hold commands to a terminal or to CI.
    """
    return "".join(c if c.isprintable() or c in but else "\N{REPLACEMENT CHARACTER}" for c in text)
