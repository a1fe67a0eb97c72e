"""Writes that leave old or new and never half, by one run at a time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.content.paths import LEDGER, safe_path
from generator.errors import UsageError

_PREFIX = ".dateline-"
_SUFFIX = ".part"


def replace_text(path: Path, text: str) -> None:
    """Write a file under a temporary name beside it, flush it to disk, and put it in place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{_PREFIX}{path.name}{_SUFFIX}")
    remove(part)
    try:
        with part.open("xb") as file:  # never through what lies there already
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            remove(part)
        raise


def sync_folder(folder: Path) -> None:
    """Flush a folder's names to disk, where the system can."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove(path: Path) -> None:
    """Take a file away; one that is gone already is no fault."""
    path.unlink(missing_ok=True)


def sweep(content: Path) -> None:
    """Take away what an interrupted run left under temporary names."""
    for folder, names, files in os.walk(content):
        names[:] = [name for name in names if name == LEDGER or not name.startswith(".")]
        for name in files:
            if name.startswith(_PREFIX) and name.endswith(_SUFFIX):
                remove(Path(folder, name))


@contextmanager
def locked(content: Path) -> Iterator[None]:
    """Hold the content folder for this run.

    Raises:
        UsageError: another run holds it; the message says which.

    """
    folder = safe_path(content, LEDGER)
    folder.mkdir(parents=True, exist_ok=True)
    holder = folder / "lock.holder"
    lock = FileLock(folder / "lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise UsageError(f"{content} is being written by {_said(holder)}; wait for it") from error
    try:
        replace_text(holder, json.dumps({"process": os.getpid()}) + "\n")
        yield
    finally:
        remove(holder)
        lock.release()


def _said(holder: Path) -> str:
    with suppress(OSError, ValueError, KeyError, TypeError):
        return f"process {int(json.loads(holder.read_text(encoding='utf-8'))['process'])}"
    return "another process"
