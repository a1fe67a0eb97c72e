"""Where an event took place, where its own words do not say all of it."""

from __future__ import annotations

import pytest
from reading_of import read

from generator.model import EventMention


def places(text: str) -> list[tuple[str, ...]]:
    return [event.places for event in read(text).events]


def first(text: str) -> EventMention:
    return read(text).events[0]


def test_a_country_struck_as_a_whole_stays_beside_its_region() -> None:
    text = (
        "Rebels launched one of their largest rocket attacks on Chad in recent months. "
        "The attack killed three people in Abéché."
    )
    assert set(first(text).places) == {"abeche", "chad"}


def test_a_country_in_a_genitive_was_not_struck_as_a_whole() -> None:
    text = "A rocket attack on Chad's southern city of Moundou killed three people on Monday."
    assert first(text).places == ("moundou",)


def test_a_place_of_a_later_clause_is_finer_than_the_country() -> None:
    text = (
        "A powerful earthquake struck Chile on Monday, "
        "leaving nine people dead after houses collapsed in Valdivia."
    )
    assert first(text).places == ("valdivia",)


def test_fighting_without_a_place_took_place_where_the_rest_did() -> None:
    text = (
        "Gunmen attacked a barracks in Moundou, in Chad, on Monday, killing six soldiers.\n\n"
        "Rebels and the army of Chad have been fighting since April 2023, "
        "which has displaced thousands of people."
    )
    assert places(text)[-1] == ("chad",)


def test_talks_in_a_country_were_in_its_town_that_the_article_names() -> None:
    text = (
        "Peru and Chile held talks in Geneva on Sunday.\n\n"
        "Rockets hit a depot in Arequipa on Monday.\n\n"
        "The strike follows constructive discussions in Switzerland between Bolivia and Brazil."
    )
    assert "switzerland" not in {place for found in places(text) for place in found}


def test_a_region_that_only_tells_the_town_apart_is_no_place_of_its_own() -> None:
    text = "Negotiators from Peru and Chile met in Salem, Oregon, on Monday."
    assert [place.partition("-")[0] for place in first(text).places] == ["salem"]


def test_what_an_aim_names_is_not_where_it_happened() -> None:
    text = "Negotiators met in Oslo on Monday to achieve a lasting peace in Chad."
    assert first(text).places == ("oslo",)


def test_a_dash_within_a_sentence_makes_no_dateline() -> None:
    text = (
        "In neighbouring Santos, five people — including two firemen — "
        "died on Monday when a wall collapsed in Brazil."
    )
    assert any("santos" in place for place in first(text).places)


def test_a_dateline_is_not_where_it_happened() -> None:
    text = "KHARTOUM, Sudan — Gunmen killed nine people in El Fasher on Monday."
    assert first(text).places == ("el-fasher",)


def test_a_preposition_that_sends_elsewhere_sends_all_that_are_joined() -> None:
    text = (
        "The president of Kenya asked in Nairobi for guarantees for Uganda and Tanzania on Monday."
    )
    assert all("tanzania" not in found for found in places(text))


def test_a_share_of_voters_without_a_place_is_of_the_country_of_the_report() -> None:
    text = (
        "Ana Ruiz won the presidential election with 54 percent on Sunday.\n\n"
        "Voting was calm in Arequipa and in Tacna on Sunday, and a school burned in Cusco, Peru."
    )
    assert places(text)[0] == ("peru",)


def test_a_sentence_without_a_place_fell_in_the_court_town_of_the_report() -> None:
    text = (
        "A court in Arequipa on Monday convicted Ana Ruiz of fraud.\n\n"
        "Her driver, Juan Paz, was charged on 3 May with helping her."
    )
    assert places(text)[-1] == ("arequipa",)


def test_a_dateline_with_its_day_is_not_where_it_happened() -> None:
    text = (
        "LIMA, Peru, May 3 — A landslide killed nine people in Cusco on Monday.\n\n"
        "It was the second one this year."
    )
    assert first(text).places == ("cusco",)


