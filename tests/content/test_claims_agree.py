from __future__ import annotations

import pytest

from generator.content.agreement import Agreement, Given, agreement, width
from generator.model import Bound

MONDAY, TUESDAY = "2024-03-04", "2024-03-05"


def given(value: float, bound: Bound = Bound.EXACTLY, *, day: str = MONDAY, by: str = "") -> Given:
    return Given(value=value, bound=bound, source=f"paper of {day} {value}", day=day, by=by)


@pytest.mark.parametrize(
    ("what", "claims", "stand"),
    [
        ("killed", [given(6), given(6)], Agreement.SAME),
        ("killed", [given(6, Bound.AT_LEAST), given(7, day=TUESDAY)], Agreement.UPDATED),
        ("killed", [given(6), given(9, day=TUESDAY)], Agreement.UPDATED),
        ("children killed", [given(1), given(2, day=TUESDAY)], Agreement.UPDATED),
        ("killed", [given(6, Bound.AT_LEAST), given(7)], Agreement.COMPATIBLE),
        ("killed", [given(9, day=MONDAY), given(7, day=TUESDAY)], Agreement.CONFLICT),
        ("killed", [given(6), given(7)], Agreement.CONFLICT),
        ("drones", [given(650, Bound.MORE_THAN), given(653)], Agreement.COMPATIBLE),
        ("drones", [given(650, Bound.MORE_THAN), given(640)], Agreement.CONFLICT),
        ("drones", [given(460), given(480, day=TUESDAY)], Agreement.CONFLICT),
        ("money", [given(100, Bound.ABOUT), given(105)], Agreement.COMPATIBLE),
        ("money", [given(88, Bound.MORE_THAN), given(80, Bound.UP_TO)], Agreement.CONFLICT),
    ],
)
def test_a_later_higher_toll_is_an_update_and_bounds_that_meet_are_no_conflict(
    what: str, claims: list[Given], stand: Agreement
) -> None:
    assert agreement(what, claims) is stand
    assert agreement(what, claims[::-1]) is stand


def test_what_a_report_counts_lower_itself_is_a_part_but_two_speakers_may_differ() -> None:
    whole = Given(value=7, source="a", by="the mayor")
    part = Given(value=4, source="a")
    union = Given(value=1200, source="a", by="the union")
    police = Given(value=900, source="a", by="the police")

    assert agreement("killed", [whole, part]) is Agreement.SAME
    assert agreement("strikers", [union, police]) is Agreement.CONFLICT


def test_the_width_is_how_far_the_smallest_stays_below_the_largest() -> None:
    assert width([given(50), given(100)]) == 0.5
    assert width([given(100), given(100)]) == 0.0
    assert width([]) == 0.0
