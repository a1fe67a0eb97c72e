"""Texts that are made when they are asked for, and a key of all that each is made from.

A page of which nothing changed need not be made, and whether anything did is told by the very
values that its template is given: what a template cannot see is not on the page. A value of a sort
that is not known here is refused, so that no part of a page can be forgotten.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from markupsafe import Markup

from generator.site.maps import SmallMaps, Wanted
from generator.site.rows import Row

_FUNCTIONS = (type(lambda: None), type(cache(lambda: None)))
_PLAIN = (bool, int, float, dt.date, type(None))


class Later:
    """A text that is made when it is asked for."""

    __slots__ = ("key", "made")

    def __init__(self, key: bytes, made: Callable[[], str]) -> None:
        self.key = key
        """The same for the same text, and for another one another."""
        self.made = made
        """Make it, at each call anew."""


class Digests:
    """Digests of what templates are given: equal for what they write alike, and for nothing else.

    A row stands on some ten pages, and is told once.
    """

    def __init__(self, maps: SmallMaps) -> None:
        self._maps = maps
        self._rows: dict[int, str] = {}
        self._held: list[Row] = []
        """The rows that were told: while they are there, no other has their number."""
        self._wanted: dict[Wanted, str] = {}

    def of(self, *values: object) -> bytes:
        """Return the digest of values in their order."""
        out: list[str] = []
        self._tell_all(values, out)
        return bytes(_digest(out).digest())

    def _tell_all(self, values: Sequence[object], out: list[str]) -> None:
        out.append(f"({len(values)} ")
        rows = self._rows
        for value in values:
            if type(value) is Row:
                out.append(rows.get(id(value)) or self._row(value))
            else:
                self._tell(value, out)

    def _tell(self, value: Any, out: list[str]) -> None:
        """Add to a list the text of a value; none is the beginning of another's."""
        kind = type(value)
        if kind is str:
            out.append(f"{len(value)}:{value}")
        elif kind in _PLAIN:
            out.append(f"{kind.__name__} {value!r};")
        elif kind in (tuple, list):
            self._tell_all(value, out)
        elif kind is Row:
            out.append(self._rows.get(id(value)) or self._row(value))
        elif kind is Markup:
            out.append(f"html {len(value)}:{value}")
        elif kind is Wanted:
            out.append(self._map(value))
        elif is_dataclass(value):
            out.append(f"{kind.__module__}.{kind.__qualname__} ")
            self._tell_all(_parts(value), out)
        elif kind in _FUNCTIONS:  # its code goes with the program
            out.append(f"{value.__module__}.{value.__qualname__};")
        elif isinstance(value, Enum):
            out.append(f"{kind.__qualname__}.{value.name};")
        elif isinstance(value, Mapping):
            self._tell_all([part for pair in value.items() for part in pair], out)
        else:
            raise TypeError(f"a template is given {kind.__qualname__}, which has no digest")

    def _row(self, row: Row) -> str:
        out: list[str] = []
        self._tell_all(_parts(row), out)
        self._held.append(row)
        told = self._rows[id(row)] = f"row {_digest(out).hexdigest()};"
        return told

    def _map(self, wanted: Wanted) -> str:
        """Tell a map with all that it is drawn from."""
        if wanted not in self._wanted:
            facts = repr(self._maps.facts(wanted))
            self._wanted[wanted] = f"map {len(facts)}:{facts}"
        return self._wanted[wanted]


def _digest(out: Iterable[str]) -> Any:
    return hashlib.blake2b("".join(out).encode("utf-8", "surrogatepass"), digest_size=16)


def _parts(value: Any) -> tuple[object, ...]:
    kind: type[Any] = type(value)
    return tuple(getattr(value, name) for name in _names(kind))  # type: ignore[arg-type]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
