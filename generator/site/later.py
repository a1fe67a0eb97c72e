"""Texts that are made when they are asked for, and a key of all that each is made from.

A page of which nothing changed need not be made, and whether anything did is told by the very
values that its template is given: what a template cannot see is not on the page. A value of a sort
that is not known here is refused, so that no part of a page can be forgotten.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
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
        self._rows: dict[int, tuple[Row, str]] = {}
        self._wanted: dict[Wanted, str] = {}

    def of(self, *values: object) -> bytes:
        """Return the digest of values in their order."""
        return bytes.fromhex(_digest(values, self._apart))

    def _apart(self, value: object) -> str | None:
        """Tell what stands for more than itself, or has been told before."""
        if type(value) is Row:
            found = self._rows.get(id(value))
            if found is None:
                found = self._rows[id(value)] = (
                    value,
                    _digest(_parts(value)),
                )  # held, so that its id stays its own
            return found[1]
        if type(value) is Wanted:
            if value not in self._wanted:
                self._wanted[value] = _said(repr(self._maps.facts(value)))
            return self._wanted[value]
        return None


def _digest(value: object, apart: Callable[[object], str | None] = lambda _: None) -> str:
    out: list[str] = []
    _tell(value, out, apart)
    return hashlib.blake2b(
        "".join(out).encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()


def _tell(value: Any, out: list[str], apart: Callable[[object], str | None]) -> None:
    """Add to a list the text of a value; none is the beginning of another's."""
    kind = type(value)
    if kind is str:
        out.append(_said(value))
    elif kind in _PLAIN:
        out.append(f"{kind.__name__} {value!r};")
    elif kind in (tuple, list):
        out.append(f"({len(value)} ")
        for item in value:
            _tell(item, out, apart)
    elif kind is Markup:
        out.append(f"html {_said(str(value))}")
    elif (told := apart(value)) is not None:
        out.append(f"{kind.__name__} {told};")
    elif is_dataclass(value):
        out.append(f"{kind.__module__}.{kind.__qualname__} ")
        _tell(_parts(value), out, apart)
    elif kind in _FUNCTIONS:  # its code goes with the program
        out.append(f"{value.__module__}.{value.__qualname__};")
    elif isinstance(value, Enum):
        out.append(f"{kind.__qualname__}.{value.name};")
    elif isinstance(value, Mapping):
        _tell([part for pair in value.items() for part in pair], out, apart)
    else:
        raise TypeError(f"a template is given {kind.__qualname__}, which has no digest")


def _said(text: str) -> str:
    return f"{len(text)}:{text}"


def _parts(value: Any) -> tuple[object, ...]:
    kind: type[Any] = type(value)
    return tuple(getattr(value, name) for name in _names(kind))  # type: ignore[arg-type]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
