import difflib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import ActorPage, EntryPage
from generator.content.frontmatter import parse
from generator.content.plain import plain
from generator.write.dump import UnwritableError, edit, render

NASTY = [
    "no", "NO", "on", "null", "~", "0123", "1:30", "1e5", ".inf", "2024-02-30", "2024", "=", "<<",
    "- a", "? b", ": c", "# d", "a: b", "a # b", "[x]", "{x}", "*x", "&x", "!x", "|", ">", "%x",
    "@x", "`x`", "'x", '"x', "it's: \"so\"", "\\n", "---", "...", "a\u2028b", "a\u0085b", "\ufeffa",
    "💥", "\u202egnp", "İstanbul", "e\u0301", "a\u200bb", "{{ x }}", "</title><script>",
    "=HYPERLINK(1)", "x" * 400, "[…] joined […]", "trailing:", "- ", "-", "?", ",",
    "Ünïcödé – “quoted”",
]  # fmt: skip

EDITED = """---
# read by two editors
title: "Trial: opens"   # agreed
date: '2024-03-05'
kind: trial

# who
actors: [jana-novotna,   jan-kral]
figures:
- what: witnesses
  claims:
  - value: 12      # counted
    bound: at-least
  - {value: 14, bound: exactly}
sources:
- report: 002
  # first to tell
  quotes:
  - "It's: so"
  - b   # keep
- report: '003'
status: draft
# the end
---

Body   here.


Second paragraph.
"""


def entry(**fields: object) -> dict[str, object]:
    return plain(EntryPage.model_validate({"title": "Vote", "kind": "election", **fields}))


