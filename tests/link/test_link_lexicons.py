from importlib.resources import files

import pytest

from generator import lexicons
from generator.link import starter
from generator.link.world import states

TABLES = """areas capitals countries landmarks metonyms organisations regions seated_bodies waters
en/compass
en/institutions en/leading_place_heads en/place_heads en/title_abbreviations"""
LISTS = """abbreviations_anywhere abbreviations_before_name abbreviations_before_number city_nouns
communication_verbs corporate_nouns corporate_verbs courtesy_titles eponym_nouns hyphen_tails
inside_prepositions lettered_nouns locative_prepositions message_nouns metonym_adjectives
metonym_prepositions metonym_verbs name_stoplist name_titles org_nouns org_suffixes person_titles
place_head_words place_verbs platform_words posting_words quote_verbs sentence_openers storm_nouns
thing_nouns title_modifiers towns_named_with_region"""
FILES = [f"{name}.tsv" for name in TABLES.split()] + [f"en/{name}.txt" for name in LISTS.split()]


def rows(name: str) -> list[str]:
    text = files(lexicons).joinpath(*name.split("/")).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("name", FILES)
def test_each_list_is_sorted_and_says_nothing_twice(name: str) -> None:
    found = rows(name)
    assert found == sorted(set(found))


@pytest.mark.parametrize("name", ["areas", "capitals", "landmarks", "organisations", "waters"])
def test_each_id_is_given_once(name: str) -> None:
    ids = [row[0] for row in lexicons.table(name)]
    assert len(ids) == len(set(ids))


def test_all_that_the_starter_registry_refers_to_is_in_it() -> None:
    world = starter()
    for actor in world.actors.values():
        assert actor.affiliation is None or actor.affiliation in world.actors
    for place in world.places.values():
        assert place.within is None or place.within in world.places
    for state in states().values():
        assert state.capital is None or state.capital in world.places


def test_every_place_of_the_starter_registry_has_coordinates() -> None:
    for place in starter().places.values():
        assert place.lat is not None
        assert place.lon is not None
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180


def test_ids_of_regions_are_unique_and_no_other_places() -> None:
    ids = [row[2] for row in lexicons.table("regions")]
    assert len(ids) == len(set(ids))
    countries = {row[1] for row in lexicons.table("countries")}
    assert not countries & set(ids)
