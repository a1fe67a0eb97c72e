"""What a capitalised name is: a person, an organisation, a place, or nobody at all."""

from collections.abc import Callable

import pytest

from generator.model import Mention, NameKind

Linked = Callable[..., tuple[Mention, ...]]
PERSON, ORGANISATION = NameKind.PERSON, NameKind.ORGANISATION


def kinds(mentions: tuple[Mention, ...]) -> dict[str, NameKind]:
    return {mention.text: mention.kind for mention in mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The board chose Finn Rasmussen, who led the port.", "Finn Rasmussen"),
        ("Acting President Choi Min-seok declared an emergency.", "Choi Min-seok"),
        ("The appeals court freed the tycoon Seo Han-gil on Friday.", "Seo Han-gil"),
        ("The flight carried cosmonaut Matvey Sorin and three others.", "Matvey Sorin"),
        ("Police arrested Chad Lowell, 34, at the airport.", "Chad Lowell"),
    ],
)
def test_a_person_keeps_the_whole_name(linked: Linked, text: str, name: str) -> None:
    mentions = linked(text)
    assert kinds(mentions).get(name) is PERSON
    assert not [m for m in mentions if m.text != name and m.text in name]


@pytest.mark.parametrize(
    "text",
    [
        "Typhoon Marisol made landfall on Saturday.",
        "Storm Boris flooded cellars and cut roads.",
        "Hurricane Odalys weakened as it moved north.",
        "The Aurora Nine rocket lifted off. Aurora Nine landed at sea.",
        "The company lost its spacecraft Blue Heron on Tuesday. Blue Heron had been in orbit.",
        "The firm released Velvo, a chatbot for schools. Velvo was downloaded a million times.",
        "The planes, a Sukhoi and an Antonov, turned back.",
    ],
)
def test_storms_ships_and_products_are_nobody(linked: Linked, text: str) -> None:
    assert [m.text for m in linked(text) if m.actor] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Talks between the KTV union and the port broke down on Monday.", "KTV"),
        ("The centre-left ZARB party came second.", "ZARB"),
        ("Shares of Nordvik fell by a tenth on Monday.", "Nordvik"),
        ("Nordvik's shares fell by a tenth on Monday.", "Nordvik"),
        ("Tellora said its network had failed, cutting off a million homes.", "Tellora"),
        ("The attack flooded the servers of Qorvane, a firm in Oslo.", "Qorvane"),
        ("Nordvik called off its takeover of Elderwick on Monday.", "Elderwick"),
        ("Zellio chief executive Ana Ruiz resigned on Friday.", "Zellio"),
    ],
)
def test_a_word_is_an_organisation_by_the_words_around_it(
    linked: Linked, text: str, name: str
) -> None:
    assert kinds(linked(text)).get(name) is ORGANISATION


def test_a_list_with_an_organisation_names_organisations(linked: Linked) -> None:
    mentions = linked("The outage hit Microsoft, Zellio and Amazon on Tuesday.")
    assert kinds(mentions) == dict.fromkeys(("Microsoft", "Zellio", "Amazon"), ORGANISATION)


def test_a_persons_surname_stays_a_person_though_it_sells(linked: Linked) -> None:
    mentions = linked("The founder, Rosa Weller, left in May. Weller sold her house.")
    assert {m.actor for m in mentions} == {"rosa-weller"}


def test_an_office_does_not_swallow_the_firm_before_it(linked: Linked) -> None:
    mentions = linked("Zellio chief executive Ana Ruiz resigned on Friday.")
    (person,) = [m for m in mentions if m.kind is PERSON]
    assert person.role == "Chief executive"


@pytest.mark.parametrize(
    "text", ["The ministry wrote on Telegram that two had died.", "He posted a map on Telegram."]
)
def test_the_medium_of_a_message_is_no_actor(linked: Linked, text: str) -> None:
    assert [m.text for m in linked(text) if m.actor] == []


def test_a_medium_that_acts_is_one(linked: Linked) -> None:
    assert [m.actor for m in linked("Telegram sued the regulator on Friday.")] == ["telegram"]


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Kenya's health minister Grace Achieng flew home.", "kenya"),
        ("Kenya's health minister, Grace Achieng, flew home.", "kenya"),
        ("Grace Achieng, Kenya's health minister, flew home.", "kenya"),
        ("Kenya's ambassador to the UN, Grace Achieng, flew home.", "kenya"),
    ],
)
def test_a_possessive_before_the_office_says_for_whom(
    linked: Linked, text: str, affiliation: str
) -> None:
    (person,) = [m for m in linked(text) if m.kind is PERSON]
    assert person.proposal is not None
    assert person.role
    assert person.proposal.affiliation == affiliation


def test_reports_on_a_medium_do_not_make_it_act(linked: Linked) -> None:
    mentions = linked("Unverified reports on Telegram told of a fire in Lima.")
    assert "telegram" not in {m.actor for m in mentions}


def test_an_office_of_several_words_before_a_comma_makes_a_person(linked: Linked) -> None:
    mentions = linked("It names ten officers, including the commander-in-chief, Thein Maw Aye.")
    (person,) = [m for m in mentions if m.kind is PERSON]
    assert (person.text, person.role) == ("Thein Maw Aye", "Commander-in-chief")


def test_a_counted_make_is_no_company(linked: Linked) -> None:
    assert [m.text for m in linked("An Airbus skidded off the runway.") if m.actor] == []
    assert [m.actor for m in linked("Airbus hired a pilot.")] == ["airbus"]


def test_a_list_goes_on_after_brackets(linked: Linked) -> None:
    text = "Outages hit platforms, including Facebook, X (formerly Twitter) and Zellio."
    assert kinds(linked(text)).get("Zellio") is ORGANISATION


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The vote in Kenya went to the ruling Bright Dawn on Friday.", "Bright Dawn"),
        ("Voters in Kenya left the opposition New Tavolo on Friday.", "New Tavolo"),
    ],
)
def test_what_rules_or_opposes_is_a_party(linked: Linked, text: str, name: str) -> None:
    assert kinds(linked(text)).get(name) is ORGANISATION


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen ambushed a column near Luvungi in Congo.", "Luvungi"),
        ("He resigned at Raj Bhavan in Chennai.", "Raj Bhavan"),
        ("Crowds gathered in the Plaza de Armas in Lima.", "Plaza de Armas"),
        ("The plane left Stansted airport on Friday.", "Stansted airport"),
        ("They were led into the Rugu forest.", "Rugu forest"),
    ],
)
def test_squares_palaces_and_sites_keep_their_whole_name(
    linked: Linked, text: str, name: str
) -> None:
    assert kinds(linked(text)).get(name) is NameKind.PLACE
