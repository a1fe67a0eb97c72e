from __future__ import annotations

import datetime as dt

import pytest
from reading_of import read

DAY = dt.date(2025, 6, 5)


def date_and_rule(text: str, day: dt.date | None = dt.date(2025, 6, 5)) -> tuple[str, str]:
    event = read(text, day).events[0]
    assert event.date is not None
    return event.date.edtf, event.date.rule


@pytest.mark.parametrize(
    ("text", "date", "rule"),
    [
        ("A bus crashed near Lima on Monday, killing two people.", "2025-06-02", "same clause"),
        ("Police said on Tuesday that a dam burst in Chad on Sunday.", "2025-06-01", "same clause"),
        ("A dam collapsed in Chad, police said on Tuesday.", "2025-06-03", "when it was said"),
        ("The army said on Tuesday it had retaken Bor on Monday.", "2025-06-02", "same clause"),
        ("The chain is closing 40 shops, it said on Tuesday.", "2025-06-03", "when it was said"),
        ("In 1998, a flood killed 300 people in Honduras.", "1998", "same clause"),
        (
            "Wildfires have killed nine people in Chile since Monday.",
            "2025-06-02/2025-06-05",
            "same clause",
        ),
        (
            "Floods have killed nine people in Chile since the rains began on 2 June.",
            "2025-06-02/2025-06-05",
            "same sentence",
        ),
        (
            "Police said on Monday they arrested a man for the murder of his aunt last month.",
            "2025-06-02",
            "same sentence",
        ),
        ("The port of Lima has been shut since Monday.", "2025-06-02", "same clause"),
        ("Ministers made progress in recent talks in Geneva.", "2025-06~", "recent"),
        ("An earthquake struck Nepal.", "2025-06-05", "publication day"),
        (
            "Five bodies were found in the ferry which was raised after it went down on Saturday.",
            "2025-06-05",
            "publication day",
        ),
        ("Four people died as of Monday in Chad.", "2025-06-02", "when it was said"),
        (
            "Sales rose 5 percent on Monday, compared with 3 percent in the same week last year.",
            "2025-06-02",
            "same clause",
        ),
        (
            "Profit rose to $3 million from $2 million a year earlier, Orvel said on Monday.",
            "2025-06-02",
            "when it was said",
        ),
        (
            "Seven people were killed in a raid in Gao this week.",
            "2025-06-02/2025-06-05",
            "same clause",
        ),
    ],
)
def test_the_nearest_words_in_the_grammar_date_an_event(text: str, date: str, rule: str) -> None:
    assert date_and_rule(text) == (date, rule)


def test_a_day_between_what_is_said_and_its_speaker_is_the_events() -> None:
    text = (
        "Four miners were killed when a shaft flooded near Gonder, on the evening of 2 June, the "
        "Red Cross said in a statement on Tuesday."
    )
    (event,) = read(text).events
    assert event.date is not None
    assert (event.date.edtf, event.date.rule) == ("2025-06-02", "same clause")


def test_an_undated_detail_takes_the_date_of_the_main_event() -> None:
    events = read(
        "A cyclone hit Madagascar on Monday, killing 40 people.\n\n"
        "In Toamasina, 12 people were killed when a school collapsed."
    ).events
    assert [(e.date.edtf, e.date.rule) for e in events if e.date] == [
        ("2025-06-02", "same clause"),
        ("2025-06-02", "main event"),
    ]


def test_words_are_kept_as_the_evidence_of_a_date() -> None:
    reading = read("A bus crashed near Lima on Monday, killing two people.")
    date = reading.events[0].date
    assert date is not None
    assert date.span is not None
    assert reading.quote(date.span) == date.evidence == "Monday"


def test_without_a_publication_date_and_without_words_an_event_is_undated() -> None:
    assert read("An earthquake struck Nepal.", None).events[0].date is None


