from pathlib import Path

import pytest
from stories import ENTITIES, GAZETTE, HERALD, OBSERVER, event, told, tree

from generator.model import Event
from generator.write import Summary, write

FLOOD = "2024-09-17-flood-kills-people-in-ostrava"
STREETS = "2024-09-17-streets-dry"
APART = (event(GAZETTE), event(OBSERVER, title="Streets dry"))
AS_ONE = (event(GAZETTE, OBSERVER),)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def run(content: Path, events: tuple[Event, ...]) -> Summary:
    return write(told(events), ENTITIES, content)


def decide(content: Path, own: str, key: str, other: str) -> str:
    """Write a decision into an entry; return its text before."""
    path = content / "entries" / "2024" / f"{own}.md"
    text = path.read_text()
    path.write_text(text.replace("status: draft\n", f"status: draft\n{key}: [{other}]\n"))
    return text


def test_two_entries_that_a_person_found_to_be_one_are_joined(content: Path) -> None:
    run(content, APART)
    decide(content, STREETS, "same_as", FLOOD)
    summary = run(content, APART)
    assert summary.merged == (FLOOD,)
    text = (content / "entries" / "2024" / f"{STREETS}.md").read_text()
    assert f"aliases: [{FLOOD}]" in text
    assert "report: gazette" in text
    before = tree(content)
    run(content, APART)
    assert tree(content) == before


def test_taking_the_decision_back_parts_them_again(content: Path) -> None:
    run(content, APART)
    before = tree(content)
    decide(content, STREETS, "same_as", FLOOD)
    run(content, APART)
    path = content / "entries" / "2024" / f"{STREETS}.md"
    path.write_text(path.read_text().replace(f"same_as: [{FLOOD}]\n", ""))
    run(content, APART)
    assert tree(content) == before


def test_two_entries_that_a_person_found_to_be_two_are_not_joined(content: Path) -> None:
    run(content, APART)
    decide(content, FLOOD, "not_same_as", STREETS)
    summary = run(content, AS_ONE)
    assert summary.merged == ()
    after = tree(content)
    assert b"report: observer" not in after[f"entries/2024/{FLOOD}.md"]
    assert b"report: gazette" not in after[f"entries/2024/{STREETS}.md"]


def test_a_new_report_still_joins_one_of_two_that_are_kept_apart(content: Path) -> None:
    run(content, APART)
    decide(content, FLOOD, "not_same_as", STREETS)
    run(content, (event(GAZETTE, HERALD, OBSERVER),))
    flood = (content / "entries" / "2024" / f"{FLOOD}.md").read_text()
    assert "report: herald" in flood
    assert "report: observer" not in flood
