"""Which entries are related, and what the quotes call the people of one."""

from __future__ import annotations

import pytest

from generator.content import Chronology, EntryPage, Page, PlacePage
from generator.site.called import office
from generator.site.catalogue import catalogue
from generator.site.related import MOST, Related


def entry(
    key: str, date: str | None, *names: str, place: str = "", topic: str = ""
) -> Page[EntryPage]:
    meta = EntryPage(
        title=key,
        date=date,
        kind="strike",
        actors=names,
        places=(place,) if place else (),
        topics=(topic,) if topic else (),
    )
    return Page(id=key, path=f"entries/{key}.md", meta=meta, body="", lines={})


def related(entries: list[Page[EntryPage]], key: str, **options: set[str]) -> list[str]:
    places = {
        name: Page(
            id=name,
            path=f"places/{name}.md",
            meta=PlacePage(name=name, kind="city", within=within),
            body="",
            lines={},
        )
        for name, within in (("quay", "harbour"), ("pier", "harbour"), ("harbour", None))
    }
    found = catalogue(Chronology(entries={page.id: page for page in entries}, places=places))
    one = found.chronology.entries[key]
    return [page.id for page in Related(found).to(one, **options)]


NOISE = [entry(f"other-{n}", "2020-01-01", f"nobody-{n}") for n in range(20)]


def test_one_name_in_common_relates_nothing_and_two_do() -> None:
    entries = [
        entry("a", "2030-05-01", "union", "port"),
        entry("b", "2030-05-02", "union", "port"),
        entry("c", "2030-05-02", "union"),
        *NOISE,
    ]

    assert related(entries, "a") == ["b"]


def test_a_rare_name_relates_more_than_a_frequent_one() -> None:
    frequent = [entry(f"f{n}", "2029-01-01", "state") for n in range(8)]
    entries = [
        entry("a", "2030-05-01", "union", "state", "pilot"),
        entry("often", "2030-05-02", "union", "state"),
        entry("rarely", "2030-05-02", "union", "pilot"),
        *frequent,
        *NOISE,
    ]

    assert related(entries, "a") == ["rarely", "often"]


def test_the_nearer_in_time_comes_first() -> None:
    entries = [
        entry("a", "2030-05-01", "union", "port"),
        entry("far", "2030-09-01", "union", "port"),
        entry("near", "2030-04-20", "union", "port"),
        entry("unknown", None, "union", "port"),
        *NOISE,
    ]

    assert related(entries, "a") == ["near", "unknown", "far"]


def test_places_within_one_place_are_in_common() -> None:
    entries = [
        entry("a", "2030-05-01", "union", place="quay"),
        entry("b", "2030-05-02", "union", place="pier"),
        *NOISE,
    ]

    assert related(entries, "a") == ["b"]


def test_what_the_page_shows_already_and_what_is_withdrawn_are_left_out() -> None:
    gone = entry("gone", "2030-05-01", "union", "port")
    meta = gone.meta.model_copy(update={"status": "withdrawn", "withdrawn_reason": "false"})
    entries = [
        entry("a", "2030-05-01", "union", "port"),
        entry("b", "2030-05-02", "union", "port"),
        entry("c", "2030-05-02", "union", "port"),
        Page(id=gone.id, path=gone.path, meta=meta, body="", lines={}),
        *NOISE,
    ]

    assert related(entries, "a", without={"b"}) == ["c"]


def test_at_most_five_are_shown_in_one_order_however_the_entries_came() -> None:
    entries = [entry(f"e{n}", "2030-05-01", "union", "port") for n in range(9)] + NOISE

    assert related(entries, "e4") == related(entries[::-1], "e4") == ["e0", "e1", "e2", "e3", "e5"]
    assert len(related(entries, "e4")) == MOST


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (
            "On Friday Portuguese Foreign Minister Ana Leal flew home.",
            "Portuguese Foreign Minister",
        ),
        ("The ferry left before former mayor Ana Leal arrived.", "former mayor"),
        ("Reporters met Ms Ana Leal on the quay.", ""),
        ("The minister and Ana Leal disagreed.", ""),
        ("Deputy Minister Ana Lealson resigned.", ""),
        ("Ana Leal spoke.", ""),
    ],
)
def test_a_person_has_the_office_that_the_words_right_before_the_name_say(
    quote: str, said: str
) -> None:
    assert office(["Ana Leal", "Leal"], [quote]) == said


def test_the_fullest_office_is_taken() -> None:
    quotes = ["Minister Leal left.", "Health Minister Ana Leal left."]

    assert office(["Ana Leal", "Leal"], quotes) == "Health Minister"
