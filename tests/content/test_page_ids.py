import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import ids


@pytest.mark.parametrize(
    ("date", "prefix"),
    [
        ("2025-11-25", "2025-11-25"),
        ("2025-11-24/2025-11-25", "2025-11-24"),
        ("2025-11", "2025-11"),
        ("2025", "2025"),
        ("2025-11-19~", "2025-11-19"),
        ("2025-24", "2025"),
        ("202X", "2020"),
        ("2025-11/..", "2025-11"),
        ("../2025-11", "undated"),
        (None, "undated"),
    ],
)
def test_an_id_begins_with_the_first_day_as_finely_as_known(date: str | None, prefix: str) -> None:
    assert ids.prefix(date) == prefix


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Flood kills three in Ústí nad Labem", "flood-kills-three-in-usti-nad-labem"),
        ("Straße gesperrt", "strasse-gesperrt"),
        ("Nation’s first vote", "nations-first-vote"),
        ("洪水", "hongshui"),
        ("…", "unnamed"),
        ("CON", "con-page"),
        ("a" * 300, "a" * 80),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_a_slug_is_lower_case_ascii(title: str, slug: str) -> None:
    assert ids.slug(title) == slug


@given(st.text(max_size=200))
def test_any_title_makes_an_id(title: str) -> None:
    assert ids.is_id(ids.slug(title))
    assert ids.is_id(ids.entry_id("2025-11-25", title, set()))


def test_an_id_that_is_taken_is_numbered() -> None:
    taken = {"2025-vote", "2025-vote-2"}
    assert ids.entry_id("2025", "Vote", taken) == "2025-vote-3"


def test_the_folder_is_the_year_of_the_id() -> None:
    assert ids.entry_path("2025-11-25-x") == "entries/2025/2025-11-25-x.md"
    assert ids.entry_path("undated-x") == "entries/undated/undated-x.md"
    assert ids.entry_path("x-2025") == "entries/undated/x-2025.md"
