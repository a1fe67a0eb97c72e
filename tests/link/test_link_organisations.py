from collections.abc import Callable

import pytest

from generator.model import Entity, Mention, NameKind, Registry

Linked = Callable[..., tuple[Mention, ...]]


def test_a_short_form_in_brackets_names_the_same_body(linked: Linked) -> None:
    mentions = linked(
        "The Tana Rescue Network (TRN) found eleven people. The TRN said one had died."
    )
    assert [(m.text, m.actor) for m in mentions] == [
        ("Tana Rescue Network", "tana-rescue-network"),
        ("TRN", "tana-rescue-network"),
        ("TRN", "tana-rescue-network"),
    ]
    assert mentions[0].proposal is not None
    assert mentions[0].proposal.aliases == ("TRN",)


def test_large_organisations_are_known_by_all_their_names(linked: Linked) -> None:
    mentions = linked("The U.N. Security Council met. The IAEA and Doctors Without Borders spoke.")
    assert [m.actor for m in mentions] == [
        "united-nations-security-council",
        "international-atomic-energy-agency",
        "medecins-sans-frontieres",
    ]


def test_two_curated_owners_of_one_alias_are_told_apart_by_the_article(linked: Linked) -> None:
    one = Entity(id="north-bank", name="North Bank", kind="organisation", aliases=("NBX",))
    two = Entity(id="nimbus", name="Nimbus Exchange", kind="organisation", aliases=("NBX",))
    registry = Registry(actors={one.id: one, two.id: two})
    named = linked("Nimbus Exchange halted trading. NBX will reopen on Friday.", registry)
    assert [m.actor for m in named] == ["nimbus", "nimbus"]
    assert linked("NBX will reopen on Friday.", registry) == ()


def test_one_kind_for_a_name_in_the_whole_article(linked: Linked) -> None:
    mentions = linked(
        "Cloud firm Veltrix went down on Tuesday. Veltrix said it was a bug. "
        "Shares of Veltrix fell, and Veltrix apologised."
    )
    assert {(m.actor, m.kind) for m in mentions} == {("veltrix", NameKind.ORGANISATION)}


def test_a_plus_tells_two_bodies_apart(linked: Linked) -> None:
    mentions = linked("OPEC cut output on Monday. OPEC+ will meet in June.")
    assert [m.actor for m in mentions] == ["opec", "opec-plus"]


def test_a_name_that_says_something_is_a_bodys(linked: Linked) -> None:
    mentions = linked("Brellify warned its sellers of delays. Brellify said it would pay them.")
    assert {m.actor for m in mentions if m.text == "Brellify"} == {"brellify"}


def test_a_region_before_a_body_is_no_body(linked: Linked) -> None:
    mentions = linked("California regulators closed a bank. The Texas firm Lumora bought it.")
    assert [m.actor for m in mentions if m.text in {"California", "Texas"}] == [None, None]


def test_a_company_s_name_ends_at_its_form(linked: Linked) -> None:
    mentions = linked("The founder of Norvane Inc. Anna Kessel died on Monday in Lima.")
    assert [m.actor for m in mentions][:2] == ["norvane-inc", "anna-kessel"]


def test_a_body_keeps_all_the_fields_it_is_for(linked: Linked) -> None:
    text = "The lake overflowed, according to the Meteorology, Hydrology and Soils Agency (MHSA)."
    named = ["Meteorology, Hydrology and Soils Agency", "MHSA"]
    assert [m.text for m in linked(text)] == named


def test_bodies_in_a_list_stay_apart(linked: Linked) -> None:
    mentions = linked("Envoys from Toyota, Siemens and the Harbour Agency met in Lima on Monday.")
    assert "Harbour Agency" in [m.text for m in mentions]


