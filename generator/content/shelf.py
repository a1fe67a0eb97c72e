"""Values that are wanted later, in a temporary file and not in memory."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from os import SEEK_END
from tempfile import TemporaryFile
from typing import Generic, TypeVar, overload
from weakref import finalize

T = TypeVar("T")


class Shelf(Sequence[T], Generic[T]):
    """Values in the order in which they came; each is made again when it is asked for.

    The file has no name, so that what is pickled in it can only be this process's own.
    """

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 -- closed with what holds it
        finalize(self, self._file.close)
        self._starts = array("Q", [0])
        for value in values:
            self.add(value)

    def add(self, value: T) -> int:
        """Put a value away; return its number."""
        row = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._file.seek(0, SEEK_END)
        self._file.write(row)
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
        self._file.seek(start)
        value: T = pickle.loads(self._file.read(end - start))  # noqa: S301 -- written above
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