def test_a_region_called_after_a_quarter_is_as_firm_as_any() -> None:
    text = "Rebels shelled the market of El Fasher in North Darfur, Sudan, on Monday, killing two."
    assert set(first(text).places) == {"el-fasher", "north-darfur"}


def test_a_like_event_of_the_paragraph_was_in_the_same_place() -> None:
    text = (
        "Police arrested nine traders at a market in Cusco on Monday. "
        "Four lawyers were arrested on Tuesday."
    )
    assert all("cusco" in told for told in places(text))


def test_words_about_the_country_are_about_the_country_of_the_report() -> None:
    text = (
        "A storm killed nine people in Kingston and Montego Bay, Jamaica, on Tuesday.\n\n"
        "Prime Minister Rosa Prado called on Wednesday for calm across the island."
    )
    assert places(text)[-1] == ("jamaica",)


def test_words_of_the_whole_country_are_about_the_one_named_most() -> None:
    text = (
        "Floods hit Moundou and Abéché in Chad on Monday. Envoys left Lima.\n\n"
        "Minister Awa Deby said on Tuesday that half of the country had no power."
    )
    assert places(text)[-1] == ("chad",)


def test_what_the_government_at_home_does_is_done_in_its_country() -> None:
    text = (
        "Floods hit Moundou in Chad on Monday.\n\n"
        "A dam near Abéché broke on Tuesday.\n\n"
        "The government of Chad imposed a curfew on Wednesday."
    )
    assert places(text)[-1] == ("chad",)


def test_an_office_is_not_where_its_people_search() -> None:
    text = (
        "Two boats searched on Monday, said Juan Quispe, who heads the Arequipa office of UNICEF."
    )
    assert all("arequipa" not in found for found in places(text))


def test_the_seat_of_a_firm_is_not_where_its_deal_is_struck() -> None:
    text = "The ministry of Peru signed a contract with the Texas firm Lumora Systems on Monday."
    assert all("texas" not in found for found in places(text))


def test_a_dateline_that_begins_with_a_slash_is_none_of_the_events_places() -> None:
    text = "/ LIMA, March 10, 2023 (Market Wire) — Regulators closed a bank in Arequipa on Friday."
    assert places(text) == [("arequipa",)]


def test_words_spoken_in_one_town_about_another_are_placed_where_they_are_spoken() -> None:
    text = "In Lima, Industry Minister Ana Quispe said on Monday that jobs in Cusco were safe."
    assert first(text).places == ("lima",)


def test_the_home_of_a_body_that_is_named_is_no_place_of_its_deal() -> None:
    text = "UNICEF ordered tents from Lumora Systems of Arequipa on Monday."
    assert all("arequipa" not in found for found in places(text))


def test_what_only_stands_against_an_event_is_elsewhere() -> None:
    text = "Shares of Peruvian miners plunged 9% on Monday, while markets in Chile were closed."
    assert "chile" not in first(text).places


def test_a_deed_without_a_place_is_done_where_it_aims() -> None:
    text = "The army has sent 300 soldiers to clear a road near Arequipa."
    assert first(text).places == ("arequipa",)


def test_there_is_the_town_and_not_the_region_that_tells_which() -> None:
    text = (
        "A flood reached Huaraz, the capital of Ancash, on Sunday. "
        "Rescuers found nine bodies there on Monday."
    )
    assert places(text)[-1] == ("huaraz",)


def test_a_place_set_off_by_commas_only_tells_where_the_other_lies() -> None:
    text = "A blast at a steel plant in Clairton, near Pittsburgh, killed two workers on Monday."
    assert first(text).places == ("clairton",)


def test_a_town_tells_which_part_of_a_river_is_meant() -> None:
    text = (
        "Romania's defence ministry scrambled two jets after drones crossed the Danube near Tulcea."
    )
    assert first(text).places == ("tulcea", "danube")


def test_the_place_of_the_crime_is_not_that_of_the_verdict() -> None:
    text = "A court in Mombasa jailed two men on Monday for smuggling ivory to Vietnam."
    assert first(text).places == ("mombasa",)


