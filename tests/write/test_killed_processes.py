"""A real process ended by the system at random moments: nothing damaged, nothing lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from killed import AFTER, BEFORE, run
from stories import tree

from generator.content import load

KILLS = int(os.environ.get("DATELINE_KILLS", "10"))
HERE = Path(__file__).parent


def start(content: Path) -> None:
    run(content, BEFORE)
    path = content / "entries" / "2024" / "2024-09-17-flood-kills-people-in-ostrava.md"
    path.write_text(path.read_text().replace("status: draft", "status: reviewed  # by hand"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    content = tmp_path_factory.mktemp("unbroken") / "content"
    start(content)
    run(content, AFTER)
    return tree(content)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_the_run_after_a_kill_ends_in_the_bytes_of_an_unbroken_one(
    tmp_path: Path, whole: dict[str, bytes]
) -> None:
    moments = random.Random(4)  # noqa: S311 -- moments, not secrets
    for number in range(KILLS):
        content = tmp_path / str(number) / "content"
        start(content)
        command = [sys.executable, str(HERE / "killed.py"), str(content)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(moments.uniform(0, 0.12))
            process.kill()
        assert load(content)[1] == ()
        run(content, AFTER)
        assert tree(content) == whole
