"""Cleaning keeps every offset, every sentence of the story, and its own result."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.clean.rules import Where, rules
from generator.model import Article

SUBJECTS = (
    "The court in Quito",
    "A strike at the port",
    "By Tuesday the flood",
    "More than 40 ships",
    "Photographs of the fire",
    "Sources at the ministry",
    "Share prices",
    "The editor, Ann Lee,",
    "In March 2024 the union",
    "“We,” the newsletter",
    "Subscribers",
    "Related claims by the mayor",
)
VERBS = ("had reached", "was blamed for", "will follow", "left", "ended", "copied", "spread to")
OBJECTS = (
    "the comments of the minister",
    "three towns on 3 May 2024",
    "its own rights reserved in the accord",
    "an advertisement that few had read",
    "Getty Images, Reuters and the BBC",
    "the image of the agency two weeks ago",
    "us on Facebook, a spokesman said",
    "at least seven people, the police said",
)
ENDS = (".", ", officials said.", ", and nobody was told why?", ", he said: “It is over.”")
SENTENCES = st.builds(
    lambda *parts: f"{parts[0]} {parts[1]} {parts[2]}{parts[3]}",
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.sampled_from(ENDS),
)
FURNITURE = st.sampled_from(
    [text for where in Where for rule in rules(where) for text in rule.matches]
)
FIRST = "A landslide cut the road to Huaraz on Tuesday and buried two buses, the police said."
LAST = "Rescuers reached the first bus at noon, and found nineteen of its passengers alive."


@given(st.lists(SENTENCES, min_size=1, max_size=6), st.lists(FURNITURE, max_size=4))
@settings(max_examples=300, deadline=None)
def test_no_sentence_of_the_story_is_lost(sentences: list[str], furniture: list[str]) -> None:
    text = "\n\n".join([*furniture, FIRST, *sentences, LAST, *furniture])

    cleaned = clean(Article(id="a", text=text)).text

    assert [line for line in (FIRST, *sentences, LAST) if line not in cleaned] == []


@given(st.lists(st.one_of(SENTENCES, FURNITURE, st.text(max_size=80)), max_size=12))
@settings(max_examples=300, deadline=None)
def test_every_offset_holds_and_what_went_is_listed(lines: list[str]) -> None:
    text = "\n".join(lines)

    cleaned = clean(Article(id="a", text=text))

    assert len(cleaned.text) == len(text)
    listed = {at for item in cleaned.boilerplate for at in range(item.start, item.end)}
    for at, (old, new) in enumerate(zip(text, cleaned.text, strict=True)):
        assert new == old or (new == " " and at in listed)
    assert all(text[item.start : item.end] == item.text for item in cleaned.boilerplate)
    assert cleaned == clean(Article(id="a", text=text))
