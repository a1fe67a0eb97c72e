"""Nothing that comes from content is printed unescaped, whatever it says."""

from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.site import Page
from generator.site.body import render
from generator.site.later import Later
from generator.site.text import plain

ROOT = Path(__file__).parents[2]
HOSTILE = "2025/2025-07-01-hostile/index.html"


class Acts(HTMLParser):
    """Collects what a browser would run: scripts, handlers, addresses that are scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script" and dict(attrs).get("type") != "application/ld+json"
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"<{tag} {name}={value}>")

    def handle_data(self, data: str) -> None:
        if self._script and "window.hacked" in data:
            self.found.append(data)


def test_no_script_of_content_reaches_a_page(built: Path) -> None:
    for path in sorted(built.rglob("*.html")):
        page = Acts()
        page.feed(path.read_text(encoding="utf-8"))
        assert page.found == [], path


PARAGRAPHS = st.lists(
    st.text(st.sampled_from("ab1.)- =|~!+#:\"'\n &<[*\xa0\u2028") | st.characters(codec="utf-8")),
    min_size=1,
    max_size=3,
)


@given(PARAGRAPHS.map("\n\n".join))
def test_a_body_without_marks_is_what_markdown_and_the_sanitiser_make_of_it(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.site.body._plain", lambda _: [])
        whole = render(text)

    assert render(text) == whole


def test_no_page_asks_another_host(built: Path) -> None:
    loads = re.compile(
        r"<(?:img|iframe|script|link|source|video|audio|object|embed)\b[^>]*?"
        r"(?:src|href|data)=[\"']?(https?:[^\"'\s>]+)"
    )
    for path in sorted(built.rglob("*.html")):
        found = loads.findall(path.read_text(encoding="utf-8"))
        assert [address for address in found if "dateline.example" not in address] == [], path


def test_a_hostile_title_is_text_in_the_title_element(built: Path) -> None:
    text = (built / HOSTILE).read_text(encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    assert title is not None
    assert "<" not in title[1]
    assert html.unescape(title[1]).startswith("</title><script>")
    assert "{{ 7*7 }}" in title[1]


def test_linked_data_cannot_leave_its_element(built: Path) -> None:
    text = (built / HOSTILE).read_text(encoding="utf-8")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert data is not None
    assert not set("<>&") & set(data[1])
    assert json.loads(data[1])["headline"].startswith("</title><script>")


def test_names_are_text_in_the_files_of_the_search(built: Path) -> None:
    rows = json.loads((built / "search" / "names.json").read_text(encoding="utf-8"))
    assert any("<script>" in name for _, _, name, *_ in rows)
    for words in (built / "search" / "words").iterdir():
        assert "<" not in words.read_text(encoding="utf-8")


def test_only_pages_of_the_content_folder_are_published(built: Path) -> None:
    assert sorted(path.name for path in built.rglob("*.md")) == []
    assert not (built / "entries").exists()
    assert not (built / "README.txt").exists()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[go](javascript:x())", "go"),
        ("[go](data:text/html,x)", "go"),
        ("[go](//evil.example/x)", "go"),
        ("[go](/somewhere)", "go"),
        ("[go](unknown.md)", "go"),
        ("[go][1]\n\n[1]: vbscript:x()", "go"),
        ("<javascript:x()>", "javascript:x()"),
        ("[go](https://a.example 'a title'){: onclick=x() }", "go{: onclick=x() }"),
        ("![pixel](https://evil.example/p.png)", ""),
        ("--8<-- '/etc/passwd'", "--8<-- '/etc/passwd'"),
    ],
)
def test_markdown_becomes_nothing_that_acts(text: str, shown: str) -> None:
    found = render(text)
    assert html.unescape(found.striptags()) == shown
    assert not re.search(r"<[^>]*(script:|style|class|\sid=|src|\son\w+=|evil|etc)", found)


@pytest.mark.parametrize(
    "text",
    [
        "<script>x()</script>after",
        "<img src=x onerror=x()>",
        "<iframe src=https://evil.example/></iframe>ok",
        "<style>p { display: none }</style>ok",
        '<p style="position: fixed" class="md-header" id="x">ok</p>',
        "<form action=https://evil.example/><input></form>ok",
        "<svg><script>x()</script></svg>ok",
        "</div></div>ok",
        "H<sub>2</sub>O",
    ],
)
def test_html_in_a_body_is_text(text: str) -> None:
    assert render(text) == f"<p>{html.escape(text, quote=False)}</p>\n"


def test_a_tables_columns_keep_their_side() -> None:
    assert '<td align="right">7</td>' in render("| a |\n|--:|\n| 7 |")


@pytest.mark.parametrize(
    "text",
    [
        ">" * 20_000 + " end",
        "".join("  " * level + "- a\n" for level in range(150)) + "end",
        "*" * 9_000 + "end" + "*" * 9_000,
        "".join(f"{'>' * level} {level}\n" for level in range(200)) + "end",
    ],
)
def test_nesting_without_end_leaves_the_text_as_written(text: str) -> None:
    assert html.unescape(render(text).removeprefix("<p>").removesuffix("</p>")) == text


def test_lists_may_be_nested_as_deep_as_people_do() -> None:
    deep = "".join("  " * level + "- a\n" for level in range(8))
    assert render(deep).count("<ul>") == 8


@given(st.text())
def test_what_is_rendered_twice_is_safe_and_balanced(text: str) -> None:
    found = str(render(text))
    assert found.count("<div") == found.count("</div") == 0
    assert "<script" not in found


@given(st.text())
def test_front_matter_reads_back_as_the_title_escaped(title: str) -> None:
    document = Page(path="a.md", title=title, text=Later(b"", lambda: "")).document()
    front = yaml.safe_load(document.split("---\n")[1])
    assert html.unescape(front["title"]) == plain(title)
    assert not set("<>\"'") & set(front["title"])


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("assets/images/contribute/form-list.webp", True),
        ("https://news.example/a.png", False),
        ("//news.example/a.png", False),
        ("assets/images/../../admin/config.json", False),
        ("assets/images/a.html", False),
        ("pictures/a.png", False),
        ("data:image/svg+xml,<svg onload=window.hacked=1>", False),
        ("javascript:window.hacked=1", False),
    ],
)
def test_only_pictures_of_the_look_are_shown_and_on_the_sites_own_pages_alone(
    address: str, shown: bool
) -> None:
    text = f"![a](<{address}>)\n\n<img src='{address}'>"
    own = render(text, picture=lambda path: f"../{path}")
    assert own.count(f'src="../{address}"') == own.count('src="') == shown
    assert "<img" not in render(text)


def test_every_picture_that_is_named_comes_with_the_look_and_is_small() -> None:
    look = ROOT / "site_overrides"
    pages = {ROOT / "CONTRIBUTING.md": ROOT, ROOT / "content" / "contribute.md": look}
    for page, folder in pages.items():
        named = re.findall(r"!\[([^\]]{20,})\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
        assert len(named) == 6, page
        sizes = [(folder / path).stat().st_size for _, path in named]
        assert max(sizes) < 60_000
