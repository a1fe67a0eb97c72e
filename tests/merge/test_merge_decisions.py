from __future__ import annotations

from typing import Any

import pytest
from made import REGISTRY, mention, reading

from generator.merge import merge
from generator.model import Event, EventMention, Mode, Parting

BLAST = "drone hit depot fuel fire"


def events(*mentions: EventMention, published: str | None = "2024-03-06") -> tuple[Event, ...]:
    return merge([reading(m, published=published) for m in mentions], REGISTRY)


def are_one(a: EventMention, b: EventMention, published: str | None = "2024-03-06") -> bool:
    return len(events(a, b, published=published)) == 1


def test_same_day_place_doer_and_words_are_one_event() -> None:
    a = mention("a", words=BLAST, places=["mirel"], actors=["borland"])
    b = mention("b", words="depot drone burn", places=["mirel"], actors=["borland"])

    assert are_one(a, b)


def test_the_same_number_alone_is_no_reason() -> None:
    a = mention("a", words="drone sea", actors=["avaria"], figures=[("drones", 116)])
    b = mention(
        "b",
        words="drone land",
        actors=["avaria"],
        figures=[("drones", 116)],
        date="2024-03-16",
    )

    assert not are_one(a, b)


def test_a_place_within_a_place_agrees() -> None:
    a = mention("a", words=BLAST, places=["mirel"], actors=["borland"], figures=[("injured", 14)])
    b = mention(
        "b", words=BLAST, places=["lake-province"], actors=["borland"], figures=[("injured", 14)]
    )

    assert are_one(a, b)


def test_a_site_that_bears_a_towns_name_is_the_towns() -> None:
    same = {"actors": ["red-relief"], "figures": [("flights", 1020.0)]}
    a = mention("a", kind="other", words="crew stop work", places=["mirel-airport"], **same)
    b = mention("b", kind="outage", words="flight cancel", places=["mirel"], **same)
    c = mention("c", kind="outage", words="flight cancel", places=["tolm"], **same)

    assert are_one(a, b)
    assert not are_one(a, c)


def test_what_was_set_for_a_day_may_be_of_any_kind_where_no_word_sorts_it() -> None:
    same = {"words": "ferry mirel strike crew", "places": ["mirel"]}
    plan = mention("a", kind="other", mode=Mode.PLANNED, **same)
    other = mention("a", kind="election", mode=Mode.PLANNED, **same)
    done = mention("b", kind="protest", **same)

    assert are_one(plan, done)
    assert not are_one(other, done)


def test_unsorted_deeds_of_one_day_and_place_are_one_only_by_their_words() -> None:
    same = {"places": ["mirel"], "actors": ["borland"]}
    flown = mention("a", kind="other", words="helicopter fly over city", **same)
    handed = mention("b", kind="other", words="power hand general", **same)
    flew = mention("c", kind="other", words="army helicopter fly city", **same)

    assert not are_one(flown, handed)
    assert are_one(flown, flew)


def test_two_places_side_by_side_do_not() -> None:
    a = mention("a", words=BLAST, places=["north-ward"], actors=["borland"])
    b = mention("b", words=BLAST, places=["south-ward"], actors=["borland"])

    assert not are_one(a, b)


@pytest.mark.parametrize(("part", "one"), [("northern-avaria", True), ("southern-avaria", False)])
def test_a_part_named_by_its_side_holds_what_lies_there(part: str, one: bool) -> None:
    same = {"words": BLAST, "actors": ["borland"]}
    a = mention("a", places=["ferrow"], **same)
    b = mention("b", places=[part], **same)

    assert are_one(a, b) == one


def test_two_countries_do_not() -> None:
    a = mention("a", words=BLAST, places=["mirel"], actors=["red-relief"])
    b = mention("b", words=BLAST, places=["borland"], actors=["red-relief"])

    assert not are_one(a, b)


def test_two_nights_in_a_row_are_two_events() -> None:
    same = {"words": BLAST, "places": ["mirel"], "actors": ["borland"], "evidence": "overnight"}
    a = mention("a", date="2024-03-04/2024-03-05", **same)
    b = mention("b", date="2024-03-05/2024-03-06", **same)

    assert not are_one(a, b)


def test_a_night_and_its_morning_are_one() -> None:
    same = {"words": BLAST, "places": ["mirel"], "actors": ["borland"]}
    a = mention("a", date="2024-03-04/2024-03-05", evidence="overnight", **same)
    b = mention("b", date="2024-03-05", **same)

    assert are_one(a, b)
    assert events(a, b)[0].date == "2024-03-05"


def test_a_later_toll_is_an_update_of_the_same_event() -> None:
    same = {"kind": "disaster", "words": "earthquake shake house collapse", "places": ["mirel"]}
    a = mention("a", figures=[("killed", 27)], **same)
    b = mention("b", figures=[("killed", 69)], **same)

    assert are_one(a, b)


