"""The publication date is found where publications print it, and nowhere else."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from generator.read.header import header

STORY = "A strike closed the port of Tema on Monday and left nine ships waiting, its master said."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Nov 26, 2025 Ghana Ports & Shipping", "Nov 26, 2025"),
        ("Wednesday, 26 November 2025", "26 November 2025"),
        ("26/11/2025 10:32 GMT", "26/11/2025"),
        ("2025-11-26T08:00:00+01:00", "2025-11-26"),
        ("26.11.2025", "26.11.2025"),
        ("By Ann Lee | 26 November 2025", "26 November 2025"),
        ("By Ann Lee and Tom Roe, Nov. 26, 2025", "Nov. 26, 2025"),
        ("Tema, 26th November 2025", "26th November 2025"),
        ("Published: Wed, 26 Nov 2025 10:32 GMT | Updated 28 November 2025", "26 Nov 2025"),
        ("Updated 28 November 2025 | Published 26 November 2025", "26 November 2025"),
        ("26 November 2025 · Updated 28 November 2025", "26 November 2025"),
        ("Posted by admin on November 26, 2025", "November 26, 2025"),
        ("Last updated: 26 November 2025 at 9.30am", "26 November 2025"),
        ("Date: 2025/11/26", "2025/11/26"),
        ("## Published on November 26th, 2025", "November 26th, 2025"),
    ],
)
def test_a_header_line_gives_the_date_with_its_words(line: str, words: str) -> None:
    published = header(f"Port strike\n\n{line}\n\n{STORY}\n").published

    assert published is not None
    assert published.date == dt.date(2025, 11, 26)
    assert published.evidence == words
    assert published.origin == "text"


@pytest.mark.parametrize(
    "line",
    [
        "03/05/2024",
        "Nov 26",
        "November 2025",
        "30 February 2025",
        "1 day ago",
        "26 November 2025: port closes",
        "Timeline of the strike of 26 November 2025",
        "Report published on 26 November 2025 angers dockers",
        "Date of the vote 26 November 2025",
        "— Ann Lee (@annlee) November 26, 2025",
        "Case 2025-11-2689",
    ],
)
def test_half_dates_and_dates_of_events_are_not_the_publications(line: str) -> None:
    assert header(f"{line}\n\n{STORY}\n").published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("TEMA, Ghana, 26 November 2025 — ", 26),
        ("TEMA, Nov. 26, 2025 (Example Wire) -- ", 26),
        ("On 26 November 2025 — ", None),
        ("Since November 26, 2025 — ", None),
        ("TEMA, Nov. 26 (Example Wire) -- ", None),
    ],
)
def test_a_dateline_may_hold_the_date(line: str, day: int | None) -> None:
    published = header(f"{line}{STORY}\n").published

    assert (published.date.day if published else None) == day


def test_a_date_within_the_story_is_never_taken() -> None:
    text = (
        f"{STORY}\n\n26 November 2025\n\n{STORY}\n\nPublished 26 November 2025 in its gazette\n\n"
        f"The port was opened on 26 November 1962, when the old one at the river had silted.\n"
    )

    assert header(text).published is None


@pytest.mark.parametrize("line", ["First published 26 November 2025", "26 November 2025"])
def test_a_footer_line_may_hold_the_date(line: str) -> None:
    published = header(f"{STORY}\n\n{line}\n").published

    assert published is not None
    assert published.date == dt.date(2025, 11, 26)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Lee | 3 May 2024", "Ann Lee"),
        ("By Ann Lee and Tom van Roe", "Ann Lee and Tom van Roe"),
        ("Written by J. R. Okafor", "J. R. Okafor"),
        ("By news 1 day ago", None),
        ("By the river", None),
    ],
)
def test_a_byline_names_people(line: str, byline: str | None) -> None:
    assert header(f"Port strike\n\n{line}\n\n{STORY}\n").byline == byline


LINES = [
    "Nov 26, 2025 Ghana Ports & Shipping",
    "Published: Wed, 26 Nov 2025 10:32 GMT | Updated 28 November 2025",
    "By Ann Lee and Tom van Roe, Nov. 26, 2025",
    "TEMA, Ghana, 26 November 2025 (Example Wire) — ",
    "Posted by admin on November 26, 2025",
]
ATOMS = [
    "a",
    "A",
    "8",
    "T",
    "at ",
    "at",
    "GMT ",
    "A ",
    "A, ",
    "and ",
    "| ",
    "10:32",
    "by ",
    "'",
    "  ",
]


@pytest.mark.parametrize("line", LINES)
def test_no_header_line_is_slow_whatever_is_put_into_it(line: str) -> None:
    for at in range(0, len(line) + 1, 3):
        for atom in ATOMS:
            hostile = f"{line[:at]}{atom * 160}"[: 155 - len(line[at:])] + line[at:] + "!"
            begun = time.perf_counter()
            header(f"{hostile}\n\n{hostile} {STORY}\n")
            assert time.perf_counter() - begun < 1, hostile
