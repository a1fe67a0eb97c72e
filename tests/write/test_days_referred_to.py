"""The ledger keeps which days a report refers to, and in how many sentences."""

from __future__ import annotations

import datetime as dt

from generator.model import Timex, TimexType
from generator.write.referred import days_referred_to


def timex(edtf: str | None, sentence: int) -> Timex:
    return Timex(
        start=0, end=1, text="x", type=TimexType.DATE, value="", sentence=sentence, edtf=edtf
    )


def test_a_day_counts_once_for_each_sentence() -> None:
    times = [timex("2031-05-02", 1), timex("2031-05-02", 1), timex("2031-05-02", 4)]
    assert days_referred_to(times) == ((dt.date(2031, 5, 2), 2),)


def test_a_night_refers_to_both_of_its_days() -> None:
    days = days_referred_to([timex("2031-05-31/2031-06-01", 0)])
    assert days == ((dt.date(2031, 5, 31), 1), (dt.date(2031, 6, 1), 1))


def test_what_is_no_day_refers_to_none() -> None:
    coarse = ["2031-05", "2031", "2031-05-02~", "2031-05-02/2031-05-08", "2031-05-02/..", None]
    assert days_referred_to([timex(text, 0) for text in coarse]) == ()
