"""Write prepared events once, over and over: what the tests kill in the middle of it."""

from __future__ import annotations

import sys
from pathlib import Path

from stories import ACQUITTAL, ENTITIES, GAZETTE, HERALD, OBSERVER, event, told

from generator.model import Event
from generator.write import write

BEFORE = (event(GAZETTE), event(OBSERVER, title="Streets dry"))
AFTER = (
    event(GAZETTE, OBSERVER, title="Flood kills three"),
    event(ACQUITTAL, title="Banker acquitted"),
    event(HERALD, title="Four dead"),
)


def run(content: Path, events: tuple[Event, ...]) -> None:
    write(told(events), ENTITIES, content)


if __name__ == "__main__":
    print("ready", flush=True)  # noqa: T201 -- the moment to kill counts from here
    run(Path(sys.argv[1]), AFTER)
