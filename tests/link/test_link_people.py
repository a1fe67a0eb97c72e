from collections.abc import Callable

import pytest

from generator.model import Entity, Mention, NameKind, Registry

Linked = Callable[..., tuple[Mention, ...]]


def people(mentions: tuple[Mention, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(m.text, m.actor, m.role) for m in mentions if m.kind is NameKind.PERSON]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ingrid Solheim closed the bridge. Ms Solheim said the river was rising.",
            [
                ("Ingrid Solheim", "ingrid-solheim", "Mayor"),
                ("Solheim", "ingrid-solheim", None),
            ],
        ),
        (
            "Deputy Health Minister Ana Quispe visited Lima. Quispe promised vaccines.",
            [
                ("Ana Quispe", "ana-quispe", "Deputy Health Minister"),
                ("Quispe", "ana-quispe", None),
            ],
        ),
        (
            "Judge Tomasz Wilk read the verdict for two hours.",
            [("Tomasz Wilk", "tomasz-wilk", "Judge")],
        ),
        (
            "Lt. Col. Sara Holm said the convoy was safe.",
            [("Sara Holm", "sara-holm", "Lieutenant Colonel")],
        ),
        (
            "The outage ended at noon, said Kwame Boateng, chairman of the utility.",
            [("Kwame Boateng", "kwame-boateng", "Chairman")],
        ),
    ],
)
def test_titles_stay_out_of_names_and_surnames_follow_full_names(
    linked: Linked, text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert people(linked(text)) == expected


def test_a_title_and_a_demonym_say_what_a_person_is_and_for_whom(linked: Linked) -> None:
    mentions = linked("Kenyan Foreign Minister Grace Achieng flew to Geneva on Monday.")
    (person,) = [m for m in mentions if m.kind is NameKind.PERSON]
    assert person.proposal is not None
    assert (person.proposal.name, person.proposal.kind) == ("Grace Achieng", "person")
    assert (person.proposal.role, person.proposal.affiliation) == ("Foreign Minister", "kenya")


def test_two_persons_of_one_surname_are_not_joined(linked: Linked) -> None:
    mentions = linked(
        "President Maria Santos met the police chief, Pedro Santos. Santos smiled."
        " Maria Santos left."
    )
    assert {m.actor for m in mentions if m.text == "Maria Santos"} == {"maria-santos"}
    assert not [m for m in mentions if m.text == "Santos" and m.actor]


def test_the_registry_knows_a_person_by_another_spelling(linked: Linked) -> None:
    own = Entity(id="andriy-kovalenko", name="Andriy Kovalenko", kind="person", status="reviewed")
    registry = Registry(actors={own.id: own})
    mentions = linked("Engineer Andrii Kovalenko mended the dam. Kovalenko slept there.", registry)
    assert [(m.text, m.actor, m.proposal) for m in mentions if m.kind is NameKind.PERSON] == [
        ("Andrii Kovalenko", own.id, None),
        ("Kovalenko", own.id, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the Christmas market closed because of Covid.",
        "WATER ROSE AGAIN. Schools shut. Share this story.",
        "Three Peruvians and a German were rescued in May.",
        "The Sign of the Times",
    ],
)
def test_months_peoples_shouting_and_headings_make_no_person(linked: Linked, text: str) -> None:
    assert people(linked(text)) == []


def test_headings_propose_no_names_but_link_known_ones(linked: Linked) -> None:
    mentions = linked("Bold Maria Hopeful Wins In Peru\nThe vote was calm.")
    assert [(m.text, m.actor) for m in mentions] == [("Peru", "peru")]


def test_a_surname_is_not_shared_with_who_bears_it_second_by_marriage(linked: Linked) -> None:
    text = (
        "Tomasz Wilk left with his wife, the singer Ana Ruiz-Wilk, on Monday. "
        "Wilk called the ruling a scandal."
    )
    assert people(linked(text))[-1] == ("Wilk", "tomasz-wilk", None)


def test_a_storm_called_by_its_name_alone_is_no_place(linked: Linked) -> None:
    text = "Hurricane Melissa hit Jamaica on Monday. People fled as Melissa neared Kingston."
    assert all(m.text != "Melissa" for m in linked(text))


def test_a_surname_that_the_tagger_takes_for_a_plain_word_is_still_the_persons(
    linked: Linked,
) -> None:
    text = (
        "The High Court in Pretoria sentenced Sipho Ndlabe on Tuesday. "
        "Ndlabe, in a dark suit, looked ahead. Ndlabe was held at Durban on 3 August 2022."
    )
    assert [m.actor for m in linked(text) if m.text == "Ndlabe"] == ["sipho-ndlabe"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Osama bin Talib spoke on a tape. In it bin Talib explained the plot.",
        "Police held Ruud van der Berg. The judge freed van der Berg.",
        "Former president Luiz Marcio Tula da Silva was sentenced. Tula was convicted of graft.",
    ],
)
def test_a_part_of_a_name_is_no_second_person(linked: Linked, text: str) -> None:
    told = {actor for _, actor, _ in people(linked(text))}
    assert len(told) == 1, told


def test_the_end_of_a_longer_name_is_the_same_person(linked: Linked) -> None:
    text = (
        "State Counsellor Thida San Mya Kyi was held on Monday. Daw Mya Kyi had won the vote."
        " Mya Kyi is 70."
    )
    assert {m.actor for m in linked(text) if m.kind is NameKind.PERSON} == {"thida-san-mya-kyi"}


def test_a_rank_of_two_words_is_no_part_of_the_name(linked: Linked) -> None:
    text = "The army's chief, Senior General Thura Min Naing, spoke. General Thura Min Naing left."
    assert {m.actor for m in linked(text) if m.kind is NameKind.PERSON} == {"thura-min-naing"}


def test_a_particle_goes_on_to_the_last_word_of_a_name(linked: Linked) -> None:
    mentions = linked("European Commission President Ursula von der Leyen met Ana Ruiz in Oslo.")
    assert [m.text for m in mentions if m.actor and "ursula" in m.actor] == ["Ursula von der Leyen"]


def test_persons_are_named_after_a_title_of_several(linked: Linked) -> None:
    mentions = linked("The warrant names MLAs Harbhajan Singh Chauhan and Arvind Kumar Rao.")
    assert ("Harbhajan Singh Chauhan", "harbhajan-singh-chauhan") in [
        (text, actor) for text, actor, _ in people(mentions)
    ]
