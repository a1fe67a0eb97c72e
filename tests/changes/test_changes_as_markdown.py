"""`diff` says what a change does to the chronology, as Markdown in which nothing acts."""

from __future__ import annotations

import subprocess
from pathlib import Path

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes import changes, markdown
from generator.changes.escape import code, text

STRIKE = "entries/2024/2024-09-18-strike.md"
SOURCES = "[{url: 'https://news.example/1', publisher: Quay Post, quotes: [They walked out.]}]"


def git(content: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments]
    subprocess.run(command, cwd=content, capture_output=True, check=True)


def put(content: Path, where: str, body: str = "", /, **fields: str) -> None:
    path = content / where
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{key}: {value}\n" for key, value in fields.items())
    path.write_text(f"---\n{rows}---\n{body}\n", encoding="utf-8")


def entry(content: Path, where: str = STRIKE, body: str = "They struck.", /, **fields: str) -> None:
    whole = {"title": "Dockers strike", "date": "2024-09-18", "kind": "strike"}
    put(content, where, body, **{**whole, "sources": SOURCES, **fields})


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    entry(folder, STRIKE, "They struck.\n\nThe port stood still.", actors="[dock-union]")
    put(folder, "actors/dock-union.md", name="Dock Union", kind="organisation")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return folder


def said(content: Path) -> str:
    return markdown(changes(content, "HEAD"))


def under(whole: str, heading: str) -> str:
    """Return what stands under a heading."""
    return whole.partition(f"\n### {heading}\n\n")[2].partition("\n### ")[0].rstrip("\n")


def test_without_a_change_it_says_so(content: Path) -> None:
    assert "No page of the chronology changes." in said(content)


def test_a_new_entry_is_listed_with_whom_it_names_and_its_sources(content: Path) -> None:
    where = "entries/2024/2024-09-20-talks.md"
    entry(content, where, title="Talks open", date="2024-09-20", actors="[dock-union]")

    whole = said(content)

    assert whole.splitlines()[2] == "Entries added: 1, sources added: 1."
    assert under(whole, "Entries added") == (
        "- `2024-09-20` **Talks open** (`2024-09-20-talks`), `strike`\n  - actors: `dock-union`"
    )
    assert "`2024-09-20-talks`: Quay Post, `https://news.example/1`" in whole


def test_a_change_is_told_field_by_field(content: Path) -> None:
    figure = "[{what: killed, claims: [{value: 3}]}]"
    entry(
        content,
        STRIKE,
        "They struck.\n\nThe port lay still.",
        title="Dockers walk out",
        actors="[port-board]",
        figures=figure,
    )

    assert under(said(content), "Entries changed").splitlines() == [
        "- **Dockers walk out** (`2024-09-18-strike`)",
        "  - *title*: “Dockers strike” → “Dockers walk out”",
        "  - *actors*: dock-union → port-board",
        "  - *figures › killed › claims*: added “value: 3”",
        "  - *body*: “The port stood still.” → “The port lay still.”",
    ]


def test_a_new_date_is_a_move_and_no_more(content: Path) -> None:
    text_of = (content / STRIKE).read_text(encoding="utf-8")
    (content / STRIKE).write_text(text_of.replace("date: 2024-09-18", "date: 2024-09"), "utf-8")

    whole = said(content)

    assert under(whole, "Entries moved on the timeline") == (
        "- **Dockers strike** (`2024-09-18-strike`): `2024-09-18` → `2024-09`"
    )
    assert "Entries changed" not in whole


def test_a_withdrawal_says_why_and_a_removal_where_it_leads(content: Path) -> None:
    entry(content, "entries/2024/2024-09-19-other.md", title="Another", date="2024-09-19")
    git(content, "add", "-A")
    git(content, "commit", "-qm", "second")
    (content / STRIKE).unlink()
    entry(
        content,
        "entries/2024/2024-09-19-other.md",
        title="Another",
        date="2024-09-19",
        aliases="[2024-09-18-strike]",
        status="withdrawn",
        withdrawn_reason="The report was retracted.",
    )

    whole = said(content)

    assert under(whole, "Entries removed").endswith("which leads to `2024-09-19-other`")
    assert under(whole, "Entries withdrawn").endswith(": The report was retracted.")
    assert "  - *aliases*: added 2024-09-18-strike" in under(whole, "Entries changed")