def test_each_others_attacks_on_one_day_are_two_events() -> None:
    a = mention("a", words=BLAST, places=["mirel"], actors=["borland"])
    b = mention("b", words="raid shell bridge", places=["mirel"], actors=["avaria"])

    assert not are_one(a, b)


def test_a_statement_and_what_it_is_about_are_two() -> None:
    a = mention("a", words=BLAST, places=["mirel"], actors=["borland"])
    b = mention(
        "b", words=BLAST, kind="statement", mode=Mode.STATEMENT, actors=["borland"], role="speaker"
    )

    assert not are_one(a, b)


@pytest.mark.parametrize(("speaker", "one"), [("ida-moss", True), ("jon-reeve", False)])
def test_statements_are_one_only_with_the_same_speaker(speaker: str, one: bool) -> None:
    said = {"kind": "statement", "mode": Mode.STATEMENT, "role": "speaker"}
    a = mention("a", words="peace plan right direction", actors=["ida-moss"], **said)
    b = mention("b", words="peace plan step direction", actors=[speaker], **said)

    assert are_one(a, b) is one


def test_a_meeting_planned_and_held_on_one_day_is_one_and_no_longer_planned() -> None:
    same = {"kind": "meeting", "words": "talk minister meet", "places": ["tolm"]}
    who = {"actors": ["ida-moss", "jon-reeve"], "role": "participant"}
    a = mention("a", mode=Mode.PLANNED, **same, **who)
    b = mention("b", **same, **who)

    assert are_one(a, b)
    assert events(a, b)[0].kind == "meeting"


def test_news_without_a_date_tells_of_the_days_before_it() -> None:
    same = {"kind": "meeting", "words": "talk minister meet hours", "places": ["tolm"]}
    who = {"actors": ["ida-moss", "borland"], "role": "participant"}
    a = mention("a", date=None, **same, **who)
    b = mention("b", date="2024-03-04", **same, **who)

    assert are_one(a, b)
    assert not are_one(a, mention("b", date="2024-02-04", **same, **who))


def test_two_mentions_of_one_report_stay_two_unless_they_are_twins() -> None:
    a = mention("a", words=BLAST, places=["mirel"], actors=["borland"])
    b = mention("a", at=50, words="blast port crane", places=["mirel"], actors=["borland"])
    twin = mention("a", at=90, words=BLAST, places=["mirel"], actors=["borland"])

    assert len(merge([reading(a, b)], REGISTRY)) == 2
    assert len(merge([reading(a, twin)], REGISTRY)) == 1


def test_two_mentions_of_one_report_are_one_where_another_report_tells_both_at_once() -> None:
    first = mention("a", words="blast port crane fire", places=["mirel"])
    again = mention("a", at=50, kind="death", words="smoke docker blast", places=["north-ward"])
    told = {"places": ["mirel"], "actors": ["borland"]}
    whole = mention("b", words="blast port crane docker ward fire", **told)

    assert len(merge([reading(first, again)], REGISTRY)) == 2
    assert len(merge([reading(first, again), reading(whole)], REGISTRY)) == 1


@pytest.mark.parametrize(
    "apart", [{}, {"places": []}, {"figures": [("killed", 30)]}, {"mode": Mode.PLANNED}]
)
def test_a_report_tells_a_part_another_toll_or_a_plan_apart_on_purpose(
    apart: dict[str, Any],
) -> None:
    words = {"words": "smoke docker blast", "places": ["north-ward"], "figures": [("killed", 4)]}
    first = mention("a", words="blast port crane fire", places=["mirel"], figures=[("killed", 4)])
    again = mention("a", at=50, **{**words, **apart})
    whole = mention("b", words="blast port crane docker fire", places=["mirel"])

    assert len(merge([reading(first, again), reading(whole)], REGISTRY)) == (2 if apart else 1)


def test_steps_that_one_report_tells_apart_stay_apart_whatever_another_joins() -> None:
    same = {"actors": ["ida-moss"], "role": "patient"}
    charge = mention("a", kind="charge", words="fraud bank charge court", **same)
    verdict = mention("a", at=50, kind="verdict", words="fraud bank guilty court", **same)
    other = mention("b", kind="verdict", words="fraud bank charge guilty court", **same)

    assert len(merge([reading(charge, verdict), reading(other)], REGISTRY)) == 2


def test_each_merge_says_why_in_words() -> None:
    a = mention("a", words=BLAST, places=["mirel"], actors=["borland"], figures=[("injured", 14)])
    b = mention("b", words=BLAST, places=["mirel"], actors=["borland"], figures=[("injured", 14)])

    (reason,) = events(a, b)[0].reasons

    assert (reason.a, reason.b) == ("a", "b")
    assert 0.5 <= reason.score <= 1
    assert "dates overlap 2024-03-05 +0.25" in reason.words
    assert "same place mirel +0.30" in reason.words
    assert "same figures 14 injured +0.20" in reason.words


