"""What a page may load and run."""

from __future__ import annotations

from pathlib import Path
from socketserver import TCPServer
from typing import Any

import pytest
from lxml import html
from mkdocs.livereload import LiveReloadServer

from generator.site.policy import POLICY
from generator.site.serving import allowing_reload, show, watch


def test_the_policy_comes_before_anything_that_it_governs_on_every_page(built: Path) -> None:
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        head = html.parse(path).find("head")
        governed = [e for e in head if e.tag in ("link", "script", "style") or e.get("http-equiv")]
        if path.parent.name == "admin":
            assert governed[0].get("http-equiv") == "Content-Security-Policy"
        else:
            assert (path, governed[0].get("content")) == (path, POLICY)


def test_no_page_has_a_script_or_a_style_of_its_own(built: Path) -> None:
    for path in built.rglob("*.html"):
        page = html.parse(path)
        data = {"application/json", "application/ld+json"}
        scripts = [s for s in page.iter("script") if not s.get("src") and s.get("type") not in data]
        assert (path, scripts, page.xpath("//style | //@style")) == (path, [], [])
        assert (path, page.xpath("//@*[starts-with(name(), 'on')]")) == (path, [])


def test_the_policy_names_no_host_and_allows_nothing_inline() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert {word for words in rules.values() for word in words.split()} == {
        "'none'",
        "'self'",
        "data:",
    }
    assert "data:" not in rules["script-src"]


PAGE = f"""<head><meta http-equiv="Content-Security-Policy" content="{POLICY}"></head>
<body><script>later()</script><p>; script-src </p>%s</body>"""


@pytest.mark.parametrize(
    ("put", "allowed_too"),
    [
        ("<script>reload(1)</script>", ["'sha256-PIHGeEJIA/V+K74CD9Y5ykbxcycnD/88XqsS3sZ0eEc='"]),
        ('<script src="own.js"></script>\n', []),
    ],
)
def test_a_page_that_is_served_allows_the_script_put_last_and_no_other(
    put: str, allowed_too: list[str]
) -> None:
    said: list[tuple[str, list[tuple[str, str]]]] = []
    plain = (PAGE % put).encode()
    body = b"".join(allowing_reload(giving(plain))({}, lambda *given: said.append(given)))

    (policy,) = html.fromstring(body).xpath("//meta/@content")
    assert [word for word in policy.split() if word not in POLICY.split()] == allowed_too
    assert body.split(b"</head>")[1] == plain.split(b"</head>")[1]
    assert said == [("200 OK", [("Content-Type", "text/html"), ("Content-Length", f"{len(body)}")])]


def test_what_is_served_and_no_page_is_left_alone() -> None:
    said: list[tuple[str, list[tuple[str, str]]]] = []
    feed = (PAGE % "<script>reload(1)</script>").encode()
    answer = allowing_reload(giving(feed, "application/xml"))
    assert b"".join(answer({}, lambda *given: said.append(given))) == feed
    assert said == [("200 OK", [("Content-Type", "application/xml"), ("Content-Length", "999")])]


def giving(body: bytes, kind: str = "text/html") -> Any:
    """Return a server that gives one answer."""

    def app(environ: object, start: Any) -> list[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", "999")])
        return [body]

    return app


def test_pages_are_shown_before_the_rest_of_a_site_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TCPServer, "__init__", lambda *_, **__: None)  # without a socket
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, "/nowhere")
    server._wanted_epoch = server._visible_epoch + 1

    show(server)

    assert server._visible_epoch == server._wanted_epoch


def test_a_server_hears_once_of_a_page_that_was_saved(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(TCPServer, "__init__", lambda *_, **__: None)  # without a socket
    monkeypatch.setattr("generator.site.serving.SELDOM", 0.2)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, "/nowhere")
    content = tmp_path / "content"
    content.mkdir()
    watching = watch(server, content)

    # Saved at one stroke: between the making and the writing of a file the clock may tick.
    (tmp_path / "entry.md").write_text("Saved.", encoding="utf-8")
    (tmp_path / "entry.md").rename(content / "entry.md")

    with server._rebuild_cond:
        assert server._rebuild_cond.wait_for(lambda: server._want_rebuild, timeout=60)
        server._want_rebuild = False
        assert not server._rebuild_cond.wait_for(lambda: server._want_rebuild, timeout=2)
    for observer in watching:
        observer.stop()
        observer.join()
