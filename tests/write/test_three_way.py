import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.write.paragraphs import merge_body
from generator.write.threeway import Hold, Merged, merge

ENTRY = {"title": "Flood in Ostrava", "actors": ["a", "b"], "status": "draft"}


def test_what_no_person_touched_is_updated() -> None:
    new = {**ENTRY, "title": "Flood kills four", "actors": ["a", "c"]}
    assert merge(ENTRY, ENTRY, new) == Merged(value=new, base=new)


def test_what_a_person_touched_is_kept_and_the_machine_proposes() -> None:
    now = {**ENTRY, "title": "Deluge"}
    merged = merge(ENTRY, now, {**ENTRY, "title": "Flood kills four"})
    assert merged.value["title"] == "Deluge"
    assert [(p.field, p.yours, p.machine) for p in merged.proposals] == [
        ("title", "Deluge", "Flood kills four")
    ]


def test_a_proposal_stands_until_it_is_taken_or_refused() -> None:
    now, new = {**ENTRY, "title": "Deluge"}, {**ENTRY, "title": "Flood kills four"}
    first = merge(ENTRY, now, new)
    assert merge(first.base, first.value, new, first.theirs).proposals == first.proposals
    assert merge(first.base, new, new, first.theirs).proposals == ()


def test_what_a_person_wrote_stays_theirs_where_the_machine_agreed_for_a_while() -> None:
    mine = {**ENTRY, "title": "Deluge", "actors": ["a", "b", "mine"]}
    agreed = merge(ENTRY, mine, mine)
    later = merge(agreed.base, agreed.value, ENTRY, agreed.theirs)
    assert later.value == mine


def test_nothing_is_proposed_where_the_machine_has_nothing_new() -> None:
    assert merge(ENTRY, {**ENTRY, "title": "Deluge"}, ENTRY).proposals == ()


def test_an_item_that_a_person_removed_does_not_return() -> None:
    now = {**ENTRY, "actors": ["a"]}
    merged = merge(ENTRY, now, {**ENTRY, "actors": ["a", "b", "c"]})
    assert merged.value["actors"] == ["a", "c"]
    gone = merge(merged.base, merged.value, {**ENTRY, "actors": ["a", "c"]})
    back = merge(gone.base, gone.value, {**ENTRY, "actors": ["a", "b", "c"]}, gone.theirs)
    assert back.value["actors"] == ["a", "c"]


def test_an_item_that_a_person_added_stays() -> None:
    now = {**ENTRY, "actors": ["a", "mine", "b"]}
    assert merge(ENTRY, now, {**ENTRY, "actors": ["b", "c"]}).value["actors"] == ["mine", "b", "c"]


def test_a_list_that_a_person_emptied_stays_empty() -> None:
    now = {key: value for key, value in ENTRY.items() if key != "actors"}
    assert "actors" not in merge(ENTRY, now, ENTRY).value


def test_claims_are_merged_one_by_one() -> None:
    def figures(*values: int) -> dict[str, object]:
        claims = [{"value": value, "source": "r"} for value in values]
        return {"figures": [{"what": "killed", "claims": claims}]}

    merged = merge(figures(3, 4), figures(3, 5), figures(3, 4, 6))
    assert merged.value == figures(3, 6, 5)


def test_trimmed_quotes_are_kept_and_new_sources_are_added() -> None:
    last = {"sources": [{"report": "a", "quotes": ["one two"]}]}
    now = {"sources": [{"report": "a", "quotes": ["one"]}]}
    new = {"sources": [{"report": "a", "quotes": ["one two three"]}, {"report": "b"}]}
    merged = merge(last, now, new)
    assert merged.value == {"sources": [{"report": "a", "quotes": ["one"]}, {"report": "b"}]}
    assert [proposal.field for proposal in merged.proposals] == ["sources.a.quotes"]


ITEMS = st.lists(st.sampled_from("abcdef"), unique=True, min_size=1, max_size=5)


