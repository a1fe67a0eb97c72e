"""Real processes ended by the system at random moments: all of what they did, or nothing."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from killed import ACTS, BEFORE, FLOOD, STREETS, run
from stories import tree

from generator.content import load
from generator.write import mend

KILLS = int(os.environ.get("DATELINE_KILLS", "12"))
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return content with a person's edits in it, so that there is something to lose."""
    content = tmp_path_factory.mktemp("start") / "content"
    run(content, BEFORE)
    for name in (FLOOD, STREETS):
        path = content / "entries" / "2024" / f"{name}.md"
        path.write_text(path.read_text().replace("status: draft", "status: disputed  # by hand"))
    return content


@pytest.fixture(scope="module")
def whole(start: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Return what each act leaves where nothing breaks it."""
    found = {}
    for name, act in ACTS.items():
        content = tmp_path_factory.mktemp(name) / "content"
        shutil.copytree(start, content)
        act(content)
        found[name] = tree(content)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_is_killed_has_happened_or_has_not(
    tmp_path: Path, start: Path, whole: dict[str, dict[str, bytes]]
) -> None:
    moments = random.Random(4)  # noqa: S311 -- moments, not secrets
    for number in range(KILLS):
        name = list(ACTS)[number % len(ACTS)]
        content = tmp_path / str(number) / "content"
        shutil.copytree(start, content)
        command = [sys.executable, str(HERE / "killed.py"), name, str(content)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(moments.uniform(0, 0.15))
            process.kill()
        mend(content)
        assert load(content)[1] == ()
        left = swept(content)
        assert left in (tree(start), whole[name])
        if left == tree(start):
            ACTS[name](content)
        assert swept(content) == whole[name]


def swept(content: Path) -> dict[str, bytes]:
    """Return a folder without what is swept away when it is next opened."""
    scraps = (".part", "lock.holder")
    return {path: held for path, held in tree(content).items() if not path.endswith(scraps)}
