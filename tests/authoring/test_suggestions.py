"""A suggestion from a stranger's form is text: taken, checked, or refused with the reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from generator.authoring.form import ARTICLE, ENTRY, EVENT_LIMIT, filled, sections
from generator.check import check
from generator.cli import app
from generator.errors import UsageError

ROOT = Path(__file__).parents[2]
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
FILLED = {
    "Title": "Strike halts the ferries of Averly",
    "Date": "4 May 2031",
    "Kind of event": "Strike",
    "Actors": "Ferry Union, @nobody",
    "Places": "_No response_",
    "What happened": "The crews stayed ashore.\n\n### Why\n\nPay.",
    "Source address": "https://news.example/ferries",
    "Publisher": "Averly Post",
    "Published": "2031-05-05",
    "Exact passage": 'No ferry left: "not one".',
}


def form(folder: Path, **changes: str) -> Path:
    path = folder / "form.md"
    values = {**FILLED, **{key.replace("_", " "): value for key, value in changes.items()}}
    text = "\r\n\r\n".join(f"### {label}\r\n\r\n{value}" for label, value in values.items())
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


def suggest(folder: Path, path: Path) -> Result:
    command = ["new", "entry", "--form", str(path), "--no-input", "--content", str(folder / "c")]
    return CliRunner().invoke(app, command)


def written(folder: Path) -> list[Path]:
    return sorted((folder / "c").rglob("*.md"))


def test_a_form_makes_a_draft_and_names_what_it_left_out(tmp_path: Path) -> None:
    actors = tmp_path / "c" / "actors"
    actors.mkdir(parents=True)
    (actors / "ferry-union.md").write_text("---\nname: Ferry Union\nkind: group\n---\n", "utf-8")

    done = suggest(tmp_path, form(tmp_path))

    assert done.exit_code == 0, done.output
    _, page = written(tmp_path)
    assert page.name == "2031-05-04-strike-halts-the-ferries-of-averly.md"
    text = page.read_text(encoding="utf-8")
    assert "actors: [ferry-union]\n" in text
    assert "status: draft" in text
    assert "### Why\n\nPay." in text
    assert "left out:\n\n- @\N{ZERO WIDTH SPACE}nobody\n" in done.stdout
    assert check(tmp_path / "c") == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"Source_address": "javascript:alert(1)"}, "sources.0.url"),
        ({"Source_address": "_No response_"}, "sources"),
        ({"Title": "_No response_"}, "title"),
        ({"Title": "x" * 600}, "title"),
        ({"Date": "soon @octocat"}, "@\N{ZERO WIDTH SPACE}octocat"),
        ({"What_happened": "<script>alert(1)</script>"}, "&lt;script&gt;"),
        ({"Exact_passage": "word " * 61}, "61 words"),
        ({"What_happened": "a \x00 b"}, "not written"),
    ],
)
def test_what_the_check_is_against_is_said_and_not_written(
    tmp_path: Path, changes: dict[str, str], words: str
) -> None:
    done = suggest(tmp_path, form(tmp_path, **changes))

    assert done.exit_code == 1, done.output
    assert words in done.stdout
    assert written(tmp_path) == []


@pytest.mark.parametrize(
    "title",
    ["../../../etc/passwd", "&a *a !!python/object x", "---\n...\n--- ", "'\": [}{", "%TAG ! x"],
)
def test_no_title_leaves_its_line_or_the_folder(tmp_path: Path, title: str) -> None:
    suggest(tmp_path, form(tmp_path, Title=title))

    (page,) = written(tmp_path)
    assert page.parent == tmp_path / "c" / "entries" / "2031"
    assert check(tmp_path / "c") == ()


def test_a_file_that_is_no_form_is_broken_use(tmp_path: Path) -> None:
    (tmp_path / "form.md").write_text("Hello.\n", encoding="utf-8")
    done = suggest(tmp_path, tmp_path / "form.md")
    assert "holds no form" in str(done.exception)


def test_a_label_within_an_answer_belongs_to_the_answer() -> None:
    found = sections("### Title\n\na\n\n### Date\n\n### Title\n\nb\n### Publisher\n\nc", ENTRY)
    assert found == {"title": "a", "date": "### Title\n\nb", "publisher": "c"}


@given(st.text(max_size=300) | st.lists(st.sampled_from(["### Title", "### Date", "x", ""])))
def test_any_text_is_cut_without_a_fault(text: str | list[str]) -> None:
    whole = text if isinstance(text, str) else "\n".join(text)
    assert set(sections(whole, ENTRY)) <= set(ENTRY.values())


@pytest.mark.parametrize("event", [{"issue": {"body": "%s"}}, {"issue": {"body": None}}])
def test_a_form_may_come_within_the_event_of_its_issue(
    tmp_path: Path, event: dict[str, dict[str, str | None]]
) -> None:
    text = form(tmp_path).read_text(encoding="utf-8")
    path = tmp_path / "event.json"
    there = event["issue"]["body"] is not None
    path.write_text(json.dumps({"issue": {"body": text}} if there else event), encoding="utf-8")

    done = suggest(tmp_path, path)

    assert (done.exit_code == 0) is there
    assert len(written(tmp_path)) == there
    assert there or "holds no form" in str(done.exception)


@pytest.mark.parametrize("text", ["", "[]", "{", "{}", '{"issue": []}', "[" * 100_000, "\udcff"])
def test_what_is_no_event_is_broken_use(tmp_path: Path, text: str) -> None:
    path = tmp_path / "event.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match="no event of an issue"):
        filled(path, ENTRY)


def test_an_event_is_read_to_a_bound(tmp_path: Path) -> None:
    path = tmp_path / "event.json"
    path.write_text(json.dumps({"issue": {"body": "### Title\n\n" + "x" * EVENT_LIMIT}}), "utf-8")
    with pytest.raises(UsageError, match="longer than"):
        filled(path, ENTRY)


@pytest.mark.skipif(not FORMS.exists(), reason="the forge's forms are not in this tree")
@pytest.mark.parametrize(("name", "labels"), [("entry", ENTRY), ("article", ARTICLE)])
def test_the_labels_are_those_of_the_form(name: str, labels: Mapping[str, str]) -> None:
    loaded = yaml.safe_load((FORMS / f"suggest-{name}.yml").read_text(encoding="utf-8"))
    fields = [part for part in loaded["body"] if part["type"] != "markdown"]
    assert [part["attributes"]["label"] for part in fields] == list(labels)


@pytest.mark.skipif(not FORMS.exists(), reason="the forge's forms are not in this tree")
@pytest.mark.parametrize("form", ["suggest-entry", "suggest-article", "report-mistake"])
def test_gitlabs_templates_ask_what_the_forms_ask(form: str) -> None:
    loaded = yaml.safe_load((FORMS / f"{form}.yml").read_text(encoding="utf-8"))
    asked = [part["attributes"]["label"] for part in loaded["body"] if part["type"] != "markdown"]
    name = f"{loaded['name']}.md"
    text = (ROOT / ".gitlab" / "issue_templates" / name).read_text(encoding="utf-8")
    assert [row[4:] for row in text.splitlines() if row.startswith("### ")] == asked
    assert text.endswith(f"\n/label ~{loaded['labels'][0]}\n")
