"""Entries composed by several processes are those of one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from stories import ACQUITTAL, ENTITIES, GAZETTE, HERALD, OBSERVER, event, told, tree

from generator import workers
from generator.model import Event
from generator.write import composition, run, write

EVENTS = (event(GAZETTE, HERALD), event(ACQUITTAL), event(OBSERVER))


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have few events composed by processes, one event to each task."""
    monkeypatch.setattr(run, "MANY", 1)
    monkeypatch.setattr(composition, "_BATCH", 1)


def written(content: Path, jobs: int, events: Iterable[Event] = EVENTS) -> dict[str, bytes]:
    engine = workers.Processes(jobs) if jobs > 1 else None
    write(told(tuple(events)), ENTITIES, content, engine=engine)
    return tree(content)


@pytest.mark.usefixtures("processes")
def test_entries_are_the_same_bytes_with_any_number_of_processes(tmp_path: Path) -> None:
    found = [written(tmp_path / str(jobs), jobs) for jobs in (1, 2, 3)]

    assert sum(path.startswith("entries/") for path in found[0]) == len(EVENTS)
    assert found[0] == found[1] == found[2]


@pytest.mark.usefixtures("processes")
def test_entries_that_stand_and_were_edited_are_too(tmp_path: Path) -> None:
    for name, jobs in (("one", 1), ("two", 2)):
        written(tmp_path / name, 1, EVENTS[:2])
        for page in (tmp_path / name / "entries").glob("*/*.md"):
            page.write_text(page.read_text(encoding="utf-8") + "\nA word of my own.\n")
        written(tmp_path / name, jobs)

    assert tree(tmp_path / "one") == tree(tmp_path / "two")


@pytest.mark.usefixtures("processes")
def test_a_batch_whose_process_died_is_composed_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = written(tmp_path / "whole", 1)

    def dying(work: object, items: Iterable[object], *rest: object) -> Iterable[object]:
        return ((item, None) for item in items)

    monkeypatch.setattr(workers, "in_order", dying)

    assert written(tmp_path / "died", 2) == whole
