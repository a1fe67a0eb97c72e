"""Golden cases of news style: direction, business periods, clock times, quotations, tweets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# All published on 26 November 2025, a Wednesday.
DIRECTION = [
    # What a verb did, not what it was about, gives the direction
    ("The challenger conceded defeat on Sunday.", "Sunday", "2025-11-23"),
    ("Residents were told to leave on Tuesday.", "Tuesday", "2025-11-25"),
    ("Crews managed to reopen the tunnel on Monday.", "Monday", "2025-11-24"),
    ("Fans gathered to honour the singer on Saturday.", "Saturday", "2025-11-22"),
    ("Police fired tear gas to disperse the crowd on Friday.", "Friday", "2025-11-21"),
    ("They will fly in to attend talks on Friday.", "Friday", "2025-11-28"),
    ("The airline said on Friday it would suspend flights to Juba.", "Friday", "2025-11-21"),
    ("The union agreed to strike on Monday.", "Monday", "2025-12-01"),
    ("The agency postponed the launch on Monday.", "Monday", "2025-11-24"),
    ("The launch was postponed on Monday by high winds.", "Monday", "2025-11-24"),
    ("The agency postponed the launch to Monday.", "Monday", "2025-12-01"),
    ("He tried to set fire to a mosque Saturday.", "Saturday", "2025-11-22"),
    ("She set a world record on Saturday.", "Saturday", "2025-11-22"),
    ("The runoff was set for Saturday.", "Saturday", "2025-11-29"),
    ("Pilots called a walkout for 15 March.", "15 March", "2026-03-15"),
    ("Nurses have announced a strike for Friday.", "Friday", "2025-11-28"),
    ("The senate must vote by Monday.", "Monday", "2025-12-01"),
    ("All schools should reopen on Monday.", "Monday", "2025-12-01"),
    ("The state observes a week of silence from Friday.", "Friday", "2025-11-28"),
    ("The museum reopens Saturday.", "Saturday", "2025-11-29"),
    ("The truce lasts through Sunday.", "Sunday", "2025-11-30"),
    ("The bridge destroyed on Tuesday was 90 years old.", "Tuesday", "2025-11-25"),
    ("Judges are to rule over Friday's derailment.", "Friday", "2025-11-21"),
    ("The party hopes to win Sunday's election.", "Sunday", "2025-11-30"),
    ("Talks stalled ahead of Friday's summit.", "Friday", "2025-11-28"),
    ("Unions have called for a march on Saturday.", "Saturday", "2025-11-29"),
    ("The judge refused to stop the trial on Monday.", "Monday", "2025-11-24"),
    ("The firm, which reports results on Thursday, shrank.", "Thursday", "2025-11-27"),
    ("A verdict had been due on Monday.", "Monday", "2025-11-24"),
    ("The truce of 20 November holds.", "20 November", "2025-11-20"),
    ("The jury had to stop on Monday.", "Monday", "2025-11-24"),
    ("The striker could not play on Saturday.", "Saturday", "2025-11-22"),
    ("In August the dam failed.", "August", "2025-08"),
    ("It was the third storm in November.", "November", "2025-11"),
    ("In December the mine flooded.", "December", "2024-12"),
    ("The mine will reopen in August.", "August", "2026-08"),
    ("By November, wells were dry.", "November", "2025-11"),
]

VALUES = [
    # Numeric dates that the publication date decides
    ("The ferry sank on 12/11/2025.", "12/11/2025", "2025-11-12"),
    ("The ferry sank on 11/12/2025.", "11/12/2025", "2025-11-12"),
    ("The trial will open on 01/12/2025.", "01/12/2025", "2025-12-01"),
    ("The ferry sank on 03/04/2025.", "03/04/2025", "2025"),
    # Business periods
    ("Output grew 3 percent in the third quarter.", "the third quarter", "2025-Q3"),
    ("Third-quarter profit fell.", "Third-quarter", "2025-Q3"),
    ("Sales will recover in the first quarter.", "the first quarter", "2026-Q1"),
    ("It will be built by the fourth quarter.", "the fourth quarter", "2025-Q4"),
    (
        "Profit rose in the fourth fiscal quarter of 2023.",
        "the fourth fiscal quarter of 2023",
        "2023-Q4",
    ),
    ("Profit rose in the fiscal third quarter.", "the fiscal third quarter", "2025-Q3"),
    ("It fell in the third quarter of last year.", "the third quarter of last year", "2024-Q3"),
    ("Rents rose in the second half of the year.", "the second half of the year", "2025-H2"),
    ("Sales were up from a year earlier.", "a year earlier", "2024"),
    ("It lost less than in the year-earlier period.", "the year-earlier period", "2024"),
    ("Sales were higher than a year ago.", "a year ago", "2024"),
    ("It will close by year-end.", "year-end", "2025"),
    ("It rose over the past three months.", "the past three months", "P3M"),
    ("It doubled over the past year.", "the past year", "P1Y"),
    ("Half of it stood empty that a decade ago was full.", "a decade ago", "201"),
    ("Prices double every few months.", "every few months", "PXM"),
    # Clock times are one expression with their day
    ("It struck at 5:30 a.m. Friday.", "5:30 a.m. Friday", "2025-11-21T05:30"),
    ("It struck on Friday at 5:30 a.m.", "Friday at 5:30 a.m.", "2025-11-21T05:30"),
    (
        "It struck at 7 p.m. local time on Saturday.",
        "7 p.m. local time on Saturday",
        "2025-11-22T19:00",
    ),
    (
        "It took effect at midnight Nairobi time on Tuesday.",
        "midnight Nairobi time on Tuesday",
        "2025-11-25T24:00",
    ),
    ("It docked at noon on Monday.", "noon on Monday", "2025-11-24T12:00"),
    ("The truce ended at midnight Friday.", "midnight Friday", "2025-11-21T24:00"),
    ("Earlier Tuesday, it rained.", "Earlier Tuesday", "2025-11-25"),
    ("It rained two weeks ago.", "two weeks ago", "2025-W46"),
    ("Rescuers left at 0430 GMT on Monday.", "0430 GMT on Monday", "2025-11-24T04:30Z"),
    # Nights
    (
        "It was stolen in the night of 6 to 7 July.",
        "the night of 6 to 7 July",
        "2025-07-06TNI",
    ),
    # Weeks and weekdays of a month
    ("Four mills closed in the week of 3 November.", "the week of 3 November", "2025-W45"),
    ("It burned on the second Sunday of May 2024.", "the second Sunday of May 2024", "2024-05-12"),
    ("The fair will open on the last Friday of June.", "the last Friday of June", "2026-06-26"),
    # News counts from its own day where it has named none
    ("The dam had cracked a day earlier.", "a day earlier", "2025-11-25"),
    ("Later in the day, she spoke.", "Later in the day", "2025-11-26"),
    # Nights and named days
    ("A barn burned overnight into Tuesday.", "overnight into Tuesday", "2025-11-25TNI"),
    ("Flights were cut ahead of Thanksgiving.", "Thanksgiving", "2025-11-27"),
    ("A truce was agreed for Orthodox Easter 2023.", "Orthodox Easter 2023", "2023-04-16"),
    # References
    ("Output has slowed lately.", "lately", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "words", "value"), DIRECTION + VALUES)
def test_news_expressions_have_their_words_and_value(
    tag: Callable, text: str, words: str, value: str
) -> None:
    times, findings = tag(text)
    found = {time.text: time.value for time in times}
    assert not findings
    assert found.get(words) == value, found
    others = set(found) - {words}
    assert not others - {"90 years old", "a week"}


def test_days_of_a_week_that_are_joined_follow_one_another(tag: Callable) -> None:
    ahead = tag("Shops will be shut Thursday through Sunday.", "2025-11-21")[0]
    behind = tag("Shops were shut from Thursday to Tuesday.", "2025-11-26")[0]
    assert {time.edtf for time in ahead} == {"2025-11-27/2025-11-30"}
    assert {time.edtf for time in behind} == {"2025-11-20/2025-11-25"}


def test_a_week_of_a_month_is_seven_days_of_it(tag: Callable) -> None:
    (time,) = tag("The pass was shut in the first week of February.")[0]
    assert (time.value, time.edtf) == ("2025-02", "2025-02-01/2025-02-07")


def test_names_with_a_weekday_are_no_days(tag: Callable) -> None:
    assert tag("Shops called Black Friday a success.")[0] == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Guards found the van on the 14th, police said.", "2025-11-14"),
        ("A court on the 12th sentenced two men to death.", "2025-11-12"),
        ("The trial will open on the 3rd.", "2025-12-03"),
        ("The trial opened on the 29th.", "2025-10-29"),
    ],
)
def test_a_day_without_a_month_is_of_the_month_at_hand(tag: Callable, text: str, date: str) -> None:
    (time,) = tag(text)[0]
    assert time.edtf == date


def test_an_ordinal_before_a_noun_is_no_day(tag: Callable) -> None:
    assert tag("The fire began on the 12th floor and on the third day of the march.")[0] == ()


@pytest.mark.parametrize(
    "text",
    ["Minutes are due soon after the meeting.", "Half that quarter of the city burned."],
)
def test_units_that_are_no_time_are_left_alone(tag: Callable, text: str) -> None:
    assert tag(text) == ((), ())


def values(tag: Callable, text: str, published: str = "2025-11-26") -> dict[str, str]:
    return {time.text: time.value for time in tag(text, published)[0]}


def test_hours_later_are_counted_from_the_clock_time_before(tag: Callable) -> None:
    found = values(tag, "The fire began at 11 p.m. on Friday. Two hours later, the roof fell.")
    assert found["Two hours later"] == "2025-11-22T01:00"


def test_hours_later_without_a_clock_time_are_a_length_of_time(tag: Callable) -> None:
    found = values(tag, "Power failed on Sunday. It came back 14 hours later.")
    assert found["14 hours later"] == "PT14H"


def test_a_quotation_is_anchored_to_the_day_named_before_it(tag: Callable) -> None:
    text = "Envoys signed the pact on Saturday. “This morning I had doubts,” the envoy said."
    assert values(tag, text)["This morning"] == "2025-11-22TMO"


def test_a_quotation_is_anchored_to_the_day_its_speaker_spoke(tag: Callable) -> None:
    text = "“The floods came yesterday evening,” the mayor said. He spoke to reporters on Monday."
    assert values(tag, text)["yesterday evening"] == "2025-11-23TEV"


def test_a_quotation_is_anchored_to_the_attribution_of_the_paragraph_before(tag: Callable) -> None:
    text = (
        "Dozens drowned in the delta, doctors said on Monday.\n\n"
        "“The boat sank yesterday evening,” the doctors’ group said in a statement."
    )
    assert values(tag, text)["yesterday evening"] == "2025-11-23TEV"


def test_an_event_of_another_paragraph_does_not_anchor_a_quotation(tag: Callable) -> None:
    text = "The ferry sank on Friday.\n\n“We begin the search today,” the admiral said."
    assert values(tag, text)["today"] == "2025-11-26"


def test_a_tweet_is_anchored_to_its_own_date(tag: Callable) -> None:
    text = (
        "The rocket flew.\n\n"
        "Liftoff! Our booster landed today for the first time.\n\n"
        "— Orbital Works (@orbitalworks) November 13, 2025\n\n"
        "The firm plans another flight today."
    )
    times = [(time.text, time.value) for time in tag(text)[0]]
    assert times == [
        ("today", "2025-11-13"),
        ("November 13, 2025", "2025-11-13"),
        ("today", "2025-11-26"),
    ]


def test_a_tweet_in_one_paragraph_is_anchored_to_its_date(tag: Callable) -> None:
    text = "Service is back since yesterday. — Cloud Desk (@clouddesk) November 19, 2025"
    assert values(tag, text)["yesterday"] == "2025-11-18"


def test_two_weekdays_of_one_set_are_both_no_days(tag: Callable) -> None:
    times, _ = tag("The council meets every Tuesday and Thursday.", "2025-11-26")
    assert [(t.text, t.value) for t in times] == [
        ("every Tuesday", "XXXX-WXX-2"),
        ("Thursday", "XXXX-WXX-4"),
    ]


def test_a_day_just_ahead_is_not_taken_for_one_a_year_back(tag: Callable) -> None:
    times, _ = tag("The mine stayed shut on 30 November.", "2025-11-26")
    assert [t.value for t in times] == ["2025-11-30"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Doctors suspended their strike until December 20.", "2025-12-20"),
        ("The siege lasted until 20 October.", "2025-10-20"),
        ("Members voted to reject the treaty on Friday.", "2025-11-21"),
        ("Members voted to hold a ballot on Friday.", "2025-11-28"),
    ],
)
def test_a_day_follows_what_is_done_by_then(tag: Callable, text: str, value: str) -> None:
    assert [t.value for t in tag(text, "2025-11-26")[0]] == [value]
