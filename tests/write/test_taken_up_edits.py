"""What people wrote into an entry that another takes up goes with it, and comes back."""

from pathlib import Path

import pytest
from stories import ENTITIES, GAZETTE, HERALD, OBSERVER, event, told

from generator.content import EntryPage, Page, load
from generator.write import accept, join, part, proposals, refuse, rename, write

FLOOD = "2024-09-17-flood-kills-people-in-ostrava"
STREETS = "2024-09-17-streets-dry"
APART = (event(GAZETTE), event(OBSERVER, title="Streets dry"))
LATER = (event(GAZETTE, HERALD), event(OBSERVER, title="Streets dry"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return content in which a person edited the entry that is to be taken up."""
    folder = tmp_path / "content"
    write(told(APART), ENTITIES, folder)
    path = folder / "entries" / "2024" / f"{STREETS}.md"
    text = path.read_text().replace("actors: [jan-kral]", "actors: [city-council]")
    text = text.replace("title: Streets dry", "title: Streets open again")
    path.write_text(f"{text}\nThe council thanked its workers.\n")
    return folder


def pages(content: Path) -> dict[str, Page[EntryPage]]:
    chronology, findings = load(content)
    assert findings == ()
    return chronology.entries


def test_items_and_paragraphs_go_along_and_stay(content: Path) -> None:
    join(content, FLOOD, [STREETS], told(APART))
    write(told(LATER), ENTITIES, content)
    (page,) = pages(content).values()
    assert "city-council" in page.meta.actors
    assert page.body.endswith("The council thanked its workers.")
    assert {source.report for source in page.meta.sources} == {"gazette", "herald", "observer"}


def test_a_title_is_offered_until_it_is_decided(content: Path) -> None:
    join(content, FLOOD, [STREETS], told(APART))
    for events in (APART, LATER):
        write(told(events), ENTITIES, content)
        wishes = [(w.field, w.machine) for _, w in proposals(content)]
        assert ("title", "Streets open again") in wishes
    accept(content, FLOOD, "title")
    write(told(LATER), ENTITIES, content)
    assert pages(content)[FLOOD].meta.title == "Streets open again"
    assert "title" not in [wish.field for _, wish in proposals(content)]


def test_a_title_that_is_refused_is_not_offered_again(content: Path) -> None:
    join(content, FLOOD, [STREETS], told(APART))
    refuse(content, FLOOD, "title")
    write(told(LATER), ENTITIES, content)
    assert pages(content)[FLOOD].meta.title == "Flood kills people in Ostrava"
    assert "title" not in [wish.field for _, wish in proposals(content)]


def test_they_come_back_with_the_entry(content: Path) -> None:
    before = (content / "entries" / "2024" / f"{STREETS}.md").read_text()
    join(content, FLOOD, [STREETS], told(APART))
    write(told(LATER), ENTITIES, content)
    assert part(content, FLOOD, ["observer"], told(LATER)) == STREETS
    assert (content / "entries" / "2024" / f"{STREETS}.md").read_text() == before
    assert "thanked" not in pages(content)[FLOOD].body
    assert "title" not in [wish.field for _, wish in proposals(content)]


def test_an_entry_is_taken_up_whatever_its_reports_tell_now(content: Path) -> None:
    join(content, FLOOD, [STREETS], told((), {}))
    (page,) = pages(content).values()
    assert page.meta.aliases == (STREETS,)
    assert [source.report for source in page.meta.sources] == ["gazette", "observer"]


def test_former_ids_that_a_person_wrote_lead_to_the_entry_that_stays(content: Path) -> None:
    for name, old in ((FLOOD, "2024-09-rain"), (STREETS, "2024-09-dry")):
        path = content / "entries" / "2024" / f"{name}.md"
        path.write_text(path.read_text().replace("status:", f"aliases: [{old}]\nstatus:"))
    join(content, FLOOD, [STREETS], told(APART))
    write(told(LATER), ENTITIES, content)
    assert {*pages(content)[FLOOD].meta.aliases} == {"2024-09-rain", "2024-09-dry", STREETS}
    part(content, FLOOD, ["observer"], told(LATER))
    write(told(LATER), ENTITIES, content)
    assert pages(content)[FLOOD].meta.aliases == ("2024-09-rain",)
    assert pages(content)[STREETS].meta.aliases == ("2024-09-dry",)


def test_every_id_of_both_entries_leads_to_the_one_that_stays(content: Path) -> None:
    rename(content, STREETS, "2024-09-17-streets-open")
    rename(content, FLOOD, "2024-09-17-great-flood")
    join(content, "2024-09-17-great-flood", ["2024-09-17-streets-open"], told(APART))
    write(told(LATER), ENTITIES, content)
    (page,) = pages(content).values()
    assert {*page.meta.aliases} == {FLOOD, STREETS, "2024-09-17-streets-open"}
    assert part(content, page.id, ["observer"], told(LATER)) == "2024-09-17-streets-open"
    aliases = {name: page.meta.aliases for name, page in pages(content).items()}
    assert aliases == {
        "2024-09-17-great-flood": (FLOOD,),
        "2024-09-17-streets-open": (STREETS,),
    }


def test_what_an_entry_had_taken_up_goes_along_and_comes_back(tmp_path: Path) -> None:
    content, dead = tmp_path / "content", "2024-09-17-four-dead"
    three = (*APART, event(HERALD, title="Four dead"))
    write(told(three), ENTITIES, content)
    join(content, STREETS, [dead], told(three))
    join(content, FLOOD, [STREETS], told(three))
    write(told(three), ENTITIES, content)
    assert {name: page.meta.aliases for name, page in pages(content).items()} == {
        FLOOD: (dead, STREETS)
    }
    assert part(content, FLOOD, ["herald", "observer"], told(three)) == STREETS
    write(told(three), ENTITIES, content)
    assert {name: page.meta.aliases for name, page in pages(content).items()} == {
        FLOOD: (),
        STREETS: (dead,),
    }
    assert part(content, STREETS, ["herald"], told(three)) == dead
    write(told(three), ENTITIES, content)
    assert not any(page.meta.same_as for page in pages(content).values())
    assert sorted(pages(content)) == sorted([FLOOD, STREETS, dead])
