import os
from pathlib import Path

import pytest

from generator.content import load
from generator.errors import UsageError

ENTRY = "---\ntitle: Ferry sinks\nkind: accident\ndate: 2024-03-05\n---\n\nIt sank.\n"
ACTOR = "---\nname: Port authority\nkind: organisation\naliases: [PA]\n---\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    put(folder, "entries/2024/2024-03-05-ferry-sinks.md", ENTRY)
    put(folder, "actors/port-authority.md", ACTOR)
    put(folder, "index.md", "# A chronology\n")
    return folder


def put(content: Path, name: str, text: str) -> Path:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def codes(content: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in load(content)[1]]


def test_pages_are_read_by_folder(content: Path) -> None:
    chronology, findings = load(content)
    assert findings == ()
    assert chronology.entries["2024-03-05-ferry-sinks"].body == "It sank."
    assert chronology.registry().actors["port-authority"].aliases == ("PA",)
    assert list(chronology.site) == ["index"]


def test_hidden_files_are_no_pages(content: Path) -> None:
    put(content, ".ledger/x.md", "x")
    put(content, "actors/.draft.md", "x")
    assert codes(content) == []


def test_links_are_refused(content: Path, tmp_path: Path) -> None:
    outside = put(tmp_path, "outside.md", ACTOR)
    (content / "actors" / "linked.md").symlink_to(outside)
    (content / "more").symlink_to(tmp_path)
    assert codes(content) == [("E010", "content/actors/linked.md"), ("E010", "content/more")]


def test_pipes_are_refused_and_not_waited_for(content: Path) -> None:
    os.mkfifo(content / "actors" / "pipe.md")
    assert codes(content) == [("E010", "content/actors/pipe.md")]


def test_an_entry_outside_its_year_is_found_with_its_place(content: Path) -> None:
    put(content, "entries/2023/2024-05-01-vote.md", ENTRY)
    _, findings = load(content)
    assert findings[0].code == "E013"
    assert "entries/2024/2024-05-01-vote.md" in findings[0].fix


@pytest.mark.parametrize("name", ["Upper.md", "a b.md", "é.md", "con.md", "a_b.md", "a..md"])
def test_a_file_that_is_no_id_is_found(content: Path, name: str) -> None:
    put(content, f"actors/{name}", ACTOR)
    assert codes(content) == [("E014", f"content/actors/{name}")]


def test_a_page_that_cannot_be_read_leaves_the_others(content: Path) -> None:
    (content / "actors" / "latin.md").write_bytes(b"---\nname: Caf\xe9\n---\n")
    put(content, "actors/bare.md", "no front matter")
    chronology, findings = load(content)
    assert [finding.code for finding in findings] == ["E002", "E001"]
    assert list(chronology.actors) == ["port-authority"]


def test_windows_line_ends_and_a_byte_order_mark_are_read(content: Path) -> None:
    path = content / "actors" / "port-authority.md"
    path.write_bytes(b"\xef\xbb\xbf" + ACTOR.replace("\n", "\r\n").encode())
    assert load(content)[0].actors["port-authority"].meta.name == "Port authority"


def test_a_folder_that_is_not_there_is_broken_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no content folder"):
        load(tmp_path / "content")
