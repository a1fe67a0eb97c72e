from __future__ import annotations

import datetime as dt

import pytest
from made import REGISTRY, mention, reading

from generator.merge import merge
from generator.merge.dating import common_date
from generator.merge.geography import Geography, Relation
from generator.model import Event

SAME = {"words": "ferry sink storm harbour", "kind": "accident", "places": ["mirel"]}


def one(*mentions: object, **how: object) -> Event:
    (event,) = merge([reading(m) for m in mentions], REGISTRY)  # type: ignore[arg-type]
    return event


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([("2024-03-05", "on Tuesday"), ("2024-03", "this month")], "2024-03-05"),
        (
            [("2024-03-05", "on Tuesday"), ("2024-03-04/2024-03-05", "overnight")],
            "2024-03-05",
        ),
        (
            [("2024-03-04", "on Monday"), ("2024-03-04/2024-03-05", "overnight")],
            "2024-03-04",
        ),
        (
            [
                ("2024-03-05/2024-03-06", "overnight"),
                ("2024-03-04/2024-03-05", "overnight"),
                ("2024-03-05", "5 March"),
            ],
            "2024-03-05",
        ),
        (
            [("2024-03-05/2024-03-06", "overnight"), ("2024-03-04/2024-03-05", "overnight")],
            "2024-03-05",
        ),
        (
            [("2024-03-05", "on Tuesday"), ("2024-03-04/2024-03-05", "on 4 and 5 March")],
            "2024-03-04/2024-03-05",
        ),
        (
            [("2024-03-04/2024-03-05", "overnight"), ("2024-03-05", "")],
            "2024-03-05",
        ),
        (
            [("2024-03-10", "on Sunday"), ("2024-03-09/2024-03-10", "over the weekend")],
            "2024-03-10",
        ),
        ([("2024-03-05", "on Tuesday"), ("2024-03-06", "")], "2024-03-05"),
        (
            [("2024-03-05", "Tuesday"), ("2024-03-05", "5 March"), ("2024-03-06", "6 March")],
            "2024-03-05",
        ),
        ([("2024-03-04/2024-03-05", "last night")], "2024-03-04"),
        (
            [("2024-03-04/2024-03-05", "last night"), ("2024-03-04/2024-03-05", "overnight")],
            "2024-03-05",
        ),
        (
            [("2024-03-04/2024-03-05", "overnight"), ("2024-03-04/2024-03-05", "on both days")],
            "2024-03-04/2024-03-05",
        ),
        ([(None, "")], None),
    ],
)
def test_the_date_is_the_finest_that_most_words_bear(
    dates: list[tuple[str | None, str]], expected: str | None
) -> None:
    told = [mention(f"r{n}", date=d, evidence=e) for n, (d, e) in enumerate(dates)]

    assert common_date(told, {}) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([("2024-03-05", ""), ("2024-03-06", ""), ("2024-03-07", "")], "2024-03-05"),
        ([("2024-03-05", ""), ("2024-03-05/2024-03-06", "overnight")], "2024-03-05"),
        ([("2024-03-05", "today"), ("2024-03-07", "Thursday")], "2024-03-05"),
        ([("2024-03-05", ""), ("2024-03-06", "early on Wednesday")], "2024-03-06"),
        ([("2024-03-07", "on Thursday"), ("2024-03-07", "")], "2024-03-07"),
    ],
)
def test_nothing_takes_place_after_its_first_report_but_in_another_time_zone(
    dates: list[tuple[str, str]], expected: str
) -> None:
    told = [mention(f"r{n}", date=d, evidence=e) for n, (d, e) in enumerate(dates)]
    published = {f"r{n}": dt.date(2024, 3, 5 + n) for n in range(len(told))}

    assert common_date(told, published) == expected


def test_what_went_on_since_a_day_is_of_that_day_where_a_report_says_it_happened_then() -> None:
    since = mention("a", date="2024-03-04/2024-03-05", evidence="since Monday")
    began = mention("b", date="2024-03-04", evidence="on Monday")
    later = mention("b", date="2024-03-05", evidence="on Tuesday")

    assert common_date([since, began], {}) == "2024-03-04"
    assert common_date([since, later], {}) != "2024-03-05"


