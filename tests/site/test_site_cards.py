"""The pictures that previews of a link show: what is on them, and what they cost."""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generator import site
from generator.content import Chronology, load
from generator.site import Options
from generator.site.builders import load_configuration
from generator.site.cards import card_files, drawing
from generator.site.cards.card import Card
from generator.site.cards.drawing import HUES, png
from generator.site.cards.faces import Face
from generator.site.cards.picture import written
from generator.site.cards.sheet import SERIF, parts
from generator.site.catalogue import catalogue
from generator.site.configuration import options as options_of
from generator.site.rendering import Rendering

ROOT = Path(__file__).parents[2]
ENTRY = "2025/2025-03-03-dockers-walk-out"
HEAVIEST = 40_000
"""Bytes of a card."""


@pytest.fixture(scope="module")
def options() -> Options:
    bundle = ROOT / "site_overrides" / "assets" / "bundle"
    if not bundle.is_dir():
        if os.environ.get("CI"):
            pytest.fail("there is no bundle: python site_overrides/web/bundle.py")
        pytest.skip("there is no bundle: python site_overrides/web/bundle.py")
    return Options(name="Averly", url="https://a.example/", bundle=bundle)


@pytest.fixture(scope="module")
def chronology(invented: Path) -> Chronology:
    return load(invented)[0]


def rendering(chronology: Chronology, options: Options) -> Rendering:
    return Rendering(catalogue(chronology), options)


CARD = Card(
    title="Ferry runs aground off the old quay",
    date="March 2025",
    precision="known to the month",
    place="Port Averly",
    site="Averly",
    note="2 sources",
    hue=1,
)


def pixels(card: Card, options: Options) -> Image.Image:
    assert options.bundle is not None
    return Image.open(io.BytesIO(png(card, options.bundle))).convert("RGB")


def test_each_entry_that_is_shown_has_a_card_and_the_site_has_one(
    chronology: Chronology, options: Options
) -> None:
    cards = {card.path: card.content for card in card_files(rendering(chronology, options))}

    shown = [e for e in chronology.entries.values() if e.meta.status != "withdrawn"]
    assert {"card.png", f"{ENTRY}/card.png"} <= cards.keys()
    assert len(cards) <= len(shown) + 1
    for content in cards.values():
        assert Image.open(io.BytesIO(content)).size == (1200, 630)
        assert len(content) < HEAVIEST


def test_the_same_card_is_the_same_bytes_and_another_word_another(options: Options) -> None:
    assert options.bundle is not None
    drawn = png(CARD, options.bundle)
    assert png(CARD, options.bundle) == drawn
    for other in (
        replace(CARD, title="Ferry runs aground"),
        replace(CARD, precision="known to the year"),
        replace(CARD, place="Old Quay"),
        replace(CARD, hue=2),
    ):
        assert png(other, options.bundle) != drawn


def test_a_picture_is_read_back_as_it_was_written() -> None:
    pixels = np.array([[0, 15, 7, 1], [0, 15, 0, 14], [9, 2, 2, 2]], dtype=np.uint8)
    palette = bytes(range(48))
    image = Image.open(io.BytesIO(written(pixels, palette)))

    assert np.array_equal(np.asarray(image), pixels)
    assert bytes(image.getpalette() or ())[:48] == palette


def test_the_bar_has_the_topics_hue(options: Options) -> None:
    assert pixels(CARD, options).getpixel((2, 300)) == HUES[1]


def test_no_text_leaves_the_card(options: Options) -> None:
    words = "Administrative reorganisation of harbour authorities postponed "
    for title in (words * 4, "Ж" * 300, words + "x" * 90):
        image = pixels(replace(CARD, title=title.strip()), options)
        right = image.crop((1200 - 40, 0, 1200, 630)).getcolors()
        assert right == [(40 * 630, drawing.PAPER)]


def test_a_card_is_made_from_its_words_and_nothing_else(
    chronology: Chronology, options: Options
) -> None:
    first = {card.path: card.made_from for card in card_files(rendering(chronology, options))}
    renamed = replace(options, name="Port Averly")
    other = {card.path: card.made_from for card in card_files(rendering(chronology, renamed))}
    entries = dict(reversed(chronology.entries.items()))
    turned = rendering(replace(chronology, entries=entries), options)

    assert first == {card.path: card.made_from for card in card_files(turned)}
    assert len(set(first.values())) == len(first)
    assert not set(first.values()) & set(other.values())


def test_there_is_no_card_where_it_is_turned_off_or_has_no_address(
    chronology: Chronology, options: Options
) -> None:
    for without in (
        replace(options, cards=False),
        replace(options, url=""),
        replace(options, bundle=None),
    ):
        assert list(card_files(rendering(chronology, without))) == []
        assert all(page.card is None for page in site.pages(chronology, without))


def test_what_the_faces_cannot_write_has_no_card(options: Options) -> None:
    assert options.bundle is not None
    assert replace(CARD, title="Київ, Łódź").drawable(options.bundle)
    assert not replace(CARD, title="東京").drawable(options.bundle)


def test_a_line_of_two_writings_is_as_wide_as_its_parts(options: Options) -> None:
    assert options.bundle is not None
    face = Face(parts(options.bundle, SERIF), 60, 700)
    assert face.width("Kyiv Київ") == face.width("Kyiv ") + face.width("Київ")


def test_pages_name_their_card_by_an_absolute_address(built: Path) -> None:
    html = (built / ENTRY / "index.html").read_text(encoding="utf-8")
    told = dict(
        re.findall(r'<meta (?:property|name)="((?:og|twitter):\w+)" content="(.*?)">', html)
    )

    address = f"https://dateline.example/{ENTRY}/"
    assert told["og:image"] == f"{address}card.png"
    assert told["og:url"] == address
    assert told["og:title"] == "Dockers walk out at the container terminal"
    assert told["og:type"] == "article"
    assert told["twitter:card"] == "summary_large_image"
    assert (built / ENTRY / "card.png").is_file()
    front = (built / "topics" / "index.html").read_text(encoding="utf-8")
    assert '<meta property="og:image" content="https://dateline.example/card.png">' in front


def test_the_configuration_turns_cards_off(configuration: Path) -> None:
    text = configuration.read_text(encoding="utf-8")
    off = configuration.with_name("without-cards.yml")
    off.write_text(text.replace("- dateline", "- dateline: {cards: false}"), encoding="utf-8")

    assert options_of(load_configuration(configuration)).cards
    assert not options_of(load_configuration(off)).cards
