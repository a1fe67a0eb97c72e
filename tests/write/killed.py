"""Runs and decisions on prepared events: what the tests kill in the middle."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from stories import ACQUITTAL, ENTITIES, GAZETTE, HERALD, OBSERVER, event, told

from generator.model import Event
from generator.write import join, part, rename, write

FLOOD = "2024-09-17-flood-kills-people-in-ostrava"
STREETS = "2024-09-17-streets-dry"
BEFORE = (event(GAZETTE, HERALD), event(OBSERVER, title="Streets dry"))
AFTER = (
    event(GAZETTE, OBSERVER, title="Flood kills three"),
    event(ACQUITTAL, title="Banker acquitted"),
    event(HERALD, title="Four dead"),
)


def run(content: Path, events: tuple[Event, ...]) -> None:
    write(told(events), ENTITIES, content)


ACTS: dict[str, Callable[[Path], object]] = {
    "generate": lambda content: run(content, AFTER),
    "rename": lambda content: rename(content, FLOOD, "2024-09-17-great-flood"),
    "merge": lambda content: join(content, FLOOD, [STREETS], told(BEFORE)),
    "split": lambda content: part(content, FLOOD, ["herald"], told(BEFORE)),
}


if __name__ == "__main__":
    print("ready", flush=True)  # noqa: T201 -- the moment to kill counts from here
    ACTS[sys.argv[1]](Path(sys.argv[2]))
