from __future__ import annotations

import pytest
from reading_of import read

from generator.extract.figures import figures
from generator.extract.scene import scenes
from generator.model import Bound


def counted(text: str) -> set[tuple[str, float, str]]:
    scene = scenes(read(text))[0]
    return {(f.what, f.value, f.bound.value) for f in figures(scene)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("At least seven people were killed.", {("killed", 7, "at-least")}),
        (
            "The blast left 14 dead and nine missing.",
            {("killed", 14, "exactly"), ("missing", 9, "exactly")},
        ),
        (
            "Seven people, including two children, were injured.",
            {("injured", 7, "exactly"), ("children injured", 2, "exactly")},
        ),
        ("More than 2.4 million people were evacuated.", {("displaced", 2_400_000, "more-than")}),
        ("Twenty-one miners were rescued.", {("rescued", 21, "exactly")}),
        ("The temperature in Basra hit 49.5C.", {("temperature", 49.5, "exactly")}),
        ("The temperature in Yakutsk fell to minus 41C.", set()),
        ("The death toll rose to 63.", {("killed", 63, "exactly")}),
        ("Some 1,200 homes were destroyed.", {("homes destroyed", 1200, "about")}),
        (
            "Some 900 houses were damaged and 120 destroyed.",
            {("homes damaged", 900, "about"), ("homes destroyed", 120, "exactly")},
        ),
        ("Between 10 and 15 lorries burned.", {("vehicles", 10, "at-least")}),
        ("The work cost 15 to 20 million euros.", {("money", 15_000_000, "at-least")}),
        (
            "Guards found 90 pounds of amber and 6 kg of silver.",
            {("weight", 90, "exactly"), ("weight", 6, "exactly")},
        ),
        ("The port paid 90 pounds for it.", {("money", 90, "exactly")}),
        ("The dam cost Rs 2.5 lakh crore.", {("money", 2.5e12, "exactly")}),
        ("The surge displaced two lakh people.", {("displaced", 200_000, "exactly")}),
        ("The scouts took 40 square miles of marsh.", {("area", 40, "exactly")}),
        ("A mast fell in Obo, 30 km (19 miles) west of Ruvi.", set()),
        ("A mast fell in Obo, some 30 miles, or 48 kilometres, from the border.", set()),
        ("The quake struck 30 km west of Ruvi.", {("distance", 30, "exactly")}),
        ("A tremor measuring 5.2 shook the coast.", {("magnitude", 5.2, "exactly")}),
        ("A coach carrying 39 people overturned.", {("aboard", 39, "exactly")}),
        ("A man carrying two girls fell.", {("girls", 2, "exactly")}),
        ("The blast killed all 19 people on board.", {("killed", 19, "exactly")}),
        ("A slide killed a 6-year-old boy and a nurse.", {("killed", 2, "exactly")}),
        ("A nurse died in Ruvi on Monday.", {("killed", 1, "exactly")}),
        ("A family of five died in Ruvi on Monday.", {("killed", 5, "exactly")}),
        ("Officers took into custody 26 people.", {("arrested", 26, "exactly")}),
        ("Police registered a case against four persons.", {("charged", 4, "exactly")}),
        (
            "The ministry confirmed 16 deaths and 47 suspected deaths.",
            {("killed", 16, "exactly")},
        ),
        ("Divers pulled out nearly 30 bodies.", {("killed", 30, "about")}),
        ("Shells killed two Fijians.", {("killed", 2, "exactly")}),
        ("Six staff were found guilty over the deaths of 14 Fijians.", {("killed", 14, "exactly")}),
        (
            "Four men were charged with the murder of three guides.",
            {("charged", 4, "exactly"), ("killed", 3, "exactly")},
        ),
        (
            "Shells hurt three settlers in two shootings.",
            {("injured", 3, "exactly"), ("shootings", 2, "exactly")},
        ),
        ("Some 100 square metres of roof fell.", {("area", 100, "about")}),
        ("The tug left with 27 on board.", {("aboard", 27, "exactly")}),
        ("The tug with a crew of 23 was hijacked.", {("aboard", 23, "exactly")}),
        ("The ferry, which was carrying 240 people, sank.", {("aboard", 240, "exactly")}),
        ("Of the 14 divers, 11 died.", {("killed", 11, "exactly")}),
        ("Of the 14 killed, three were children.", {("killed", 14, "exactly")}),
        (
            "It shot down 22 of the 27 drones launched.",
            {("drones intercepted", 22, "exactly"), ("drones launched", 27, "exactly")},
        ),
        ("Some 900 families had to leave their homes.", {("displaced", 900, "about")}),
        ("The dam let out 4,000 cubic metres of water.", {("volume", 4000, "exactly")}),
        ("The judge sentenced him to a total of 45 years.", {("sentence", 45, "exactly")}),
        ("He was given a two-year suspended sentence.", {("sentence", 2, "exactly")}),
        (
            "The bill passed with 52 MPs voting in favour, 11 voting against and five abstaining.",
            {
                ("votes for", 52, "exactly"),
                ("votes against", 11, "exactly"),
                ("abstentions", 5, "exactly"),
            },
        ),
        (
            "The motion had 88 in favour and 20 against.",
            {("votes for", 88, "exactly"), ("votes against", 20, "exactly")},
        ),
        ("Divers looked for 39 people reported missing.", {("missing", 39, "exactly")}),
        ("Doctors found 700 people who tested positive.", {("cases", 700, "exactly")}),
        ("Three weavers were crushed to death.", {("killed", 3, "exactly")}),
        ("The court sentenced three weavers to death.", {("sentenced", 3, "exactly")}),
        ("Two divers suffered injuries.", {("injured", 2, "exactly")}),
        (
            "Two bakers were arrested, bringing the total to nine.",
            {("arrested", 2, "exactly"), ("arrested", 9, "exactly")},
        ),
        ("The number of divers arrested has gone up to 14.", {("arrested", 14, "exactly")}),
        ("A maximum of 60 divers were hurt.", {("injured", 60, "up-to")}),
        ("Nearly a dozen divers were hurt.", {("injured", 12, "about")}),
        ("Flight 2214 skidded off the runway.", set()),
        ("Two residents said that the mill burned.", set()),
        ("Two residents responded to the alarm.", {("residents", 2, "exactly")}),
        ("Nine in ten trains stood still.", set()),
        ("Two thirds of the nurses walked out.", {("share", 66.7, "about")}),
        ("Nearly half the orchards froze.", {("share", 50, "about")}),
        ("At least three-quarters of its ferries stood idle.", {("share", 75, "at-least")}),
        ("In the first half of the match, a stand fell.", set()),
        ("Turnout was 61 percent.", {("turnout", 61, "exactly")}),
        ("They voted on a turnout of about 40 percent.", {("turnout", 40, "about")}),
        ("The bonds fell by five cents.", set()),
        ("Three escapees were killed.", {("killed", 3, "exactly")}),
        ("The tug sank with 22 crew aboard.", {("aboard", 22, "exactly")}),
        ("The mill will cut 2,500 jobs.", {("jobs", 2500, "exactly")}),
        ("The mill may cut 2,500 jobs.", set()),
        (
            "The toll had reached 112, with a further 40 missing.",
            {("killed", 112, "exactly"), ("missing", 40, "exactly")},
        ),
        (
            "A tank blew up, injuring at least 12, four of them critically.",
            {("injured", 12, "at-least")},
        ),
        (
            "Parliament approved the bill by 88 votes to 57.",
            {("votes for", 88, "exactly"), ("votes against", 57, "exactly")},
        ),
        (
            "The assembly rejected the plan, with 40 in favour and 61 against.",
            {("votes for", 40, "exactly"), ("votes against", 61, "exactly")},
        ),
        (
            "The plan was rejected by 61 to 40.",
            {("votes against", 61, "exactly"), ("votes for", 40, "exactly")},
        ),
        ("The court heard 61 pleas.", {("pleas", 61, "exactly")}),
        ("It lies beside 14 hills.", set()),
        ("They come from a town of 9,000 residents.", set()),
        ("Voting was put off in two wards.", {("wards", 2, "exactly")}),
        ("Prosecutors questioned two engineers.", {("engineers", 2, "exactly")}),
        ("Norway sent a team of 36 rescuers.", {("rescuers", 36, "exactly")}),
        ("Some 4,000 people are without homes.", {("displaced", 4000, "about")}),
        ("About 700 people are without power.", {("without power", 700, "about")}),
        ("Some 300 people left their homes.", {("displaced", 300, "about")}),
        ("All 80 residents were told to leave.", {("displaced", 80, "exactly")}),
        ("Divers brought nine sailors to safety.", {("rescued", 9, "exactly")}),
        ("Twelve people were treated for injuries.", {("injured", 12, "exactly")}),
        (
            "Five people were hurt and about 900 are living in tents.",
            {("injured", 5, "exactly")},
        ),
        ("The gunners brought down nine of ten drones.", {("drones intercepted", 9, "exactly")}),
        ("A 6.4 quake shook the coast.", {("magnitude", 6.4, "exactly")}),
        ("A magnitude-5.9 earthquake shook the coast.", {("magnitude", 5.9, "exactly")}),
        ("The firm must pay back €19m.", {("money", 19_000_000, "exactly")}),
        ("Fewer than 50 cases were reported.", {("cases", 50, "fewer-than")}),
        ("A gunman wounded a nurse.", {("injured", 1, "exactly")}),
        (
            "The quake, of magnitude 6.8, struck at a depth of 10 kilometres.",
            {("magnitude", 6.8, "exactly"), ("depth", 10, "exactly")},
        ),
        ("The bank was fined €200 million.", {("money", 200_000_000, "exactly")}),
        ("Shares fell nearly 5%.", {("share", 5, "about")}),
        ("Up to 30 flights were cancelled.", {("flights", 30, "up-to")}),
        ("They agreed on a 28-point plan.", {("points", 28, "exactly")}),
        ("The suspect, aged 34, was arrested.", set()),
        ("A nine-storey building burned.", set()),
        ("The nearly four-year war goes on.", set()),
        ("The party won 83 of 150 seats.", {("seats", 83, "exactly")}),
        (
            "Three gunmen killed two guards.",
            {("gunmen", 3, "exactly"), ("killed", 2, "exactly")},
        ),
        ("The crash killed all but one of the crew.", set()),
        ("The engine fired for 127 seconds instead of 84.", set()),
        ("Air defences shot down 249 drones.", {("drones intercepted", 249, "exactly")}),
        ("Half a million people were displaced.", {("displaced", 500_000, "exactly")}),
        ("A dozen men were arrested.", {("arrested", 12, "exactly")}),
        ("Roughly 150 people gathered outside the mill.", {("gathered", 150, "about")}),
        ("The bill passed by 52 votes.", {("votes", 52, "exactly")}),
        ("Fog closed nine airports.", {("airports", 9, "exactly")}),
        ("The charity handed over 80 tents.", {("tents", 80, "exactly")}),
        ("Monks handed out rice to 3,000 people.", {("helped", 3000, "exactly")}),
        ("Of 640 trains planned, 512 were cancelled.", {("trains", 512, "exactly")}),
        ("Of 300 passengers aboard, 42 were injured.", {("injured", 42, "exactly")}),
        ("One of the city's biggest cases opened.", set()),
        ("No one was hurt in the avalanche.", set()),
        ("A 6.1-magnitude earthquake struck Quito.", {("magnitude", 6.1, "exactly")}),
        ("Winds of 140 km/h tore off roofs.", {("speed", 140, "exactly")}),
        ("The clerk was jailed for four years.", {("sentence", 4, "exactly")}),
        ("The sprinter was banned for 18 months.", {("ban", 18, "exactly")}),
        (
            "They were given nine and five years.",
            {("sentence", 9, "exactly"), ("sentence", 5, "exactly")},
        ),
        ("The storm took down the network for up to six hours.", {("duration", 6, "up-to")}),
        ("The talks lasted for six hours.", set()),
        ("With 88 percent of ballots counted, Ruiz led.", set()),
    ],
)
def test_a_number_is_counted_by_what_it_stands_with(
    text: str, wanted: set[tuple[str, float, str]]
) -> None:
    assert counted(text) == wanted


