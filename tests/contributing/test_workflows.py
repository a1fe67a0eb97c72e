"""What runs when somebody contributes; zizmor, in `make lint`, looks for the known traps."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from generator.authoring.form import ENTRY
from generator.cli import app

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
COMMAND = re.compile(r"\.venv/bin/dateline ([a-z-]+)((?: (?:[a-z]+|--[a-z-]+(?: [a-z]+)?))*)")


def workflow(path: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_starts_without_any_right(path: Path) -> None:
    assert workflow(path)["permissions"] == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_an_action_is_pinned_by_its_commit(path: Path) -> None:
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert [name for name in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_of_an_event_is_put_into_a_command(path: Path) -> None:
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


def test_what_a_fork_may_start_has_no_secret_and_only_reads() -> None:
    check = ROOT / ".github" / "workflows" / "check.yml"
    assert "secrets." not in check.read_text(encoding="utf-8")
    rights = [job["permissions"] for job in workflow(check)["jobs"].values()]
    assert rights == [{"contents": "read"}] * len(rights)
    started = {on for path in WORKFLOWS for on in workflow(path)[True]}  # YAML 1.1 reads "on" so
    assert "pull_request_target" not in started


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".gitlab-ci.yml"], ids=lambda path: path.stem)
def test_a_workflow_calls_commands_that_there_are(path: Path) -> None:
    group = typer.main.get_command(app)
    for name, rest in COMMAND.findall(path.read_text(encoding="utf-8")):
        assert name in group.commands, name  # type: ignore[attr-defined]
        command = group.commands[name]  # type: ignore[attr-defined]
        words = rest.split()
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known


def test_the_form_for_an_entry_asks_what_the_command_reads() -> None:
    form = ROOT / ".github" / "ISSUE_TEMPLATE" / "suggest-entry.yml"
    fields = [field for field in workflow(form)["body"] if field["type"] != "markdown"]
    assert [field["attributes"]["label"] for field in fields] == [*ENTRY]
    needed = {f["attributes"]["label"] for f in fields if f.get("validations", {}).get("required")}
    assert {"Source address", "Publisher", "Exact passage"} <= needed
