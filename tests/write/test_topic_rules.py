from __future__ import annotations

import pytest

from generator.content.schema import Match, TopicPage
from generator.write.topics import topics_for


def topics(**rule: tuple[str, ...]) -> tuple[str, ...]:
    return topics_for(
        title="Flood cuts power in Mirel",
        body="In March 2024, the Ilva flooded Mirel.",
        quotes=["the café quarter lost its electricity"],
        kind="disaster",
        actors=["red-relief"],
        places=["mirel"],
        topics={"floods": TopicPage(name="Floods", match=Match(**rule))},
    )


@pytest.mark.parametrize(
    "rule",
    [
        {"kinds": ("accident", "disaster")},
        {"terms": ("electricity",)},
        {"terms": ("CAFE QUARTER",)},
        {"actors": ("red-relief",)},
        {"places": ("mirel", "tolm")},
        {"kinds": ("disaster",), "terms": ("power",), "places": ("mirel",)},
    ],
)
def test_an_entry_that_meets_every_group_of_a_rule_is_in_the_topic(
    rule: dict[str, tuple[str, ...]],
) -> None:
    assert topics(**rule) == ("floods",)


@pytest.mark.parametrize(
    "rule",
    [
        {},
        {"kinds": ("accident",)},
        {"terms": ("flo",)},
        {"terms": ("quarter café",)},
        {"kinds": ("disaster",), "actors": ("ida-moss",)},
    ],
)
def test_an_entry_that_misses_one_group_or_meets_no_rule_is_not(
    rule: dict[str, tuple[str, ...]],
) -> None:
    assert topics(**rule) == ()


def test_topics_come_sorted() -> None:
    page = TopicPage(name="Any", match=Match(kinds=("disaster",)))

    found = topics_for("", "", [], "disaster", [], [], {"b": page, "a": page})

    assert found == ("a", "b")
