from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from told import tell

from generator import lexicons
from generator.extract.headline import headline
from generator.extract.telling.copying import longest_run
from generator.extract.telling.fit import fit, stands
from generator.extract.telling.pieces import NEEDED, Piece
from generator.model import Mode
from generator.settings import COPY_LIMIT, HEADLINE_LIMIT

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


def test_gists_share_no_eight_words_with_their_source_where_they_can_be_shortened() -> None:
    copied = [c["gist"] for c in CASES if longest_run(c["gist"], c["text"]) >= COPY_LIMIT]

    assert len(copied) <= len(CASES) // 8


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

    assert fit(parts, 40) == "Flood closes schools in Lima"


def test_words_that_cannot_be_shortened_enough_give_no_headline() -> None:
    assert fit([Piece(wordings=("flood closes schools",), rank=NEEDED)], 10) is None


@pytest.mark.parametrize("line", ["Flood closes schools in", "Flood closes", "Talks with the"])
def test_a_line_with_a_word_left_hanging_does_not_stand(line: str) -> None:
    assert not stands(line)
