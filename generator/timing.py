"""Seconds of processor time by stage, for `--profile`: other work on the machine has no part."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


class Clock:
    """Adds up the seconds that stages take, in the order in which they first began."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done within to a stage."""
        began = time.process_time()
        try:
            yield
        finally:
            self.add({name: time.process_time() - began})

    def add(self, spent: Mapping[str, float]) -> None:
        """Count seconds that another process took."""
        for name, seconds in spent.items():
            self.spent[name] = self.spent.get(name, 0.0) + seconds
