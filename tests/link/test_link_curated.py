"""A curated page wins over what the package would propose for the same real thing."""

from collections.abc import Callable

import pytest

from generator.model import Entity, Mention, Registry

Linked = Callable[..., tuple[Mention, ...]]

FORCES = Entity(
    id="chadian-armed-forces",
    name="Chadian Armed Forces",
    kind="organisation",
    aliases=("Chadian military",),
    affiliation="chad",
    status="reviewed",
)


@pytest.mark.parametrize(
    "text",
    [
        "Chadian air defences shot down a drone.",
        "Chad's army closed the road.",
        "The armed forces of Chad closed the road.",
        "The Chadian military closed the road.",
    ],
)
def test_a_states_forces_are_the_curated_page(linked: Linked, text: str) -> None:
    registry = Registry(actors={FORCES.id: FORCES})
    assert [(m.actor, m.proposal) for m in linked(text, registry)] == [(FORCES.id, None)]


def test_another_states_forces_are_not(linked: Linked) -> None:
    registry = Registry(actors={FORCES.id: FORCES})
    (mention,) = linked("The Kenyan army closed the road.", registry)
    assert mention.actor == "armed-forces-kenya"


def test_a_curated_ministry_is_found_by_what_the_news_calls_it(linked: Linked) -> None:
    own = Entity(
        id="ministry-of-national-defence-peru",
        name="Ministry of National Defence (Peru)",
        kind="organisation",
        affiliation="peru",
    )
    registry = Registry(actors={own.id: own})
    (mention,) = linked("Peru's defence ministry denied the report.", registry)
    assert mention.actor == own.id


def test_a_curated_short_form_wins_over_the_worlds(linked: Linked) -> None:
    own = Entity(id="land-force", name="Land Force", kind="organisation", aliases=("US Army",))
    registry = Registry(actors={own.id: own})
    text = "Lieutenant-Colonel Ada Holt of the US Army spoke. Army Secretary Jon Bell left."
    assert "land-force" in {m.actor for m in linked(text, registry)}
    assert "united-states-army" not in {m.actor for m in linked(text, registry)}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Brussels ordered Ireland to recover the tax.", "european-union"),
        ("Belgium is on strike. Brussels rejected the unions' demands.", "belgium"),
    ],
)
def test_brussels_speaks_for_the_union_unless_belgium_is_the_matter(
    linked: Linked, text: str, actor: str
) -> None:
    (mention,) = [m for m in linked(text) if m.text == "Brussels"]
    assert (mention.actor, mention.place) == (actor, "brussels")
