from __future__ import annotations

import pytest
from reading_of import read


def told(text: str) -> list[tuple[str, str]]:
    return [(e.kind, e.date.edtf if e.date else "") for e in read(text).events]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oxfam handed over sixty tents to the town of Gonder on Tuesday.", "2025-06-03"),
        ("Norway will mothball the old fortress in Bergen on 1 July.", "2025-07-01"),
        ("The Red Cross had repainted all its lorries in Nairobi on Monday.", "2025-06-02"),
    ],
)
def test_a_dated_deed_is_an_event_though_no_event_word_names_it(text: str, day: str) -> None:
    assert told(text) == [("other", day)]


@pytest.mark.parametrize(
    "text",
    [
        "Oxfam has set up a hotline for the people of Gonder.",
        "Norway stepped up checks along the road to Bergen.",
        "Nurses found the crack when they unlocked the ward in Turin on Monday.",
        "Norway repainted the fortress in Bergen; the town denied that.",
    ],
)
def test_a_deed_of_somebody_named_needs_no_day(text: str) -> None:
    assert [kind for kind, _ in told(text)] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors questioned the owner and seized his books.",
        "Police briefly closed the footbridge.",
        "Firefighters are dousing the old mill.",
        "Prosecutors ordered the arrest of nine builders on Wednesday.",
        "Airlines have begun offering trips to the moon.",
        "Campaigners burnt tyres and blocked the streets.",
    ],
)
def test_a_deed_of_a_kind_of_people_needs_neither_name_nor_day(text: str) -> None:
    assert [kind for kind, _ in told(text)] in (["other"], ["outage"], ["protest"])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Campaigners have accused Ann Smith of hiding the report.", ["statement"]),
        ("Campaigners have accused a school of hiding the report.", []),
        ("Renault workers rejected the pay offer.", ["statement"]),
    ],
)
def test_people_without_a_name_take_a_position_towards_somebody(
    text: str, kinds: list[str]
) -> None:
    assert [kind for kind, _ in told(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A second convoy turned back at Bergen on Wednesday.", "other"),
        ("Some of the tents, two of the lorries burned out.", "damage"),
        ("Ruiz, 61, conceded before noon on Wednesday.", "election"),
    ],
)
def test_a_weak_word_tells_what_the_counted_the_named_or_a_particle_makes_firm(
    text: str, kind: str
) -> None:
    assert [kind for kind, _ in told(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Ann Smith severed all ties with France last week after another attack.", "other", ""),
        ("Oxfam repainted its huts in Gonder amid heavy floods.", "other", "2025-06-05"),
        ("The plan held nine points after talks last week in Geneva.", "meeting", ""),
    ],
)
def test_what_a_deed_came_after_does_not_stand_for_it(text: str, kind: str, day: str) -> None:
    assert told(text) == [(kind, day or "2025-05-26/2025-06-01")]


def test_who_is_at_it_is_no_event_beside_what_was_done() -> None:
    text = "Police are searching for a man who robbed a bank in Turin on Wednesday."
    assert told(text) == [("crime", "2025-06-04")]


def test_what_those_told_before_did_adds_to_the_deed_before() -> None:
    text = "Oxfam handed over tents in Gonder on Tuesday. They then repainted 14 huts."
    (event,) = read(text).events
    assert {(f.what, f.value) for f in event.figures} >= {("huts", 14)}


def test_the_news_does_not_take_in_what_it_recalls() -> None:
    text = (
        "Floods swept away two bridges in Turin.\n\n"
        "A flood on the same river killed 25 people in November 2020."
    )
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Norway bore the brunt of the cold.",
        "The ministry put the loss at 20 million euros.",
        "Oxfam hopes that the tents will do.",
        "Many in Gonder remained without shelter on Tuesday.",
        "“We painted the whole school on Monday,” said a boy.",
        "They often repaint the school.",
        "The lorries appear to have blocked the lane.",
    ],
)
def test_a_state_a_thought_or_a_memory_is_no_event(text: str) -> None:
    assert told(text) == []


def test_what_was_called_off_is_told_by_the_verb_that_did_so() -> None:
    text = "President Macron shelved a trip to Oslo on Tuesday."
    assert told(text) == [("other", "2025-06-03")]


