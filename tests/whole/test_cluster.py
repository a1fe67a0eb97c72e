"""The same bytes on a cluster as without one, whatever the number of its workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from held import bytes_of

pytest.importorskip("distributed", reason="no `distributed`: pip install 'dateline[dask]'")

ROOT = Path(__file__).parents[2]
TOWNS = ("Bergen", "Lisbon", "Toronto", "Nairobi", "Izmir", "Quito", "Osaka")
DEEDS = (
    "A ferry sank off {town} on Monday, killing {number} people, the coast guard said.",
    "Some {number}00 nurses went on strike in {town} on Tuesday, minister Ana Prado said.",
    "A court in {town} convicted banker Ned Hale of fraud on 6 March 2024.",
)


def run(*command: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", *command],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def dateline(seeds: Path, content: Path, *options: str) -> dict[str, bytes]:
    run("-m", "generator", "generate", str(seeds), "--content", str(content), *options)
    return bytes_of(content)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    for number in range(21):
        text = DEEDS[number % 3].format(town=TOWNS[number % 7], number=number // 7 + 2)
        (folder / f"report-{number}.txt").write_text(f"{text}\n", encoding="utf-8")
        (folder / f"report-{number}.yml").write_text("published: 2024-03-07\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def alone(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process writes."""
    return dateline(seeds, tmp_path_factory.mktemp("alone") / "content")


def test_a_local_cluster_writes_the_same_bytes(
    seeds: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    written = dateline(seeds, tmp_path / "content", "--engine", "dask", "--jobs", "1")

    assert sum(name.startswith("entries/") for name in alone) >= 7
    assert written == alone


def test_a_worker_that_is_killed_changes_nothing(
    seeds: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    content, script = tmp_path / "content", str(Path(__file__).with_name("clustered.py"))

    told = run(script, "generate", str(seeds), str(content), "3")

    assert told.startswith("killed one of 3 after 1 of 21")
    assert bytes_of(content) == alone


def test_an_item_that_kills_every_worker_has_no_result_and_the_others_have() -> None:
    script = str(Path(__file__).with_name("clustered.py"))

    assert run(script, "work", DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") == "True\n"


def test_workers_that_are_all_gone_begin_anew() -> None:
    assert run(str(Path(__file__).with_name("clustered.py")), "gone") == "True\n"


def test_a_cluster_that_is_not_there_is_one_line(seeds: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "generate", str(seeds)]
    command += ["--content", str(tmp_path / "content"), "--scheduler", "tcp://127.0.0.1:9"]
    soon = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **soon}

    told = [
        subprocess.run(
            [*command, *more], env=environment, capture_output=True, text=True, check=False
        )
        for more in ([], ["--engine", "dask"])
    ]

    assert [one.returncode for one in told] == [2, 2]
    assert told[0].stderr == (
        "dateline: --scheduler is the address of a Dask cluster; add --engine dask\n"
    )
    assert told[1].stderr.startswith("dateline: there is no scheduler at tcp://127.0.0.1:9")
    assert not (tmp_path / "content").exists()
