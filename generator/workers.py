"""Work spread over processes: results in the order of the items, few of them at hand at a time.

An engine has the processes: those of this machine, or a cluster's (`cluster.py`). When one dies,
the items then under way are tried one by one, each alone, and only those that kill theirs have no
result.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import forkserver, get_context, parent_process
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, Generic, Literal, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")

AHEAD = 16
"""Items a worker that are under way or done before they are wanted: with 4, one long article held
up the other worker; each weighs some 20 kB."""

MOST = 4
"""Forked processes: each holds what it changes of the chronology once more."""

Way = Literal["spawn", "fork", "forkserver"]
BESIDE: Way = "forkserver" if sys.platform == "linux" else "spawn"
"""How processes begin that have nothing of this one: on macOS no fork is safe."""

READERS = "generator.readers"
"""The module of what those that read articles begin with."""

_given: dict[str, Any] = {}
"""What this process was given for all items of a run; a task carries only its own item."""
_one_at_a_time = Lock()
"""A cluster's worker may have several threads, and what reads an article is made for one."""


class Promise(Protocol):
    """A result to come."""

    def done(self) -> bool:
        """Whether it is there."""

    def result(self) -> Any:
        """Wait for it; an error of the work is raised."""

    def exception(self) -> BaseException | None:
        """Wait for it, and return the error that there is instead."""


class Engine(Protocol):
    """Processes that items are worked on in."""

    workers: int

    def start(self, given: Any) -> None:
        """Give to each process, at once or when it begins, what all items need."""

    def submit(self, work: Callable[[Any, Any], Any], item: Any) -> Promise:
        """Have one item worked on."""

    def is_lost(self, promise: Promise) -> bool:
        """Wait, and return whether there is no result because a process died."""

    def renew(self, workers: int | None = None) -> None:
        """Make up for processes that died; `workers` is 1 for what is tried alone."""

    def stop(self) -> None:
        """End what is under way; nobody waits for it."""


def in_order(
    work: Callable[[S, T], R],
    items: Iterable[T],
    given: S,
    known: Callable[[T], R | None],
    engine: Engine | None,
) -> Iterator[tuple[T, R | None]]:
    """Yield each item with what is made of it, in order; None where its process died.

    `given` goes to each process once; an item whose result is `known` is not worked on. Without an
    engine the work is done here.
    """
    if engine is None:
        for item in items:
            result = known(item)
            yield item, work(given, item) if result is None else result
        return
    engine.start(given)
    waiting: deque[tuple[T, Promise]] = deque()
    try:
        for item in items:
            result = known(item)
            promise = engine.submit(work, item) if result is None else _done(result)
            waiting.append((item, promise))
            while len(waiting) > AHEAD * engine.workers or (waiting and waiting[0][1].done()):
                yield _first(engine, work, waiting)
        while waiting:
            yield _first(engine, work, waiting)
    finally:
        engine.stop()


def _first(
    engine: Engine, work: Callable[[S, T], R], waiting: deque[tuple[T, Promise]]
) -> tuple[T, R | None]:
    """Take the first result; where it was lost, try all that were lost anew."""
    if engine.is_lost(waiting[0][1]):
        _one_by_one(engine, work, waiting)
    item, promise = waiting.popleft()
    return item, promise.result()


def _one_by_one(
    engine: Engine, work: Callable[[S, T], R], waiting: deque[tuple[T, Promise]]
) -> None:
    """Try those that were lost, each alone, when all others are done."""
    lost = [engine.is_lost(promise) for _, promise in waiting]
    engine.renew(1)
    for at, (item, _) in enumerate(waiting):
        if lost[at]:
            again = engine.submit(work, item)
            if engine.is_lost(again):
                engine.renew(1)
                again = _done(None)
            waiting[at] = (item, again)
    engine.renew()


def _done(result: Any) -> Promise:
    future: Future[Any] = Future()
    future.set_result(result)
    return future


