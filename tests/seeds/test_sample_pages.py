"""The sample chronology's own pages hold together: ids resolve, names are told apart."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from generator.content.tree import Chronology, load

CONTENT = Path(__file__).resolve().parents[2] / "content"


def sample() -> Chronology:
    chronology, findings = load(CONTENT)
    assert not findings
    return chronology


def test_the_sample_has_its_front_page_and_says_what_it_is_and_by_which_rules() -> None:
    assert {"index", "about", "policy"} <= set(sample().site)
    assert "CC BY 4.0" in sample().site["about"].body


def test_every_affiliation_is_an_actor_with_a_page() -> None:
    actors = sample().actors
    named = {page.meta.affiliation for page in actors.values() if page.meta.affiliation}
    assert named <= set(actors)


def test_every_place_leads_up_to_a_country_or_a_sea_without_going_round() -> None:
    places = sample().places
    for page in places.values():
        seen = [page.id]
        while (above := places[seen[-1]].meta.within) is not None:
            assert above not in seen
            seen.append(above)
        if page.meta.status == "reviewed":
            assert places[seen[-1]].meta.kind in {"country", "water"}


def test_every_reviewed_place_has_coordinates_and_every_one_on_land_a_country() -> None:
    for page in sample().places.values():
        if page.meta.status == "reviewed":
            assert page.meta.lat is not None
            assert page.meta.lon is not None
            assert page.meta.country or page.meta.kind == "water"


def test_no_name_or_alias_stands_for_two_reviewed_actors_or_two_reviewed_places() -> None:
    chronology = sample()
    for pages in (chronology.actors, chronology.places):
        names = Counter(
            name.casefold()
            for page in pages.values()
            if page.meta.status == "reviewed"
            for name in {page.meta.name, *page.meta.aliases}
        )
        assert [name for name, count in names.items() if count > 1] == []


def test_every_topic_has_an_introduction_and_a_rule_and_its_parent_exists() -> None:
    topics = sample().topics
    for page in topics.values():
        match = page.meta.match
        assert page.body
        assert match.kinds or match.terms or match.actors or match.places
        assert page.meta.parent is None or page.meta.parent in topics


def test_the_terms_of_a_topic_are_sorted_and_stand_once() -> None:
    for page in sample().topics.values():
        terms = [term.casefold() for term in page.meta.match.terms]
        assert terms == sorted(set(terms))