def test_what_lies_before_the_news_is_background() -> None:
    events = read(
        "The former mayor of Ghent was jailed on Monday. He was arrested in March 2023."
    ).events
    assert [event.background for event in events] == [False, True]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "The verdict came on Monday. Hours after the verdict, protesters clashed in Quito.",
            ["2025-06-02", "2025-06-02"],
        ),
        (
            "A landslide buried 40 homes in Pasto on 20 May. Two days after the landslide, "
            "gunmen attacked a convoy in Cali.",
            ["2025-05-20", "2025-05-22"],
        ),
        (
            "A cable fault cut off the internet across Ghana on Tuesday.\n\nTuesday's outage comes "
            "less than a month after a data centre in Accra suffered a day-long outage.",
            ["2025-06-03", "2025-05/2025-06"],
        ),
        (
            "On Friday the ministers met in Quito, three days after rebels attacked Cali.",
            ["2025-05-30", "2025-05-27"],
        ),
    ],
)
def test_an_event_is_counted_from_the_event_that_it_is_told_by(text: str, dates: list[str]) -> None:
    assert [e.date.edtf for e in read(text, DAY).events if e.date] == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Gunmen attacked a mosque overnight. The attack early on Thursday killed 14.", "-05"),
        ("Gunmen attacked a mosque overnight. The attack late on Wednesday killed 14.", "-04"),
        ("Gunmen attacked a mosque in Maradi overnight, at about 3 a.m.", "-05"),
        ("Gunmen attacked a mosque in Maradi overnight, at about 11 p.m.", "-04"),
        ("Gunmen attacked a mosque overnight. The attack began at 3 a.m. in Maradi.", "-05"),
        (
            "Gunmen attacked a mosque overnight at 11 p.m. The attack went on at 3 a.m.",
            "-04",
        ),
        ("Gunmen attacked a mosque in Maradi overnight, killing 14.", "-04/2025-06-05"),
        ("Gunmen attacked a mosque overnight. The attack killed 14.", "-04/2025-06-05"),
    ],
)
def test_a_night_is_one_of_its_days_only_where_words_say_which(text: str, date: str) -> None:
    assert date_and_rule(text)[0] == f"2025-06{date}"


def test_an_evening_told_by_the_next_days_report_is_the_day_before() -> None:
    text = "An earthquake hit Talca at 9.59pm. By Thursday, officials had confirmed 27 deaths."
    assert date_and_rule(text)[0] == "2025-06-04"
    assert date_and_rule("An earthquake hit Talca at 9.59pm.")[0] == "2025-06-05"


def days(text: str) -> list[str]:
    return [event.date.edtf for event in read(text, DAY).events if event.date]


def test_what_no_words_date_is_of_the_day_of_its_paragraph() -> None:
    beside = "On Sunday the army shelled Gao. Four people were arrested in Mopti."
    apart = "On Sunday the army shelled Gao.\n\nFour people were arrested in Mopti."

    assert days(beside) == ["2025-06-01", "2025-06-01"]
    assert days(apart) == ["2025-06-01", "2025-06-05"]


def test_the_day_of_a_paragraph_of_long_ago_dates_nothing_new() -> None:
    text = (
        "Lima was flooded on 2 May.\n\nOn 3 May a court jailed him. Brazil condemned the verdict."
    )

    assert days(text)[-1] == "2025-06-05"


def test_a_mornings_paper_tells_of_the_day_before() -> None:
    lede = "Voters in Malawi elected Grace Phiri president on {}.\n\n"
    past = "Police arrested a man in Zomba who photographed ballots."
    present = "Zambia accuses Malawi of fraud."

    assert days(lede.format("Wednesday") + past) == ["2025-06-04", "2025-06-04"]
    assert days(lede.format("Tuesday") + past) == ["2025-06-03", "2025-06-05"]
    assert days(lede.format("Wednesday") + present)[1:] == ["2025-06-05"]


def test_the_words_of_what_goes_on_hold_its_since() -> None:
    reading = read("Wildfires have killed nine people in Chile since Monday.", DAY)
    date = reading.events[0].date
    assert date is not None
    assert date.span is not None
    assert reading.quote(date.span) == date.evidence == "since Monday"


@pytest.mark.parametrize(
    "text",
    [
        "A bridge fell in Lima on Wednesday, killing six people.\n\nThe mayor closed four other "
        "bridges on Thursday.\n\nPolice arrested two engineers in Callao.",
        "A cable broke off Mombasa on Wednesday, killing two divers.\n\nKenya declared an "
        "emergency on Thursday.\n\nTanzania sent a ship to Tanga.",
    ],
)
def test_what_follows_a_deed_of_the_day_of_the_report_is_of_that_day(text: str) -> None:
    days = [event.date.edtf for event in read(text).events if event.date]
    assert days == ["2025-06-04", "2025-06-05", "2025-06-05"]


@pytest.mark.parametrize(
    "text",
    [
        "The tax will rise from 20 June, ministers said. Ana Quispe was freed at midnight in Lima.",
        "Voters go to the polls on 20 June. Police broke into the hall at midnight in Lima.",
    ],
)
def test_an_hour_of_the_past_is_not_of_a_day_to_come(text: str) -> None:
    last = read(text).events[-1]
    assert last.date is not None
    assert last.date.edtf < "2025-06-06"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The university of Lima closed its halls until Monday.", "2025-06-05"),
        ("Kenya suspended flights to Juba until Saturday.", "2025-06-05"),
        ("Rebels held the town of Gao until Monday.", "2025-06-02"),
        ("Kenya put off the deadline for returns to Friday.", "2025-06-05"),
        ("Peru held off the start of the census to Monday.", "2025-06-05"),
    ],
)
def test_what_is_shut_or_put_off_until_a_weekday_is_not_dated_by_its_end(
    text: str, day: str
) -> None:
    assert date_and_rule(text)[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "It was the worst flood in Chad since March 1998, when a dam burst and killed 40 people.",
        "The fire was the deadliest in Chad since March 1998, when 40 people died in a mine.",
    ],
)
def test_the_record_before_is_dated_by_its_own_clause(text: str) -> None:
    assert date_and_rule(text)[0] == "1998-03"


