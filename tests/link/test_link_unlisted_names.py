"""Names that neither the registry, the gazetteer nor the recogniser has right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "extract"))

from reading_of import read

from generator.model import NameKind


def named(text: str) -> dict[str, NameKind]:
    return {mention.text: mention.kind for mention in read(text).mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Floodwater swept through a camp at Orvalo on Monday, killing four people in Peru.",
        "A fire at a clinic in Orvalo killed four people in Peru on Monday.",
        "Miners in Peru fought the police near a quarry outside Orvalo on Monday.",
    ],
)
def test_a_site_at_an_unknown_name_stands_in_a_town(text: str) -> None:
    assert named(text)["Orvalo"] is NameKind.PLACE


def test_shares_in_an_unknown_name_are_in_no_town() -> None:
    text = "Shares in Orvalo fell by a third on Monday. Orvalo, a lender, lost its licence in Peru."
    assert named(text).get("Orvalo") is not NameKind.PLACE


def test_an_unknown_town_lies_in_the_country_of_the_town_before_it() -> None:
    reading = read(
        "Gunmen took hostages in Arequipa on Monday. A camp at Orvalo was shelled on Tuesday."
    )
    page = next(m.proposal for m in reading.mentions if m.text == "Orvalo")
    assert page is not None
    assert (page.kind, page.country) == ("city", "PE")


def test_letters_of_those_who_have_followers_name_a_body_wherever_they_stand() -> None:
    text = "Q17 rebels burned a bridge in Chad on Monday. On Tuesday the Q17 freed six hostages."
    found = [m for m in read(text).mentions if m.text == "Q17"]
    assert [m.kind for m in found] == [NameKind.ORGANISATION] * 2


def test_letters_without_followers_name_nobody() -> None:
    assert "Q17" not in named("A lorry burned on the Q17 in Chad on Monday, killing two people.")


def test_a_storm_is_nobody_however_it_was_tagged() -> None:
    text = "Tropical cyclone Merva tore into Peru on Monday, killing five people in Tacna."
    assert "Merva" not in named(text)


def test_a_market_tagged_as_a_person_is_a_place() -> None:
    text = "Police used water cannon against traders over the closure of Chiluba Market in Lusaka."
    assert named(text)["Chiluba Market"] is NameKind.PLACE


def test_a_word_for_whose_it_is_begins_no_name() -> None:
    text = "The lottery was fined. Its Gaming Directorate has closed three halls in Lusaka."
    assert not any(name.startswith("Its") for name in named(text))


def test_letters_between_commas_name_the_body_before_them() -> None:
    text = "The peace mission in the country, ORDUM, said a shell hit a bus in Chad on Monday."
    assert named(text)["ORDUM"] is NameKind.ORGANISATION


def test_a_central_american_country_is_not_the_united_states() -> None:
    assert "American" not in named("Ana Ruiz will lead the Central American country from May.")


def test_an_island_lies_in_the_country_and_not_in_the_town_last_named() -> None:
    reading = read(
        "Ministers met in Jakarta on Monday. A ferry sank off the island of Orvalo on Tuesday."
    )
    (place,) = [m.proposal for m in reading.mentions if m.text == "Orvalo" and m.proposal]
    assert (place.country, place.within) == ("ID", "indonesia")


def test_a_place_told_by_its_noun_is_known_by_its_bare_name_and_by_the_noun() -> None:
    reading = read(
        "A storm hit the Chilean island of Orvalo on Monday. Two ships reached the island. "
        "A blast killed four people on Orvalo in 1960."
    )
    assert [m.place for m in reading.mentions].count("orvalo") == 3


def test_a_title_with_its_field_is_no_body() -> None:
    found = named("Superintendent of Police Anjali Thakur said the driver fled in Peru on Monday.")
    assert found["Anjali Thakur"] is NameKind.PERSON


def test_a_number_after_a_makers_name_is_a_model() -> None:
    assert "Boeing" not in named("The Boeing 737 had taken off from Lima with a load of fish.")


def test_a_town_that_begins_like_a_rank_is_a_town() -> None:
    found = named("The airport in the Philippines diverted 22 flights to General Santos.")
    assert found["General Santos"] is NameKind.PLACE


def test_the_town_of_a_county_is_its_name() -> None:
    text = "Muddy water swept through the Kenosha County town of Wilmot in Wisconsin on Sunday."
    assert named(text).keys() >= {"Kenosha County", "Wilmot"}


def test_an_age_makes_a_surname_of_a_town() -> None:
    text = "Kemal Aydin sold a house in London. Aydin, 39, was sentenced to two years on Monday."
    assert [m.actor for m in read(text).mentions if m.text == "Aydin"] == ["kemal-aydin"]


def test_experts_come_from_a_body() -> None:
    text = "Rescuers from Codelvo joined the search in Chile. Codelvo sent two pumps on Monday."
    assert named(text)["Codelvo"] is NameKind.ORGANISATION


def test_one_word_stands_for_the_only_longer_name_of_a_firm() -> None:
    text = "Lundvik Mining closed a pit in Peru on Monday. Shares in Lundvik fell by a third."
    assert {m.actor for m in read(text).mentions if "Lundvik" in m.text} == {"lundvik-mining"}


def test_mr_makes_a_person_of_a_full_name() -> None:
    text = "Two men attacked Tariq Mahmood on Leeds Road in August. Mr Mahmood, 58, died in Leeds."
    assert {m.actor for m in read(text).mentions if "Mahmood" in m.text} == {"tariq-mahmood"}


def test_what_stands_beside_a_town_is_one_too() -> None:
    found = named("A train hit a landslide between Boppard and Sankt Goar in Germany on Thursday.")
    assert found["Sankt Goar"] is NameKind.PLACE


def test_a_train_is_of_its_operator() -> None:
    found = named(
        "A freight train of DB Cargo derailed in Germany. DB Cargo sent a crane on Monday."
    )
    assert found["DB Cargo"] is NameKind.ORGANISATION


def test_a_common_noun_that_begins_a_sentence_is_no_body() -> None:
    assert "Coast guard vessels" not in named("Coast guard vessels took 430 people off in Greece.")


def test_two_fields_belong_to_one_agency() -> None:
    found = named("Officials from the Animal and Plant Health Agency closed a farm in England.")
    assert found["Animal and Plant Health Agency"] is NameKind.ORGANISATION


def test_a_jail_is_told_by_a_small_word_too() -> None:
    found = named("Ramesh Shinde was taken to Taloja jail in India on Monday.")
    assert found["Taloja jail"] is NameKind.PLACE


def test_a_list_of_places_ends_with_a_place() -> None:
    text = "Floods cut off families in Arequipa, Moquegua, Orvalo and Kurringai on Monday."
    assert {named(text)[town] for town in ("Orvalo", "Kurringai")} == {NameKind.PLACE}


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Shells hit the towns of Alei Marin and Nitzarit on Monday.", ("Alei Marin", "Nitzarit")),
        ("Police searched the villages of Ban Orv and Ban Nitz.", ("Ban Orv", "Ban Nitz")),
    ],
)
def test_each_of_several_towns_is_one(text: str, towns: tuple[str, ...]) -> None:
    assert named(text) == dict.fromkeys(towns, NameKind.PLACE)
