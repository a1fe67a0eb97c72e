"""Whatever stands before a body is read or refused, and the pages beside it are read as before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import front_matters
import pytest

from generator.check import check
from generator.content import load
from generator.read import read

ROOT = Path(__file__).parents[2]
GOOD = "---\ntitle: Ferry sinks\nkind: accident\ndate: 2024-03-05\n---\n\nIt sank.\n"


def shared() -> dict[str, str]:
    """Return what the script outside the repository makes; nothing where there is none."""
    folder = Path(os.environ.get("DATELINE_HOSTILE") or ROOT.parent / "shared" / "hostile")
    script = folder / "build_hostile.py"
    if not script.is_file():
        return {}
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([sys.executable, script], cwd=scratch, check=True, capture_output=True)
        made = Path(scratch, "own", "front_matter.json").read_text(encoding="utf-8")
    return dict(json.loads(made))


@cache
def cases() -> dict[str, str]:
    return front_matters.OWN | {f"shared {name}": text for name, text in shared().items()}


@pytest.mark.parametrize("kind", ["entries/2024", "actors", "places", "topics", "."])
def test_hostile_front_matter_costs_its_own_page_only(kind: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    good = content / "entries" / "2024" / "2024-03-05-ferry-sinks.md"
    good.parent.mkdir(parents=True)
    good.write_text(GOOD, encoding="utf-8")
    before = load(content)[0].entries["2024-03-05-ferry-sinks"]
    names = {}
    for number, (name, front) in enumerate(cases().items()):
        stem = f"2024-01-01-case-{number}" if kind.startswith("entries") else f"case-{number}"
        path = content / kind / f"{stem}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(f"---\n{front}\n---\nBody.\n".encode("utf-8", "surrogatepass"))
        names[f"content/{path.relative_to(content).as_posix()}"] = name

    chronology, findings = load(content)

    assert chronology.entries["2024-03-05-ferry-sinks"] == before
    refused = {finding.path for finding in findings}
    assert refused <= set(names)
    pages = {
        f"content/{page.path}"
        for folder in ("entries", "actors", "places", "topics", "site")
        for page in getattr(chronology, folder).values()
    }
    assert refused | pages == {*names, f"content/{good.relative_to(content).as_posix()}"}
    assert {finding.path for finding in check(content)} >= refused


@pytest.mark.parametrize("name", sorted(cases()))
def test_hostile_front_matter_leaves_an_article_its_text(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    story = "The dam broke on Monday and nobody was hurt."
    text = f"---\n{cases()[name]}\n---\n{story}\n"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    (tmp_path / "report.yml").write_bytes(cases()[name].encode("utf-8", "surrogatepass"))

    (article,), _ = read(path)

    assert story in article.text


def test_what_names_a_program_does_not_run_it(tmp_path: Path) -> None:
    page = tmp_path / "content" / "page.md"
    page.parent.mkdir()
    ran = tmp_path / "ran"
    page.write_text(
        f"---\ntitle: !!python/object/apply:os.mkdir ['{ran}']\n---\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "generator", "check", "--content", str(page.parent)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert "[E005]" in done.stdout
    assert not ran.exists()
