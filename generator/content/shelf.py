"""Values that are wanted later, in a temporary file and not in memory."""

from __future__ import annotations

import os
import pickle
from array import array
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from tempfile import TemporaryFile
from typing import Generic, TypeVar, overload
from weakref import finalize

T = TypeVar("T")


class Rows:
    """Bytes in a temporary file without a name, found by where they begin and how long they are.

    Processes that are forked share the place that a file was read to last: so it is not used.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile(buffering=0)  # noqa: SIM115 -- closed with what holds it
        finalize(self, self._file.close)

    def add(self, row: bytes) -> int:
        """Put bytes away; return where they begin."""
        start = self._file.seek(0, os.SEEK_END)
        while row:
            row = row[self._file.write(row) :]
        return start

    def read(self, start: int, size: int) -> bytes:
        """Return bytes by their beginning and length."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)  # on Windows, where nothing is forked
        return self._file.read(size)


class Shelf(Sequence[T], Generic[T]):
    """Values in the order in which they came; each is made again when it is asked for.

    The file has no name, so that what is pickled in it can only be this process's own.
    """

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._rows = Rows()
        self._starts = array("Q", [0])
        for value in values:
            self.add(value)

    def add(self, value: T) -> int:
        """Put a value away; return its number."""
        row = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._rows.add(row)
        self._starts.append(self._starts[-1] + len(row))
        return len(self) - 1

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        start, end = self._starts[at], self._starts[at + 1]
        value: T = pickle.loads(self._rows.read(start, end - start))  # noqa: S301 -- put above
        return value

    def __len__(self) -> int:
        return len(self._starts) - 1


class Shelved(MutableMapping[str, T], Generic[T]):
    """Values by name, sorted; only the names are held, and each value is made again when asked for.

    So what is done to a value that was taken out does not change what is kept.
    """

    def __init__(self) -> None:
        self._values = Shelf[T]()
        self._numbers: dict[str, int] = {}

    def __getitem__(self, name: str) -> T:
        return self._values[self._numbers[name]]

    def __setitem__(self, name: str, value: T) -> None:
        self._numbers[name] = self._values.add(value)

    def __delitem__(self, name: str) -> None:
        del self._numbers[name]

    def __contains__(self, name: object) -> bool:
        return name in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._numbers))

    def __len__(self) -> int:
        return len(self._numbers)
