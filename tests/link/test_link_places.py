from collections.abc import Callable

import pytest

from generator.model import Entity, Mention, Registry

Linked = Callable[..., tuple[Mention, ...]]


def place(mentions: tuple[Mention, ...], text: str) -> Entity:
    found = [m.proposal for m in mentions if m.text == text and m.proposal is not None]
    assert found, [mention.text for mention in mentions]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "id_", "country"),
    [
        ("Police in Tbilisi and Batumi made arrests.", "Batumi", "batumi", "GE"),
        ("Floods cut off Córdoba, Argentina said.", "Córdoba", "cordoba", "AR"),
        ("Floods cut off Córdoba, Spain said.", "Córdoba", "cordoba-es", "ES"),
        ("A train left Springfield, Oregon, at dawn.", "Springfield", "springfield-us-or", "US"),
        ("Crews reached Paris, Texas, by road.", "Paris", "paris-us", "US"),
        ("Ukraine said the Odesa region was dark.", "Odesa region", "odesa-oblast", "UA"),
        ("Russia said the Krasnodar region was calm.", "Krasnodar region", "krasnodar-krai", "RU"),
        ("Quakes shook Cebu province in the Philippines.", "Cebu province", "cebu", "PH"),
        ("Snow fell across eastern Poland.", "eastern Poland", "eastern-poland", "PL"),
    ],
)
def test_places_are_told_by_what_the_article_names_around_them(
    linked: Linked, text: str, name: str, id_: str, country: str
) -> None:
    found = place(linked(text), name)
    assert (found.id, found.country) == (id_, country)
    assert found.lat is not None
    assert found.lon is not None


def test_a_list_of_towns_is_no_town_with_its_region(linked: Linked) -> None:
    american = linked("Phones failed in Boston, New York and Chicago.")
    assert [m.place for m in american] == ["boston", "new-york-city", "chicago"]
    british = linked("Phones failed in Manchester, Leeds and York, the British regulator said.")
    assert [m.place for m in british if m.place] == ["manchester", "leeds", "york"]


def test_a_state_and_a_region_of_one_name_are_told_apart(linked: Linked) -> None:
    abroad = linked("Voters queued in Atlanta, Georgia. Georgia expects a close race.")
    assert {m.place for m in abroad if m.text == "Georgia"} == {"georgia-us"}
    home = linked("Police cleared a square in Tbilisi. Georgia will vote in May.")
    assert {m.place for m in home if m.text == "Georgia"} == {"georgia"}


def test_a_district_lies_in_the_town_named_with_it(linked: Linked) -> None:
    found = place(linked("Fire broke out in Lagos, in the Surumeko district."), "Surumeko district")
    assert (found.kind, found.name, found.within) == (
        "district",
        "Surumeko District, Lagos",
        "lagos",
    )


def test_sites_are_proposed_with_their_head_noun(linked: Linked) -> None:
    found = place(linked("Smoke rose over the Taranto refinery in Italy."), "Taranto refinery")
    assert (found.kind, found.name, found.country) == ("site", "Taranto Refinery", "IT")


def test_waters_and_landmarks_need_no_town(linked: Linked) -> None:
    mentions = linked("A ferry sank in the Black Sea. Thieves broke into the Louvre.")
    assert [m.place for m in mentions] == ["black-sea", "louvre-museum"]


def test_the_capital_is_the_one_of_the_state_in_view(linked: Linked) -> None:
    mentions = linked("Kenya went dark on Friday. Hospitals in the capital ran on generators.")
    assert [m.place for m in mentions if m.text == "the capital"] == ["nairobi"]


def test_a_curated_place_stands_for_the_gazetteers(linked: Linked) -> None:
    own = Entity(id="batumi-port", name="Batum", kind="city", geonames=615532, country="GE")
    registry = Registry(places={own.id: own})
    mentions = linked("Ships left Batumi in Georgia.", registry)
    assert [(m.place, m.proposal) for m in mentions if m.text == "Batumi"] == [(own.id, None)]


def test_a_town_described_is_the_one_named_before(linked: Linked) -> None:
    mentions = linked("Rebels shelled Moundou in Chad. Guards held out in the railway town.")
    assert [m.place for m in mentions if m.text == "the railway town"] == ["moundou"]


