"""Work spread over processes: results in the order of the items, few of them at hand at a time.

Processes are spawned, not forked: the progress bar has a thread, and a fork beside threads may
hang. One that dies takes its pool with it, so the items then under way are tried one by one, each
alone in a process, and only those that kill theirs have no result.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")

AHEAD = 16
"""Items a worker that are under way or done before they are wanted: with 4, one long article held
up the other worker; each weighs some 20 kB."""

_given: list[Any] = []
"""What this process was given at its start, for all items; a task carries only its own item."""


def in_order(
    work: Callable[[S, T], R],
    items: Iterable[T],
    given: S,
    known: Callable[[T], R | None],
    jobs: int,
) -> Iterator[tuple[T, R | None]]:
    """Yield each item with what is made of it, in order; None where its process died.

    `given` goes to each process once; an item whose result is `known` is not worked on.
    """
    if jobs == 1:
        for item in items:
            result = known(item)
            yield item, work(given, item) if result is None else result
        return
    start = partial(
        ProcessPoolExecutor, mp_context=get_context("spawn"), initializer=_take, initargs=(given,)
    )
    pool = start(jobs)
    waiting: deque[tuple[T, Future[R | None]]] = deque()
    try:
        for item in items:
            result = known(item)
            waiting.append((item, _submit(pool, work, item) if result is None else _done(result)))
            while len(waiting) > AHEAD * jobs or (waiting and waiting[0][1].done()):
                if _is_broken(waiting[0][1]):
                    waiting = _one_by_one(work, waiting, start)
                    pool.shutdown(wait=False)
                    pool = start(jobs)
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            if _is_broken(waiting[0][1]):
                waiting = _one_by_one(work, waiting, start)
            first, future = waiting.popleft()
            yield first, future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _take(given: Any) -> None:
    _given[:] = [given]


def _do(work: Callable[[S, T], R], item: T) -> R:
    return work(_given[0], item)


def _submit(pool: ProcessPoolExecutor, work: Callable[[S, T], R], item: T) -> Future[R | None]:
    try:
        return pool.submit(_do, work, item)
    except BrokenExecutor as error:
        broken: Future[R | None] = Future()
        broken.set_exception(error)
        return broken


def _done(result: R | None) -> Future[R | None]:
    future: Future[R | None] = Future()
    future.set_result(result)
    return future


def _is_broken(future: Future[Any]) -> bool:
    return isinstance(future.exception(), BrokenExecutor)


def _one_by_one(
    work: Callable[[S, T], R],
    waiting: Iterable[tuple[T, Future[R | None]]],
    start: Callable[[int], ProcessPoolExecutor],
) -> deque[tuple[T, Future[R | None]]]:
    """Return the same items with results; those that were lost are tried alone."""
    found: deque[tuple[T, Future[R | None]]] = deque()
    pool = start(1)
    for item, future in waiting:
        again = _submit(pool, work, item) if _is_broken(future) else future
        if _is_broken(again):
            pool.shutdown(wait=False)
            pool = start(1)
            again = _done(None)
        found.append((item, again))
    pool.shutdown(wait=False)
    return found
