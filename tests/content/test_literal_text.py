from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.markdown import literal, parser

LINES = st.text("[](){}<>*_`#+-.!|:/\\~=&;$@^%?, 19aéЖ“–\"'", max_size=40)


def shown(text: str) -> str:
    """Return the text of the paragraph that a body of one line is."""
    page = parser().render(text)
    found = re.fullmatch(r"<p>(.*)</p>\n", page)
    assert found, page
    return html.unescape(found[1])


@pytest.mark.parametrize(
    "text",
    [
        "The *Gazette* [x](https://evil.example) reported it.",
        "A fire destroyed the <b>Luna_Park_</b> hall.",
        "1. FC Averly beat 2) the other one.",
        "2024. A flood.",
        "# Quake",
        "- Quake",
        "AT&amp;T said so.",
        "A picture ![x](y) and <https://evil.example>.",
        "Back\\*slash `code`",
        "---",
        "[a]: https://evil.example",
    ],
)
def test_a_mark_in_the_words_of_others_is_shown_as_it_is(text: str) -> None:
    assert shown(literal(text)) == text


@pytest.mark.parametrize("text", ["On 3 May, 2 * 2 is 4 (at least).", "It's #1! A 5–3 win.", "é"])
def test_what_is_no_mark_stays_as_it_is(text: str) -> None:
    assert literal(text) == text


@given(LINES)
def test_any_line_is_shown_as_it_is(text: str) -> None:
    line = " ".join(text.split()) or "x"
    assert shown(literal(line)) == line
