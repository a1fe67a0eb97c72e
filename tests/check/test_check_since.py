"""`check --since` looks at what changed, and at nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.check import check, since
from generator.errors import UsageError

OUTAGE = "entries/2024/2024-09-17-outage.md"
STRIKE = "entries/2024/2024-09-18-strike.md"


def git(content: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments]
    done = subprocess.run(command, cwd=content, capture_output=True, text=True, check=True)
    return done.stdout


def put(content: Path, where: str, **fields: str) -> None:
    path = content / where
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{key}: {value}\n" for key, value in fields.items())
    path.write_text(f"---\n{rows}---\n", encoding="utf-8")


def entry(content: Path, where: str, **fields: str) -> None:
    whole = {"title": "It happened", "date": where[13:23], "kind": "strike", **fields}
    put(content, where, **whole, sources="[{url: 'https://news.example/1'}]")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "repo" / "content"
    entry(folder, OUTAGE, actors="[no-such-body]")
    entry(folder, STRIKE, actors="[dock-union]", places="[averly]")
    put(folder, "actors/dock-union.md", name="Dock Union", kind="organisation")
    put(folder, "places/averly.md", name="Averly", kind="city")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return folder


def found(content: Path, base: str = "HEAD") -> list[tuple[str, str]]:
    findings = check(content, only=since(content, base))
    return [(finding.path, finding.code) for finding in findings]


def test_what_stood_there_before_is_not_judged(content: Path) -> None:
    assert found(content) == []
    assert [finding.code for finding in check(content)] == ["E030"]


def test_a_changed_page_is_judged_by_the_whole_registry(content: Path) -> None:
    entry(content, STRIKE, actors="[dock-unoin]", places="[averly]")

    (finding,) = check(content, only=since(content, "HEAD"))

    assert (finding.code, finding.fix) == ("E030", "Did you mean `dock-union`?")


def test_a_page_that_git_does_not_know_yet_is_judged(content: Path) -> None:
    entry(content, "entries/2024/2024-09-19-launch.md", kind="atack")
    assert found(content) == [("content/entries/2024/2024-09-19-launch.md", "E037")]


def test_committed_changes_are_judged_from_where_the_two_went_apart(content: Path) -> None:
    git(content, "branch", "base")
    entry(content, STRIKE, places="[avrely]")
    git(content, "commit", "-qam", "second")
    git(content, "checkout", "-q", "base")
    entry(content, OUTAGE, places="[nowhere]")
    git(content, "commit", "-qam", "on the base")
    git(content, "checkout", "-q", "-")

    assert found(content, "base") == [(f"content/{STRIKE}", "E031")]


def test_pages_that_name_what_was_deleted_are_judged(content: Path) -> None:
    (content / "places" / "averly.md").unlink()
    assert found(content) == [(f"content/{STRIKE}", "E031")]


def test_a_former_id_in_an_unchanged_entry_counts(content: Path) -> None:
    entry(content, OUTAGE, aliases="[2024-09-17-dark]")
    git(content, "commit", "-qam", "renamed")
    entry(content, STRIKE, not_same_as="[2024-09-17-dark]")
    assert found(content) == []

    entry(content, STRIKE, aliases="[2024-09-17-dark]")
    assert found(content) == [(f"content/{STRIKE}", "E022")]


def test_links_of_a_changed_place_are_followed_through_the_others(content: Path) -> None:
    put(content, "places/coast.md", name="Coast", kind="region", within="averly")
    git(content, "add", "-A")
    git(content, "commit", "-qm", "coast")
    put(content, "places/averly.md", name="Averly", kind="city", within="coast")
    assert found(content) == [("content/places/averly.md", "E034")]


@pytest.mark.parametrize("base", ["no-such", "--output=x", "HEAD:content", ""])
def test_what_is_no_revision_is_said(content: Path, base: str) -> None:
    with pytest.raises(UsageError, match="no revision"):
        since(content, base)


def test_a_folder_outside_any_repository_is_said(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with pytest.raises(UsageError, match="git"):
        since(tmp_path / "content", "HEAD")
