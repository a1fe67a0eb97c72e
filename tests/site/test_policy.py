"""What a page may load and run."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from generator.site.plugin import DatelinePlugin
from generator.site.policy import POLICY


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
        "'wasm-unsafe-eval'",
        "data:",
    }
    assert "data:" not in rules["script-src"]


@pytest.mark.parametrize(("command", "policy"), [("build", POLICY), ("serve", "")])
def test_a_server_that_rebuilds_may_put_its_script_into_a_page(
    configuration: Path, command: str, policy: str
) -> None:
    from mkdocs.config import load_config

    config = load_config(str(configuration))
    plugin = config.plugins["dateline"]
    assert isinstance(plugin, DatelinePlugin)
    plugin.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    assert plugin.on_config(config).extra["policy"] == policy
