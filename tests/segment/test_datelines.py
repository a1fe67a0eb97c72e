import pytest

from generator.model import Article, Part
from generator.segment import Pipeline, segment
from generator.segment.dateline import dateline_end

STORY = "A court jailed two former mayors on Friday."


@pytest.mark.parametrize(
    "dateline",
    [
        "TUMBES, Peru - ",
        "LIMA, Oct 11 - ",
        "LIMA, Oct. 11, 2024 (Agency) - ",
        "Tumbes (NP), Oct 11 (Agency) ",
        "Lima, Oct 11 (ANP) ",
        "New Lima, Oct 11 (ANP/Agency): ",
        "KAMPALA, Uganda — ",
        "OSLO (Agency) – ",
        "New Lima, 24 Jul (Agency).- ",
        "PESHAWAR: ",
        "SANTA CRUZ: ",
        "Manila: ",
        "SAN JOSE DEL MONTE, Philippines -- ",
        "Santa Cruz de la Sierra — ",
        "ST. JOHN'S, Antigua — ",
        "ÉVREUX, France – ",
        "Nairobi, 3 May 2024 - ",
        "ABUJA—",
    ],
)
def test_a_sentence_begins_behind_its_dateline(dateline: str) -> None:
    assert dateline_end(dateline + STORY) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "Five people — including a nurse — were hurt.",
        "Hanna - the third storm this year - hit Cebu.",
        "In Lima — The court sat late.",
        "Ruiz: A court will hear me.",
        "Lima: a court sat late.",
        "The Peru-Chile border — A road there was shut.",
        "Rain fell. Lima — The court sat.",
        "Police arrested Ana Ruiz - A court will hear her.",
        STORY,
        "",
    ],
)
def test_a_dash_after_other_words_cuts_nothing_off(text: str) -> None:
    assert dateline_end(text) == 0


def test_a_dateline_is_a_heading_of_its_own_before_the_parsed_sentence(
    pipeline: Pipeline,
) -> None:
    text = f"Mayors jailed\n\nTUMBES, Peru (Agency) -  {STORY} They appealed."
    found = segment(Article(id="a", text=text), pipeline)
    assert [(s.part, s.text) for s in found[1:]] == [
        (Part.HEADING, "TUMBES, Peru (Agency) -"),
        (Part.BODY, STORY),
        (Part.BODY, "They appealed."),
    ]
    subject = next(t for t in found[2].tokens if t.dep == "nsubj")
    assert subject.text == "court"
