"""Who takes part in an event beside those whom the grammar of its word names."""

from __future__ import annotations

import pytest
from reading_of import read


def actors(text: str) -> set[str]:
    return set(read(text).events[0].actors)


def test_a_minister_acts_for_the_state() -> None:
    text = "Kenyan Foreign Minister Amina Otieno met negotiators in Geneva on Monday."
    assert {"amina-otieno", "kenya"} <= actors(text)


def test_a_head_of_state_acts_in_person() -> None:
    text = "Peruvian President Ana Quispe met Chilean President Luis Rojas in Oslo on Monday."
    assert actors(text) == {"ana-quispe", "luis-rojas"}


def test_all_of_three_who_meet_take_part() -> None:
    text = (
        "French President Paul Lacombe, British Prime Minister John Harlow, and "
        "German Chancellor Lena Brandt are set to meet in Oslo on Monday."
    )
    assert {"paul-lacombe", "john-harlow", "lena-brandt"} <= actors(text)


def test_a_second_body_that_speaks_in_the_sentence_is_heard_too() -> None:
    text = (
        "The World Health Organization warned of a new wave of cholera on Monday, "
        "though UNICEF dismissed the forecast."
    )
    assert {"world-health-organization", "unicef"} <= actors(text)


def test_services_that_an_outage_is_told_of_undergo_it() -> None:
    text = (
        "A fault at Cloudflare caused outages across several platforms on Tuesday, "
        "including Spotify, Reddit and X (formerly Twitter)."
    )
    assert actors(text) == {"cloudflare", "reddit", "spotify", "x-social-network"}
    assert read(text).events[0].kind == "outage"


def test_problems_that_users_report_are_an_outage() -> None:
    (event,) = read("Users reported problems on Netflix and LinkedIn on Tuesday.").events
    assert event.kind == "outage"
    assert {a.role for a in event.arguments} == {"patient"}
    assert {"linkedin", "netflix"} == set(event.actors)


def test_whoever_only_tells_of_an_outage_does_not_undergo_it() -> None:
    (event,) = read("Power was cut to 3,000 homes in Accra on Monday, the Red Cross said.").events
    assert [a.role for a in event.arguments] == ["speaker"]


def test_the_ministry_is_the_last_one_named_however_far_back() -> None:
    text = (
        "The Ministry of Health of Peru declared an outbreak in Cusco on Monday.\n\n"
        + "Rain fell on the hills. " * 7
        + "\n\nThe ministry sent teams to Puno on Wednesday."
    )
    assert "ministry-of-health-peru" in read(text).events[-1].actors


def test_the_union_is_the_one_that_the_noun_describes() -> None:
    text = (
        "The Marena union called a strike in Lima on Monday. UNICEF sent tents to Cusco on Tuesday."
        "\n\nThe union signed an agreement on Friday."
    )
    (last,) = [set(e.actors) for e in read(text).events if e.kind == "agreement"]
    assert last == {"marena"}


def test_whoever_arranged_what_failed_takes_part() -> None:
    text = "A sale of shares arranged by Goldman Sachs collapsed in Lima on Friday."
    assert "goldman-sachs" in actors(text)


def test_a_director_speaks_for_the_body_last_named() -> None:
    text = (
        "The World Health Organization sent tents to Cusco on Monday.\n\n"
        "Its director, Ana Quispe, warned of a second wave on Tuesday."
    )
    assert {"ana-quispe", "world-health-organization"} <= set(read(text).events[-1].actors)


def test_whoever_heads_a_body_acts_for_it() -> None:
    text = "Crews searched the bay on Monday, said Juan Quispe, who heads the office of UNICEF."
    assert {"juan-quispe", "unicef"} <= actors(text)


def test_a_body_that_says_so_is_heard_in_each_event_of_the_sentence() -> None:
    text = (
        "Google Cloud blamed an automated update for the outage on Wednesday.\n\n"
        "The trouble started at 10:48 am in Iowa, the company said in a report published on Friday."
    )
    told = [event for event in read(text).events if event.places]
    assert [set(event.actors) for event in told] == [{"google-cloud"}] * len(told)
    assert told