def test_a_month_is_no_march() -> None:
    text = "The library in Turin has been under repair since 10 March."
    assert [kind for kind, _ in told(text)] == []


def test_points_that_head_a_bulletin_are_read() -> None:
    text = (
        "HIGHLIGHTS\n- Nine people died in Beira on 3 June when a dyke burst.\n\n"
        "OVERVIEW\nRoads in Dondo were flooded on 4 June.\n"
    )
    assert [day for _, day in told(text)][:1] == ["2025-06-03"]


def test_deaths_elsewhere_do_not_belong_to_a_road_that_is_shut() -> None:
    text = (
        "The road from Sake to Goma has been closed since 2 June. "
        "In Bukavu there were 41 deaths in hospital."
    )
    shut = next(e for e in read(text).events if e.kind == "outage")
    assert not shut.figures


@pytest.mark.parametrize(
    "text",
    [
        "The concert planned for 12 June in Oslo has been postponed, and a new day is sought.",
        "The vaccination campaign that was to start in Lima on 12 June has been postponed.",
    ],
)
def test_what_is_put_off_is_news(text: str) -> None:
    assert [kind for kind, _ in told(text)] == ["other"]


def test_a_doubted_plan_stays_a_plan() -> None:
    events = read(
        "Analysts doubt that the talks planned for 12 June in Geneva will take place."
    ).events
    assert [(e.mode.value, e.date.edtf) for e in events if e.date] == [("planned", "2025-06-12")]


def test_a_strike_among_stoppages_attacks_nobody() -> None:
    text = (
        "Port workers in Genoa began a walkout on Tuesday over pay.\n\n"
        "Naples was struck on Wednesday, and 40 ferries stayed in port."
    )
    assert "attack" not in [kind for kind, _ in told(text)]
    assert "attack" in [kind for kind, _ in told("A rocket struck Naples on Wednesday.")]


def test_a_vehicle_that_strikes_a_tree_attacks_nobody() -> None:
    text = "A plane struck a hillside near Lima on Tuesday, killing two people."
    assert [kind for kind, _ in told(text)] == ["accident"]


def test_two_bodies_that_bring_aid_are_two_events() -> None:
    text = (
        "UNICEF delivered 20 tonnes of medicine to Lima on Tuesday. "
        "NATO delivered 300 tents to Lima on Tuesday."
    )
    assert [kind for kind, _ in told(text)] == ["aid", "aid"]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "Samsung will build a plant in Texas, it said on Monday.",
            "Samsung to build plant in Texas",
        ),
        (
            "Organisers called off a concert in Turin on Monday.",
            "Organisers call off concert in Turin",
        ),
        (
            "Norway's central bank kept its rate at 4.5%.",
            "Norway's central bank keeps rate at 4.5%",
        ),
        (
            "Chile hosted talks between Peru and Brazil in Arica.",
            "Chile hosts talks between Peru and Brazil in Arica",
        ),
    ],
)
def test_plans_and_what_is_called_off_kept_or_hosted_are_told(text: str, headline: str) -> None:
    assert [event.headline for event in read(text).events] == [headline]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "The high point of the mission came at noon, when the capsule touched down near Osaka.",
            "Capsule touches down near Osaka",
        ),
        (
            "The turning point came on Monday, when rebels seized the town of Gao.",
            "Rebels seize town of Gao",
        ),
        (
            "The harbour office of Chile issued a gale warning for Arica on Tuesday.",
            "Harbour office of Chile issues gale warning for Arica",
        ),
        ("Chile put its army on alert.", "Chile puts army on alert"),
        ("Peru placed its hospitals on alert.", "Peru places hospitals on alert"),
        ("Trains came back at about 5 p.m. in Lima.", "Trains come back in Lima"),
        (
            "Farmers from Santos were kept out of the market for six hours.",
            "Farmers from Santos kept out of market for six hours",
        ),
        (
            "The Liberal Party will put a motion before Congress on Tuesday.",
            "Liberal Party to put motion",
        ),
        (
            "The Liberal Party will ask parliament on Tuesday for a commission of inquiry.",
            "Liberal Party to ask parliament for commission of inquiry",
        ),
    ],
)
def test_the_news_is_told_by_the_words_that_tell_it(text: str, headline: str) -> None:
    assert [event.headline for event in read(text).events] == [headline]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rangers captured eleven militants near Gao on Tuesday.", ["arrest"]),
        ("Ann Smith captured the gold medal in Lima on Tuesday.", ["other"]),
        ("Large parts of Gonder were plunged into darkness on Tuesday.", ["outage"]),
        ("Investigators arrived at the site in Gonder on Tuesday.", ["other"]),
        ("The king of Norway arrived in Lima on Tuesday.", ["meeting"]),
        ("Soldiers killed four militants in Gao on Tuesday.", ["attack"]),
        ("The Green Alliance gained 31 percent of the vote in Norway.", ["election"]),
        ("Police in Gao questioned a suicide squad on Tuesday.", ["other"]),
        ("A scandal has damaged the reputation of Renault.", []),
        ("A lorry driver fled to Gao on Tuesday, police said.", ["other"]),
    ],
)
def test_what_a_verb_tells_is_decided_by_who_does_it_to_what(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in told(text)] == kinds


