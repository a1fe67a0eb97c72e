"""`dateline export` writes what the site publishes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.site import FORMATS, Format


def run(*arguments: str) -> tuple[int, bytes]:
    done = CliRunner().invoke(app, ["export", *arguments])
    return done.exit_code, done.stdout_bytes


def test_a_format_goes_to_stdout(invented: Path) -> None:
    code, written = run("csv", "--content", str(invented))
    rows = list(csv.DictReader(io.StringIO(written.decode(), newline="")))
    assert code == 0
    assert "Orla floods the Old Quay overnight" in {found["title"] for found in rows}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_file_holds_the_bytes_that_the_site_publishes(
    form: Format, built: Path, configuration: Path, invented: Path, tmp_path: Path
) -> None:
    target = tmp_path / "file"
    place = ("--content", str(invented), "--config", str(configuration))
    code, _ = run(form.name, *place, "--output", str(target))
    assert code == 0
    assert target.read_bytes() == (built / form.file).read_bytes()


def test_an_unknown_format_is_broken_use(invented: Path) -> None:
    assert run("nonsense", "--content", str(invented))[0] == 2