def test_a_deed_that_no_list_names_is_not_placed_where_another_was_done() -> None:
    text = (
        "Engineers repaired a bridge in Thika on Monday.\n"
        "\n"
        "The World Health Organization printed a handbook on Tuesday."
    )
    assert read(text).events[-1].places == ()


@pytest.mark.parametrize(
    "text",
    [
        "The union called on Chile on Monday to free nine fishermen.",
        "Kramer agreed on Monday to buy Solvig for 90 million euros, creating Asia's largest bank.",
    ],
)
def test_a_party_and_a_yardstick_are_no_places(text: str) -> None:
    assert first(text).places == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A court in Maseru jailed Piet Moss, a governor of the state of Ohio.", "maseru"),
        ("Nine tailors died in Kitwe on Monday, a minister told reporters in Lusaka.", "kitwe"),
        ("The weather service issued a tornado warning for Tulsa on Monday.", "tulsa"),
    ],
)
def test_office_and_venue_do_not_place_what_is_told_and_a_warning_does(
    text: str, place: str
) -> None:
    assert first(text).places == (place,)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ('"We lost our homes in the flood," said Maria Lopez from Tacna.', "tacna"),
        ("A 19-year-old student from Tacna was killed on Monday in a fire in Arica.", "tacna"),
        ("Luis Rojas from Valdivia was arrested in Arica on Monday.", "valdivia"),
    ],
)
def test_whence_a_person_comes_is_not_where_it_happened(text: str, home: str) -> None:
    assert all(home not in found for found in places(text))


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("The ferry left Arica for Valdivia on Monday.", {"arica", "valdivia"}),
        ("Three trucks of aid departed for Moundou on Friday.", {"moundou"}),
    ],
)
def test_whither_one_sets_out_is_a_place_of_the_journey(text: str, both: set[str]) -> None:
    assert both <= set(first(text).places)


def test_a_site_and_the_town_near_it_both_tell_where() -> None:
    text = "Two miners were killed at the Santa Rita copper mine near Calama in Chile on Monday."
    assert "calama" in first(text).places


def test_where_somebody_lives_is_not_where_it_happened() -> None:
    text = "Darren Whitlow, 44, of Leeds, was jailed for nine years in London on Thursday."
    assert first(text).places == ("london",)


def test_where_somebody_without_an_age_lives_is_not_where_it_happened() -> None:
    text = "Kyle Brenner, of Leeds, was jailed for nine years in London on Thursday."
    assert first(text).places == ("london",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("UN Middle East envoy Ana Ruiz warned on Monday that the truce had collapsed.", ()),
        ("Peru's ambassador to Brazil, Ana Ruiz, identified the body on Monday.", ()),
        ("Eleven men from Egypt, Libya and Sudan were captured on Tuesday.", ()),
        ("Spain opened the tournament in Perth on Monday with a win over Argentina.", ("perth",)),
    ],
)
def test_where_somebody_is_sent_or_comes_from_is_not_where_it_was(
    text: str, told: tuple[str, ...]
) -> None:
    assert first(text).places == told


def test_a_state_that_others_are_for_does_not_draw_towns_to_it() -> None:
    text = "Pro-Russian separatists shelled a school in Donetsk on Monday."
    assert first(text).places == ("donetsk",)


@pytest.mark.parametrize(
    "text",
    [
        "A bus overturned on Monday in Oruro, south of La Paz, killing nine people.",
        "A blast killed nine people on Monday at Rivas village, 40 kilometers north of La Paz.",
    ],
)
def test_the_town_from_which_a_place_is_found_is_no_place_of_the_event(text: str) -> None:
    assert first(text).places
    assert "la-paz" not in first(text).places


def test_the_town_nearest_to_an_event_stands_where_no_other_place_is_named() -> None:
    assert first("A blast killed nine people 40 kilometers north of La Paz.").places == ("la-paz",)


def test_help_is_not_where_it_was_sent_from() -> None:
    text = "A crew sent from Norway fought a forest fire near Uppsala in Sweden on Monday."
    assert "norway" not in first(text).places
