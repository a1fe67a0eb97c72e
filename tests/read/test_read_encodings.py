"""Text arrives in whatever encoding it was saved, and leaves in one form."""

from __future__ import annotations

import time

import pytest

from generator.read.decode import decode, normalise

WESTERN = "The café owner Zoë Müller said the damage was “severe” — over €3 million."
CYRILLIC = "Президент сказал, что переговоры продолжатся во вторник в Женеве."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"),
        (WESTERN, "utf-8-sig"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "utf-32"),
        (WESTERN, "cp1252"),
        (CYRILLIC, "cp1251"),
    ],
)
def test_an_undeclared_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_web_page_may_declare_its_encoding() -> None:
    page = f'<meta charset="koi8-r"><p>{CYRILLIC}</p>'

    assert decode(page.encode("koi8-r"), declares=True) == page


def test_a_broken_byte_does_not_turn_utf8_into_another_encoding() -> None:
    raw = WESTERN.encode() + b"\xff and more"

    text = decode(raw + "— “more”".encode())

    assert text is not None
    assert text.startswith(WESTERN)


def test_one_form_of_line_ends_spaces_and_letters() -> None:
    assert normalise("a\r\nb\rc\u2028d\x0ce") == "a\nb\nc\nd\ne"
    assert normalise("10\xa0000\u2009m\tx") == "10 000 m x"
    assert normalise("cafe\u0301") == "café"
    assert normalise("no\xad\u200bw \x00\x07\x9b.") == "now    ."
    assert normalise("\u202egnp.exe\ud800") == "gnp.exe\ufffd"


def test_a_million_marks_on_one_letter_take_no_time() -> None:
    start = time.perf_counter()

    text = normalise("a" + "\u0301\u0327" * 500_000)

    assert len(text) <= 31
    assert time.perf_counter() - start < 5
