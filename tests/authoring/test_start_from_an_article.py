"""An entry that starts from an article: read from a file, or fetched because it was asked for."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator import read
from generator.authoring import choices
from generator.check import check
from generator.cli import app
from generator.errors import DatelineError, UsageError

STORM = (
    "<html><head><title>Storm</title>"
    '<meta property="article:published_time" content="2031-03-04"></head><body><article>'
    "<p>A storm flooded the harbour of Rotterdam on Tuesday and injured at least twelve people, "
    "Mayor Anna Verbeek said.</p><p>On Monday police arrested two men in Utrecht over the theft "
    "of copper cables, and trains stood still for hours.</p></article></body></html>"
)


class Answers(BaseHTTPRequestHandler):
    """A server with an article and with everything that may go wrong."""

    def do_GET(self) -> None:
        if self.path == "/drip":
            self.drip()
            return
        status, headers, body = {
            "/storm": (200, {"Content-Type": "text/html"}, STORM.encode()),
            "/moved": (302, {"Location": "/storm"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/ftp": (302, {"Location": "ftp://example.org/x"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/long": (200, {"Content-Type": "text/plain"}, b"x" * 3_000),
            "/picture": (200, {"Content-Type": "image/png"}, b"x"),
            "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"x"),
        }.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """Send a byte now and then, for as long as somebody listens."""
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        with suppress(OSError):
            for _ in range(1_000):
                self.wfile.write(b"x")
                time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- its name there
        """Say nothing."""


@pytest.fixture
def server(socket_enabled: None) -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Answers) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{web.server_port}"
        web.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/storm", "/moved"])
def test_a_page_is_fetched_through_redirects(server: str, path: str) -> None:
    found = read.fetch(f"{server}{path}")
    assert (found.raw, found.ending) == (STORM.encode(), ".html")
    assert found.address == f"{server}/storm"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/none", "answers 404"),
        ("/file", "not allowed"),
        ("/ftp", "not a web address"),
        ("/loop", "redirect"),
        ("/long", "longer than 2,000 bytes"),
        ("/picture", "image/png"),
        ("/packed", "packed"),
    ],
)
def test_what_cannot_be_had_is_said_in_a_line(server: str, path: str, words: str) -> None:
    with pytest.raises(DatelineError, match=words):
        read.fetch(f"{server}{path}", limit=2_000)


def test_an_answer_that_takes_too_long_is_given_up(server: str) -> None:
    with pytest.raises(DatelineError, match=r"too long|timed out"):
        read.fetch(f"{server}/drip", seconds=0.3)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://a/b", "http:///x", "http://a b/"])
def test_only_web_addresses_are_fetched(address: str) -> None:
    with pytest.raises(UsageError, match="not a web address"):
        read.fetch(address)


def test_an_article_offers_its_events_and_the_editor_picks(server: str, tmp_path: Path) -> None:
    address, content = f"{server}/storm", tmp_path / "content"
    found, _ = choices(address, content, tmp_path / "seeds")
    number = next(at for at, one in enumerate(found, 1) if one.fields["kind"] == "disaster")
    command = ["new", "entry", "--from", address, "--content", str(content)]

    done = CliRunner().invoke(app, command, input=f"{number}\n")

    assert done.exit_code == 0, done.output
    (page,) = content.glob("entries/2031/*.md")
    text = page.read_text(encoding="utf-8")
    assert f"url: {address}" in text
    assert f"source: {address}" in text
    assert "report:" not in text
    assert (content / "places" / "rotterdam.md").exists()
    assert check(content) == ()


def test_without_input_the_number_is_an_option(tmp_path: Path) -> None:
    (tmp_path / "storm.html").write_text(STORM, encoding="utf-8")
    command = ["new", "entry", "--from", str(tmp_path / "storm.html"), "--no-input"]
    command += ["--content", str(tmp_path / "content")]

    refused = CliRunner().invoke(app, command)
    done = CliRunner().invoke(app, [*command, "--pick", "1", "--title", "Another title"])

    assert isinstance(refused.exception, UsageError)
    assert "--pick" in str(refused.exception)
    assert done.exit_code == 0, done.output
    (page,) = (tmp_path / "content").glob("entries/2031/*.md")
    assert "title: Another title" in page.read_text(encoding="utf-8")


def test_an_article_that_tells_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Published 4 March 2031\n\nIt is nice here.\n", "utf-8")
    with pytest.raises(DatelineError, match="tells no event"):
        choices(str(tmp_path / "a.txt"), tmp_path / "content", tmp_path)
