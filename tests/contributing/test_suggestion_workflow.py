"""A suggestion that an editor accepts becomes a branch and a draft pull request, or an answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from forge import Forge, step

KIND = "contains(github.event.issue.labels.*.name, 'article') && 'article' || 'entry'"
HOSTILE = "$(touch ran) `touch ran` \"; touch ran; ' ${{ github.token }} ::set-output::"
ENTRY = {
    "Title": f"Storm closes the bridge at Averly {HOSTILE}",
    "Date": "2031-05-04",
    "What happened": f"The bridge was closed. {HOSTILE}",
    "Source address": "https://news.example/bridge",
    "Publisher": "Averly Post",
    "Published": "2031-05-05",
    "Exact passage": "The bridge was closed.",
}
ARTICLE = {
    "Article address": "https://news.example/theft",
    "Headline": f"Theft at the yard {HOSTILE}",
    "Publisher": "Averly Post",
    "Published": "2031-05-07",
    "Text": f"On Monday police arrested two men in Utrecht over the theft of cables. {HOSTILE}",
    "What it tells": "The arrest.",
}


@pytest.fixture
def forge(tmp_path: Path, invented: Path) -> Forge:
    made = Forge(folder=tmp_path / "forge")
    made.begin(invented)
    return made


def accept(forge: Forge, kind: str, form: dict[str, str]) -> list[int]:
    """Run the workflow's steps over an event, and return their codes as far as they ran."""
    body = "\n\n".join(f"### {label}\n\n{value}" for label, value in form.items())
    event = {"issue": {"number": 7, "body": body, "title": HOSTILE}}
    (forge.folder / "event.json").write_text(json.dumps(event), encoding="utf-8")
    given = {
        KIND: kind,
        "github.token": "token",
        "github.event.issue.number": "7",
        "github.event.repository.default_branch": "main",
    }
    codes = []
    for name in ("Write the draft", "Open a draft pull request"):
        done = forge.run(step("suggestion", "draft", name), given)
        codes.append(done.returncode)
        if done.returncode:
            break
    return codes


@pytest.mark.parametrize(("kind", "form"), [("entry", ENTRY), ("article", ARTICLE)])
def test_what_is_accepted_becomes_a_draft_pull_request(
    forge: Forge, kind: str, form: dict[str, str]
) -> None:
    assert accept(forge, kind, form) == [0, 0]

    changed = forge.git(forge.remote, "diff", "--name-only", "main", "suggestion/7").split()
    assert sum(path.startswith("content/entries/2031/") for path in changed) == 1
    assert sum(path.startswith("seeds/2031-05-07") for path in changed) == (kind == "article")
    assert all(path.startswith(("content/", "seeds/")) for path in changed)
    assert "pr create --draft --head suggestion/7 --base main" in forge.read("called")
    assert forge.read("posted").endswith("\nCloses #7.\n")
    assert [*forge.folder.rglob("ran")] == []


@pytest.mark.parametrize(
    ("kind", "form", "words"),
    [
        ("entry", {**ENTRY, "Source address": "_No response_"}, "sources"),
        ("entry", {"Nothing": "x"}, "holds no form"),
        ("article", {**ARTICLE, "Text": "_No response_"}, "Nothing is fetched here"),
        ("article", {**ARTICLE, "Text": "It is nice here."}, "No event was found"),
    ],
)
def test_what_cannot_be_used_is_answered_and_nothing_is_pushed(
    forge: Forge, kind: str, form: dict[str, str], words: str
) -> None:
    assert accept(forge, kind, form) == [1]

    assert forge.read("called").startswith("issue comment 7 --body-file")
    assert words in forge.read("posted")
    assert forge.git(forge.remote, "branch", "--list", "suggestion/*") == ""
