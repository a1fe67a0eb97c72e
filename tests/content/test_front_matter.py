import subprocess
import sys
import time
from contextlib import suppress

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.frontmatter import RefusedError, parse
from generator.content.schema import EntryPage
from generator.content.validate import typed
from generator.errors import Finding
from generator.settings import BODY_LIMIT


def page(front: str, body: str = "Body.") -> str:
    return f"---\n{front}\n---\n{body}\n"


def refused(front: str) -> RefusedError:
    with pytest.raises(RefusedError) as raised:
        parse(page(front))
    return raised.value


@pytest.mark.parametrize(
    "text",
    ["no", "NO", "0123", "1:30:00", "1_000", "2024-02-30", ".inf", "~", "null", "yes", "1e5"],
)
def test_every_scalar_is_text(text: str) -> None:
    assert parse(page(f"title: {text}")).meta == {"title": text}


@pytest.mark.parametrize(
    ("front", "code", "line"),
    [
        ("a: &x [1]\nb: *x", "E005", 2),
        ("a: b\nc: *x", "E005", 3),
        ("a: !!python/name:os.system", "E005", 2),
        ("a: !env HOME", "E005", 2),
        ("a: !!binary R0lG", "E005", 2),
        ("%YAML 1.1\n--- {a: b}", "E005", 3),
        ("a: b\n--- {c: d}", "E005", 0),
        ("a: b\n...\nc: d", "E004", 4),
        ("a: b\na: c", "E006", 3),
        ("a: {b: c, b: d}", "E006", 2),
        ("? [x]\n: y", "E008", 2),
        ("just text", "E008", 2),
        ("- a", "E008", 2),
        ("a: b: c", "E004", 2),
        ("a:\n\tb: 1", "E004", 3),
        ("a: 'b", "E004", 2),
        ("a: [[[[[[[[x]]]]]]]]", "E003", 2),
        ("a: " + "[" * 60_000, "E003", 2),
        ("a: " + "{" * 60_000, "E003", 2),
        ("a: [" + "x, " * 6_000 + "]", "E003", 2),
        ("a: " + "x" * 70_000, "E003", 1),
        ("a: b\u2028c: d", "E009", 2),
        ("a: b\x07", "E009", 2),
        ('a: "b\\a"', "E009", 2),
    ],
)
def test_what_is_not_plain_is_refused_with_its_line(front: str, code: str, line: int) -> None:
    found = refused(front)
    assert found.code == code
    assert line in (found.line, 0) or code in ("E003", "E004", "E005")


def test_lines_are_known_for_nested_keys_and_items() -> None:
    lines = parse(
        page("title: a\nsources:\n  - report: b\n    quotes:\n      - c\n      - d")
    ).lines
    assert lines["title"] == 2
    assert lines["sources.0.report"] == 4
    assert lines["sources.0.quotes.1"] == 7


def test_a_page_without_front_matter_is_all_body() -> None:
    assert parse("# About\n\nText.\n").body == "# About\n\nText."


def test_a_rule_in_the_body_does_not_end_it() -> None:
    assert parse(page("a: b", "One.\n\n---\n\nTwo.")).body == "One.\n\n---\n\nTwo."


def test_front_matter_without_an_end_is_refused() -> None:
    with pytest.raises(RefusedError, match="no end"):
        parse("---\ntitle: a\n")


@pytest.mark.parametrize(
    "front",
    [
        "a: " + "[" * 65_000,
        "a: " + "[?" * 32_000,
        "- " * 32_000 + "a",
        "? " * 32_000 + "a",
        "a: [" + "{}," * 20_000 + "]",
        "{" + '"a":1,' * 10_000 + "}",
        "a: |\n" + " x\n" * 20_000,
        "".join("  " * depth + "a:\n" for depth in range(250)),
        "a: '" + "\n" * 65_000 + "'",
        "a: " + "&a " * 20_000,
        "a: " + "1:" * 30_000,
    ],
)
def test_no_front_matter_takes_longer_than_half_a_second(front: str) -> None:
    began = time.perf_counter()
    with suppress(RefusedError):
        parse(page(front))
    assert time.perf_counter() - began < 0.5


def test_nesting_that_kills_a_loader_does_not_end_the_process() -> None:
    code = (
        "from generator.content.frontmatter import parse, RefusedError\n"
        "try: parse('---\\na: ' + '[' * 65_000 + '\\n---\\n')\n"
        "except RefusedError as refused: print(refused.code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "E003"


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(RefusedError):
        found = typed(EntryPage, parse(page(text)), "x.md")
        assert all(isinstance(one, Finding) for one in found)


@given(
    st.dictionaries(
        st.text("abcxyz_", min_size=1, max_size=5),
        st.recursive(
            st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20),
            lambda inner: st.lists(inner, max_size=3),
            max_leaves=5,
        ),
        max_size=5,
    )
)
@settings(max_examples=150, deadline=None)
def test_plain_yaml_reads_as_other_readers_read_it(meta: dict[str, object]) -> None:
    front = yaml.safe_dump(meta, default_style='"', allow_unicode=True, width=10_000)
    assert parse(page(front)).meta == meta


def test_a_body_that_would_take_long_to_render_is_refused() -> None:
    parse(page("title: x", "a" * BODY_LIMIT + "\n" * 99))
    for text in (page("title: x", "a" * (BODY_LIMIT + 1)), "a" * (BODY_LIMIT + 1)):
        with pytest.raises(RefusedError) as raised:
            parse(text)
        assert raised.value.code == "E003"
