"""Work on a Dask cluster: one that is there, or one of this machine's processes.

What all items need goes to each worker once, and to each that comes later when it comes. Dask tries
the items of a worker that died again on others; one that kills every worker it comes to is tried
alone in the end, as on one machine. This module is loaded by those alone who ask for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import dask
from distributed import Client, KilledWorker, LocalCluster, WorkerPlugin, wait

from generator import workers
from generator.content.kept import program
from generator.errors import DatelineError, UsageError
from generator.workers import Promise

WAIT = "distributed.comm.timeouts.connect"
"""Dask's setting of how long a scheduler is waited for; its first worker is for as long."""
LOOK = 2
"""Seconds after which it is looked whether there still are workers."""
PATIENCE = 60
"""Seconds after which a cluster whose last worker is gone has none."""


class _Given(WorkerPlugin):  # type: ignore[misc]
    """Gives each worker, now or when it comes, what all items of a run need."""

    def __init__(self, run: str, given: Any) -> None:
        self.name = run
        self._given = given

    def setup(self, worker: Any) -> None:
        """Keep it in the worker's process."""
        workers.take(self.name, self._given)

    def teardown(self, worker: Any) -> None:
        """Let go of it."""
        workers.leave(self.name)


class _Awaited:
    """A result to come from a cluster whose workers may all be gone."""

    def __init__(self, future: Any, revive: Callable[[], None]) -> None:
        self.future = future
        self._revive = revive

    def done(self) -> bool:
        """Whether it is there."""
        return bool(self.future.done())

    def result(self) -> Any:
        """Wait for it; an error of the work is raised."""
        self._wait()
        return self.future.result()

    def exception(self) -> BaseException | None:
        """Wait for it, and return the error that there is instead."""
        self._wait()
        error: BaseException | None = self.future.exception()
        return error

    def _wait(self) -> None:
        while not self.done():
            with suppress(TimeoutError):
                wait(self.future, timeout=LOOK)
                return
            self._revive()


class Cluster:
    """The workers of a Dask cluster, or of one of this machine's own."""

    def __init__(self, client: Any, local: Any = None) -> None:
        self._client = client
        self._local = local
        self._run = f"dateline-{client.id}"
        self.workers = len(client.nthreads())

    def start(self, given: Any) -> None:
        """Give to each worker what all items need."""
        self._client.register_plugin(_Given(self._run, given))

    def submit(self, work: Callable[[Any, Any], Any], item: Any) -> Promise:
        """Have one item worked on."""
        future = self._client.submit(workers.do, work, self._run, item, pure=False)
        return _Awaited(future, self._revive)

    def is_lost(self, promise: Promise) -> bool:
        """Return whether every worker died that Dask tried it on."""
        return isinstance(promise.exception(), KilledWorker)

    def renew(self, workers: int | None = None) -> None:
        """Leave it to Dask, which begins workers anew."""

    def stop(self) -> None:
        """Have the workers forget the run."""
        self._client.unregister_worker_plugin(self._run)

    def _revive(self) -> None:
        """Begin anew on this machine where no worker is left; wait for others elsewhere.

        Dask does not begin a worker anew that died before it had quite begun.
        """
        if self._client.nthreads():
            return
        if self._local is not None:
            self._local.scale(len(self._local.worker_spec) + self.workers)
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise DatelineError(
                "the cluster has no worker left: start it, and run again"
            ) from error


@contextmanager
def cluster(scheduler: str | None, count: int) -> Iterator[Cluster]:
    """Join the cluster of a scheduler, or make one of so many processes of this machine."""
    if scheduler is not None:
        with _joined(scheduler) as client:
            yield Cluster(client)
        return
    local = LocalCluster(
        n_workers=count,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.ERROR,
    )
    with local, Client(local) as client:
        yield Cluster(client, local)


@contextmanager
def _joined(scheduler: str) -> Iterator[Any]:
    try:
        client = Client(scheduler)  # waits for as long as Dask is set to
    except (OSError, ValueError) as error:
        raise UsageError(f"there is no scheduler at {scheduler}: {error}") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=dask.config.get(WAIT))
            found = client.run(program)
        except TimeoutError as error:
            raise UsageError(f"the scheduler at {scheduler} has no workers") from error
        except ImportError as error:
            raise UsageError(f"the workers have no Dateline: {error}") from error
        others = sorted(worker for worker, theirs in found.items() if theirs != program())
        if others:
            message = "has another Dateline, Python or package than this machine"
            raise UsageError(f"{others[0]} {message}, and would read articles otherwise")
        yield client
