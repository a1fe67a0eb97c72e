"""What the wheel carries."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from build import ProjectBuilder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    wheel = ProjectBuilder(ROOT).build("wheel", tmp_path_factory.mktemp("wheel"))
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def test_the_wheel_carries_every_module_and_lexicon(carried: frozenset[str]) -> None:
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert wanted - carried == set()


def test_the_wheel_carries_the_look_of_the_site(carried: frozenset[str]) -> None:
    wanted = {
        "generator/site/look/" + path.relative_to(ROOT / "site_overrides").as_posix()
        for path in (ROOT / "site_overrides").rglob("*")
        if path.is_file() and (ROOT / "site_overrides" / "web") not in path.parents
    }

    assert wanted - carried == set()


def test_the_wheel_carries_nothing_else(carried: frozenset[str]) -> None:
    folders = {name.split("/")[0].split("-")[0] for name in carried}

    assert folders == {"generator", "dateline"}
