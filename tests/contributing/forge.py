"""A workflow's steps run as the forge runs them, in a clone, with a `gh` that notes its calls."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
_GIVEN = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
_GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$FORGE/called"
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cat "$2" >> "$FORGE/posted"; fi
  shift
done
cat "$FORGE/answer" 2>/dev/null || true
"""


@dataclass(kw_only=True)
class Forge:
    """A repository with a chronology, a clone of it, and what a workflow is given."""

    folder: Path

    def __post_init__(self) -> None:
        for name in ("bin", "temp"):
            (self.folder / name).mkdir(parents=True)
        gh = self.folder / "bin" / "gh"
        gh.write_text(_GH, encoding="utf-8")
        gh.chmod(0o755)

    @property
    def clone(self) -> Path:
        """Where the workflow runs."""
        return self.folder / "clone"

    @property
    def remote(self) -> Path:
        """Where it pushes to."""
        return self.folder / "remote.git"

    def read(self, name: str) -> str:
        """Return what `gh` noted: `called`, `posted`."""
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def begin(self, content: Path) -> None:
        """Fill the repository, and clone it."""
        first = self.folder / "first"
        shutil.copytree(content, first / "content")
        shutil.copyfile(ROOT / ".gitignore", first / ".gitignore")
        (first / "seeds").mkdir()
        (first / "seeds" / ".keep").touch()
        self.git(first, "init", "--quiet", "--initial-branch=main")
        self.commit(first)
        self.git(self.folder, "clone", "--quiet", "--bare", "first", self.remote.name)
        self.git(self.folder, "clone", "--quiet", self.remote.name, "clone")
        self.program(self.clone)

    def program(self, folder: Path) -> None:
        """Put a program `.venv/bin/dateline` into a folder, as `make install` does."""
        path = folder / ".venv" / "bin" / "dateline"
        path.parent.mkdir(parents=True)
        path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', "utf-8")
        path.chmod(0o755)

    def run(self, step: dict[str, Any], given: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Run one step; `given` are the values of the expressions that its `env` names."""
        said = {
            name: _GIVEN.sub(lambda found: given[found[1]], value)
            for name, value in step.get("env", {}).items()
        }
        path = os.pathsep.join([str(self.folder / "bin"), os.environ["PATH"]])
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-c", step["run"]],
            cwd=self.clone / step.get("working-directory", "."),
            env=self._environment() | {"PATH": path} | said,
            capture_output=True,
            text=True,
            check=False,
        )

    def git(self, folder: Path, *arguments: str) -> str:
        """Run git, and return what it says."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env=self._environment() | {"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def commit(self, folder: Path) -> None:
        """Commit all that stands in a folder."""
        self.git(folder, "add", ".")
        own = ("-c", "user.name=A", "-c", "user.email=a@mail.example")
        self.git(folder, *own, "commit", "--quiet", "--allow-empty", "--message=Change")

    def _environment(self) -> dict[str, str]:
        """Only what the forge gives; what is pushed to it stays on this machine."""
        kept = ("HOME", "DATELINE_CACHE", "PYTHONPATH", "SYSTEMROOT")
        pushed = "https://x-access-token:token@github.com/example/averly"
        return {name: os.environ[name] for name in kept if name in os.environ} | {
            "FORGE": str(self.folder),
            "RUNNER_TEMP": str(self.folder / "temp"),
            "GITHUB_EVENT_PATH": str(self.folder / "event.json"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "GITHUB_REPOSITORY": "example/averly",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{self.remote}.insteadOf",
            "GIT_CONFIG_VALUE_0": pushed,
            "GIT_TERMINAL_PROMPT": "0",
        }


def step(workflow: str, job: str, name: str) -> dict[str, Any]:
    """Return a step of a workflow by its name."""
    text = (ROOT / ".github" / "workflows" / f"{workflow}.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"][job]["steps"]
    found: dict[str, Any] = next(one for one in steps if one.get("name") == name)
    return found
