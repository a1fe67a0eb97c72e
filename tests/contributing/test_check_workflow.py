"""What runs on a pull request, its comment and the deployment, step by step without the forge."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from forge import ROOT, Forge, step

ENTRY = """\
---
title: Storm closes the bridge at Averly $(touch ran) @octocat
date: 2031-05-04
kind: disaster
sources:
  - {publisher: Averly Post, url: https://news.example/bridge, quotes: [The bridge was closed.]}
status: draft
---

The bridge was closed.
"""
CHANGED = "content/entries/2031/2031-05-04-storm.md"


@pytest.fixture
def forge(tmp_path: Path, invented: Path) -> Forge:
    """A workspace with the base branch's checkout in `base` and the change's in `change`."""
    made = Forge(folder=tmp_path / "forge")
    made.begin(invented)
    shutil.rmtree(made.clone)
    for name in ("base", "change"):
        made.git(made.folder, "clone", "--quiet", made.remote.name, f"clone/{name}")
    base = made.clone / "base"
    made.program(base)
    shutil.copyfile(ROOT / "mkdocs.yml", base / "mkdocs.yml")
    (base / "site_overrides").symlink_to(ROOT / "site_overrides")
    return made


def change(forge: Forge, text: str) -> None:
    path = forge.clone / "change" / CHANGED
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    forge.commit(forge.clone / "change")


def check(forge: Forge, *names: str) -> dict[str, tuple[int, str]]:
    """Run steps of the job, each whatever became of the one before it."""
    found = {}
    for name in ("Lay the pull request's content over it", *names):
        done = forge.run(step("check", "content", name), {"github.event.pull_request.number": "12"})
        found[name] = (done.returncode, done.stdout + done.stderr)
    return found


def test_a_change_is_checked_told_and_built_by_the_base_branch(forge: Forge) -> None:
    change(forge, ENTRY)

    ran = check(forge, "Say what changes in the chronology", "Build the site")

    assert [code for code, _ in ran.values()] == [0, 0, 0], ran
    told = (forge.clone / "summary" / "diff.md").read_text(encoding="utf-8")
    assert told.count("Storm closes the bridge") == 1
    assert "@octocat" not in told
    assert (forge.clone / "summary" / "number").read_text(encoding="utf-8") == "12\n"
    assert (forge.folder / "summary.md").read_text(encoding="utf-8") == told
    assert [*(forge.clone / "base" / "site").rglob("2031-05-04-storm*")]
    assert [*forge.folder.rglob("ran")] == []


def test_gitlab_does_the_same_with_the_target_branchs_program(forge: Forge) -> None:
    change(forge, ENTRY)
    tree = forge.clone / "change"
    (forge.folder / "bin" / "make").write_text(
        '#!/bin/sh\n[ "$1" = -C ] && mkdir -p "$2/.venv" && cp -R ../base/.venv/. "$2/.venv"\n'
        'cp -R ../base/mkdocs.yml ../base/site_overrides "$2"\n',
        "utf-8",
    )
    (forge.folder / "bin" / "make").chmod(0o755)
    loaded = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    base = forge.git(tree, "rev-parse", "origin/main").strip()
    script = "\n".join(loaded["content"]["script"])
    job = {
        "run": script,
        "working-directory": "change",
        "env": {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base},
    }

    done = forge.run(job, {})

    # The made-up chronology has pages with findings, at which the job ends.
    assert done.returncode == 1, done.stderr
    assert "content/entries/" in done.stdout
    assert "Storm closes the bridge" in (tree / "diff.md").read_text(encoding="utf-8")


def test_what_is_wrong_is_placed_at_its_line(forge: Forge) -> None:
    change(forge, ENTRY.replace("2031-05-04\n", "4 May 2031\n"))

    ran = check(forge, "Check the content", "Say what changes in the chronology")

    code, said = ran["Check the content"]
    assert code == 1
    assert f"::error file={CHANGED},line=3," in said
    assert ran["Say what changes in the chronology"][0] == 0


def test_a_change_of_the_program_is_not_what_judges(forge: Forge) -> None:
    (forge.clone / "change" / ".venv" / "bin").mkdir(parents=True)
    (forge.clone / "change" / "content" / "x").symlink_to("/etc/passwd")
    (forge.clone / "change" / "content" / "Makefile").write_text("all:\n\ttouch ran\n", "utf-8")

    ran = check(forge, "Check the content")

    assert ran["Check the content"][0] == 1
    assert (forge.clone / "base" / "content" / "x").is_symlink()
    assert "root:" not in ran["Check the content"][1]
    assert [*forge.folder.rglob("ran")] == []


@pytest.mark.parametrize(
    ("number", "head", "code", "posted"),
    [
        ("12\n", "abc", 0, "Told.\n"),
        ("12\n", "another", 0, ""),
        ("12; touch ran\n", "abc", 1, ""),
        ("$(touch ran)", "abc", 1, ""),
        ("--repo other/place", "abc", 1, ""),
        ("", "abc", 1, ""),
    ],
)
def test_a_comment_goes_to_the_pull_request_that_was_checked(
    tmp_path: Path, number: str, head: str, code: int, posted: str
) -> None:
    forge = Forge(folder=tmp_path / "forge")
    forge.clone.mkdir()
    left = forge.folder / "temp" / "summary"
    left.mkdir()
    (left / "number").write_text(number, encoding="utf-8")
    (left / "diff.md").write_text("Told.\n", encoding="utf-8")
    (forge.folder / "answer").write_text(f"{head}\n", encoding="utf-8")
    given = {
        "github.token": "token",
        "github.repository": "example/averly",
        "github.event.workflow_run.head_sha": "abc",
    }

    done = forge.run(step("comment", "comment", "Comment on the pull request"), given)

    assert done.returncode == code, done.stderr
    assert forge.read("posted") == posted
    assert [*forge.folder.rglob("ran")] == []


@pytest.mark.parametrize(
    ("answer", "called"),
    [("41", ["issue list", "issue comment 41"]), ("", ["issue list", "label create", "issue cre"])],
)
def test_dead_links_are_reported_in_one_issue(
    tmp_path: Path, answer: str, called: list[str]
) -> None:
    forge = Forge(folder=tmp_path / "forge")
    forge.clone.mkdir()
    (forge.clone / "links.md").write_text("One is dead.\n", encoding="utf-8")
    (forge.folder / "answer").write_text(answer, encoding="utf-8")

    done = forge.run(step("links", "links", "Report dead links"), {"github.token": "token"})

    assert done.returncode == 0, done.stderr
    rows = forge.read("called").splitlines()
    assert [row[: len(start)] for row, start in zip(rows, called, strict=True)] == called
    assert forge.read("posted") == "One is dead.\n"
