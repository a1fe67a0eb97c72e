"""Pages that are served: they keep their policy, and are made and shown as soon as can be.

MkDocs's own script, which reloads them, may run too. MkDocs puts it into each page as it is asked
for, with numbers of its own, so its hash goes into the page's policy on the way out (W3C CSP
Level 3, 2.3.1).
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication

    from mkdocs.livereload import LiveReloadServer
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

SELDOM = 5.0
"""Seconds from one look at all files to the next, for a disk that tells of no change, as one of
another machine. MkDocs looks twice a second: with 10,000 entries a quarter of a processor."""
SCRIPTS = b"; script-src "


def allowing_reload(app: WSGIApplication) -> WSGIApplication:
    """Return an application that serves the same, its pages with a policy that lets them reload."""

    def answer(environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        given: list[tuple[str, list[tuple[str, str]]]] = []
        body = app(environ, cast("StartResponse", lambda *said: given.append(said)))
        status, headers = given[-1]
        if ("Content-Type", "text/html") in headers:
            body = [allowed(b"".join(body))]
            headers = [header for header in headers if header[0] != "Content-Length"]
            headers.append(("Content-Length", str(len(body[0]))))
        start(status, headers)
        return body

    return answer


def watch(server: LiveReloadServer, folder: Path) -> tuple[BaseObserver, ...]:
    """Have a server build when the system tells that a file changed, or a look finds that one did.

    To read a file is no change: the system is not asked to tell of it. What it told, a look finds
    again, which is no other change.
    """
    from watchdog import events, observers
    from watchdog.observers.polling import PollingObserver

    built: dict[str, int] = {}

    def changed(event: FileSystemEvent) -> None:
        paths = (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        states = {path: _state(path) for path in paths}
        if states.items() <= built.items():
            return
        built.update(states)
        with server._rebuild_cond:
            server._want_rebuild = True
            server._rebuild_cond.notify_all()

    handler = events.FileSystemEventHandler()
    handler.on_any_event = changed  # type: ignore[method-assign]
    told: list[type[FileSystemEvent]] = [
        events.FileCreatedEvent,
        events.FileModifiedEvent,
        events.FileMovedEvent,
        events.FileDeletedEvent,
    ]
    found = observers.Observer(), PollingObserver(timeout=SELDOM)
    for observer in found:
        observer.schedule(handler, str(folder), recursive=True, event_filter=told)
        observer.start()
    return found


def _state(path: str) -> int:
    """Return when a file was written last, in nanoseconds; 0 where there is none."""
    with suppress(OSError):
        return os.stat(path).st_mtime_ns  # noqa: PTH116 -- a `Path` says no more
    return 0


def show(server: LiveReloadServer) -> None:
    """Have pages that were changed reload now: what else a build makes is on none of them.

    MkDocs shows a site when all of it is built, and has no public name for doing so earlier.
    """
    with server._epoch_cond:
        server._visible_epoch = server._wanted_epoch
        server._epoch_cond.notify_all()


def allowed(page: bytes) -> bytes:
    """Return a page whose policy allows the script that stands where MkDocs puts its own."""
    before, end, _ = page.rpartition(b"</script></body>")
    script = before.rpartition(b"<script>")[2]
    if not end:
        return page
    value = b64encode(sha256(script).digest())
    return page.replace(SCRIPTS, b"%b'sha256-%b' " % (SCRIPTS, value), 1)
