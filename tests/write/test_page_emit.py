from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.write.emit import emitted
from generator.write.layout import OURS, as_tree, written

MARKS = "#,[]{}&*!|>'\"%@`?:-.~= \\_+0159abefginoxyzTZXB\t\u00a0\ufeffé“…💥"
"""Characters that decide how a text is written."""
LETTERS = st.characters(exclude_characters="\n\r\u0085\u2028\u2029")
"""All but line ends, which a page's fields have folded."""

MET = (
    "no", "NULL", "~", "=", "<<", "0123", "0o17", "0x1F", "1e5", "1_000", "1:30", ".inf", "-1",
    "2024", "2024-02-30", "2024-03-05", "2024-03-05T10:00:00Z", "12 ferries", "7th", "1a", "2x-b",
    "00012-flood", "deadbeef", "- a", "-", "---", "--- a", "...", "? b", "?", ": c", ":", "a:",
    "a: b", "a :b", "a:b", "a::", "# d", "a # b", "a#b", "[x]", "x [y]", "{x}", "a, b", "*x", "&x",
    "!x", "|", ">", "%x", "@x", "`x`", "'x'", "it's", "it's: so", '"x"', 'he: "x"', "\\n", "\\: a",
    " a", "a ", " a: b ", "a\u00a0b", "\u00a0", "e\u0301", "“No: never”",
    "[…] joined […]", "x" * 400, "word " * 200 + "end", "💥", "💥: b", "",
)  # fmt: skip


def page(text: str) -> dict[str, Any]:
    """Put a text wherever a page may have one."""
    return {
        "title": text,
        "date": text,
        "aliases": [text, "b"],
        "figures": [{"what": text, "claims": [{"value": 2, "by": text}, {"value": 1.5}]}],
        "sources": [
            {
                "report": text,
                "published": text,
                "tells": {"date": "2024-03", "actors": [text]},
                "quotes": [text, {"exact": text, "prefix": text}],
            }
        ],
    }


def by_ruamel(fields: dict[str, Any]) -> str:
    return written(as_tree(fields, ""), OURS)


@pytest.mark.parametrize("text", MET)
def test_a_new_page_has_the_bytes_of_the_round_trip(text: str) -> None:
    fields = page(text)
    if text == "2024-02-30":  # no day, which a page does not get as a date
        fields["date"] = fields["sources"][0]["published"] = "2024-02"
    assert emitted(fields) == by_ruamel(fields)


@given(st.text(MARKS, max_size=12) | st.text(LETTERS, max_size=20))
@example("")
@settings(max_examples=300, deadline=None)
def test_any_text_has_the_bytes_of_the_round_trip(text: str) -> None:
    fields = {"title": text, "aliases": [text, "b"], "claims": [{"by": text}], "quotes": [text]}
    try:
        expected = by_ruamel(fields)
    except ValueError:
        return  # half of a pair, which no page holds
    assert emitted(fields) == expected


@pytest.mark.parametrize("value", [0, 7, -3, 1.5, 0.1, 1e15, 12345678.9, True, False, [], {}])
def test_what_is_no_text_has_the_bytes_of_the_round_trip(value: object) -> None:
    fields = {"value": value, "actors": [value], "claims": [{"value": value}], "figures": [value]}
    assert emitted(fields) == by_ruamel(fields)


def test_a_truth_value_is_not_taken_for_the_number_equal_to_it() -> None:
    assert emitted({"a": True, "b": 1.0, "c": 1}) == "a: true\nb: 1.0\nc: 1\n"