def test_a_new_id_is_no_new_entry(content: Path) -> None:
    old = (content / STRIKE).read_text(encoding="utf-8")
    (content / STRIKE).unlink()
    new = content / "entries/2024/2024-09-18-walkout.md"
    new.write_text(old.replace("kind:", "aliases: [2024-09-18-strike]\nkind:"), encoding="utf-8")

    whole = said(content)

    assert "`2024-09-18-strike` → `2024-09-18-walkout`" in under(whole, "Entries changed")
    assert "Entries added" not in whole
    assert "Entries removed" not in whole


def test_new_names_are_listed_and_what_cannot_be_read(content: Path) -> None:
    put(content, "actors/port-board.md", name="Port Board", kind="organisation", status="reviewed")
    put(content, "places/quay.md", name="Quay", kind="city", lat="north")
    (content / "topics").mkdir()
    (content / "topics" / "ports.md").write_text("---\nname: [\n", encoding="utf-8")

    whole = said(content)

    assert under(whole, "New actors") == "- **Port Board** (`port-board`): organisation, reviewed"
    assert "`content/topics/ports.md`" in under(whole, "Pages that cannot be read")
    assert "`content/places/quay.md`" in under(whole, "Pages with findings")


def test_a_link_is_not_followed(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\n", encoding="utf-8")
    (content / "leak.md").symlink_to(tmp_path / "secret.md")

    whole = said(content)

    assert "Secret" not in whole
    assert "content/leak.md" in under(whole, "Pages that cannot be read")


def test_what_is_too_long_is_counted(content: Path) -> None:
    for number in range(120):
        where = f"entries/2024/2024-10-01-event-{number}.md"
        entry(content, where, title=f"Event {number} \N{OCTOPUS}" * 9, date="2024-10-01")

    whole = markdown(changes(content, "HEAD"), length=4_000)

    assert len(whole.encode("utf-16-le")) // 2 <= 4_000
    shown = whole.count("\n- ")
    assert f"{240 - shown} more items are not shown" in whole


HOSTILE = (
    "@octocat and @org/team",
    "closes #1, GH-2, owner/repo#3",
    "[a](https://evil.example) ![b](//evil.example/x.png) <https://evil.example>",
    "https://evil.example www.evil.example HTTP://evil.example mailto:a@evil.example",
    "<img src=x onerror=alert(1)><script>alert(1)</script><!--",
    "`code` **bold** __b__ ~~s~~ ||x|| \\[x\\](y) &lt;b&gt; &#64;octocat",
    "# heading\n- item\n| a | b |\n|---|---|\n```\nfence",
    "[ref]: https://evil.example",
)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("show", [text, code])
def test_nothing_acts_in_a_value(value: str, show: object) -> None:
    assert callable(show)
    html = cmarkgfm.github_flavored_markdown_to_html(f"- **{show(value)}** (x): {show(value)} → y")
    inner = html.replace("<code>", "").replace("</code>", "")
    inner = inner.replace("<ul>\n<li>", "").replace("</li>\n</ul>", "")
    assert "<" not in inner.replace("<strong>", "").replace("</strong>", "")
    if show is text:
        assert not any(f"@{c}" in html for c in "oe")
        assert "://" not in html


@given(st.text(max_size=80))
def test_a_value_is_shown_as_it_is(value: str) -> None:
    html = cmarkgfm.github_flavored_markdown_to_html(f"- x {text(value)} y")
    shown = html.replace("\N{ZERO WIDTH SPACE}", "").removeprefix("<ul>\n<li>x ")
    shown = shown.removesuffix(" y</li>\n</ul>\n")
    for entity, mark in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, mark)
    printed = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(value.split()))
    assert shown == printed.replace("\N{ZERO WIDTH SPACE}", "")
