from __future__ import annotations

from made import REGISTRY, mention, reading

from generator.merge import merge
from generator.model import Event, Reading

NIGHT = {"evidence": "overnight", "actors": ["borland"]}
TOLL = {"figures": [("killed", 4.0), ("injured", 3.0)], "words": "drone hit depot fuel fire"}


def wire(night: str = "2024-03-04/2024-03-05", published: str = "2024-03-05") -> Reading:
    raid = mention("wire", date=night, places=["mirel"], **TOLL, **NIGHT)
    return reading(raid, published=published)


def paper() -> Reading:
    """Tell in a paper of the 6th of a raid, one elsewhere, a remark and a day of its own."""
    return reading(
        mention("paper", date="2024-03-05/2024-03-06", places=["mirel"], **TOLL, **NIGHT),
        mention("paper", date="2024-03-05/2024-03-06", places=["tolm"], at=50, **NIGHT),
        mention("paper", date="2024-03-06", evidence="", kind="meeting", at=90),
        mention("paper", date="2024-03-06", evidence="on Wednesday", kind="trial", at=120),
        published="2024-03-06",
    )


def dates(*readings: Reading) -> dict[int, str | None]:
    """Return the date of each event by where the paper tells it."""
    found: tuple[Event, ...] = merge(readings, REGISTRY)
    return {m.trigger.start: e.date for e in found for m in e.mentions if m.report == "paper"}


def test_a_report_of_last_nights_raid_published_a_day_later_is_counted_from_the_day_before() -> (
    None
):
    assert dates(wire(), paper()) == {
        0: "2024-03-05",
        50: "2024-03-05",
        90: "2024-03-05",
        120: "2024-03-06",
    }


def test_a_report_alone_is_counted_from_its_own_day() -> None:
    assert dates(paper()) == {
        0: "2024-03-06",
        50: "2024-03-06",
        90: "2024-03-06",
        120: "2024-03-06",
    }


def test_a_report_of_the_same_day_shows_that_none_is_late() -> None:
    other = mention("other", date="2024-03-05/2024-03-06", places=["tolm"], **NIGHT)
    same = reading(other, published="2024-03-06")

    assert dates(wire(), paper(), same)[50] == "2024-03-06"