def test_the_body_that_somebody_congratulates_takes_part() -> None:
    text = (
        "The Kenya Space Agency launched a satellite from Malindi on Sunday.\n\n"
        "Prime Minister Ana Otieno congratulated the agency on Monday."
    )
    assert "space-agency-kenya" in read(text).events[-1].actors


def test_a_state_whose_people_are_pitied_takes_no_part() -> None:
    text = "UN chief Ana Quispe said on Monday that she stood with the people of Chad."
    assert "chad" not in actors(text)


def test_the_home_of_a_firm_strikes_no_deal() -> None:
    text = "Lumora Systems, the Luxembourg operator, ordered satellites from NASA last week."
    assert "luxembourg" not in actors(text)


def test_a_body_that_only_describes_a_thing_takes_no_part() -> None:
    text = "A backlog kept new NASA servers from starting on Monday in Lima."
    assert "nasa" not in actors(text)


def test_a_state_acts_through_those_who_come_from_it() -> None:
    (event,) = read("Negotiators from Kenya and Qatar met on Monday to end the war.").events
    assert {"kenya", "qatar"} <= set(event.actors)
    assert event.places == ()


def test_fighters_are_the_group_that_was_named_with_them() -> None:
    text = (
        "The Q17 rebels withdrew from Moundou, in Chad, on Monday. "
        "On Tuesday the rebels shelled a market in Abéché, killing four people."
    )
    assert "q17" in read(text).events[-1].actors


def test_the_trial_is_of_whoever_the_report_said_was_charged() -> None:
    text = (
        "A court in Lima charged former mayor John Mwangi with fraud in March 2024.\n\n"
        "The trial opened in June 2025."
    )
    assert "john-mwangi" in read(text).events[-1].actors


def test_whoever_a_day_is_called_after_takes_no_part() -> None:
    text = "A bomb killed four people in Lagos on Monday during a march in honour of Ada Obi."
    assert "ada-obi" not in actors(text)


def test_who_speaks_beside_an_event_takes_part_in_it() -> None:
    text = (
        "A hospital in Arequipa was evacuated on Monday after a fire. "
        "“We have no light,” said Maria Condori, who heads the hospital."
    )
    assert "maria-condori" in actors(text)


def test_it_is_the_body_that_the_sentence_before_is_about() -> None:
    text = (
        "Unilever closed its plant in Porto on Monday.\n"
        "\n"
        "On Tuesday Nestlé cut 400 jobs in Lyon. It sold a mill in Ghent in May."
    )
    sold = read(text).events[-1]
    assert "nestle" in sold.actors


def test_it_is_nobody_where_a_thing_was_the_subject_before() -> None:
    text = (
        "UNICEF sent 40 doctors to Lusaka on Monday. "
        "In March an outbreak killed 12 people in Ndola before it spread to Kitwe."
    )
    assert "unicef" not in read(text).events[-1].actors


def test_the_agency_is_the_one_of_the_paragraph_before_one_further_up() -> None:
    text = (
        "UNICEF sent 40 doctors to Lusaka on Monday.\n"
        "\n"
        "Parliament called the head of the World Health Organization to a hearing. "
        "The agency suspended two directors on Tuesday."
    )
    told = read(text).events[-1].actors
    assert "world-health-organization" in told
    assert "unicef" not in told


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Nestlé sold its Peruvian business in 2022.", "peru"),
        ("Unilever closed its Kenyan plant on Monday.", "kenya"),
    ],
)
def test_a_state_takes_no_part_where_a_company_owns_what_lies_there(text: str, state: str) -> None:
    assert state not in actors(text)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("UNICEF called on Chad on Monday to free the children.", "chad"),
        ("Amnesty International called on Peru on Friday to reopen the case.", "peru"),
    ],
)
def test_whoever_is_called_on_takes_part_and_is_no_place(text: str, state: str) -> None:
    assert state in actors(text)
    assert state not in read(text).events[0].places


def test_a_report_on_ministers_is_one_on_both_of_their_states() -> None:
    text = (
        "The foreign ministers of Peru and Chile, Ana Rojas and Luis Soto, will discuss the "
        "border in Oslo on Monday."
    )
    assert {"peru", "chile", "luis-soto"} <= actors(text)