class Processes:
    """Processes of this machine.

    They are not forked from this one unless asked for: a progress bar has a thread, and a fork
    beside threads may hang. On Linux they are forked from a process beside it, which has loaded
    what `readers.py` says. One that dies takes its pool with it.
    """

    def __init__(self, workers: int, way: Way = BESIDE) -> None:
        self.workers = workers
        self._way = way
        self._given: Any = None
        self._pool: ProcessPoolExecutor | None = None

    def start(self, given: Any) -> None:
        """Begin a pool, whose processes begin with the first items."""
        self._given = given
        self.renew()

    def submit(self, work: Callable[[Any, Any], Any], item: Any) -> Promise:
        """Have one item worked on, which in a broken pool is lost at once."""
        assert self._pool is not None  # noqa: S101 -- `start` comes first
        try:
            return self._pool.submit(do, work, "", item)
        except BrokenExecutor as error:
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken

    def is_lost(self, promise: Promise) -> bool:
        """Return whether the pool broke."""
        return isinstance(promise.exception(), BrokenExecutor)

    def renew(self, workers: int | None = None) -> None:
        """Begin another pool."""
        self.stop()
        begin = _take_over if self._way == "fork" else take
        self._pool = ProcessPoolExecutor(
            workers or self.workers, get_context(self._way), begin, ("", self._given)
        )

    def stop(self) -> None:
        """End the pool."""
        if self._pool is not None:
            self._pool.shutdown(wait=self._way == "fork", cancel_futures=True)


def prepare() -> None:
    """Begin the process that others are forked from to read articles, unless it has begun."""
    if BESIDE == "forkserver":
        forkserver.set_forkserver_preload([READERS])
        forkserver.ensure_running()


def forked(workers: int | None = None) -> Processes | None:
    """Return processes that begin with all that this one holds, so that nothing is sent to them.

    None where there is one processor, where forking is not safe (macOS) or not known (Windows), or
    beside threads, such as those of a server; nor in a process that was forked itself, which works
    while this program does, and whose own ones nobody would end.
    """
    count = workers or min(processors(), MOST)
    if count < 2 or sys.platform != "linux" or threading.active_count() > 1 or parent_process():
        return None
    return Processes(count, "fork")


class Aside(Generic[R]):
    """Work that a forked process does while this one goes on."""

    def __init__(self, work: Callable[[], R]) -> None:
        fork = get_context("fork")
        self._told, tell = fork.Pipe(duplex=False)
        self._process = fork.Process(target=_tell, args=(work, tell))
        self._process.start()
        tell.close()  # so that nothing more is waited for when the process dies

    def result(self) -> R | None:
        """Wait for the result; None where the process died or the work failed."""
        found: R | None = None
        with suppress(EOFError):
            found = self._told.recv()
        self._process.join()
        return found

    def end(self) -> None:
        """End the process; nobody waits for it."""
        self._process.kill()
        self._process.join()


def _tell(work: Callable[[], Any], tell: Connection) -> None:
    """Tell the result of a work; an error comes up where the work is done again."""
    gc.freeze()  # as in `_take_over`
    try:
        tell.send(work())
    except BaseException:  # noqa: BLE001 -- an interrupt too: the other process says it
        raise SystemExit(1) from None


def aside(work: Callable[[], R]) -> Aside[R] | None:
    """Have work done aside, where processes can be forked."""
    return Aside(work) if forked() else None


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def take(run: str, given: Any) -> None:
    """Keep, in a process of an engine, what a run gives to all items."""
    _given[run] = given


def _take_over(run: str, given: Any) -> None:
    """Take in a forked process what a run gives, and leave the collector out of what it shares."""
    gc.freeze()  # it would copy page after page by looking at what is on it
    take(run, given)


def leave(run: str) -> None:
    """Forget what a run gave."""
    _given.pop(run, None)


def do(work: Callable[[S, T], R], run: str, item: T) -> R:
    """Work on one item, in a process of an engine."""
    with _one_at_a_time:
        return work(_given[run], item)
