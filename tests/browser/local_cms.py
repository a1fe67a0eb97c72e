"""The CMS's own server over a git repository on this machine, as somebody tries the form out."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from generator.site.admin.backend import LOCAL

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / ".cache" / "web"
SERVER = PACKAGES / "node_modules" / "decap-server" / "dist" / "index.js"


def find_node() -> str | None:
    """Return the path of Node.js where the packages of the browser code are in place too."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    found = shutil.which("node", path=path)
    return found if SERVER.is_file() else None


def begin(folder: Path) -> None:
    """Make a repository of a folder."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "A Contributor")
    git(folder, "config", "user.email", "contributor@mail.example")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=Begin")


@contextmanager
def serving(repository: Path, node: str) -> Iterator[str]:
    """Serve a repository; yield the server's address."""
    port = free_port()
    settings = {"MODE": "git", "BIND_HOST": "127.0.0.1", "PORT": str(port)}
    environment = {**os.environ, **settings, "GIT_REPO_DIRECTORY": str(repository)}
    command = [node, str(SERVER)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def lead(page: Page, server: str) -> None:
    """Lead what a page asks of the CMS's usual address to a server."""

    def on(route: Route) -> None:
        route.continue_(url=server + urlsplit(route.request.url).path)

    page.route(LOCAL, on)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, and return what it says."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def once_saved(folder: Path, *arguments: str, patience: float = 60) -> str:
    """Run git until it succeeds: the form says that it has saved before its server is done."""
    until = time.monotonic() + patience
    while True:
        try:
            return git(folder, *arguments)
        except subprocess.CalledProcessError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server listens, or has ended."""
    while process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")
