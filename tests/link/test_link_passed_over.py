"""Names that the recogniser passes over or cuts, and that the words around give away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Mention, NameKind

Linked = Callable[..., tuple[Mention, ...]]


def of_kind(mentions: tuple[Mention, ...], kind: NameKind) -> set[str | None]:
    return {m.actor or m.place for m in mentions if m.kind is kind}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ('Police arrested Ramón "El Tuerto" Cantú near Durango on Monday.', "ramon-cantu"),
        ("The band mourned Ivan “the Bear” Petkov, who died at 71.", "ivan-petkov"),
    ],
)
def test_a_nickname_inside_a_name_is_no_part_of_it(linked: Linked, text: str, person: str) -> None:
    assert of_kind(linked(text), NameKind.PERSON) == {person}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The court removed the governor of Imo, Emeka Ihedioha, in May.", "emeka-ihedioha"),
        ("The mayor of Kota Baru, Slamet Wijaya, resigned on Monday.", "slamet-wijaya"),
    ],
)
def test_who_holds_an_office_follows_its_realm(linked: Linked, text: str, person: str) -> None:
    assert person in of_kind(linked(text), NameKind.PERSON)


def test_a_realms_own_region_after_an_office_is_no_person(linked: Linked) -> None:
    assert not of_kind(
        linked("The mayor of Buffalo, New York, closed the schools."), NameKind.PERSON
    )


def test_amid_a_list_of_persons_stands_a_person(linked: Linked) -> None:
    text = "Justices Kathurima M'Inoti, Agnes Murgor and John Mativo heard the case."
    assert "agnes-murgor" in of_kind(linked(text), NameKind.PERSON)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Minister Penny Ward spoke with her Indonesian counterpart, Sugiono.", "sugiono"),
        ("The minister met his Burmese counterpart, Thura, in Hanoi on Friday.", "thura"),
    ],
)
def test_a_counterpart_may_have_one_name_alone(linked: Linked, text: str, person: str) -> None:
    assert person in of_kind(linked(text), NameKind.PERSON)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("He left the ruling All Progressives Congress in May.", "all-progressives-congress"),
        ("The Law Society of Kenya filed a suit on Monday.", "law-society-of-kenya"),
        (
            "The Office of the Data Protection Commissioner fined the bank.",
            "office-of-the-data-protection-commissioner",
        ),
    ],
)
def test_bodies_keep_the_first_and_last_word_of_their_names(
    linked: Linked, text: str, body: str
) -> None:
    assert body in of_kind(linked(text), NameKind.ORGANISATION)


def test_two_demonyms_joined_by_a_hyphen_are_no_body(linked: Linked) -> None:
    found = linked("The mine belongs to Anglo-Dutch group Corhaven, which bought it in May.")
    assert of_kind(found, NameKind.ORGANISATION) == {"corhaven"}


def test_a_mountain_owned_by_a_state_keeps_its_whole_name(linked: Linked) -> None:
    found = linked("Indonesia's Mount Suka Jati-Jati erupted on Friday.")
    assert of_kind(found, NameKind.PLACE) == {"mount-suka-jati-jati"}


def test_a_regions_institution_is_not_its_namesake_states(linked: Linked) -> None:
    found = linked("Western Australia's health department warned patients on Friday.")
    assert of_kind(found, NameKind.ORGANISATION) == set()
    assert of_kind(found, NameKind.PLACE) == {"western-australia"}


@pytest.mark.parametrize(
    "text",
    [
        "Mud reached the state capital of Brazil's Minas Gerais. It came to the state capital.",
        "Troops left for Peru. They stopped in the regional capital.",
    ],
)
def test_the_capital_of_a_part_is_not_the_countrys(linked: Linked, text: str) -> None:
    assert not {"brasilia", "lima"} & of_kind(linked(text), NameKind.PLACE)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Optus lost 10 million records in September.", "optus"),
        ("Renault closed its plant on Monday.", "renault"),
    ],
)
def test_one_word_that_does_something_to_something_is_a_body(
    linked: Linked, text: str, body: str
) -> None:
    assert body in of_kind(linked(text), NameKind.ORGANISATION)


def test_a_bare_name_is_the_island_told_before_and_not_a_town_abroad(linked: Linked) -> None:
    text = (
        "The volcano lies on the island of Flores in Indonesia. A quake of magnitude 5.1 shook "
        "Flores on Saturday."
    )
    assert of_kind(linked(text), NameKind.PLACE) == {"flores", "indonesia"}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Four people were stabbed at a tram stop in the Norwegian capital.", "oslo"),
        ("Troops patrolled Peru's capital on Friday.", "lima"),
    ],
)
def test_the_capital_of_a_state_that_is_named_is_its_town(
    linked: Linked, text: str, town: str
) -> None:
    assert town in {m.place for m in linked(text)}


def test_a_court_of_a_county_is_no_place(linked: Linked) -> None:
    found = linked("Relatives sued the carrier in Weld County Circuit Court in Colorado.")
    assert "weld-county-circuit-court" in of_kind(found, NameKind.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The mine's director, Cihat Ozkan, received 22 years for negligence.", "cihat-ozkan"),
        ("Fans cheered the team's captain, Tova Lindqel, on Sunday.", "tova-lindqel"),
    ],
)
def test_a_full_name_beside_an_owned_office_is_its_holder(
    linked: Linked, text: str, person: str
) -> None:
    assert person in of_kind(linked(text), NameKind.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "The Free Democrats withdrew their ministers from the cabinet on Monday.",
        "The Liberal Democrats held three seats in Harrogate.",
        "In Oslo the Social Democrats lost the vote.",
    ],
)
def test_a_party_whose_name_ends_alike_is_not_the_american_one(linked: Linked, text: str) -> None:
    assert "democratic-party-united-states" not in {m.actor for m in linked(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Democrats rejected the bill on Monday.",
        "In May the House Democrats rejected the bill.",
        "On Monday Texas Democrats left the chamber.",
    ],
)
def test_where_a_party_sits_makes_no_other_party_of_it(linked: Linked, text: str) -> None:
    assert "democratic-party-united-states" in {m.actor for m in linked(text)}


def test_a_newspaper_called_after_its_town_is_neither_town_nor_state(linked: Linked) -> None:
    mentions = linked("Two people died in Lviv on Monday, the Bangkok Post reported.")
    assert of_kind(mentions, NameKind.PLACE) == {"lviv"}
    assert not of_kind(mentions, NameKind.STATE)


def test_a_title_in_capitals_is_no_part_of_a_name(linked: Linked) -> None:
    mentions = linked("Prime Minister Ana Quispe spoke in Lima. MPs left when PM Quispe rose.")
    assert of_kind(mentions, NameKind.PERSON) == {"ana-quispe"}