def changed(text: str, **fields: object) -> list[str]:
    """Return the lines that an edit takes out and puts in."""
    document = parse(text)
    old = plain(EntryPage.model_validate(document.meta))
    new = {key: value for key, value in {**old, **fields}.items() if value is not None}
    after = edit(text, old, new, document.body, EntryPage)
    diff = difflib.unified_diff(text.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in diff if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_reads_back_equal_here_and_elsewhere(text: str) -> None:
    fields = entry(title=text, sources=[{"report": "a", "quotes": [text, "b"]}])
    page = render(fields, "Body.", EntryPage)
    assert plain(EntryPage.model_validate(parse(page).meta)) == fields
    elsewhere = yaml.safe_load(page.split("\n---\n")[0][4:])
    assert elsewhere["title"] == fields["title"]


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_text_reads_back_equal_or_is_not_written(texts: list[str]) -> None:
    try:
        fields = entry(title=texts[0], sources=[{"report": "a", "quotes": texts}])
    except ValueError:
        return
    try:
        page = render(fields, "Body.", EntryPage)
    except UnwritableError:
        return
    assert plain(EntryPage.model_validate(parse(page).meta)) == fields


def test_a_new_entry_is_plain_and_in_order() -> None:
    fields = entry(
        date="2024-03-05/2024-03-06",
        actors=["jan-kral"],
        figures=[{"what": "votes", "claims": [{"value": 12, "bound": "about", "source": "0123"}]}],
        sources=[{"report": "0123", "published": "2024-03-07", "quotes": ["He said: no."]}],
    )
    assert render(fields, "It passed.", EntryPage) == (
        "---\n"
        "title: Vote\n"
        "date: 2024-03-05/2024-03-06\n"
        "kind: election\n"
        "actors: [jan-kral]\n"
        "figures:\n"
        "  - what: votes\n"
        "    claims:\n"
        "      - {value: 12, bound: about, source: '0123'}\n"
        "sources:\n"
        "  - report: '0123'\n"
        "    published: 2024-03-07\n"
        "    quotes:\n"
        "      - 'He said: no.'\n"
        "status: draft\n"
        "---\n"
        "\n"
        "It passed.\n"
    )


def test_what_would_not_read_back_is_not_written() -> None:
    with pytest.raises(UnwritableError):
        render(entry(title="a\x07b"), "", EntryPage)
    with pytest.raises(UnwritableError):
        render(entry(), "a\x00b", EntryPage)


def test_an_edit_without_change_gives_the_same_bytes() -> None:
    assert changed(EDITED) == []


def test_one_changed_field_is_one_changed_line() -> None:
    assert changed(EDITED, kind="verdict") == ["-kind: trial", "+kind: verdict"]
    assert changed(EDITED, date="2024-03") == ["-date: '2024-03-05'", "+date: '2024-03'"]
    assert changed(EDITED, topics=["justice"]) == ["+topics: [justice]"]


def test_comments_and_quoting_stay_in_an_edited_field() -> None:
    assert changed(EDITED, title="Trial: goes on") == [
        '-title: "Trial: opens"   # agreed',
        '+title: "Trial: goes on" # agreed',
    ]


def test_a_new_list_item_leaves_the_others_as_they_are() -> None:
    sources = [
        {"report": "002", "quotes": ["It's: so", "b"]},
        {"report": "003"},
        {"report": "004", "quotes": ["c"]},
    ]
    assert changed(EDITED, sources=sources) == ["+- report: '004'", "+  quotes:", "+  - c"]


def test_comments_of_what_is_taken_out_stay() -> None:
    assert "+# counted" in changed(EDITED, figures=None)
    lines = changed(EDITED, sources=[{"report": "002", "quotes": ["It's: so"]}])
    assert "+  # keep" in lines


def test_a_layout_on_one_line_can_be_edited() -> None:
    text = "---\n{title: Vote, kind: election, actors: [a, b]}\n---\nBody.\n"
    assert "kind: protest" in "\n".join(changed(text, kind="protest"))


def test_a_changed_body_leaves_the_front_matter_as_it_is() -> None:
    old = plain(EntryPage.model_validate(parse(EDITED).meta))
    after = edit(EDITED, old, old, "New.", EntryPage)
    head = EDITED.split("# the end\n---")[0]
    assert after == f"{head}# the end\n---\n\nNew.\n"


@given(st.sets(st.sampled_from(["title", "kind", "actors", "topics", "background", "date"])))
@settings(max_examples=40, deadline=None)
def test_every_edit_keeps_every_comment(keys: set[str]) -> None:
    values = {
        "title": "Other",
        "kind": "verdict",
        "actors": ["x"],
        "topics": ["y"],
        "background": True,
        "date": None,
    }
    document = parse(EDITED)
    old = plain(EntryPage.model_validate(document.meta))
    new = {k: v for k, v in {**old, **{k: values[k] for k in keys}}.items() if v is not None}
    after = edit(EDITED, old, new, document.body, EntryPage)
    for note in (
        "# read by two",
        "# agreed",
        "# who",
        "# counted",
        "# first",
        "# keep",
        "# the end",
    ):
        assert note in after


QUOTES = st.sampled_from(["{}", "'{}'", '"{}"'])
SPACE = st.sampled_from(["", " ", "   # a note", '  # it\'s a "note"'])
WORD = st.text("abcdefgh", min_size=2, max_size=9)


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """Return a page as somebody may have laid it out, and one of its fields changed."""
    rows = {key: draw(QUOTES).format(draw(WORD)) for key in ("title", "kind")}
    rows["date"] = draw(QUOTES).format("2024-03-05")
    rows["status"] = draw(QUOTES).format("draft")
    rows["actors"] = draw(
        st.sampled_from(["[a, b]", "[ a,  b ]", "\n- a\n- b", "\n    - a  # x\n    - b"])
    )
    rows["sources"] = draw(st.sampled_from(["\n  - report: r\n    quotes: [q]", "\n- report: 'r'"]))
    text = ""
    for key in draw(st.permutations(sorted(rows))):
        text += draw(st.sampled_from(["", "\n", "# about what follows\n"]))
        text += f"{key}: {rows[key]}{draw(SPACE)}\n"
    field = draw(st.sampled_from(["title", "kind", "date", "status"]))
    new = {"date": "2024-04", "status": "reviewed"}.get(field) or f"{draw(WORD)}-x"
    return f"---\n{text}---\n\nBody.\n", {field: new}


@given(pages())
@settings(max_examples=150, deadline=None)
def test_a_change_of_one_field_is_one_line_whatever_the_layout(
    page: tuple[str, dict[str, object]],
) -> None:
    text, fields = page
    lines = changed(text, **fields)
    assert [line[0] for line in lines] == ["-", "+"]
    assert lines[0][1:].partition(":")[0] == lines[1][1:].partition(":")[0] == min(fields)
    assert lines[0].partition("#")[2] == lines[1].partition("#")[2]


def test_an_actor_page_keeps_its_order() -> None:
    text = "---\nkind: person # is she?\nname: Jana\n---\nShe is known.\n"
    old = plain(ActorPage.model_validate(parse(text).meta))
    after = edit(text, old, {**old, "aliases": ["J. Nováková"]}, "She is known.", ActorPage)
    assert after.startswith("---\nkind: person # is she?\naliases: [J. Nováková]\nname: Jana\n")