def test_a_state_whose_mediators_act_is_no_place(linked: Linked) -> None:
    mentions = linked("Mediators from Peru and Chile have proposed a truce.")
    assert {m.kind for m in mentions} == {NameKind.STATE}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The rating agency Moody's put Tarn Lines on review on Monday.", "moodys"),
        ("Drivers of the union Bahn-Bund walked out in Ulm on Monday.", "bahn-bund"),
        ("Divers of the Danish Salvage Enterprise raised the wreck on Sunday.",
         "danish-salvage-enterprise"),
        ("Convoys of QUNIFAT reached the valley on Sunday.", "qunifat"),
    ],
)  # fmt: skip
def test_a_body_keeps_its_whole_name(linked: Linked, text: str, name: str) -> None:
    assert name in {mention.actor for mention in linked(text)}


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("The Dawn party won in Sofia. Dawn leader Petar Kolev thanked voters.", "dawn", 2),
        ("Shares of Tornby fell on Monday. Tornby shares had risen in May.", "tornby", 2),
    ],
)
def test_a_body_is_known_by_its_bare_name_once_it_was_told(
    linked: Linked, text: str, name: str, times: int
) -> None:
    assert [mention.actor for mention in linked(text)].count(name) == times


@pytest.mark.parametrize("state", ["India", "Peru"])
def test_the_government_of_a_state_is_the_state(linked: Linked, state: str) -> None:
    actors = {m.actor for m in linked(f"The Government of {state} sent two ships on Monday.")}
    assert actors == {state.lower()}


def test_the_first_words_of_a_body_stand_for_it(linked: Linked) -> None:
    found = linked("The chemist Green Cross Health grew. Green Cross directors met on Friday.")
    assert [m.actor for m in found] == ["green-cross-health", "green-cross-health"]


def test_a_body_is_not_the_union_of_its_members(linked: Linked) -> None:
    found = linked("The Tarn County Police Union met. Tarn County Police made no comment.")
    assert len({m.actor for m in found}) == 2


@pytest.mark.parametrize(
    ("text", "short", "whole"),
    [
        (
            "The Canadian Union of Public Employees met. Lufthansa and CUPE are in talks.",
            "CUPE",
            "canadian-union-of-public-employees",
        ),
        (
            "The Transit Safety Board of Peru will inquire. TSB investigators came on Sunday.",
            "TSB",
            "transit-safety-board-of-peru",
        ),
    ],
)
def test_initials_stand_for_a_body_that_the_article_names(
    linked: Linked, text: str, short: str, whole: str
) -> None:
    assert whole in [m.actor for m in linked(text) if m.text == short]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Quispe, who led the People's Alliance Party, lost.", "People's Alliance Party"),
        ("Shares of Integral Power Group Inc. rose on Monday.", "Integral Power Group Inc."),
    ],
)
def test_a_name_has_its_own_genitive_and_no_shares(linked: Linked, text: str, name: str) -> None:
    assert [m.text for m in linked(text) if m.kind is NameKind.ORGANISATION] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Federal Privacy Commissioner, Malcolm Crompton, said so on Monday.",
        "New South Wales Emergency Services Minister Bob Debus said so on Monday.",
    ],
)
def test_the_field_of_an_office_is_no_body(linked: Linked, text: str) -> None:
    told = linked(text)
    assert not [m for m in told if m.kind is NameKind.ORGANISATION]
    assert all(m.place == "new-south-wales" for m in told if m.kind is NameKind.PLACE)


def test_a_bloc_is_a_body(linked: Linked) -> None:
    named = linked("Deputies from the Tolvani Bloc walked out on Monday.")
    assert "Tolvani Bloc" in [m.text for m in named]


def test_a_race_is_nobody(linked: Linked) -> None:
    named = linked("Three boats left the Sydney to Hobart Yacht Race on Monday.")
    assert not [m for m in named if "Race" in m.text]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Britain's central bank held its rate on Thursday.", "bank-of-england"),
        ("The Canadian central bank held its rate on Thursday.", "bank-of-canada"),
        ("Norway's parliament passed the law on Thursday.", "storting"),
        (
            "Nigeria's electoral commission moved the vote.",
            "independent-national-electoral-commission",
        ),
    ],
)
def test_a_states_body_is_known_by_what_it_is(linked: Linked, text: str, actor: str) -> None:
    assert actor in {mention.actor for mention in linked(text)}