def test_actors_stand_by_how_many_reports_name_them() -> None:
    a = mention("a", actors=["red-relief"], **SAME)
    b = mention("b", actors=["red-relief", "ida-moss"], **SAME)

    assert one(a, b).actors == ("red-relief", "ida-moss")


def test_places_stand_narrowest_first_and_a_country_goes_where_its_city_is_told() -> None:
    a = mention("a", **{**SAME, "places": ["lake-province", "mirel"]})
    b = mention("b", **{**SAME, "places": ["avaria"]})

    assert one(a, b).places == ("mirel", "lake-province")


def test_a_country_stays_where_one_report_has_it_beside_its_city() -> None:
    a = mention("a", **{**SAME, "places": ["mirel", "avaria"]})
    b = mention("b", **SAME)

    assert one(a, b).places == ("mirel", "avaria")


def test_the_title_is_the_headline_with_place_and_toll() -> None:
    bare = mention("a", headline="Ferry sinks", **SAME)
    full = mention(
        "b", headline="Ferry sinks off Mirel, killing nine", figures=[("killed", 9)], **SAME
    )

    assert one(bare, full).title == "Ferry sinks off Mirel, killing nine"


def test_a_toll_on_which_reports_differ_stands_in_the_title_with_its_lower_bound() -> None:
    told = {**SAME, "headline": "Ferry sinks off Mirel, killing seven"}
    a = mention("a", **told, figures=[("killed", 7)])
    b = mention("b", **told, figures=[("killed", 6)])

    assert one(a, b).title == "Ferry sinks off Mirel, killing at least six"
    assert one(a, mention("b", **told, figures=[("killed", 7)])).title == told["headline"]


def test_a_lower_bound_takes_the_place_of_a_rough_one() -> None:
    told = {**SAME, "headline": "Some 70 people killed off Mirel"}
    a = mention("a", **told, figures=[("killed", 70)])
    b = mention("b", **told, figures=[("killed", 60)])

    assert one(a, b).title == "At least 60 people killed off Mirel"


def test_a_number_that_counts_something_else_stays_in_the_title() -> None:
    told = {**SAME, "headline": "Ferry with seven cars sinks off Mirel"}
    a = mention("a", **told, figures=[("killed", 7)])
    b = mention("b", **told, figures=[("killed", 6)])

    assert one(a, b).title == told["headline"]


def test_an_event_is_background_only_where_all_reports_tell_it_so() -> None:
    a = mention("a", background=True, **SAME)
    b = mention("b", **SAME)

    assert one(a, b).background is False
    assert one(a).background is True


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("mirel", "mirel", Relation.SAME),
        ("north-ward", "lake-province", Relation.WITHIN),
        ("north-ward", "avaria", Relation.WITHIN_COUNTRY),
        ("avaria", "avaria", Relation.SAME_COUNTRY),
        ("north-ward", "south-ward", Relation.APART),
        ("mirel", "borland", Relation.APART),
    ],
)
def test_places_lie_within_each_other_or_apart(a: str, b: str, relation: Relation) -> None:
    assert Geography(REGISTRY.places).relation(a, b) == relation
    assert Geography(REGISTRY.places).relation(b, a) == relation


def test_what_names_neither_anyone_nor_a_place_is_one_only_in_reports_of_one_matter() -> None:
    rise = {"words": "price rise percent", "kind": "economy", "figures": [("share", 38.0)]}
    shake = "quake magnitude tremor wall crack tile rubble sleeper bridge school gym tent night"
    poll = "ballot mayor count margin turnout booth clerk recount rival campaign seat hall queue"
    quake = {"words": shake, "kind": "disaster", "places": ["mirel"]}
    vote = {"words": poll, "kind": "election", "places": ["tolm"]}

    def rises(first: dict[str, object], second: dict[str, object]) -> int:
        told = [
            reading(mention(report, **rise), mention(report, at=5, **what))  # type: ignore[arg-type]
            for report, what in (("a", first), ("b", second))
        ]
        return sum(event.kind == "economy" for event in merge(told, REGISTRY))

    assert rises(quake, quake) == 1
    assert rises(quake, vote) == 2
