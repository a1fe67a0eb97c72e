"""Where pages stand and how one leads to another."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.files import File

from generator.site import addresses

PART = st.from_regex(r"[a-z0-9]{1,4}", fullmatch=True)
PATH = st.lists(PART, min_size=1, max_size=3).map(lambda parts: f"{'/'.join(parts)}.md")


@pytest.mark.parametrize(
    ("start", "target", "way"),
    [
        ("index.md", "2025/2025-01-01-a.md", "2025/2025-01-01-a/"),
        ("2025/2025-01-01-a.md", "index.md", "../../"),
        ("2025/2025-01-01-a.md", "2025/2025-01-02-b.md", "../../2025/2025-01-02-b/"),
        ("topics/index.md", "topics/floods.md", "../topics/floods/"),
        ("index.md", "index.md", "./"),
    ],
)
def test_a_way_leads_from_folder_to_folder(start: str, target: str, way: str) -> None:
    assert addresses.way(start, target) == way


@given(start=PATH, target=PATH, directories=st.booleans())
def test_a_way_joined_to_its_start_is_its_target(
    start: str, target: str, directories: bool
) -> None:
    here = "/" + addresses.url(start, directories=directories)
    way = addresses.way(start, target, directories=directories)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(here), way))
    wanted = posixpath.normpath("/" + addresses.url(target, directories=directories))
    assert joined.strip("/") == wanted.strip("/")


def test_parts_of_a_list_stand_below_its_page() -> None:
    assert addresses.numbered("index.md", 1) == "index.md"
    assert addresses.numbered("index.md", 2) == "page-2.md"
    assert addresses.numbered("topics/floods.md", 3) == "topics/floods/page-3.md"
    assert addresses.numbered("2025/index.md", 2) == "2025/page-2.md"


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("path", ["a/b.md", "2025/x-y/page-2.md", "a/index.md", "b.md"])
def test_a_page_has_the_address_that_mkdocs_gives_it(path: str, directories: bool) -> None:
    assert addresses.url(path, directories=directories) == File(path, None, "", directories).url