@given(ITEMS, ITEMS, ITEMS, ITEMS)
def test_no_run_undoes_a_persons_list(
    last: list[str], now: list[str], new: list[str], later: list[str]
) -> None:
    added, removed = set(now) - set(last), set(last) - set(now)
    first = merge({"x": last}, {"x": now}, {"x": new})
    second = merge(first.base, first.value, {"x": later}, first.theirs)
    for merged in (first, second):
        value = merged.value.get("x") or []
        assert added <= set(value)
        assert now == last or not removed & set(value)
        assert len(value) == len(set(value))


@given(ITEMS, ITEMS, ITEMS)
@example(["a", "d", "c", "e"], ["d", "c", "e", "a"], ["c", "d"])
@settings(max_examples=1000)
def test_a_second_run_changes_nothing(last: list[str], now: list[str], new: list[str]) -> None:
    first = merge({"x": last}, {"x": now}, {"x": new})
    again = merge(first.base, first.value, {"x": new}, first.theirs)
    assert again.value == first.value


WORDS = st.sampled_from(["One.", "Two.", "Three.", "Four."])
PARAGRAPHS = st.lists(WORDS, max_size=4)
MACHINE = st.lists(WORDS, max_size=4, unique=True)  # it says nothing twice


@given(MACHINE, PARAGRAPHS, MACHINE)
@settings(max_examples=300)
def test_no_paragraph_of_a_person_is_lost(last: list[str], now: list[str], new: list[str]) -> None:
    mine = [f"Mine: {text}" if number % 2 else text for number, text in enumerate(now)]
    merged = merge_body("\n\n".join(last), "\n\n".join(mine), "\n\n".join(new))
    for paragraph in mine:
        assert not paragraph.startswith("Mine") or paragraph in merged.value
    again = merge_body(merged.base, merged.value, "\n\n".join(new))
    assert again.value == merged.value


def test_a_paragraph_that_no_person_touched_is_updated_beside_one_that_was() -> None:
    merged = merge_body("A.\n\nB.\n\nC.", "A.\n\nB.\n\nC, by me.", "A, later.\n\nB.\n\nC.")
    assert merged.value == "A, later.\n\nB.\n\nC, by me."
    assert merged.proposals == ()


def test_a_paragraph_that_both_changed_is_kept_and_proposed() -> None:
    merged = merge_body("A.\n\nB.", "A, by me.\n\nB.", "A, later.\n\nB.")
    assert merged.value == "A, by me.\n\nB."
    assert [proposal.machine for proposal in merged.proposals] == ["A, later.\n\nB."]


def test_the_spacing_of_an_edited_body_stays_where_nothing_changes() -> None:
    assert merge_body("A.\n\nB.", "A.\n\n\n\nB!", "A.\n\nB.").value == "A.\n\n\n\nB!"


@pytest.mark.parametrize(
    ("mine", "kept"),
    [
        ("Six died.\n\nMine.", "Seven died.\n\nMine."),
        ("Mine.\n\nSix died.", "Mine.\n\nSeven died."),
        ("Mine.\n\nSix died.\n\nMine too.", "Mine.\n\nSeven died.\n\nMine too."),
    ],
)
def test_a_paragraph_of_a_persons_own_holds_back_none_of_the_machines(mine: str, kept: str) -> None:
    merged = merge_body("Six died.", mine, "Seven died.", Hold.ITEMS)
    assert (merged.value, merged.base, merged.proposals) == (kept, "Seven died.", ())


def test_of_a_reviewed_body_no_paragraph_is_replaced() -> None:
    merged = merge_body("A.\n\nB.\n\nC.", "A.\n\nB.\n\nC!", "A2.\n\nB.\n\nC.", Hold.ALL)
    assert merged.value == "A.\n\nB.\n\nC!"
    assert [wish.machine for wish in merged.proposals] == ["A2.\n\nB.\n\nC!"]
