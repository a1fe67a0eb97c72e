"""Articles at an address that fsspec knows: `s3://…`, `https://…`, `gs://…`.

The network is asked for nothing but what such an address names, and only a person gives one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, BinaryIO, cast

from generator import extras
from generator.errors import DatelineError, Finding, UsageError
from generator.read.findings import UNREADABLE, finding
from generator.read.sources import stem_of

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:::[A-Za-z][A-Za-z0-9+.-]+)*://")
_SECRET = re.compile(r"(?<=://)[^/@?#]*@|[?#].*", re.DOTALL)
"""Who signs in, and what follows a path: both may hold a key, and no message shows them."""


def is_remote(seeds: str) -> bool:
    """Whether articles are at an address, and not in a folder."""
    return bool(_SCHEME.match(seeds))


@dataclass(frozen=True, slots=True)
class Remote:
    """A file in a store."""

    name: str
    _store: Any = field(repr=False, compare=False)
    _path: str = field(repr=False)
    _listed: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """The paths of all files of the run by their names."""

    def open(self) -> BinaryIO | Finding:
        """Open a file, of which only as much is fetched as is read."""
        try:
            return cast(BinaryIO, self._store.open(self._path, "rb"))
        except Exception as error:  # noqa: BLE001 -- each store raises errors of its own
            message = f"the file cannot be opened: {type(error).__name__}: {_shown(str(error))}"
            return finding(self.name, UNREADABLE, message)

    def beside(self, ending: str) -> Remote | None:
        """Return a sidecar that was listed with the articles."""
        folder, slash, last = self.name.rpartition("/")
        name = f"{folder}{slash}{stem_of(last)}{ending}"
        path = self._listed.get(name)
        return None if path is None else Remote(name, self._store, path)


def find_remote(address: str) -> tuple[Remote, ...]:
    """Return the files at an address, of all folders under it, sorted."""
    fsspec = extras.load("fsspec", "remote", "an address")
    try:
        store, path = fsspec.url_to_fs(address)
        paths = _paths(store, path)
    except ImportError as error:
        raise UsageError(f"{_shown(address)} cannot be read: {error}") from error
    except DatelineError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {_shown(str(error))}"
        raise UsageError(f"{_shown(address)} cannot be read: {reason}") from error
    if not paths:
        raise UsageError(f"there is nothing at {_shown(address)} to read articles from")
    named = [(_shown(str(store.unstrip_protocol(one))), one) for one in sorted(paths)]
    listed = dict(named)
    return tuple(Remote(name, store, one, listed) for name, one in named)


def _paths(store: Any, path: str) -> list[str]:
    """List what is meant: a pattern, a file, or all that lies in a folder."""
    if "*" in path:
        return [one for one in store.glob(path) if store.isfile(one)]
    return [path] if store.isfile(path) else list(store.find(path))


def _shown(text: str) -> str:
    return _SECRET.sub("", text)
