"""`check --fix` writes what has one right answer, and leaves the rest of a page as it stands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check import check
from generator.check.mend import mend, mends
from generator.content import EntryPage, spelling
from generator.content.frontmatter import parse
from generator.content.plain import plain

ROOT = Path(__file__).parents[2]
PATH = "entries/2031/2031-05-04-launch.md"
REPORT = "The probe’s “second life” began at dawn – and the crew’s families cheered."


def mended(front: str, body: str = "", path: str = PATH) -> str:
    return mend(path, f"---\n{front}---\n{body}", {"probe": REPORT}.get).text


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("c. 2031", "2031~"),
        ("~2031-05", "2031-05~"),
        ("approximately May 2031", "2031-05~"),
        ("?2031-05-04", "2031-05-04?"),
        ("2031 (?)", "2031?"),
        ("2031-05-04 to 2031-05-06", "2031-05-04/2031-05-06"),
        ("2031-05-04 – 2031-05-06", "2031-05-04/2031-05-06"),
        ("2031-05-04/06", "2031-05-04/2031-05-06"),
        ("4-6 May 2031", "2031-05-04/2031-05-06"),
        ("4 May 2031", "2031-05-04"),
        ("May 4th, 2031", "2031-05-04"),
        ("2031/5/4", "2031-05-04"),
        ("“2031-05-04”", "2031-05-04"),
        ("since 2031-05", "2031-05/.."),
        ("until 2031", "../2031"),
        ("2030s", "203X"),
        ("autumn 2031", "2031-23"),
        ("2031-xx", "2031-XX"),
    ],
)
def test_a_date_gets_its_one_spelling(written: str, right: str) -> None:
    assert spelling.date(written) == right
    assert mended(f"title: x\ndate: {written}\nkind: launch\n") == (
        f"---\ntitle: x\ndate: {right}\nkind: launch\n---\n"
    )


@pytest.mark.parametrize(
    "written",
    [
        "04/05/2031",
        "winter 2031",
        "yesterday",
        "2031-02-30",
        "2031/24",
        "30 February 2031",
        "in May",
    ],
)
def test_what_can_mean_two_dates_or_none_stays(written: str) -> None:
    front = f"title: x\ndate: {written}\nkind: launch\n"
    assert mended(front) == f"---\n{front}---\n"


@given(st.text(max_size=100))
def test_a_respelt_date_is_one_and_a_right_one_is_not_respelt(text: str) -> None:
    found = spelling.date(text)
    assert found is None or spelling.date(found) is None


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("title: Probe: second life\n", "title: 'Probe: second life'\n"),
        ('title: "Second" life begins\n', "title: '\"Second\" life begins'\n"),
        ("title: @agency takes off\n", "title: '@agency takes off'\n"),
        ("title:Launch\n", "title: Launch\n"),
        ("actors: [Space Agency]\n", "actors: [space-agency]\n"),
        ("actors: [a, b, a]\n", "actors: [a, b]\n"),
        ("actors:\n  - b  # crew\n  - a\n  - b\n", "actors:\n  - b  # crew\n  - a\n"),
        ("topics: [b,a]\n", "topics: [a, b]\n"),
        ("topics:\n# of b\n- b\n# of a\n- a\n", "topics:\n# of b\n- b\n# of a\n- a\n"),
        ("status: Draft # yet\n", "status: draft # yet\n"),
        ("title:   Two   words  \n", "title: Two words\n"),
        ("sources: [{url: <https://a.example/>}]\n", "sources: [{url: https://a.example/}]\n"),
    ],
)
def test_each_sort_of_mend_writes_one_thing(written: str, right: str) -> None:
    if written.startswith("topics:\n#"):
        right = "topics:\n# of b\n# of a\n- a\n- b\n"  # what stands above the first stays above
    assert mended(written) == f"---\n{right}---\n"


def test_a_quote_gets_the_marks_of_its_report() -> None:
    quotes = "  quotes:\n    - \"The probe's 'second life'\"\n    - >\n      The probe's\n"
    front = f"sources:\n- report: probe\n{quotes}    - '\"second life\" began at dawn - and'\n"
    text = mended(front)
    assert "'second life'" in text  # other marks than the report's pair: not the same words
    assert "- '“second life” began at dawn – and'" in text
    assert ">\n      The probe's\n" in text


def test_a_passage_that_stands_twice_is_left_alone() -> None:
    texts = {"probe": "It’s on. It's off. It’s on."}.get
    page = '---\nsources:\n- report: probe\n  quotes: ["It\'s on"]\n---\n'
    assert mend(PATH, page, texts).text == page


def test_keys_move_with_their_comments() -> None:
    front = "# The page.\n\nkind: launch\n# as reported\ntitle: x  # short\nodd: 1\ndate: 2031\n"
    assert mended(front) == (
        "---\n# The page.\n\n# as reported\ntitle: x  # short\nodd: 1\ndate: 2031\n"
        "kind: launch\n---\n"
    )


def test_line_breaks_and_code_of_a_body_stay() -> None:
    body = "First  \nsecond \t\n\n```\ncode  \n```\n\n    shown  \nlast  \n\n\n"
    right = "First  \nsecond\n\n```\ncode  \n```\n\n    shown  \nlast\n"
    assert mended("title: x\n", body) == f"---\ntitle: x\n---\n{right}"


def test_a_page_that_cannot_be_read_stays_as_it_is() -> None:
    for front in ("title: [\n", "a: &x 1\nb: *x\n", "title: x\ntitle: y\n", "\ttitle: [x\n"):
        assert mended(front) == f"---\n{front}---\n"


def test_the_sample_has_nothing_to_mend() -> None:
    assert list(mends(ROOT / "content", lambda _: True, lambda _: None)) == []


KEYS = {
    "title": ("Probe lands", "Probe: lands", "'It’s  on'", '"A #1 probe"', "Probe   lands  "),
    "date": (
        "2031-05-04",
        "c. 2031",
        "4 May 2031",
        "'2031/5/4'",
        "“2031”",
        "2031-05-04 to 2031-06",
    ),
    "kind": ("launch", "Launch", "'launch'"),
    "actors": ("[b, a]", "[ b,a , b ]", "\n  - B\n  - a  # who\n  - 'b'", "[]", "[Two Words]"),
    "topics": ("[z, a]", "\n- z\n- a\n- a", "[a,z]", "[z, 'a']"),
    "sources": (
        "\n  - url: <https://a.example/>\n    published: May 2031",
        '\n- {report: probe, quotes: ["crew\'s families"]}',
        "\n  - report: probe\n    quotes:\n      - The probe's  two\n      - |\n        kept  \n",
    ),
    "status": ("draft", "Reviewed", "'draft'"),
}
LINES = st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in KEYS.items()})
NOTES = st.lists(st.sampled_from(["# a note", "", "#", "# kind: note  "]), min_size=8, max_size=8)


@given(LINES, st.permutations(list(KEYS)), NOTES, st.sampled_from(["", "Text \n\n  x  \ny\n"]))
def test_mending_twice_is_mending_once_and_changes_nothing_else(
    values: dict[str, str], order: list[str], notes: list[str], body: str
) -> None:
    rows = [
        f"{note}\n{key}: {values[key]}".lstrip("\n")
        for key, note in zip(order, notes, strict=False)
        if key in values
    ]
    page = "---\n" + "\n".join(["title: x", *rows] if "title" not in values else rows)
    page = f"{page}\n---\n{body}"
    once = mend(PATH, page, {"probe": REPORT}.get).text

    again = mend(PATH, once, {"probe": REPORT}.get)

    assert (again.text, again.said) == (once, ())
    assert parse(once).meta.keys() == ({"title"} | values.keys())
    assert comments(once) == comments(page)
    if values.keys() >= {"kind"}:
        meta = EntryPage.model_validate(parse(once).meta)
        assert set(plain(meta).get("actors", ())) == set(slugs(values.get("actors", "")))
        assert list(meta.topics) == sorted({*slugs(values.get("topics", ""))})


def comments(page: str) -> list[str]:
    found = re.findall(r"(?m)(?:^|\s)#(?: \w.*)?$", page)
    return sorted(" ".join(one.split()) for one in found)


def slugs(value: str) -> list[str]:
    said = re.sub(r"#.*", "", value).replace("Two Words", "two-words").lower()
    return re.findall(r"[a-z-]*[a-z]+", said)


def test_the_command_writes_and_keeps_the_line_ends(tmp_path: Path) -> None:
    page = tmp_path / "content" / PATH
    page.parent.mkdir(parents=True)
    front = "title: Probe lands\r\ndate: c. 2031  # about\r\nkind: launch\r\n"
    page.write_bytes(f"---\r\n{front}sources: [{{url: 'https://a.example'}}]\r\n---\r\n".encode())
    assert [finding.code for finding in check(tmp_path / "content")] != []

    command = [sys.executable, "-m", "generator", "check", "--fix"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert "date: 'c. 2031' is now '2031~'" in done.stderr
    assert b"date: 2031~  # about\r\n" in page.read_bytes()
    assert done.returncode == 0
    assert check(tmp_path / "content") == ()
