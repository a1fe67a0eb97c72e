"""Pages that people asked for, written whole: never half, and never through a link."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.content.paths import safe_path
from generator.errors import DatelineError, UsageError
from generator.write.files import locked, place_all, stage_all
from generator.write.standing import stand


def put(content: Path, texts: Mapping[str, str], *, new: bool = False) -> tuple[Path, ...]:
    """Write pages by their paths under the content folder; `new` ones stand nowhere yet.

    A page keeps the line ends of Windows that it has.

    Raises:
        UsageError: a page that should be new stands there already.

    """
    paths = {relative: safe_path(content, relative) for relative in texts}
    try:
        with locked(content):
            taken = [relative for relative, path in paths.items() if new and path.exists()]
            if taken:
                raise UsageError(f"{content.name}/{taken[0]} is there already")
            staged = {path: _as_is(path, texts[own]) for own, path in paths.items()}
            place_all(stage_all(staged))
    except OSError as error:
        raise DatelineError(f"could not write under {content}: {error}") from error
    return tuple(paths.values())


def put_seed(seeds: Path, name: str, text: str) -> Path:
    """Add an article to a folder of seeds, where none of that name stands yet.

    Raises:
        UsageError: one stands there.

    """
    path = safe_path(seeds, name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(f"{seeds.name}/{name} is there already") from error
    except OSError as error:
        raise DatelineError(f"could not write under {seeds}: {error}") from error
    return path


def taken(content: Path) -> set[str]:
    """Return every id that an entry of a content folder has or had."""
    return stand(content, ("entries",)).taken()


def _as_is(path: Path, text: str) -> str:
    windows = path.is_file() and b"\r\n" in path.read_bytes()
    return text.replace("\n", "\r\n") if windows else text
