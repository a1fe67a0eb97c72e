"""No regular expression of the program has a shape that takes longer than its text is long."""

from __future__ import annotations

import re

import growth
import patterns
import pytest


def test_no_pattern_can_match_one_text_in_many_ways() -> None:
    known = patterns.every_pattern()
    assert len(known) > 250
    assert {"generator.read.dateline._GAP", "generator.content.ids.SLUG"} <= known.keys()
    found = {
        f"{name}: {pattern.pattern:.80}": told
        for name, pattern in known.items()
        if (told := set(growth.suspects(pattern, anchored=patterns.anchored(name))))
    }
    assert found == {}


@pytest.mark.parametrize(
    "slow",
    [
        r"^(a+)+b",
        r"^(?:a|b+)*c",
        r"^(?:x+x+)+y",
        r"^(\w*\s?)*x",
        r"^(?:\s*,\s*)+x",
        r"^(?:[a-z]+-?)*!",
        r"^\d+[\d,]*x",
        r"^(.*)(.*)z",
        r"^foo\s*(?:#\w*)?\s*bar",
        r"\s+$",
        r"\s*;",
        r"(?i)(?:[a-z]+|\d{2,}):",
        r"[a-z]\w*=",
        r"a{0,900}b",
        r"^(?:\w{1,40} ?){1,40};",
    ],
)
def test_a_shape_that_grows_is_told(slow: str) -> None:
    assert list(growth.suspects(re.compile(slow)))


@pytest.mark.parametrize(
    "fast",
    [
        r"^[a-z]+(?:-[a-z]+)*$",
        r"^(?:[a-z0-9-]+/)*[a-z0-9-]+\.png",
        r"(?<!\s)\s+$",
        r"\b\w+;",
        r"<[^<>]*>",
        r"^(?:a++|b)*+c",
        r"\s+",
        r"\d{1,3}\d{0,3}x",
        r" {0,9};",
    ],
)
def test_a_shape_that_does_not_grow_is_passed_over(fast: str) -> None:
    assert list(growth.suspects(re.compile(fast))) == []


def test_a_search_that_is_tried_at_the_start_alone_begins_once() -> None:
    spaces = re.compile(r"\s+;")
    assert list(growth.suspects(spaces))
    assert list(growth.suspects(spaces, anchored=True)) == []
