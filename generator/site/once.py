"""What is made of single entries or pages and goes into much else: made once, and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from generator.content.before import Before
from generator.spreading import spread

T = TypeVar("T")
R = TypeVar("R")

LIGHT = 0.2
"""How much of a page's work it is to make one."""


def once(
    before: Before,
    items: Mapping[str, T],
    digests: Mapping[str, bytes],
    make: Callable[[T], R],
    weigh: Callable[[T], float] = lambda _: LIGHT,
) -> dict[str, R]:
    """Return what is made of each item, by its name; digests tell what it is made from."""
    missing = {name: item for name, item in items.items() if not before.has(name, digests[name])}
    fresh = spread(make, [*missing.values()], weigh=weigh)
    found = dict(zip(missing, fresh, strict=True))
    taken = {name: before.take(name, digests[name], partial(found.get, name)) for name in items}
    before.keep()  # at once: this process may be one that ends before the build does
    return taken
