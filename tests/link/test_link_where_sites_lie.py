from collections.abc import Callable

import pytest

from generator.model import Entity, Mention

Linked = Callable[..., tuple[Mention, ...]]


def page(mentions: tuple[Mention, ...], words: str) -> Entity:
    found = next(m.proposal for m in mentions if m.text == words)
    assert found is not None
    return found


def test_an_unknown_site_takes_nothing_from_a_town_in_the_same_sentence(linked: Linked) -> None:
    text = (
        "He was held at Tomás Arrieta airport as he tried to board a flight to Madrid. "
        "Police in Quito said the Orunda River was searched."
    )
    for words in ("Tomás Arrieta airport", "Orunda River"):
        site = page(linked(text), words)
        assert (site.country, site.within, site.lat, site.lon) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Fire broke out at Kestrel airport in Quito on Monday.", "quito"),
        ("Fire broke out at Kestrel airport in the northern city of Arequipa, Peru.", "arequipa"),
        ("Fire broke out at Kestrel airport, Quito, on Monday.", "quito"),
        ("Fire broke out at Kestrel airport near Arequipa in Peru.", "peru"),
    ],
)
def test_a_site_lies_where_the_words_beside_it_say(linked: Linked, text: str, within: str) -> None:
    site = page(linked(text), "Kestrel airport")
    assert site.within == within
    assert site.lat is not None


@pytest.mark.parametrize(
    "text",
    [
        "In Paiporta, a suburb of Valencia, two bridges fell in Spain.",
        "Spain sent crews to Paiporta, a small southern town of Valencia, on Monday.",
    ],
)
def test_a_suburb_of_a_town_lies_in_the_town(linked: Linked, text: str) -> None:
    found = linked(f"{text} Shops in Paiporta reopened.")
    assert {m.proposal.within for m in found if m.text == "Paiporta" and m.proposal} == {
        page(found, "Valencia").id
    }
    assert page(found, "Valencia").within != "paiporta"
    assert page(found, "Valencia").kind != "district"


def test_the_city_of_a_name_is_still_the_city(linked: Linked) -> None:
    assert page(linked("Rain fell in the city of Arequipa in Peru."), "Arequipa").kind == "city"


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Snow closed the road between Arequipa and Hualpaca in Peru.", "Hualpaca"),
        ("A bus left the route between Cusco and Ocrapata in Peru.", "Ocrapata"),
        ("Guards in Peru stopped a van at the border crossing of Hualpaca.", "Hualpaca"),
    ],
)
def test_a_way_and_a_crossing_are_told_by_towns(linked: Linked, text: str, town: str) -> None:
    assert page(linked(text), town).kind == "city"


def test_a_town_that_words_put_somewhere_is_one_at_its_other_mentions(linked: Linked) -> None:
    found = linked("A bridge fell at Hualpaca in Peru. Pilots flew 20 nurses out of Hualpaca.")
    assert [m.place for m in found if m.text == "Hualpaca"] == ["hualpaca", "hualpaca"]


@pytest.mark.parametrize("site", ["Celestyn palace", "Tarhan valley"])
def test_small_letters_may_name_a_site_as_well(linked: Linked, site: str) -> None:
    assert page(linked(f"Troops reached the {site} on Monday."), site).kind in {"site", "region"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plane left St. John's International Airport.", "St. John's International Airport"),
        ("Police shut King's Cross Station on Monday.", "King's Cross Station"),
    ],
)
def test_a_site_keeps_the_genitive_of_its_name(linked: Linked, text: str, name: str) -> None:
    proposals = [m.proposal for m in linked(text) if m.proposal]
    assert [page.name for page in proposals] == [name]
