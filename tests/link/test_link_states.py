from collections.abc import Callable

import pytest

from generator.model import Mention, NameKind

Linked = Callable[..., tuple[Mention, ...]]
STATE, PLACE, GROUP = NameKind.STATE, NameKind.PLACE, NameKind.GROUP


def named(mentions: tuple[Mention, ...], text: str) -> Mention:
    (found,) = [mention for mention in mentions if mention.text == text]
    return found


@pytest.mark.parametrize(
    ("text", "name", "kind", "actor", "place"),
    [
        ("Ankara rejected the proposal.", "Ankara", STATE, "turkey", "ankara"),
        ("A bridge collapsed in Ankara.", "Ankara", PLACE, "turkey", "ankara"),
        ("Ottawa's decision surprised farmers.", "Ottawa", STATE, "canada", "ottawa"),
        ("Ottawa's mayor opened the rink.", "Ottawa", PLACE, "canada", "ottawa"),
        ("Talks with Nairobi stalled.", "Nairobi", STATE, "kenya", "nairobi"),
        ("The storm hit Nairobi at noon.", "Nairobi", PLACE, "kenya", "nairobi"),
        ("Britain urged Tehran to free the crew.", "Tehran", STATE, "iran", "tehran"),
        ("The Kremlin denied the report.", "Kremlin", STATE, "russia", "kremlin"),
        ("They met at the White House.", "White House", PLACE, "united-states", "white-house"),
        ("Peru declared an emergency.", "Peru", STATE, "peru", "peru"),
        ("A bus crashed in Peru.", "Peru", PLACE, "peru", "peru"),
        ("Crowds gathered near Madrid.", "Madrid", PLACE, "spain", "madrid"),
    ],
)
def test_grammar_tells_the_government_from_the_place(
    linked: Linked, text: str, name: str, kind: NameKind, actor: str, place: str
) -> None:
    mention = named(linked(text), name)
    assert (mention.kind, mention.actor, mention.place) == (kind, actor, place)


def test_a_demonym_before_a_noun_is_an_adjective_of_its_state(linked: Linked) -> None:
    mention = named(linked("Chilean miners were freed."), "Chilean")
    assert (mention.kind, mention.actor, mention.adjective) == (STATE, "chile", True)


def test_a_people_is_a_group_of_its_state(linked: Linked) -> None:
    mention = named(linked("Chileans vote on Sunday."), "Chileans")
    assert (mention.kind, mention.actor, mention.adjective) == (GROUP, "chile", False)


@pytest.mark.parametrize(
    ("text", "name", "id_", "canonical"),
    [
        (
            "Peru's health ministry reported nine cases.",
            "Peru's health ministry",
            "ministry-of-health-peru",
            "Ministry of Health (Peru)",
        ),
        (
            "The Kenyan navy seized a ship.",
            "Kenyan navy",
            "navy-kenya",
            "Navy of Kenya",
        ),
        (
            "The armed forces of Chad closed the road.",
            "armed forces of Chad",
            "armed-forces-chad",
            "Armed Forces of Chad",
        ),
        (
            "Fighter jets took off in Estonia, the Defence Ministry said.",
            "Defence Ministry",
            "ministry-of-defence-estonia",
            "Ministry of Defence (Estonia)",
        ),
    ],
)
def test_institutions_are_named_by_their_state(
    linked: Linked, text: str, name: str, id_: str, canonical: str
) -> None:
    mention = named(linked(text), name)
    assert mention.proposal is not None
    assert (mention.actor, mention.proposal.name) == (id_, canonical)
    assert mention.proposal.affiliation == id_.rsplit("-", 1)[1]


def test_small_letters_are_no_acronym(linked: Linked) -> None:
    mentions = linked("Those who came told us that the WHO sent it to the US.")
    assert [mention.text for mention in mentions] == ["WHO", "US"]


def test_a_capital_that_looks_at_a_deal_is_the_body_that_sits_there(linked: Linked) -> None:
    (brussels,) = linked("Brussels looked hard at the merger.")
    assert brussels.actor == "european-union"
    assert brussels.kind is not NameKind.PLACE


def test_an_hour_of_the_pacific_is_no_place(linked: Linked) -> None:
    assert linked("By 3:35 a.m. Pacific the fault was fixed.") == ()


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Iran's foreign ministry spokesman spoke.", "ministry-of-foreign-affairs-iran"),
        ("Moscow's foreign ministry objected.", "ministry-of-foreign-affairs-russia"),
        ("Rome and Tunis will open a joint police centre.", "tunisia"),
    ],
)
def test_ministries_and_governments_are_told_by_spokesmen_and_capitals(
    linked: Linked, text: str, actor: str
) -> None:
    assert actor in {m.actor for m in linked(text) if m.kind is not NameKind.PLACE}


def test_two_capitals_that_something_befalls_are_places(linked: Linked) -> None:
    found = linked("London and Paris saw heavy rain.")
    assert {m.kind for m in found} == {NameKind.PLACE}


def test_the_home_of_a_medium_is_not_where_the_news_is(linked: Linked) -> None:
    assert not [
        m for m in linked("The army fired on Monday, according to Reuters.") if m.text == "army"
    ]
