"""Ordinary sentences of the news, one a general cause of events that went untold."""

import datetime as dt

import pytest
from reading_of import read

from generator.model import Mode

LEAD = "This page has more on what is known so far.\n\n"


def told(text: str) -> list[tuple[str, str]]:
    return [(event.kind, event.headline) for event in read(LEAD + text).events]


def test_a_blast_that_kills_is_told_by_the_verb_that_the_parser_takes_for_a_participle() -> None:
    assert told("A blast in a crowded market in Peshawar killed at least 12 people on Friday.") == [
        ("accident", "Blast in crowded market in Peshawar kills at least 12 people")
    ]


def test_what_is_called_for_a_day_to_come_is_planned_for_it() -> None:
    (event,) = read(LEAD + "The prime minister called an early election for 3 July.").events
    assert event.date is not None
    assert (event.mode, event.kind, event.date.edtf) == (Mode.PLANNED, "election", "2025-07-03")


def test_what_a_toll_is_told_after_is_the_news() -> None:
    assert told("At least 40 people are missing after a boat sank on Lake Kivu.") == [
        ("accident", "Boat sinks on Lake Kivu")
    ]


def test_a_noun_whose_verb_tells_a_habit_is_no_event() -> None:
    assert told("Earthquakes often hit this part of Iran.") == []


def test_a_feast_that_only_names_a_market_dates_nothing() -> None:
    text = "A man drove a van into a crowd at a Christmas market in Graz, killing two."
    (event,) = read(LEAD + text, dt.date(2025, 6, 5)).events
    assert event.date is not None
    assert event.date.edtf == "2025-06-05"
    assert "Christmas market" in event.headline


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "Climate activists glued themselves to the runway of the airport in Munich.",
            "Climate activists glue themselves to runway of airport in Munich",
        ),
        (
            "The airline named Marta Silva as its new chief executive on Tuesday.",
            "Airline names Marta Silva as chief executive",
        ),
        (
            "A drone slammed into an apartment block in the port of Aden, wounding nine.",
            "Drone slams into apartment block in port of Aden, wounding nine",
        ),
        ("The government fell on Tuesday when a partner walked out.", "Government falls"),
        (
            "An outbreak of foot-and-mouth was confirmed on a farm near Bratislava.",
            "Outbreak of foot-and-mouth confirmed on farm near Bratislava",
        ),
        (
            "Rescuers pulled a girl alive from the rubble on Wednesday.",
            "Rescuers pull girl alive from rubble",
        ),
        ("The archbishop announced that he would retire in August.", "Archbishop to retire"),
        ("Hailstones pelted the town on Sunday.", "Hailstones pelt town"),
        (
            "A storm damaged two of Benares' temples on Monday.",
            "Storm damages two of Varanasi's temples",
        ),
        (
            "Clashes broke out in the Peruvian capital of Lima on Monday.",
            "Clashes break out in Peruvian capital of Lima",
        ),
    ],
)
def test_a_headline_keeps_what_its_verb_needs(text: str, headline: str) -> None:
    assert [line for _, line in told(text)] == [headline]


def test_days_without_a_vote_are_no_object_of_the_voting() -> None:
    text = "Poles voted on Sunday in the second round of a presidential election."
    assert [kind for kind, _ in told(text)] == ["election"]


def test_condemning_a_killing_is_the_news_and_not_the_killing() -> None:
    (event,) = read(LEAD + "The UN chief condemned the killing of five aid workers.").events
    assert event.mode is Mode.STATEMENT


def test_what_people_tell_of_themselves_in_a_quotation_is_no_event() -> None:
    assert told('"We have lost everything," she said.') == []
    assert [kind for kind, _ in told('"We shot down four drones over Riga," the ministry said.')]


def test_a_decade_told_up_to_a_day_ends_nothing() -> None:
    assert read(LEAD + "He led the bank from the 1980s until his death on 17 August 2012.")