def test_rebels_without_an_article_are_those_named_before() -> None:
    text = (
        "ELN rebels took the town of Arauca on Monday.\n\n"
        "Rebel fighters burned the police station in Arauca on Tuesday."
    )
    assert read(text).events[-1].actors == ("national-liberation-army-colombia",)


def test_the_company_is_no_navy_and_its_owner_leads_to_it() -> None:
    text = (
        "Tarn Lines lost a ferry off Kenya on Monday, the Kenyan navy said. "
        "The company's owner sold two other ships on Tuesday."
    )
    assert "tarn-lines" in read(text).events[-1].actors
    assert "navy-kenya" not in read(text).events[-1].actors


@pytest.mark.parametrize(
    ("text", "body", "other"),
    [
        ("NASA, a partner of Boeing, launched a probe from Houston on Monday.", "nasa", "boeing"),
        ("UNICEF, an agency of the United Nations, sent 40 doctors to Lusaka on Monday.",
         "unicef", "united-nations"),
    ],
)  # fmt: skip
def test_a_body_that_only_tells_what_another_is_takes_no_part(
    text: str, body: str, other: str
) -> None:
    assert body in actors(text)
    assert other not in actors(text)


def test_whoever_leads_the_body_named_before_brings_it_into_the_event() -> None:
    text = (
        "The CAREM student federation called a march in Cusco on Monday. "
        "Its president, Ana Quispe, was arrested on Tuesday."
    )
    assert {"ana-quispe", "carem"} <= set(read(text).events[-1].actors)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Ruiz opened the bridge on Monday. Police in Salta arrested a 37-year-old man. "
        "He will appear in court on Friday.",
        "Ana Ruiz opened the bridge in Salta on Monday. A nurse was killed by a falling tree. "
        "She was buried on Friday.",
    ],
)
def test_a_pronoun_is_not_given_past_a_person_without_a_name(text: str) -> None:
    assert all("ana-ruiz" not in event.actors for event in read(text).events[1:])


def test_who_helps_after_an_accident_did_not_cause_the_next_death() -> None:
    text = (
        "A cargo vessel ran aground off Salta on Sunday; the crew were rescued by the Edhi "
        "Foundation.\n\nTwo people died in Arica on Sunday."
    )
    assert all("edhi-foundation" not in e.actors for e in read(text).events if e.kind == "death")


@pytest.mark.parametrize(
    "text",
    [
        "A court in Peru's Puno region on Monday ordered a new vote within 90 days.",
        "Officials in Chile's Arica province ordered 300 people to leave on Monday.",
    ],
)
def test_a_state_does_not_speak_because_its_region_holds_the_speaker(text: str) -> None:
    assert not {"peru", "chile"} & actors(text)


def test_the_company_is_no_public_body() -> None:
    text = (
        "The dam belonged to Norvane Mining. It broke on Monday, the Salta Fire Department said. "
        "Governor Ana Ruiz suspended the company's licence on Tuesday."
    )
    assert all("salta-fire-department" not in event.actors for event in read(text).events[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Quispe opened the clinic in Lima on Monday.\n\n"
        "A fisherman was admitted in Callao on Tuesday. He died on Thursday.",
        "Minister Amina Otieno visited the mine in Kitale on Monday.\n\n"
        "Police arrested a foreman of the shaft on Tuesday. He was charged with fraud on Thursday.",
        "Mayor Ana Quispe condemned the attack on Monday.\n\n"
        "One of the men held was a Chilean. Police identified him as Paul Lacombe on Tuesday.",
    ],
)
def test_he_who_was_told_of_without_a_name_is_nobody_named_before(text: str) -> None:
    assert not set(read(text).events[-1].actors) & {"ana-quispe", "amina-otieno"}


def test_he_is_still_the_one_named_in_the_sentence_before() -> None:
    text = (
        "Mayor Luis Rojas opened the clinic in Lima on Monday after a nurse had resigned. "
        "He visited Callao on Wednesday."
    )
    assert "luis-rojas" in read(text).events[-1].actors


def test_somebody_named_right_after_the_word_for_them_takes_part() -> None:
    text = (
        "A former detective was jailed for nine years in London on Thursday. "
        "Darren Whitlow, 44, had sold the plans of raids to a gang."
    )
    assert "darren-whitlow" in actors(text)