def test_a_site_is_the_one_that_bears_the_noun(linked: Linked) -> None:
    text = "Crowds ran from Tuzla airport in Bosnia to the harbour. Nurses waited at the airport."
    mentions = linked(text)
    assert [m.place for m in mentions if m.text == "the airport"] == ["tuzla-airport"]
    assert not [m for m in mentions if m.text == "the harbour"]


def test_the_town_at_the_head_of_a_sites_name_holds_it(linked: Linked) -> None:
    mentions = linked("Nurses in Chad struck at Moundou General Hospital on Monday.")
    (found,) = [m.proposal for m in mentions if m.text == "Moundou General Hospital"]
    assert found is not None
    assert (found.within, found.country) == ("moundou", "TD")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thailand shut the Boeng Trakoun and Prum checkpoints.", ["Boeng Trakoun", "Prum"]),
        ("Police closed the Anh Luu, Sa-ngam and Prum crossings.", ["Anh Luu", "Sa-ngam", "Prum"]),
        ("Troops clashed near the temple of Ta Muen Thom.", ["Ta Muen Thom"]),
        ("Eleven were held on Moi Lane Road and Kenyatta Avenue.", ["Kenyatta Avenue"]),
        ("Gunmen stormed a mine near Udegewa on Monday.", ["Udegewa"]),
        ("An airport on nearby Ternate was closed.", ["Ternate"]),
        ("Aides met in the Democratic and Republican camps.", []),
    ],
)
def test_places_of_one_head_noun_and_close_by_are_places(
    linked: Linked, text: str, names: list[str]
) -> None:
    unknown = [m.text for m in linked(text) if m.place and m.proposal]
    assert set(names) <= set(unknown) if names else not unknown


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        ("Hail fell on farms in Queensland and Victoria.", "Victoria", "victoria-au"),
        ("Hail fell on farms in the Seychelles and in Victoria.", "Victoria", "victoria"),
    ],
)
def test_a_capital_abroad_yields_to_the_province_of_its_name(
    linked: Linked, text: str, name: str, id_: str
) -> None:
    found = next(m for m in linked(text) if m.text == name)
    assert found.place == id_


def test_a_district_of_a_province_lies_in_no_town(linked: Linked) -> None:
    text = "Police in Kathmandu said on Friday that a bridge fell in the Rolpa district of Nepal."
    found = place(linked(text), "Rolpa district")
    assert (found.name, found.within) == ("Rolpa District", "nepal")


@pytest.mark.parametrize(
    "text",
    [
        "Trains stood still in the capital, Harare, on Friday, Zimbabwe said.",
        "Trains stood still in the Zimbabwean capital of Harare on Friday.",
    ],
)
def test_a_capital_that_is_named_at_once_is_mentioned_once(linked: Linked, text: str) -> None:
    assert [m.text for m in linked(text) if m.place == "harare"] == ["Harare"]


def test_towns_are_written_as_english_print_has_them(linked: Linked) -> None:
    assert place(linked("Rain fell on Kandahar in Afghanistan."), "Kandahar").name == "Kandahar"
    assert place(linked("Rain fell on Liepaja in Latvia."), "Liepaja").name == "Liepāja"


@pytest.mark.parametrize(
    "text", ["The crew won the America's Cup on Monday.", "Bank staff went on strike on Monday."]
)
def test_trophies_and_common_nouns_at_the_head_are_no_places(linked: Linked, text: str) -> None:
    assert linked(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Raiders struck on Aljannaru, a village in the north of Chad.", "Aljannaru"),
        ("Houses burned in Albergem-a-Nova, a quiet fishing town in Portugal.", "Albergem-a-Nova"),
    ],
)
def test_a_town_is_told_by_the_words_after_its_name(linked: Linked, text: str, name: str) -> None:
    assert place(linked(text), name).kind == "city"


@pytest.mark.parametrize(
    "text",
    [
        "Friends of Ana Ruiz, a village elder in Chad, wept.",
        "Ana Ruiz, a town clerk, wept in Chad.",
    ],
)
def test_who_serves_a_town_is_no_town(linked: Linked, text: str) -> None:
    assert all(m.place is None for m in linked(text) if m.text == "Ana Ruiz")