def test_a_year_that_is_only_forecast_dates_no_deed() -> None:
    (event,) = read(LEAD + "The ministry raised its growth forecast for 2026 to 2.1%.").events
    assert event.mode is Mode.OCCURRENCE
    assert event.date is not None
    assert event.date.edtf == "2025-06-05"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's military seized power in a bloodless coup on Monday, detaining Ana Ruiz.",
        "Kenya's military seized control in a coup on Monday, detaining leader Ana Ruiz.",
    ],
)
def test_a_past_tense_taken_for_an_adjective_tells_the_deed(text: str) -> None:
    (line,) = (line for _, line in told(text))
    assert line.startswith("Kenya's military seizes")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A bus carrying 40 wedding guests overturned in Agra on Monday, according to police.",
            ("accident", "Bus carrying 40 wedding guests overturns in Agra"),
        ),
        (
            "A truck loaded with planks careered into a ravine near Osby, Mayor Ana Quispe said.",
            ("accident", "Truck careers into ravine near Osby, Ana Quispe says"),
        ),
        (
            "Tarn Mobile was hit with a $3 million penalty by the regulator on Monday.",
            ("sanction", "Tarn Mobile hit with $3 million penalty by regulator"),
        ),
        ("The motion was defeated after a debate on Monday.", ("legislation", "Motion defeated")),
        ("The opposition MPs walked out on Monday.", ("protest", "Opposition MPs walk out")),
    ],
)
def test_a_deed_is_told_by_its_doer_and_kind(text: str, line: tuple[str, str]) -> None:
    assert told(text) == [line]


def test_a_noun_that_counts_the_dead_says_its_toll_once() -> None:
    text = "Peru said there has been one death from cholera after an outbreak on Tuesday."
    assert told(text) == [("death", "One killed in Peru")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Six people rescued from a wildfire were allowed to go home Sunday night.", "2025-06-01"),
        ("The evacuation order was lifted Sunday night.", "2025-06-01"),
    ],
)
def test_what_was_allowed_on_a_weekday_is_past(text: str, day: str) -> None:
    (event,) = read(LEAD + text).events
    assert event.date is not None
    assert event.date.edtf == day


def test_a_satellites_letter_is_no_billion() -> None:
    (event,) = read(LEAD + "Britain's Skynet 5B was launched from Kourou on Monday.").events
    assert event.figures == ()


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The Falcon 9 lifted off on Monday.", "Falcon 9 lifts off"),
        ("Liu was named vice-governor of Liaoning in 2013.", "Liu named vice-governor of Liaoning"),
    ],
)
def test_numbers_and_prefixes_stay_with_their_nouns(text: str, headline: str) -> None:
    assert [line for _, line in told(text)] == [headline]


def test_where_a_school_stands_is_no_discovery() -> None:
    text = "The centre, located at 12 Hill Street, was opened on Monday."
    (event,) = read(LEAD + text).events
    assert (event.kind, event.figures) == ("launch", ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A Delhi government official was arrested on Monday.",
            ("arrest", "Delhi government official arrested"),
        ),
        (
            "Police in Nairobi arrested two men on Monday.",
            ("arrest", "Police in Nairobi arrest two men"),
        ),
        (
            "A total of 56 forest fires broke out around Greece on Monday.",
            ("disaster", "Total of 56 forest fires break out around Greece"),
        ),
        (
            "A firefighter died of a heart attack on Monday in Lima.",
            ("death", "Firefighter dies of heart attack in Lima"),
        ),
    ],
)
def test_words_keep_their_number_their_town_and_their_sense(
    text: str, line: tuple[str, str]
) -> None:
    assert told(text) == [line]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Parliament confirmed Anna Kask as prime minister on Monday.",
            ("appointment", "Parliament confirms Anna Kask"),
        ),
        (
            "Winds of 140 km/h battered the coast of Madagascar on Tuesday.",
            ("disaster", "Winds of 140 km/h hit coast of Madagascar"),
        ),
        ("The film opened in cinemas on Friday.", ("launch", "Film opens in cinemas")),
    ],
)
def test_a_verb_tells_what_its_subject_or_complement_makes_of_it(
    text: str, event: tuple[str, str]
) -> None:
    assert told(text) == [event]


