"""The same bytes whatever the order of files, the workers, the time zone and the hash seed."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[2]

REPORTS = {
    "bay-post": (
        "2024-03-05",
        "A ferry sank off Bergen overnight, killing at least four people, the coast guard said.\n\n"
        "Mayor Marit Aas visited the harbour on Tuesday. “We will find out why,” she said.\n",
    ),
    "daily-fjord": (
        "2024-03-05",
        "Five people died when a ferry sank near Bergen in the night to Tuesday, police said.\n\n"
        "Prime Minister Jonas Dahl cancelled a trip to Lisbon planned for 7 March.\n",
    ),
    "evening-sun": (
        "2024-03-06",
        "The ferry that sank off Bergen on Tuesday killed six people, Marit Aas said on Wednesday.",
    ),
    "ledger": (
        "2024-03-06",
        "Some 300 nurses went on strike in Lisbon on Wednesday. The Nurses Union met minister"
        " Ana Prado in the evening.\n",
    ),
    "court-news": (
        "2024-03-08",
        "A court in Toronto convicted banker Ned Hale of fraud on Thursday and sentenced him to"
        " three years in prison.\n\nIn 2019, Hale had left Harrow Bank.\n",
    ),
    "weekly": (
        "2024-03-10",
        "Nurses in Lisbon ended their strike on Saturday, Ana Prado announced. Earthquakes shook"
        " Izmir on Friday; nine people were injured, officials said.\n",
    ),
}


class Circumstances(NamedTuple):
    """What must not matter."""

    order: int
    jobs: int
    zone: str
    hash_seed: str


RUNS = (
    Circumstances(1, 1, "UTC", "0"),
    Circumstances(2, 2, "Pacific/Kiritimati", "1"),
    Circumstances(3, 4, "Pacific/Pago_Pago", "4294967295"),
    Circumstances(4, 1, "Asia/Kathmandu", "random"),
)
BUILT = (0, 2)
"""Runs whose site is built too."""


def seeded(folder: Path, order: int) -> None:
    """Write the reports in another order: a folder may list its files as they came."""
    folder.mkdir()
    names = sorted(REPORTS)
    random.Random(order).shuffle(names)  # noqa: S311 -- an order, no secret
    for name in names:
        day, text = REPORTS[name]
        (folder / f"{name}.yml").write_text(f"published: {day}\npublisher: The {name.title()}\n")
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def configured(folder: Path) -> None:
    loaded = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    loaded["theme"]["custom_dir"] = str(ROOT / "site_overrides")
    loaded |= {"docs_dir": "content", "site_dir": "site"}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(loaded, sort_keys=False), encoding="utf-8")


def dateline(folder: Path, how: Circumstances, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", *command],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": how.hash_seed,
            "TZ": how.zone,
            "DATELINE_CACHE": os.environ["DATELINE_CACHE"],
            "SOURCE_DATE_EPOCH": "1710000000",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Run the command in each of the circumstances, on the same articles."""
    found = []
    for number, how in enumerate(RUNS):
        folder = tmp_path_factory.mktemp("run")
        seeded(folder / "seeds", how.order)
        configured(folder)
        dateline(folder, how, "generate", "--content", "content", "--jobs", str(how.jobs))
        if number in BUILT:
            dateline(folder, how, "build", "--strict")
        found.append(folder)
    return found


def test_entries_and_ledger_are_the_same_bytes(folders: list[Path]) -> None:
    first, *others = (digests(folder / "content") for folder in folders)

    assert sum(name.startswith("entries/") for name in first) >= 5
    for other in others:
        assert other == first


def test_the_site_is_the_same_bytes(folders: list[Path]) -> None:
    first, second = (digests(folders[number] / "site") for number in BUILT)

    assert len(first) > 50
    assert second == first