def test_overnight_in_a_paper_of_the_next_day_is_the_same_night_where_two_tolls_agree() -> None:
    toll = [("killed", 4.0), ("injured", 3.0)]
    same = {"words": BLAST, "places": ["mirel"], "actors": ["borland"], "evidence": "overnight"}
    a = mention("a", date="2024-03-04/2024-03-05", figures=toll, **same)
    b = mention("b", date="2024-03-05/2024-03-06", figures=toll, **same)
    other = mention("b", date="2024-03-05/2024-03-06", figures=toll[:1], **same)

    assert are_one(a, b)
    assert not are_one(a, other)


def test_two_people_of_one_state_do_not_say_each_others_words() -> None:
    said = {"kind": "statement", "mode": Mode.STATEMENT, "role": "speaker", "words": "plan talk"}
    a = mention("a", actors=["ida-moss", "avaria"], **said)
    b = mention("b", actors=["jon-reeve", "avaria"], **said)

    assert not are_one(a, b)


def test_kinds_that_do_not_go_together_stay_two_events_of_one_day_and_place() -> None:
    a = mention("a", kind="attack", words="shell market square", places=["mirel"])
    b = mention("b", kind="election", words="vote poll queue", places=["mirel"])

    assert not are_one(a, b)


def test_a_date_of_a_month_meets_a_day_within_it() -> None:
    same = {"kind": "meeting", "words": "talk peace minister delegation", "places": ["tolm"]}
    who = {"actors": ["ida-moss", "borland"], "role": "participant"}
    a = mention("a", date="2024-03", evidence="this month", **same, **who)
    b = mention("b", date="2024-03-04", **same, **who)

    assert are_one(a, b)
    assert events(a, b)[0].date == "2024-03-04"


def test_what_a_person_parted_stays_two_and_a_new_report_joins_the_part_it_fits() -> None:
    same = {"places": ["mirel"], "actors": ["borland"]}
    a = mention("a", words="drone hit depot fuel fire", figures=[("injured", 14)], **same)
    b = mention("b", words="drone hit depot fuel bridge", figures=[("killed", 2)], **same)
    new = mention("c", words="drone depot bridge collapse", figures=[("killed", 2)], **same)
    readings = [reading(m) for m in (a, b, new)]
    parting = Parting(
        part={a.key: "one", b.key: "two"}, apart=frozenset({frozenset({"one", "two"})})
    )

    told = merge(readings, REGISTRY, parting)

    assert len(merge(readings, REGISTRY)) == 1
    assert sorted([m.report for m in e.mentions] for e in told) == [["a"], ["b", "c"]]


def test_a_report_that_nothing_dates_joins_the_event_that_its_names_and_words_tell() -> None:
    same = {"kind": "verdict", "actors": ["ida-moss"], "places": ["tolm"], "role": "patient"}
    a = mention("a", words="jury find guilty fraud flat", **same)
    b = mention("b", date=None, words="guilty fraud flat verdict", **same)
    c = mention("c", date=None, words="jury acquit bribe", **{**same, "actors": ["jon-reeve"]})

    told = merge([reading(a), reading(b, published=None), reading(c, published=None)], REGISTRY)

    assert sorted(len(e.mentions) for e in told) == [1, 2]


@pytest.mark.parametrize(
    ("kind", "days", "one"),
    [
        ("launch", "2024-03-06", True),
        ("launch", "2024-03-07", True),
        ("launch", "2024-03-08", False),
        ("attack", "2024-03-06", False),
        ("meeting", "2024-03-06", False),
    ],
)
def test_a_launch_is_told_a_day_or_two_apart_but_raids_and_meetings_come_again(
    kind: str, days: str, one: bool
) -> None:
    same = {"kind": kind, "words": "rocket pad satellite weather orbit", "places": ["mirel"]}

    assert are_one(mention("a", **same), mention("b", date=days, **same)) is one


def test_a_toll_counted_two_days_later_is_of_the_same_deaths() -> None:
    same = {"words": "ferry burn sea passenger", "places": ["mirel"]}
    a = mention("a", kind="accident", figures=[("killed", 31)], **same)
    b = mention("b", kind="death", date="2024-03-07", figures=[("killed", 31)], **same)
    other = mention("b", kind="death", date="2024-03-07", figures=[("killed", 12)], **same)

    assert are_one(a, b)
    assert not are_one(a, other)


def test_a_purchase_agreed_with_an_open_end_is_one_in_the_next_days_paper() -> None:
    same = {"kind": "agreement", "mode": Mode.PLANNED, "evidence": "", "words": "buy maker chip"}
    who = {"actors": ["red-relief", "ida-moss"], "role": "participant"}

    assert are_one(
        mention("a", date="2024-03-05/..", **same, **who),
        mention("b", date="2024-03-06/..", **same, **who),
    )


def test_a_thin_report_joins_by_the_fullest_of_the_others() -> None:
    strike = {"kind": "protest", "role": "agent"}
    full = mention("a", words="driver train walk six day hour", actors=["avaria"], **strike)
    named = mention("b", words="union driver walk six train", actors=["red-relief"], **strike)
    thin = mention("c", words="train driver six day railway halt", **strike)

    assert len(events(full, named, thin)) == 1