def test_who_says_so_is_kept_with_the_figure() -> None:
    (event,) = read("A landslide killed 20 people in Nepal, according to local authorities.").events
    assert [(f.value, f.by) for f in event.figures] == [(20, "local authorities")]


def test_a_figure_spans_its_bound() -> None:
    reading = read("At least seven people were killed in a raid in Gao.")
    figure = reading.events[0].figures[0]
    assert reading.quote(figure) == "At least seven"
    assert figure.bound is Bound.AT_LEAST


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Oslo gave 150 million Norwegian kroner.", 150_000_000, "NOK"),
        ("Robbers took 12 million taka.", 12_000_000, "BDT"),
        ("Repairs cost EUR 5 million.", 5_000_000, "EUR"),
        ("The club was fined 80,000 UAE dirhams.", 80_000, "AED"),
        ("The club was fined 80,000 dirhams.", 80_000, None),
        ("The port lost HK$3bn.", 3_000_000_000, "HKD"),
    ],
)
def test_money_has_the_currency_that_its_sign_code_or_name_tells(
    text: str, value: float, unit: str | None
) -> None:
    found = figures(scenes(read(text))[0])
    assert [(f.what, f.value, f.unit) for f in found] == [("money", value, unit)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("A flood hit Oman on Monday, with a loss of 40 million rials.", "OMR"),
        ("A flood hit Iran on Monday, with a loss of 40 million rials.", "IRR"),
        ("Police in Nepal arrested two men over the theft of 500,000 rupees.", "NPR"),
        ("Police in Egypt seized 3 million pounds on Monday.", "GBP"),
    ],
)
def test_money_is_that_of_the_country_told_of(text: str, unit: str) -> None:
    (event,) = read(text).events
    assert [f.unit for f in event.figures if f.what == "money"] == [unit]
