"""What changed under a content folder since a revision, as git tells it.

Git is asked by its own program, never through a shell, and nothing is checked out: the old pages
come from `git cat-file`. What a revision is called goes to git as one argument, never an option.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError
from generator.settings import PAGE_LIMIT

_PLAIN = ("100644", "100755")
"""Modes of files; links and submodules have others, and are not read."""
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One file under the content folder that is not as it was."""

    path: str
    """Under the content folder: `entries/2025/2025-11-25-….md`."""
    before: str | None
    """Git's name of its old text; None where it is new, or was no plain file."""
    after: bool
    """Whether it is there now."""


def changed(content: Path, revision: str) -> tuple[Changed, ...]:
    """Return the files that differ from a revision, those that git does not know among them.

    Where the two have gone apart, it is the common ancestor that counts, as on a pull request.

    Raises:
        UsageError: the folder is in no git repository, or there is no such revision.

    """
    base = _base(content, revision)
    raw = _git(content, "diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff",
               "--relative", base, "--", ".")  # fmt: skip
    found = {one.path: one for one in _parsed(raw.split("\0"), content)}
    unknown = _git(content, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    for path in filter(None, unknown.split("\0")):
        known = found.get(path)
        found[path] = Changed(path=path, before=known.before if known else None, after=True)
    return tuple(found[path] for path in sorted(found))


def texts(content: Path, names: Sequence[str]) -> Mapping[str, bytes]:
    """Return old texts by git's names of them; what is longer than a page can be is cut."""
    if not names:
        return {}
    asked = "".join(f"{name}\n" for name in names).encode()
    out = _run(content, ("cat-file", "--batch"), asked)
    return dict(_blobs(out, names))


def naming(content: Path, words: Iterable[str]) -> frozenset[str]:
    """Return the pages under the content folder in which one of the words stands."""
    wanted = [part for word in words for part in ("-e", word)]
    if not wanted:
        return frozenset()
    command = ("grep", "-l", "-z", "-F", "-w", "--untracked", *wanted, "--", "*.md")
    found = _run(content, command, fine=(0, 1)).decode("utf-8", "surrogateescape")
    return frozenset(filter(None, found.split("\0")))


def _base(content: Path, revision: str) -> str:
    wanted = f"{revision}^{{commit}}"
    command = ("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    commit = _run(content, command, fine=(0, 1)).decode().strip()
    if not commit:
        raise UsageError(f"there is no revision {revision!r} in the repository of {content}")
    shared = _run(content, ("merge-base", commit, "HEAD"), fine=(0, 1, 128)).decode().split()
    return shared[0] if shared else commit


def _parsed(parts: Sequence[str], content: Path) -> Iterator[Changed]:
    """Read what `git diff --raw -z` prints: `:MODE MODE NAME NAME STATUS`, and the path."""
    for head, path in zip(parts[0::2], parts[1::2], strict=False):
        before, _, old, _, _ = head.removeprefix(":").split(" ")
        there = os.path.lexists(content / path)
        yield Changed(path=path, before=old if before in _PLAIN else None, after=there)


def _blobs(out: bytes, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    at = 0
    for name in names:
        end = out.index(b"\n", at)
        fields = out[at:end].split(b" ")
        at = end + 1
        if len(fields) == 3:  # else it is missing: a partial clone
            size = int(fields[2])
            yield name, out[at : at + min(size, PAGE_LIMIT + 1)]
            at += size + 1


def _git(content: Path, *command: str) -> str:
    return _run(content, command).decode("utf-8", "surrogateescape")


def _run(
    content: Path, command: Sequence[str], given: bytes = b"", fine: Sequence[int] = (0,)
) -> bytes:
    """Run git in the content folder and return what it prints."""
    try:
        done = subprocess.run(  # noqa: S603 -- no shell, and git as it is installed
            ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *command],  # noqa: S607
            cwd=content, input=given, capture_output=True, check=False,
            env={**os.environ, **_QUIET},
        )  # fmt: skip
    except OSError as error:
        raise UsageError(f"git is not to be had: {error.strerror}") from error
    if done.returncode not in fine:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it failed"]
        raise UsageError(f"git {command[0]}: {said[0]}")
    return done.stdout
