"""Texts of our own: how many of their places are found, and how many of those where they lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from generator import link, segment
from generator.link.geometry import km
from generator.model import Article, Entity, Registry

REACH_KM = 161
FOUND, RIGHT = 0.90, 0.98
GOLD = Path(__file__).with_name("geocoding.yml")


@cache
def _pipeline() -> segment.Pipeline:
    return segment.load()


@cache
def _world() -> Registry:
    return link.starter()


def located(text: str) -> dict[str, Entity]:
    """Return the pages of the places by the words that name them first."""
    article = Article(id="report", text=text)
    mentions = link.link(article, segment.segment(article, _pipeline()), _world())
    joined, entities = link.unify({"report": mentions}, _world())
    pages = {e.id: e for e in (*entities, *_world().places.values()) if e.is_place}
    found: dict[str, Entity] = {}
    for mention in joined["report"]:
        if mention.place in pages:
            found.setdefault(" ".join(mention.text.split()), pages[mention.place])
    return found


def is_right(page: Entity, at: list[float]) -> bool:
    reach = at[2] if len(at) > 2 else REACH_KM
    return (
        page.lat is not None
        and page.lon is not None
        and km((page.lat, page.lon), (at[0], at[1])) <= reach
    )


def test_places_lie_where_the_article_around_them_says() -> None:
    wanted = found = right = 0
    for case in yaml.safe_load(GOLD.read_text(encoding="utf-8")):
        pages = located(case["text"])
        for name, at in case["places"].items():
            page = pages.get(name)
            wanted += 1
            found += page is not None and page.lat is not None
            right += page is not None and is_right(page, at)
    assert found / wanted >= FOUND
    assert right / found >= RIGHT


PARIS, LONDON, SALT_LAKE_CITY, KEENE = (
    [33.66, -95.56],
    [42.98, -81.25],
    [40.76, -111.9],
    [42.9, -72.3],
)


@pytest.mark.parametrize(
    ("text", "name", "at"),
    [
        ("Paris chose a sheriff. The Texas seat lies east of Bonham.", "Paris", PARIS),
        ("Paris chose a mayor on Sunday. France will count.", "Paris", [48.85, 2.35]),
        ("Rain hit Salt Lake City. Utah closed a road.", "Salt Lake City", SALT_LAKE_CITY),
        ("LONDON, Ontario — A mill burned. Crews left London at noon.", "London", LONDON),
        ("MANCHESTER, N.H. — A mill burned for a day.", "MANCHESTER", [42.99, -71.46]),
        ("FRESNO, Calif. — A judge freed two growers.", "FRESNO", [36.75, -119.77]),
        ("New Hampshire sent crews to Nashua, Keene and Concord.", "Keene", KEENE),
    ],
)
def test_a_name_is_told_by_what_stands_around_it(text: str, name: str, at: list[float]) -> None:
    assert is_right(located(text)[name], at)


def test_a_province_with_a_states_name_is_told_by_the_places_in_it() -> None:
    south = located("A storm hit Savannah and Macon. Georgia opened shelters on Monday.")
    caucasus = located("A storm hit Batumi and Kutaisi. Georgia opened shelters on Monday.")
    assert south["Georgia"].country == "US"
    assert caucasus["Georgia"].country == "GE"


def test_a_county_lies_in_the_state_that_the_article_names() -> None:
    page = located("A fire in Knoxville spread through Knox County. Tennessee sent crews.")
    assert page["Knox County"].within == "tennessee"
    assert is_right(page["Knox County"], [35.99, -83.94])
