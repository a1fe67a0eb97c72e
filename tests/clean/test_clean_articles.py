"""What a page puts around a story is blanked and listed; the story stays."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.model import Article

LEDE = "A landslide cut the road to Huaraz on Tuesday and buried two buses, the police said."
MORE = "Rescuers reached the first bus at noon, and found nineteen of its passengers alive."


def article(*lines: str, title: str | None = None) -> Article:
    return Article(id="slide", text="\n\n".join(lines), title=title)


def shown(cleaned: Article) -> list[str]:
    return [line for line in cleaned.text.split("\n") if line.strip()]


def taken(cleaned: Article) -> list[tuple[str, str]]:
    return [(item.rule, item.text) for item in cleaned.boilerplate]


def test_a_blog_page_keeps_its_headline_once_and_its_story() -> None:
    page = article(
        "Landslide Buries Two Buses on Road to Huaraz",
        "May 3, 2024 Peru Peru Weather & Disasters",
        "Landslide Buries Two Buses on Road to Huaraz",
        "A landslide buried two buses. Rescuers have reached the first of the two bus",
        LEDE,
        "Nineteen Found Alive",
        MORE,
        "By news 1 day ago",
        "Cameras from Peru",
    )

    cleaned = clean(page)

    assert cleaned.title == "Landslide Buries Two Buses on Road to Huaraz"
    assert shown(cleaned) == [
        "Landslide Buries Two Buses on Road to Huaraz",
        LEDE,
        "Nineteen Found Alive",
        MORE,
    ]
    assert taken(cleaned) == [
        ("dateline", "May 3, 2024 Peru Peru Weather & Disasters"),
        ("repeated headline", "Landslide Buries Two Buses on Road to Huaraz"),
        ("teaser", "A landslide buried two buses. Rescuers have reached the first of the two bus"),
        ("by-ago", "By news 1 day ago"),
        ("widget", "Cameras from Peru"),
    ]


def test_lines_amid_the_story_go_by_rule_only() -> None:
    page = article(
        LEDE,
        "Follow us on Telegram | WhatsApp for more",
        MORE,
        "Get daily regional news",
        "Get the week's best stories, sent to your inbox every Sunday.",
        "Two of them are children",
        LEDE,
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
    )

    assert shown(clean(page)) == [LEDE, MORE, "Two of them are children", LEDE]


def test_a_caption_in_whole_sentences_stays_as_it_may_be_the_lede() -> None:
    caption = "Huaraz was on May 3 cut off by a landslide that buried at least two buses."
    page = article("Sign up now: Get the Echo's newsletters delivered to your inbox", caption, MORE)

    cleaned = clean(page)

    assert shown(cleaned) == [caption, MORE]
    assert cleaned.title is None


def test_a_credit_within_a_line_is_cut_out_of_it() -> None:
    cleaned = clean(article(f"{LEDE} (Photo: Ann Lee) {MORE}"))

    assert " ".join(cleaned.text.split()) == f"{LEDE} {MORE}"
    assert taken(cleaned) == [("photo-credit", "(Photo: Ann Lee)")]


def test_a_list_of_other_headlines_below_the_story_goes() -> None:
    page = article(
        LEDE,
        MORE,
        "Related articles",
        "Bridge Falls in Cusco After a Week of Rain in the Southern Andes",
        "Dam cracks",
    )

    assert shown(clean(page)) == [LEDE, MORE]


@pytest.mark.parametrize(
    "ending",
    [
        "• 51 people in the second bus",
        "The road will stay closed until Friday, and the",
        "Two buses",
        "The minister said on Tuesday that nobody had been told of the crack in the slope and th",
    ],
)
def test_an_unfinished_ending_stays(ending: str) -> None:
    assert shown(clean(article(LEDE, MORE, ending))) == [LEDE, MORE, ending]
    assert shown(clean(article(LEDE, "Read more", MORE, ending))) == [LEDE, MORE, ending]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Landslide buries two buses", "Landslide buries two buses"),
        ("# Landslide buries two buses", "Landslide buries two buses"),
        ("Is the road to Huaraz safe?", "Is the road to Huaraz safe?"),
        ("Landslide buries two buses – Peru", "Landslide buries two buses – Peru"),
        ("HUARAZ, Peru — A landslide cut the road on Tuesday and buried two buses.", None),
        ("– A landslide cut the road", None),
        ("• 51 people", None),
        ("What we know:", None),
        ("cut the road on Tuesday", None),
    ],
)
def test_the_first_line_is_the_title_where_it_is_no_sentence(first: str, title: str | None) -> None:
    cleaned = clean(article(first, LEDE, MORE))

    assert cleaned.title == title
    assert shown(cleaned)[0] == first


def test_a_line_break_alone_may_follow_the_title() -> None:
    cleaned = clean(Article(id="slide", text=f"Landslide buries two buses\n{LEDE}\n{MORE}"))

    assert cleaned.title == "Landslide buries two buses"


def test_a_known_title_stays_and_its_first_print_too() -> None:
    page = article("Landslide Buries Two Buses", "LANDSLIDE BURIES TWO BUSES", LEDE, title="Slide")
    named = article(
        "Landslide buries two buses | Echo", LEDE, MORE, title="Landslide buries two buses"
    )

    assert clean(page).title == "Slide"
    assert clean(named).boilerplate == ()


def test_a_text_without_a_story_has_no_title() -> None:
    assert clean(article("Landslide buries two buses", "Peru")).title is None


def test_what_a_correction_takes_back_is_no_part_of_the_story() -> None:
    wrong = "Correction: An earlier version of this report said that 5.3 metres of mud fell."
    cleaned = clean(article(LEDE, f"{wrong} {MORE}"))

    assert taken(cleaned) == [("correction", wrong)]
    assert MORE in cleaned.text