@pytest.mark.parametrize(
    "text",
    [
        "The weather office recorded 300 millimetres of rain in Nepal, the most since 1998.",
        "Unemployment in Chile rose to 9.2 percent, the highest since 2021.",
    ],
)
def test_a_record_does_not_last_since_the_one_before(text: str) -> None:
    assert date_and_rule(text) == ("2025-06-05", "publication day")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Heavy rain caused the Arun River to burst its banks on Tuesday.", "2025-06-03"),
        ("The Lima stock index rose 2 percent to close at a record on Tuesday.", "2025-06-03"),
    ],
)
def test_what_something_led_to_is_of_a_day_that_is_over(text: str, date: str) -> None:
    assert date_and_rule(text)[0] == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The Red Cross condemned the raid in March.", "2025-03"),
        ("Greenpeace rejected the offer in April.", "2025-04"),
    ],
)
def test_a_month_beside_the_verb_dates_a_position_taken(text: str, date: str) -> None:
    assert date_and_rule(text)[0] == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A ferry built in 1998 sank off Chile, killing two people.", "2025-06-05"),
        ("A raid carried out in March 2015 killed 30 people in Gao.", "2015-03"),
    ],
)
def test_since_when_a_thing_is_what_it_is_dates_no_event(text: str, date: str) -> None:
    assert date_and_rule(text)[0] == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ann Smith, who ruled Peru from 2003 to 2010, was convicted of fraud.", "2025-06-05"),
        ("Police fired at students who marched in Lima on Monday.", "2025-06-02"),
        ("Peter Lim was charged in connection with the May 11 attacks.", "2025-06-05"),
        ("Two people died in Sunday's attack in Lagos.", "2025-06-01"),
        ("Ann Smith has been charged over the attacks in France a year ago.", "2025-06-05"),
        ("More than 40 people have died of cholera in Yemen since January.", "2025-01/2025-06-05"),
    ],
)
def test_a_time_of_something_else_in_the_sentence_dates_no_event(text: str, date: str) -> None:
    assert date_and_rule(text)[0] == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Police fired tear gas in Lomé on Monday. Two people were hurt.\n\n"
            "Dozens of shops were looted on Sunday.",
            "2025-06-02",
        ),
        ("A jet made a hard landing in Lima on Monday. All passengers were hurt.", "2025-06-02"),
    ],
)
def test_harm_of_no_day_is_of_the_news_before_it_is_of_what_follows(text: str, date: str) -> None:
    (harm,) = (e for e in read(text).events if e.kind == "death")
    assert harm.date is not None
    assert harm.date.edtf == date


def test_what_is_said_of_a_month_ahead_does_not_date_what_happened() -> None:
    text = (
        "Ann Smith was convicted of fraud in Lima.\n\n"
        "The conviction dealt her party a blow before the elections due in October next year."
    )
    assert [e.date and e.date.edtf for e in read(text).events] == ["2025-06-05"]


@pytest.mark.parametrize(
    "text",
    [
        "A court in Lima jailed a man who robbed nine banks in 2019.",
        "Ann Smith was freed in Lima after she was jailed in 2021.",
        "A court in Lima upheld the 2019 conviction of Ann Smith.",
        "Ann Smith was sentenced in Lima for her part in the 2019 coup.",
        "Ann Smith pleaded guilty in Lima to stealing ten lorries in December.",
        "The ship, which sank in 1912, was found off Peru.",
        "A ship built in 1998 sank off Peru.",
        "Norway lifted the ban on Peru that it imposed in March.",
        "Peru's women won their first gold medal since 2008.",
        "Peru and Chile signed a truce to end a war that began in 2021.",
    ],
)
def test_a_month_or_year_beside_the_deed_tells_which_thing_is_meant(text: str) -> None:
    found = [e for e in read(text, DAY).events if e.kind not in {"crime", "disaster", "clash"}]
    assert found[0].date is not None
    assert found[0].date.rule == "publication day"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The raid on Gao, which took place in May, killed 30 people.", "2025-05"),
        ("Ann Smith won the 2019 election in Peru.", "2019"),
        ("The clinic in Gao was destroyed in the 2021 war.", "2021"),
    ],
)
def test_of_what_happened_itself_a_month_or_year_says_when(text: str, date: str) -> None:
    assert date_and_rule(text)[0] == date