_LEDE = "Astronomers in Chile discovered a comet on Wednesday.\n\n"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Nurses moved into Gonder, witnesses said.", ["other"]),
        ("Nurses moved into a tent, witnesses said.", []),
        ("A tent in Gonder was repainted.", ["other"]),
        ("A tent was repainted.", []),
        ("The plan was based on a map of Norway.", []),
        ("The bill passed unchanged in the parliament of Norway.", ["legislation"]),
    ],
)
def test_where_somebody_went_and_what_was_done_to_the_named_need_no_day(
    text: str, kinds: list[str]
) -> None:
    assert [kind for kind, _ in told(_LEDE + text)][1:] == kinds


def test_what_has_gone_on_for_nobody_says_how_long_is_no_event() -> None:
    assert told("Farmers in Gonder have for years been robbed by gangs.") == []
    assert told("Clashes over land have plagued the town of Gonder for decades.") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The count began on Sunday night in the parliament of Norway.", ["other"]),
        ("The count began in the parliament of Norway.", []),
        ("Norway joined the treaty.", ["other"]),
        ("The police of Norway broke up the march.", ["protest"]),
        ("Ann Smith was among the dead.", ["death"]),
        ("Ann Smith was among those arrested.", ["arrest"]),
        ("It is not known whether Ann Smith was among those arrested.", []),
        ("A mine went off under a bus near Gonder.", ["attack"]),
        ("Norway has offered to help.", ["aid"]),
        ("The parliament of Norway gave its approval to the budget.", ["legislation"]),
        ("Peru beat Norway 3-1.", ["other"]),
        ("Norway won 3-1 against Peru.", ["other"]),
        ("Nurses left for Gonder, witnesses said.", ["other"]),
        ("The deputies of Norway's opposition walked out of the chamber.", ["protest"]),
        ("Fuel ran out in Gonder.", ["outage"]),
    ],
)
def test_deeds_apart_from_the_opening_ones_are_told_by_verb_and_name(
    text: str, kinds: list[str]
) -> None:
    assert [kind for kind, _ in told(_LEDE + text)][1:] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Trees surrounded the hall in Gonder.", []),
        ("Troops of Norway surrounded the hall in Gonder.", ["territorial-gain"]),
        ("A factory in Gonder exploded.", ["accident"]),
        ("An old church in Gonder burned down.", ["damage"]),
        ("An airline in Norway went bankrupt.", ["economy"]),
        ("Norway became a member of the league.", ["agreement"]),
    ],
)
def test_what_befell_a_thing_by_name_needs_no_day(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in told(_LEDE + text)][1:] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The talks in Geneva failed.", ["meeting"]),
        ("Peru repaid a loan.", ["economy"]),
        ("Peru refinanced a loan.", ["aid"]),
        ("Peru began a vaccination campaign.", ["other"]),
        ("Clashes spoilt the mood.", []),
        ("Those clashes spoilt the mood in Gonder.", []),
        ("Ann Smith overcame an injury.", []),
        ("Gunfire was heard in Gao.", ["clash"]),
        ("The parliament of Norway met behind closed doors.", ["meeting"]),
    ],
)
def test_what_became_of_a_thing_is_told_beside_a_weak_word(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in told(_LEDE + text)][1:] == kinds
