"""What is made of single entries and stands in many files: made once, and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeVar

from generator.content.before import Before
from generator.site.making import spread

_LIGHT = 0.1
"""How much of a page's work it is to make one."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)
R = TypeVar("R")


def once(
    before: Before, items: Sequence[T], digests: Mapping[str, bytes], make: Callable[[T], R]
) -> dict[str, R]:
    """Return what is made of each item, by id; digests tell what it is made from."""
    missing = [item for item in items if not before.has(item.id, digests[item.id])]
    fresh = spread(make, missing, weigh=lambda _: _LIGHT)
    found = dict(zip((item.id for item in missing), fresh, strict=True))
    taken = {
        item.id: before.take(item.id, digests[item.id], partial(found.get, item.id))
        for item in items
    }
    before.keep()  # at once: this process may be one that ends before the build does
    return taken
