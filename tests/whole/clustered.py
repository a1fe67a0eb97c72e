"""Work on a cluster of processes, one of which is killed: run by `test_cluster.py`.

python clustered.py generate SEEDS CONTENT WORKERS    # one is killed after the first result
python clustered.py work                              # one item kills each that works on it
python clustered.py gone                              # all are killed, and none begins anew
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path

from distributed import Client, LocalCluster, default_client
from distributed.core import Status

from generator import pipeline, workers
from generator.cluster import cluster


def squared(by: int, number: int) -> int:
    """Work that one number ends."""
    if number == 13:
        os._exit(1)
    return number * number * by


def nothing(number: int) -> None:
    """Know no result."""


def generate(seeds: str, content: str, count: str) -> None:
    """Join a cluster that is there, and kill one of its workers in the middle."""
    local = LocalCluster(
        n_workers=int(count),
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
    )
    killed: list[int] = []
    with local, Client(local) as client, cluster(local.scheduler_address, 0) as engine:
        alive = sorted(client.run(os.getpid).values())

        def kill(stage: str, done: int, total: int) -> None:
            if stage == "reading" and not killed:
                os.kill(alive[0], signal.SIGKILL)
                killed.append(done)

        outcome = pipeline.generate(seeds, Path(content), engine=engine, progress=kill)
        assert outcome.findings == (), outcome.findings
    print(f"killed one of {len(alive)} after {killed[0]} of {outcome.read}")  # noqa: T201


def work() -> None:
    """Have items worked on, one of which ends whoever does it."""
    numbers = [*range(3), 13, *range(20, 24)]
    with cluster(None, 2) as engine:
        found = list(workers.in_order(squared, numbers, 2, nothing, engine))
    print(found == [(n, None if n == 13 else n * n * 2) for n in numbers])  # noqa: T201


def gone() -> None:
    """Lose all workers in the middle, each when Dask thinks that it has not begun yet."""

    def known(number: int) -> None:
        if number == 3:
            for nanny in default_client().cluster.workers.values():
                nanny.status = Status.starting
                os.kill(nanny.pid, signal.SIGKILL)

    with cluster(None, 2) as engine:
        found = list(workers.in_order(squared, range(9), 2, known, engine))
    print(found == [(n, n * n * 2) for n in range(9)])  # noqa: T201


if __name__ == "__main__":
    {"generate": generate, "work": work, "gone": gone}[sys.argv[1]](*sys.argv[2:])
