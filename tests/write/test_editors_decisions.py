from dataclasses import replace
from pathlib import Path

import pytest
from stories import ACQUITTAL, ENTITIES, GAZETTE, HERALD, OBSERVER, READINGS, event, told, tree

from generator.content import load
from generator.errors import UsageError
from generator.model import Event
from generator.write import (
    Summary,
    accept,
    join,
    part,
    proposals,
    reconsider,
    refuse,
    reinstate,
    rename,
    withdraw,
    write,
)

FLOOD = "2024-09-17-flood-kills-people-in-ostrava"
STREETS = "2024-09-17-streets-dry"
NEW = "2024-09-17-great-flood"
APART = (event(GAZETTE), event(OBSERVER, title="Streets dry"), event(ACQUITTAL, title="Free"))
AS_ONE = (event(GAZETTE, OBSERVER), event(ACQUITTAL, title="Free"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def run(content: Path, *events: Event) -> Summary:
    return write(told(events), ENTITIES, content)


def page(content: Path, name: str = FLOOD) -> Path:
    return content / "entries" / "2024" / f"{name}.md"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def pages(content: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(content).items() if name.endswith(".md")}


@pytest.mark.parametrize("edited", ["", FLOOD, STREETS])
def test_splitting_takes_a_merge_back_to_the_byte(content: Path, edited: str) -> None:
    run(content, *APART)
    if edited:
        edit(page(content, edited), "status: draft", "status:   reviewed # mine")
    before = tree(content)
    assert join(content, FLOOD, [STREETS], told(APART)) == (STREETS,)
    assert not page(content, STREETS).exists()
    merged = load(content)[0].entries[FLOOD].meta
    assert merged.aliases == merged.same_as == (STREETS,)
    assert [source.report for source in merged.sources] == ["gazette", "observer"]
    assert part(content, FLOOD, ["observer"], told(APART)) == STREETS
    assert tree(content) == before


def test_later_runs_obey_a_merge(content: Path) -> None:
    run(content, *APART)
    join(content, FLOOD, [STREETS], told(APART))
    before = pages(content)
    summary = run(content, *APART)
    assert summary.new == ()
    assert pages(content) == before
    run(content, event(GAZETTE, HERALD), *APART[1:])
    assert "report: herald" in page(content).read_text()
    assert not page(content, STREETS).exists()


def test_a_merge_can_be_taken_back_after_later_runs(content: Path) -> None:
    run(content, *APART)
    edit(page(content, STREETS), "status: draft", "status: draft # of mine")
    later = (event(GAZETTE, HERALD), *APART[1:])
    join(content, FLOOD, [STREETS], told(APART))
    run(content, *later)
    assert part(content, FLOOD, ["observer"], told(later)) == STREETS
    assert "status: draft # of mine" in page(content, STREETS).read_text()
    text = page(content).read_text()
    assert "report: herald" in text
    assert "same_as" not in text
    assert "aliases" not in text
    before = pages(content)
    run(content, *later)
    assert pages(content) == before


def test_merging_takes_a_split_back_to_the_byte(content: Path) -> None:
    run(content, *AS_ONE)
    before = tree(content)
    name = part(content, FLOOD, ["observer"], told(AS_ONE))
    assert "report: observer" in page(content, name).read_text()
    assert "report: observer" not in page(content).read_text()
    join(content, FLOOD, [name], told(AS_ONE))
    assert tree(content) == before


def test_later_runs_obey_a_split(content: Path) -> None:
    run(content, *AS_ONE)
    name = part(content, FLOOD, ["observer"], told(AS_ONE))
    before = pages(content)
    run(content, *AS_ONE)
    assert pages(content) == before
    assert f"not_same_as: [{name}]" in page(content).read_text()


def test_splitting_returns_to_an_edited_entry_that_tells_the_same(content: Path) -> None:
    run(content, *APART)
    edit(page(content, STREETS), "actors: [", "actors: [mine, ")
    run(content, *AS_ONE)
    assert page(content, STREETS).exists()
    assert part(content, FLOOD, ["observer"], told(AS_ONE)) == STREETS
    assert "actors: [mine, " in page(content, STREETS).read_text()
    assert "report: observer" not in page(content).read_text()
    before = pages(content)
    run(content, *AS_ONE)
    assert pages(content) == before


def test_a_former_id_of_an_entry_that_no_report_tells_now_is_no_new_entrys(content: Path) -> None:
    free, four = "2024-09-16-free", "2024-09-17-four-dead"
    events = event(HERALD, title="Four dead"), event(ACQUITTAL, title="Free")
    herald = told(events, {"herald": READINGS["herald"]})
    run(content, event(GAZETTE), *events)
    write(herald, ENTITIES, content)
    join(content, FLOOD, [free], herald)
    join(content, four, [FLOOD], herald)
    assert part(content, four, ["herald"], herald) == free
    write(herald, ENTITIES, content)
    assert FLOOD in load(content)[0].entries[four].meta.aliases
    assert not page(content).exists()


def test_a_decision_touches_no_other_entry(content: Path) -> None:
    run(content, *APART)
    changed = (*APART[:2], event(ACQUITTAL, title="Banker walks free"))
    other = page(content, "2024-09-16-free").read_bytes()
    join(content, FLOOD, [STREETS], told(changed))
    assert page(content, "2024-09-16-free").read_bytes() == other


def test_renaming_back_gives_the_same_bytes(content: Path) -> None:
    run(content, *APART)
    before = tree(content)
    assert rename(content, FLOOD, NEW) == FLOOD
    assert not page(content).exists()
    assert f"aliases: [{FLOOD}]" in page(content, NEW).read_text()
    assert rename(content, NEW, FLOOD) == NEW
    assert tree(content) == before


def test_an_entry_that_took_another_up_may_be_renamed(content: Path) -> None:
    run(content, *APART)
    join(content, FLOOD, [STREETS], told(APART))
    rename(content, FLOOD, NEW)
    run(content, *APART)
    assert load(content)[0].entries[NEW].meta.aliases == (STREETS, FLOOD)
    assert sorted(pages(content))[1:3] == [
        "entries/2024/2024-09-16-free.md",
        f"entries/2024/{NEW}.md",
    ]


def test_later_runs_find_a_renamed_entry(content: Path) -> None:
    run(content, *APART)
    rename(content, FLOOD, NEW)
    assert run(content, event(GAZETTE, HERALD), *APART[1:]).new == ()
    assert "report: herald" in page(content, NEW).read_text()


@pytest.mark.parametrize("name", ["Flood", "flood", "2023-09-17-flood", STREETS, "../x"])
def test_an_id_that_does_not_fit_is_refused(content: Path, name: str) -> None:
    run(content, *APART)
    with pytest.raises(UsageError):
        rename(content, FLOOD, name)


def test_a_withdrawal_says_why_and_is_taken_back(content: Path) -> None:
    run(content, *APART)
    edit(page(content), "kind: disaster", "# a note\nkind: disaster")
    before = tree(content)
    withdraw(content, FLOOD, "The report was\nretracted.")
    meta = load(content)[0].entries[FLOOD].meta
    assert (meta.status, meta.withdrawn_reason) == ("withdrawn", "The report was retracted.")
    reinstate(content, FLOOD)
    assert tree(content) == before
    withdraw(content, FLOOD, "Wrong.")
    noted = pages(content)
    run(content, *APART)
    assert pages(content) == noted
    reinstate(content, FLOOD)
    assert pages(content).items() <= before.items()
    with pytest.raises(UsageError, match="not withdrawn"):
        reinstate(content, FLOOD)


def proposing(content: Path) -> None:
    run(content, *APART)
    edit(page(content), "title: Flood kills people in Ostrava", "title: Deluge  # mine")
    run(content, event(GAZETTE, title="Flood kills three"), *APART[1:])


def test_a_proposal_that_is_taken_is_the_machines_again(content: Path) -> None:
    proposing(content)
    before = tree(content)
    assert accept(content, FLOOD) == ("title",)
    assert "title: Flood kills three # mine" in page(content).read_text()
    assert proposals(content) == ()
    assert reconsider(content, FLOOD) == "accept"
    assert tree(content) == before
    accept(content, FLOOD, "title")
    run(content, event(GAZETTE, title="Flood, later"), *APART[1:])
    assert "title: Flood, later " in page(content).read_text()


def test_a_proposal_that_is_refused_does_not_return(content: Path) -> None:
    proposing(content)
    assert refuse(content, FLOOD, "title") == ("title",)
    assert "title: Deluge  # mine" in page(content).read_text()
    run(content, event(GAZETTE, title="Flood kills three"), *APART[1:])
    assert proposals(content) == ()
    run(content, event(GAZETTE, title="Flood, later"), *APART[1:])
    assert [wish.machine for _, wish in proposals(content)] == ["Flood, later"]


def test_a_nested_proposal_is_taken(content: Path) -> None:
    run(content, *APART)
    edit(page(content), "publisher: The Gazette", "publisher: Our Gazette")
    was = READINGS["gazette"]
    other = replace(was, article=replace(was.article, publisher="New Gazette"))
    write(told(APART, {**READINGS, "gazette": other}), ENTITIES, content)
    (wish,) = (wish for _, wish in proposals(content))
    assert wish.machine == "New Gazette"
    accept(content, FLOOD, wish.field)
    assert "publisher: New Gazette" in page(content).read_text()


@pytest.mark.parametrize("decide", [accept, refuse])
def test_a_body_is_taken_or_refused_whole(content: Path, decide: object) -> None:
    run(content, *APART)
    path = page(content)
    path.write_text(path.read_text().rstrip() + " And more, say I.\n\nA paragraph of mine.\n")
    run(content, event(GAZETTE, HERALD), *APART[1:])
    assert [wish.field for _, wish in proposals(content)] == ["body"]
    decide(content, FLOOD)  # type: ignore[operator]
    text = path.read_text()
    assert ("And more, say I." in text) == (decide is refuse)
    assert "A paragraph of mine." in text
    before = pages(content)
    run(content, event(GAZETTE, HERALD), *APART[1:])
    assert proposals(content) == ()
    assert pages(content) == before


def test_refusing_to_be_taken_up_keeps_two_entries_apart(content: Path) -> None:
    run(content, *APART)
    edit(page(content, STREETS), "status: draft", "status: reviewed")
    run(content, *AS_ONE)
    assert [(own, wish.field) for own, wish in proposals(content)] == [(STREETS, "same_as")]
    refuse(content, STREETS)
    run(content, *AS_ONE)
    assert "same_as" not in [wish.field for _, wish in proposals(content)]
    assert f"not_same_as: [{FLOOD}]" in page(content, STREETS).read_text()
    assert "report: observer" not in page(content).read_text()


def test_what_cannot_be_decided_is_said(content: Path) -> None:
    run(content, *APART)
    with pytest.raises(UsageError, match="no entry"):
        join(content, FLOOD, ["2024-nothing"], told(APART))
    with pytest.raises(UsageError, match="each once"):
        join(content, FLOOD, [FLOOD], told(APART))
    with pytest.raises(UsageError, match="not told by herald"):
        part(content, FLOOD, ["herald"], told(APART))
    with pytest.raises(UsageError, match="alone"):
        part(content, FLOOD, ["gazette"], told(APART))
    with pytest.raises(UsageError, match="nothing is proposed"):
        accept(content, FLOOD)
    with pytest.raises(UsageError, match="no content"):
        withdraw(content.parent / "none", FLOOD, "Wrong.")
