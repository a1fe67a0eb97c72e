"""From an entry that a person touched the machine takes nothing without being let."""

from dataclasses import replace
from pathlib import Path

import pytest
from stories import ENTITIES, GAZETTE, HERALD, OBSERVER, event, told

from generator.content import load
from generator.content.schema import EntryPage
from generator.write import accept, proposals, refuse, write

FLOOD = "2024-09-17-flood-kills-people-in-ostrava"
WIDE = (event(GAZETTE, HERALD),)
NARROW = (event(GAZETTE), event(HERALD, title="Four dead"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    write(told(WIDE), ENTITIES, folder)
    return folder


def edit(content: Path, old: str, new: str) -> None:
    path = content / "entries" / "2024" / f"{FLOOD}.md"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def meta(content: Path) -> EntryPage:
    return load(content)[0].entries[FLOOD].meta


def reports(content: Path) -> list[str | None]:
    return [source.report for source in meta(content).sources]


@pytest.mark.parametrize(
    ("old", "new"),
    [("status: draft", "status: reviewed"), ("actors: [jan-kral]", "actors: [jan-kral, zoo]")],
)
def test_a_source_that_is_told_elsewhere_now_stays_and_its_end_is_proposed(
    content: Path, old: str, new: str
) -> None:
    edit(content, old, new)
    for _ in range(2):
        write(told(NARROW), ENTITIES, content)
        assert reports(content) == ["gazette", "herald"]
        assert ("sources.herald", None) in [(w.field, w.machine) for _, w in proposals(content)]
    accept(content, FLOOD, "sources.herald")
    write(told(NARROW), ENTITIES, content)
    assert reports(content) == ["gazette"]


def test_a_source_that_a_person_keeps_is_theirs(content: Path) -> None:
    edit(content, "status: draft", "status: reviewed")
    write(told(NARROW), ENTITIES, content)
    refuse(content, FLOOD, "sources.herald")
    write(told(NARROW), ENTITIES, content)
    assert reports(content) == ["gazette", "herald"]
    assert "sources.herald" not in [wish.field for _, wish in proposals(content)]


def test_an_entry_that_nobody_touched_is_the_machines(content: Path) -> None:
    write(told(NARROW), ENTITIES, content)
    assert reports(content) == ["gazette"]
    assert proposals(content) == ()


def test_a_reviewed_entry_grows_and_nothing_in_it_is_replaced(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(told([event(GAZETTE)]), ENTITIES, content)
    edit(content, "status: draft", "status: reviewed")
    body = load(content)[0].entries[FLOOD].body
    write(told([event(GAZETTE, HERALD, OBSERVER, title="Deluge")]), ENTITIES, content)
    assert reports(content) == ["gazette", "herald", "observer"]
    assert meta(content).title == "Flood kills people in Ostrava"
    assert load(content)[0].entries[FLOOD].body == body
    assert {"title", "body"} <= {wish.field for _, wish in proposals(content)}


def test_an_edited_draft_is_updated_where_nobody_touched_it(content: Path) -> None:
    edit(content, "actors: [jan-kral]", "actors: [jan-kral, zoo]")
    write(told([event(GAZETTE, HERALD, title="Deluge")]), ENTITIES, content)
    assert meta(content).title == "Deluge"
    assert meta(content).actors == ("jan-kral", "zoo")


@pytest.mark.parametrize(("name", "stays"), [("Jan Král", True), ("Josef Král", False)])
def test_an_actor_whose_name_another_comes_to_bear_stays_where_it_was_named(
    content: Path, name: str, stays: bool
) -> None:
    (content / "actors" / "other.md").write_text(f"---\nname: {name}\nkind: person\n---\n")
    unlinked = replace(event(GAZETTE, HERALD), actors=())
    write(told([unlinked]), ENTITIES, content)
    assert (meta(content).actors == ("jan-kral",)) == stays
