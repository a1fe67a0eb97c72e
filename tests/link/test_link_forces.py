"""Forces that stand without their state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Mention

Linked = Callable[..., tuple[Mention, ...]]


def owners(mentions: tuple[Mention, ...], text: str) -> list[str | None]:
    return [mention.actor for mention in mentions if mention.text == text]


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Chad said its forces had freed the hostages.", "forces", "armed-forces-chad"),
        ("Kenya and its navy trained off Lamu.", "navy", "navy-kenya"),
        ("Mali accused Niger of sending its troops to Ansongo.", "troops", "armed-forces-niger"),
    ],
)
def test_its_forces_are_those_of_the_state_named_last(
    linked: Linked, text: str, word: str, actor: str
) -> None:
    assert owners(linked(text), word) == [actor]


def test_the_army_is_the_one_that_the_article_names_with_its_state(linked: Linked) -> None:
    text = "The Malian army left Kidal. Niger and Algeria watched. The army lost six trucks there."
    assert owners(linked(text), "army") == ["armed-forces-mali"]


def test_the_army_is_that_of_the_state_that_the_article_is_about(linked: Linked) -> None:
    text = "Peru declared an emergency in Lima and Cusco. Streets were empty as the army moved in."
    about = linked(text)
    assert owners(about, "army") == ["armed-forces-peru"]
    (force,) = [m for m in about if m.text == "army"]
    assert force.proposal is not None
    assert "Peruvian Army" in force.proposal.aliases


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru and Chile met in Oslo. Streets were calm, and the army left.", "army"),
        ("Peru named an army chief in Lima.", "army"),
        ("Peru met in Lima. The army chief resigned.", "army"),
        ("Peru's leader Ana Quispe said: “We sent the army to Cusco.”", "army"),
        ("The ferry company said its forces were stretched in Lima.", "forces"),
    ],
)
def test_an_army_is_nobodys_where_no_state_is_plain(linked: Linked, text: str, word: str) -> None:
    assert owners(linked(text), word) == []


def test_forces_of_a_name_of_their_own_go_by_it(linked: Linked) -> None:
    assert owners(linked("Israel said its army had left Nablus."), "army") == [
        "israel-defense-forces"
    ]
    assert owners(linked("China said its military would drill."), "military") == [
        "peoples-liberation-army"
    ]


def test_a_capital_where_others_meet_does_not_make_its_state_the_articles(linked: Linked) -> None:
    text = (
        "Fighting in the north of Chad spread on Monday as the army sent trucks. "
        "Envoys met in Lima. They left Lima on Friday, and Peru thanked them in Lima."
    )
    assert owners(linked(text), "army") == ["armed-forces-chad"]


def test_the_arms_of_a_force_are_its_own(linked: Linked) -> None:
    text = (
        "Peru sent help to Cusco. An army helicopter landed in Puno, and its navy ship left Lima."
    )
    assert owners(linked(text), "army") == ["armed-forces-peru"]
    assert owners(linked("Peru sent help, and a firm whose navy ship left paid."), "navy") == []


def test_the_government_is_that_of_the_state_that_the_article_is_about(linked: Linked) -> None:
    text = "Floods cut roads in Peru. The government imposed a curfew in Cusco."
    assert owners(linked(text), "government") == ["peru"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met in Oslo. The government fell.",
        "Floods cut roads in Peru. The government of a province resigned.",
        "Floods cut roads in Peru. “The government failed us,” a farmer said.",
    ],
)
def test_a_government_is_nobodys_where_no_state_is_plain(linked: Linked, text: str) -> None:
    assert owners(linked(text), "government") == []


@pytest.mark.parametrize(
    "text",
    [
        "Floods hit Peru. Army chief Ana Quispe flew to Cusco.",
        "Floods hit Peru. General Ana Quispe, the army chief, flew to Cusco.",
    ],
)
def test_a_chief_who_is_named_has_the_army_of_the_state(linked: Linked, text: str) -> None:
    assert "armed-forces-peru" in {m.actor for m in linked(text)}


def test_an_army_secretary_is_a_minister(linked: Linked) -> None:
    found = linked("Floods hit Peru. Army Secretary Ana Quispe flew to Cusco.")
    assert "armed-forces-peru" not in {m.actor for m in found}


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Ferries stopped in Kenya on Monday, the coast guard said.", "coast guard",
         "coast-guard-kenya"),
        ("Peru held a vote on Sunday in Cusco. The senate meets next week.", "senate",
         "senate-peru"),
        ("Zambia closed its schools on Monday, the minister told Parliament.", "Parliament",
         "parliament-zambia"),
        ("Ghana raised fares on Friday. The transport department gave no reason.",
         "transport department", "department-of-transport-ghana"),
    ],
)  # fmt: skip
def test_an_institution_without_its_state_is_that_of_the_state_the_article_is_about(
    linked: Linked, text: str, word: str, actor: str
) -> None:
    assert owners(linked(text), word) == [actor]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Police in Kenya fired tear gas outside the parliament on Monday.", "parliament"),
        ("Peru held a vote on Sunday. The senate of the university met in Cusco.", "senate"),
    ],
)
def test_a_house_and_the_senate_of_something_else_are_no_institution_of_a_state(
    linked: Linked, text: str, word: str
) -> None:
    assert owners(linked(text), word) == []


def test_a_state_is_what_an_article_is_about_that_has_its_towns(linked: Linked) -> None:
    text = (
        "Floods cut roads in southern Italy on Sunday. Water stood in Cosenza, Crotone and "
        "Catanzaro. A tent came from Chad and a pump from Chad. The army sent boats."
    )
    assert owners(linked(text), "army") == ["armed-forces-italy"]


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Floods killed 12 people in Peru, the disaster agency said. The National Institute for "
         "Disaster Care opened shelters.", "disaster agency",
         "national-institute-for-disaster-care"),
        ("Ghana votes in May, the electoral commission said. The Joint Electoral Council counts.",
         "electoral commission", "joint-electoral-council"),
    ],
)  # fmt: skip
def test_an_institution_is_the_body_of_its_field_that_the_article_names_in_full(
    linked: Linked, text: str, word: str, actor: str
) -> None:
    assert owners(linked(text), word) == [actor]