def test_he_is_whom_the_sentence_before_tells_of() -> None:
    text = (
        "Judge Helen Marks told Darren Whitlow on Monday that he had put others in danger. "
        "Police arrested Whitlow in London in June 2024. He was dismissed in February."
    )
    assert "helen-marks" not in read(text).events[-1].actors


def test_no_regulator_is_the_company() -> None:
    text = (
        "Norvane Holdings closed a pit in Chile on Wednesday. "
        "Mining regulator Sernavin sent three inspectors on Thursday. "
        "The company was fined on Friday."
    )
    assert read(text).events[-1].actors == ("norvane-holdings",)


def test_the_charity_is_the_only_body_named() -> None:
    text = (
        "Doctors Without Borders opened a clinic in Kassala on Wednesday. "
        "The charity sent twelve nurses on Thursday."
    )
    assert read(text).events[-1].actors == ("medecins-sans-frontieres",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The court jailed Marc Dubois on Monday. The Frenchman admitted two thefts on Tuesday.",
            {"marc-dubois"},
        ),
        ("An Iraqi was arrested on Monday in Perth, police said.", set()),
        ("The British signed the treaty on Tuesday.", {"united-kingdom"}),
    ],
)
def test_one_of_a_people_is_the_person_named_before(text: str, told: set[str]) -> None:
    assert set(read(text).events[-1].actors) == told


@pytest.mark.parametrize(
    "text",
    [
        "Anti-Taliban fighters captured three villages in Afghanistan on Monday.",
        "Thousands of anti-Morsi protesters marched in Cairo on Monday.",
    ],
)
def test_whom_others_stand_against_does_not_act(text: str) -> None:
    assert not actors(text)


def test_who_only_reports_an_event_takes_no_part() -> None:
    text = "Soldiers of Peru shot dead one person in Lima on Wednesday, according to Reuters."
    assert "reuters" not in actors(text)


def test_the_group_is_no_medium_that_was_told_of_it() -> None:
    text = (
        "Soldiers fired on a crowd in Moundou on Monday, an official told Reuters. "
        "Police quickly arrested the group."
    )
    assert "reuters" not in {actor for event in read(text).events for actor in event.actors}


@pytest.mark.parametrize("who", ["A Kenyan man", "A Kenyan Muslim leader", "Two Kenyan nurses"])
def test_nobody_speaks_for_the_state_that_they_only_come_from(who: str) -> None:
    events = read(f"{who} told the court on Monday that Peter Kamau was a friend.").events
    assert all("kenya" not in event.actors for event in events)


def test_whoever_speaks_for_the_union_brings_it_in() -> None:
    text = (
        "Banks face a strike by the Rail Workers Union. "
        "The union's Tom Bradwell said on Monday that the offer was poor."
    )
    assert actors(text) == {"rail-workers-union", "tom-bradwell"}


def test_a_state_does_not_tell_what_reports_from_its_capital_say() -> None:
    text = "Reports from London say Corvid Airlines bought two ships on Monday."
    assert actors(text) == {"corvid-airlines"}


def test_the_court_is_no_body_of_another_name() -> None:
    text = "The Northern Relief Fund opened a clinic in Gulu. Lawyers asked the court for mercy."
    assert all("northern-relief-fund" not in e.actors for e in read(text).events[1:])
    text = "The Tax Tribunal of Peru met in Lima on Monday. Luis Rojas asked the court for mercy."
    assert any("tax-tribunal-of-peru" in event.actors for event in read(text).events[1:])


def test_who_stands_in_a_clause_on_a_noun_takes_part_too() -> None:
    text = "Clashes broke out in Oruro on Monday after results that gave Ana Quispe a lead."
    assert "ana-quispe" in actors(text)


def test_a_state_that_is_a_side_takes_part() -> None:
    assert {"peru", "chile"} <= actors(
        "Peru opened the cup in Oslo on Monday with a win over Chile."
    )


def test_a_state_beyond_a_border_takes_no_part() -> None:
    text = "Gunmen attacked a convoy in Maroua on Monday, near the border with Chad."
    assert "chad" not in actors(text)
