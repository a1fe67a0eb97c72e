from __future__ import annotations

from reading_of import read

from generator.model import Mode


def test_sentences_about_one_event_are_one_mention() -> None:
    (event,) = read(
        "A ferry sank off Zanzibar on Sunday, killing at least 30 people.\n\n"
        "The accident injured 12 others, officials said."
    ).events
    assert {(f.what, f.value) for f in event.figures} == {("killed", 30), ("injured", 12)}


def test_a_place_and_a_toll_of_its_own_make_an_event() -> None:
    events = read(
        "Floods killed 60 people in Brazil on Monday. In Canoas, nine people were killed."
    ).events
    assert [event.figures[0].value for event in events] == [60, 9]


def test_another_event_of_the_kind_is_not_joined() -> None:
    events = read(
        "A bomb exploded in Lagos on Friday, killing four people. "
        "A second bomb exploded in Kano, wounding six."
    ).events
    assert len(events) == 2


def test_what_befell_elsewhere_is_not_joined() -> None:
    events = read(
        "Missiles killed four people in the town of Gao on Tuesday. "
        "Strikes also damaged power stations elsewhere, the army said."
    ).events
    assert len(events) == 2


def test_list_items_add_their_figures_to_their_lead_in() -> None:
    (event,) = read(
        "The overnight raid on the port of Sudak involved:\n\n  • 40 drones\n  • 12 missiles\n"
    ).events
    assert {(f.what, f.value) for f in event.figures} == {
        ("drones launched", 40),
        ("missiles launched", 12),
    }


def test_the_words_of_one_speaker_are_one_statement() -> None:
    events = read(
        "Foreign Minister Lea Maro condemned the sanctions on Tuesday.\n\n"
        "She urged both sides to show restraint.\n\n"
        "“We will not be bullied,” Maro said."
    ).events
    assert [event.mode for event in events] == [Mode.STATEMENT]
    assert len(events[0].sentences) == 3


def test_what_rescuers_add_belongs_to_the_event() -> None:
    (event,) = read(
        "A hotel collapsed in Izmir on Monday, killing five people.\n\n"
        "Fire chief Deniz Kaya said the search was going on."
    ).events
    assert event.kind == "accident"


def test_private_people_make_no_statements() -> None:
    assert read("Resident Ana Lopez said the noise was terrible.").events == ()


def test_a_pronoun_that_speaks_is_not_a_name_in_what_it_says() -> None:
    (event,) = read(
        "Foreign Minister Lea Maro condemned the sanctions on Tuesday.\n\n"
        "President Omar Diallo will have to answer for it, she said."
    ).events
    assert [a.actor for a in event.arguments if a.role == "speaker"] == ["lea-maro"]


def test_what_is_only_mentioned_as_said_is_no_statement() -> None:
    assert read("That is less than what President Omar Diallo suggests.").events == ()


def test_what_befell_elsewhere_is_an_event_of_its_own() -> None:
    text = (
        "A landslide killed eleven people in Turin on Tuesday.\n\n"
        "A total of 4,600 people were moved to shelters before the rain."
    )
    first, second = read(text).events
    assert {f.what for f in first.figures} == {"killed"}
    assert {f.value for f in second.figures} == {4600.0}


def test_what_only_adds_to_the_disaster_of_its_paragraph_is_part_of_it() -> None:
    text = (
        "A landslide buried a village near Turin on Tuesday. Rescuers pulled a girl from the mud."
    )
    assert len(read(text).events) == 1


def test_words_that_point_back_join_what_befell_to_its_cause() -> None:
    text = "A storm came ashore in Norway on Tuesday.\n\nIt destroyed 40 barns near Bergen."
    assert len(read(text).events) == 1


def test_an_old_event_takes_in_nothing_of_the_news() -> None:
    text = (
        "Gunmen attacked a convoy near Gonder on Tuesday. It was on its way to Mekelle, where a "
        "flood killed nine people in August 2023. Three drivers are missing."
    )
    old = next(e for e in read(text).events if e.date and e.date.edtf == "2023-08")
    assert {(f.what, f.value) for f in old.figures} <= {("killed", 9.0)}


def test_what_a_town_tells_is_apart_from_what_the_country_does() -> None:
    text = (
        "Nurses across Norway went on strike on Tuesday.\n\n"
        "In Bergen, pickets blocked the gates of a clinic."
    )
    assert len(read(text).events) == 2


def test_two_dated_deeds_are_two_though_one_names_the_arrest() -> None:
    text = (
        "Search teams ended work in Turin on Tuesday.\n\n"
        "Prosecutors ordered the arrest of nine builders on Tuesday."
    )
    assert len(read(text).events) == 2


def test_a_bodys_report_from_far_down_adds_nothing_to_the_event_told_last() -> None:
    text = (
        "A man died in a fire in Turin on Tuesday.\n\nIt was a cold night.\n\n"
        "Nobody else lived there.\n\nThe World Health Organization said tests were under way."
    )
    first = read(text).events[0]
    assert len(first.sentences) == 1


def test_the_quake_is_one_whichever_place_it_is_told_by() -> None:
    (event,) = read(
        "A strong earthquake shook the Andes of Peru on Monday, killing nine people. "
        "The quake struck south of Huaraz at a depth of 12 kilometres."
    ).events
    assert event.kind == "disaster"


def test_a_toll_of_years_is_none_of_the_event() -> None:
    (event, *_) = read(
        "Gunmen attacked a market in Kano on Tuesday, killing nine people.\n\n"
        "Rebels are blamed for killing more than 1,400 people there since 2010."
    ).events
    assert {figure.value for figure in event.figures} == {9}


def test_the_accident_is_placed_more_finely_than_it_was_first_told() -> None:
    (event,) = read(
        "At least 24 people were killed when a bus plunged into a ravine in northern Peru.\n\n"
        "The accident happened in a village near Huaraz, police said."
    ).events
    assert "huaraz" in event.places


def test_what_it_did_next_is_no_second_accident() -> None:
    (event,) = read(
        "At least 24 people died when a bus plunged into a ravine on the island of Sumatra.\n\n"
        "“It crashed into a barrier,” said Adan Gumara of the police."
    ).events
    assert event.kind == "accident"


def test_a_rocket_told_again_by_its_name_lifts_off_once() -> None:
    (event,) = read(
        "On Wednesday evening a Vega 9 rocket put a satellite into orbit, and a European rocket "
        "lifted off from a pad in South America.\n\n"
        "The rocket took off from Kourou and crossed low clouds."
    ).events
    assert "guiana-space-centre" in event.places


def test_a_sentence_passed_on_someone_first_told_by_office_is_one() -> None:
    (event,) = read(
        "A US judge on Wednesday sentenced a former Mexican governor to nine years in prison.\n\n"
        "Tomás Arriaga, former governor of the state of Sonora, was sentenced to nine years."
    ).events
    assert "tomas-arriaga" in event.actors


def test_a_town_from_which_a_distance_is_told_is_not_the_village() -> None:
    events = read(
        "Gunmen attacked the town of Chibok, 120 km from Maiduguri, on Wednesday.\n\n"
        "Soldiers fought off the insurgents who stormed the town at about 6 p.m."
    ).events
    assert {place for event in events for place in event.places} == {"chibok"}