@pytest.mark.parametrize(
    ("text", "headline", "day"),
    [
        (
            "The storm hit a village near Lima on Monday, the police said in a statement.",
            "Storm hits village near Lima, police say",
            "2025-06-02",
        ),
        (
            "A landslide struck Genting in Indonesia, officials said on Thursday. The landslide,"
            " set off by rain, hit 30 homes on Monday, the police said.",
            "Landslide strikes Genting in Indonesia, officials say",
            "2025-06-02",
        ),
    ],
)
def test_what_befell_on_a_day_is_told_for_that_day_whoever_says_so(
    text: str, headline: str, day: str
) -> None:
    (event,) = read(LEAD + text, dt.date(2025, 6, 5)).events
    assert event.date is not None
    assert (event.headline, event.date.edtf) == (headline, day)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Ten rebels were killed and two others wounded in a drone strike on Saturday.",
            ("death", "Two others wounded in drone strike"),
        ),
        (
            "Divers resumed rescue operations off Lima on Monday.",
            ("rescue", "Divers resume rescue operations off Lima"),
        ),
        (
            "Soldiers pulled out 46 bodies from the buses on Monday.",
            ("rescue", "Soldiers pull out 46 bodies from buses"),
        ),
        (
            "Leni Karr pulled her party from the coalition on Monday.",
            ("other", "Leni Karr pulls party from coalition"),
        ),
        (
            "“We take repairs seriously,” Leni Karr of the United Nations said in a statement.",
            ("statement", "Statement by Leni Karr on repairs"),
        ),
    ],
)
def test_what_is_done_is_told_by_what_it_is_done_to(text: str, event: tuple[str, str]) -> None:
    assert told(text)[0] == event


def test_the_number_of_a_model_counts_nothing() -> None:
    text = "The carrier ordered 40 Boeing 737 jets on Monday."
    (event,) = read(LEAD + text).events
    assert [figure.value for figure in event.figures] == [40]


def test_a_capital_that_only_tells_how_far_off_it_is_is_no_place_of_the_event() -> None:
    text = "In Osby, 200 km north of the capital, Stockholm, nine people were hurt in a fire."
    (event,) = read(LEAD + text).events
    assert "stockholm" not in event.places


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("The bank cut its key rate, the first rate cut since 2020.", "economy", "2025-06-05"),
        ("The bank cut its overnight lending rate to 8%.", "economy", "2025-06-05"),
        ("The bank decided on Monday to cut its key rate.", "economy", "2025-06-02"),
        ("A court in Lima approved her release on Monday.", "verdict", "2025-06-02"),
    ],
)
def test_what_is_decided_is_done_and_dated_by_no_record_before_it(
    text: str, kind: str, day: str
) -> None:
    (event,) = read(LEAD + text, dt.date(2025, 6, 5)).events
    assert event.date is not None
    assert (event.kind, event.mode, event.date.edtf) == (kind, Mode.OCCURRENCE, day)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A Texas man was arrested in Ohio on Tuesday.", ("ohio",)),
        ("A Texas man was shot dead by the police on Tuesday.", ("texas",)),
    ],
)
def test_where_people_are_from_is_the_place_only_where_no_other_is_told(
    text: str, places: tuple[str, ...]
) -> None:
    (event,) = read(LEAD + text).events
    assert event.places == places


def test_a_news_agency_takes_no_part_in_what_it_tells() -> None:
    text = "Nine people died in a fire in Osby, the Lakeland News Agency told Radio Osby."
    assert all(
        "agency" not in actor for event in read(LEAD + text).events for actor in event.actors
    )


@pytest.mark.parametrize(
    ("text", "kind", "headline", "day"),
    [
        (
            "A man faces a murder charge in a shooting death Monday night, the police said.",
            "charge",
            "Man faces murder charge in shooting death, police say",
            "2025-06-02",
        ),
        (
            "Vela launched a rocket into space on Monday.",
            "launch",
            "Vela launches rocket into space",
            "2025-06-02",
        ),
        (
            "Ana Ruiz was brought into custody on Monday.",
            "arrest",
            "Ana Ruiz brought into custody",
            "2025-06-02",
        ),
        (
            "A suspect was arrested a short time later on Monday.",
            "arrest",
            "Suspect arrested",
            "2025-06-02",
        ),
        (
            "Ana Ruiz garnered 1,536 votes on Monday.",
            "election",
            "Ana Ruiz garners 1,536 votes",
            "2025-06-02",
        ),
    ],
)
def test_crimes_launches_and_votes_are_told_as_what_they_are(
    text: str, kind: str, headline: str, day: str
) -> None:
    (event,) = read(LEAD + text, dt.date(2025, 6, 5)).events
    assert event.date is not None
    assert (event.kind, event.headline, event.date.edtf) == (kind, headline, day)


def test_an_office_held_no_more_is_no_place_of_the_news() -> None:
    text = "Voters elected former Lagos State chief executive Ana Ruiz as president on Monday."
    (event,) = read(LEAD + text).events
    assert not [place for place in event.places if place.startswith("lagos")]


def test_at_one_point_counts_nothing() -> None:
    (event,) = read(LEAD + "At one point on Monday, 16 fires raged near Lima.").events
    assert [figure.value for figure in event.figures] == [16]
