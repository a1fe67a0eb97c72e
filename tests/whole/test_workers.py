"""Work spread over processes."""

from __future__ import annotations

import os
import threading
from multiprocessing import forkserver

import pytest

from generator import reading, workers


def squared(by: int, number: int) -> int:
    if number == 13:
        os._exit(1)
    if number == 99:
        raise ValueError("no")
    return number * number * by


def engine(jobs: int) -> workers.Engine | None:
    return workers.Processes(jobs) if jobs > 1 else None


class Unsent:
    """What cannot be sent to another process."""

    def __reduce__(self) -> str:
        raise TypeError


def named(_: Unsent, number: int) -> str:
    return f"no. {number}"


def nothing(number: int) -> None:
    return None


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    numbers = list(range(100, 180))

    found = list(workers.in_order(squared, numbers, 2, nothing, engine(jobs)))

    assert found == [(n, n * n * 2) for n in numbers]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_known_is_not_worked_on(jobs: int) -> None:
    def known(number: int) -> int | None:
        return -1 if number in (13, 99) else None

    found = dict(workers.in_order(squared, [3, 13, 4, 99], 1, known, engine(jobs)))

    assert found == {3: 9, 13: -1, 4: 16, 99: -1}


def test_items_are_taken_as_they_are_wanted() -> None:
    taken: list[int] = []

    def endless() -> object:
        number = 100
        while True:
            taken.append(number)
            yield number
            number += 1

    stream = workers.in_order(squared, endless(), 1, nothing, engine(2))  # type: ignore[arg-type]
    first = next(stream)
    stream.close()  # type: ignore[attr-defined]

    assert first == (100, 10_000)
    assert len(taken) <= 2 * workers.AHEAD + 1


def test_an_item_that_kills_its_process_has_no_result_and_the_others_have() -> None:
    numbers = [*range(5), 13, *range(20, 40), 13, *range(40, 60)]

    found = list(workers.in_order(squared, numbers, 1, nothing, engine(2)))

    assert found == [(n, None if n == 13 else n * n) for n in numbers]


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(ValueError, match="no"):
        list(workers.in_order(squared, [1, 99], 1, nothing, engine(2)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_forked_processes_begin_with_what_cannot_be_sent(jobs: int) -> None:
    found = list(workers.in_order(named, range(50), Unsent(), nothing, workers.forked(jobs)))

    assert found == [(number, f"no. {number}") for number in range(50)]


def test_nothing_is_forked_for_one_processor_or_beside_threads() -> None:
    stop = threading.Event()
    beside = threading.Thread(target=stop.wait)
    beside.start()
    try:
        assert workers.forked(2) is None
    finally:
        stop.set()
        beside.join()
    assert workers.forked(1) is None
    assert workers.processors() >= 1


@pytest.mark.skipif(workers.BESIDE != "forkserver", reason="processes are spawned here")
def test_processes_begin_with_the_language_model_loaded_once_for_all() -> None:
    forkserver._forkserver._stop()  # one that runs has loaded what it has
    workers.prepare()
    try:
        found = list(workers.in_order(loaded, range(4), 0, nothing, engine(2)))
    finally:
        forkserver._forkserver._stop()
        forkserver.set_forkserver_preload([])

    assert found == [(number, 1) for number in range(4)]


def loaded(_: int, number: int) -> int:
    return reading.language_model.cache_info().currsize
