from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from told import tell

from generator import lexicons
from generator.copying import copies
from generator.extract.headline import headline
from generator.extract.telling.fit import assemble, shrunk, stands
from generator.extract.telling.pieces import NEEDED, Piece
from generator.extract.telling.verb import of_form
from generator.model import Bound, Figure, Mention, Mode, NameKind
from generator.settings import HEADLINE_LIMIT

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("headlines.yml"))


def told(case: dict[str, Any]) -> tuple[str, str]:
    about = {k: v for k, v in case.items() if k not in {"text", "trigger", "headline", "gist"}}
    if "mode" in about:
        about["mode"] = Mode(about["mode"])
    return headline(*tell(case["text"], case["trigger"], **about))


@pytest.mark.parametrize("case", CASES, ids=[case["headline"] for case in CASES])
def test_a_headline_tells_what_happened_in_the_present_and_a_gist_in_the_past(
    case: dict[str, Any],
) -> None:
    assert told(case) == (case["headline"], case["gist"])


@pytest.mark.parametrize("title", [case["headline"] for case in CASES])
def test_a_headline_fits_its_line_and_leaves_no_word_hanging(title: str) -> None:
    assert len(title) <= HEADLINE_LIMIT
    assert title.split()[-1].casefold() not in lexicons.lines("en/hanging_words")
    assert title[0].isupper() or title[0].isdigit()
    assert not re.search(r"\s{2}|\s[,.;:]|[“”\"]", title)


@pytest.mark.parametrize("case", CASES, ids=[case["headline"] for case in CASES])
def test_neither_headline_nor_gist_shares_eight_words_in_a_row_with_the_text(
    case: dict[str, Any],
) -> None:
    assert not any(copies(line, case["text"]) for line in told(case))


def test_a_number_that_belongs_to_a_name_makes_no_plural() -> None:
    text = "An Ariane 6 rocket crashed near the coast on Monday."

    title, _ = headline(*tell(text, "crashed", kind="accident"))

    assert title.startswith("Ariane 6 rocket crashes")


def test_a_claim_about_ones_own_deed_keeps_its_source() -> None:
    text = "The Kenyan army claimed to have destroyed 12 camps near Mombasa."

    title, _ = headline(*tell(text, "destroyed", agents=["kenya"], places=["mombasa"]))

    assert title == "Kenyan army says it destroyed 12 camps near Mombasa"


def test_what_others_report_keeps_who_says_so() -> None:
    text = "A fire killed nine people in Santos, officials said on Monday."

    title, _ = headline(*tell(text, "fire", places=["santos"], dates=["on Monday"]))

    assert title == "Fire kills nine people in Santos, officials say"


def test_two_people_of_one_surname_keep_their_full_names() -> None:
    reading, registry, event = tell("Ana Quispe resigned on Monday.", "resigned")
    cousin = next(e for e in registry.actors.values() if e.id == "ana-quispe")
    other = type(cousin)(id="luis-quispe", name="Luis Quispe", kind="person")
    crowded = type(registry)(actors={**registry.actors, other.id: other}, places=registry.places)

    assert headline(reading, crowded, event)[0].startswith("Ana Quispe resigns")


def test_what_hangs_loosely_goes_before_what_is_needed() -> None:
    parts = [
        Piece(wordings=("flood closes schools",), rank=NEEDED),
        Piece(wordings=("in Lima",), rank=1),
        Piece(wordings=("for the third week of the term",), rank=3),
    ]

    assert [assemble(left) for left in shrunk(parts)] == [
        "Flood closes schools in Lima for the third week of the term",
        "Flood closes schools in Lima",
        "Flood closes schools",
    ]


@pytest.mark.parametrize("line", ["Flood closes schools in", "Flood closes", "Talks with the"])
def test_a_line_with_a_word_left_hanging_does_not_stand(line: str) -> None:
    assert not stands(line)


@pytest.mark.parametrize(
    ("agents", "figures", "title", "gist"),
    [
        (
            ["peru"],
            [("killed", 6, Bound.AT_LEAST), ("injured", 20, Bound.EXACTLY)],
            "Peruvian attack kills at least six and injures 20 in Lima",
            "A Peruvian attack killed at least six people and injured 20 people in Lima.",
        ),
        (
            [],
            [("killed", 6, Bound.AT_LEAST)],
            "At least six people killed in Lima",
            "In Lima, at least six people were killed.",
        ),
    ],
)
def test_a_toll_is_told_by_the_attack_where_one_state_is_known_to_have_made_it(
    agents: list[str], figures: list[tuple[str, float, Bound]], title: str, gist: str
) -> None:
    text = "At least six people were killed on Sunday, when shells struck the port of Lima."
    reading, registry, event = tell(
        text, "killed", agents=agents, places=["lima"], dates=["on Sunday"]
    )
    counted = tuple(
        Figure(start=0, end=1, what=what, value=value, bound=bound)
        for what, value, bound in figures
    )

    told = headline(reading, registry, replace(event, figures=counted))

    assert told == (title, gist)


@pytest.mark.parametrize(
    ("form", "tag", "lemma", "verb"),
    [
        ("fined", "VBD", "fin", "fine"),
        ("found", "VBD", "found", "find"),
        ("wounded", "VBN", "wound", "wound"),
        ("said", "VBD", "say", "say"),
    ],
)
def test_the_lemma_of_a_verb_is_one_whose_form_it_is(
    form: str, tag: str, lemma: str, verb: str
) -> None:
    assert of_form(form, tag, lemma) == verb


def test_a_gist_says_stock_phrases_in_other_words_sooner_than_leave_figures_out() -> None:
    text = "Peru launched 22 satellites and more than 460 balloons at dawn, Ana Quispe said."

    _, gist = headline(*tell(text, "launched", kind="launch", agents=["peru"]))

    assert "22 satellites and over 460 balloons" in gist


def test_a_sentence_that_ends_in_a_colon_gives_no_clause_without_object() -> None:
    text = "Officials counted in the flood on Friday:"

    title, _ = headline(*tell(text, "flood", kind="disaster", dates=["on Friday"]))

    assert not title.startswith("Officials count")


def test_a_name_of_several_words_stands_apart_from_the_word_before_it() -> None:
    text = "Brazil opened a clinic in Port-Almer on Monday."
    reading, registry, event = tell(text, "opened", kind="other", dates=["on Monday"])
    start = text.index("Port-Almer")
    named = Mention(
        start=start,
        end=start + len("Port-Almer"),
        text="Port-Almer",
        kind=NameKind.PLACE,
        sentence=0,
        place="port-almer",
    )
    reading = replace(reading, mentions=(*reading.mentions, named))

    assert headline(reading, registry, event)[0] == "Brazil opens clinic in Port Almer"


def test_a_person_named_after_the_office_is_the_subject() -> None:
    text = (
        "The co-founder and former chief executive of Orbital Inc. Paul Lacombe has died in Lima."
    )

    title, _ = headline(*tell(text, "died", kind="death", places=["lima"]))

    assert title == "Lacombe dies in Lima"


def test_an_adjective_goes_with_what_it_governs() -> None:
    text = "On Wednesday, Orbital Freight introduced a barge capable of carrying 90 trucks."

    title, _ = headline(*tell(text, "introduced", kind="other", agents=["orbital-freight"]))

    assert title == "Orbital Freight introduces barge"


def test_a_passive_joined_to_a_deed_keeps_its_verb() -> None:
    text = "Two ships left Mombasa and were expected to reach Santos on Thursday."

    title, _ = headline(*tell(text, "left", kind="other", places=["mombasa"]))

    assert title.startswith("Two ships leave Mombasa and are expected to reach Santos")
