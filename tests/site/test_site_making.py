"""Files are the same whatever process made them."""

from __future__ import annotations

import os
import threading
from functools import partial
from pathlib import Path

import pytest

from generator.content import load
from generator.site.catalogue import catalogue
from generator.site.data import LaterFile, single
from generator.site.kept import kept
from generator.site.making import made
from generator.site.options import Options
from generator.site.published import data_files
from generator.site.rendering import Rendering
from generator.spreading import FEW

BUNDLE = Path(__file__).parents[2] / "site_overrides" / "assets" / "bundle"


def make(file: LaterFile) -> bytes:
    """Return what a file holds."""
    return file.make()


def files(number: int) -> list[LaterFile]:
    """Return files that hold their number and the process that made them."""
    return [
        LaterFile(path=str(n), made_from="", make=partial(_number_and_process, n))
        for n in range(number)
    ]


def _number_and_process(number: int) -> bytes:
    return f"{number} {os.getpid()}".encode()


def test_many_files_are_made_in_several_processes_and_come_in_their_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # other tests may have left some
    told = [(file.path, *content.decode().split()) for file, content in made(files(400), make, 2)]

    assert [path for path, *_ in told] == [*map(str, range(400))]
    assert all(path == number for path, number, _ in told)
    assert str(os.getpid()) not in {process for *_, process in told}


def test_few_files_are_made_here() -> None:
    told = {content.split()[1] for _, content in made(files(FEW - 1), make, 2)}

    assert told == {str(os.getpid()).encode()}


def test_the_heaviest_are_made_first_and_what_they_share_once_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # other tests may have left some
    at_hand: list[int] = []
    share = partial(at_hand.append, 1)
    heavy = LaterFile(
        path="heavy", made_from="", make=lambda: bytes(at_hand), first=share, weight=FEW
    )
    light = LaterFile(path="light", made_from="", make=lambda: bytes(at_hand), first=share)

    told = [(file.path, content) for file, content in made([light, heavy], make, 2)]

    assert told == [("heavy", b"\1"), ("light", b"\1")]
    assert at_hand == [1]


def test_what_kills_its_process_is_made_here() -> None:
    here = os.getpid()

    def deadly() -> bytes:
        if os.getpid() != here:
            os._exit(1)
        return b"last"

    some = [*files(FEW), LaterFile(path="last", made_from="", make=deadly)]
    assert [content for file, content in made(some, make, 2) if file.path == "last"] == [b"last"]


@pytest.mark.parametrize("again", [False, True])
def test_data_is_the_same_of_one_process_or_two(
    invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    options = Options(bundle=BUNDLE)
    held = []
    for workers in (1, 2):
        cache = tmp_path if again else tmp_path / str(workers)
        monkeypatch.setenv("DATELINE_CACHE", str(cache))
        with kept(invented, options) as before:
            site = Rendering(catalogue(load(invented)[0]), options, kept=before)
            later = [file for file in single(data_files(site)) if isinstance(file, LaterFile)]
            assert len(later) >= FEW
            held.append([(file.path, content) for file, content in made(later, make, workers)])

    assert held[0] == held[1]
