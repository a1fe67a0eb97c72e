"""A run over new articles alone ends as one run over all of them."""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import link, pipeline, reading, write
from generator.content import ledger, load, reports
from generator.content.cache import Cache
from generator.content.kept import Kept
from generator.errors import DatelineError
from generator.model import (
    Argument,
    Article,
    Entity,
    EventDate,
    EventMention,
    Figure,
    Mention,
    Mode,
    NameKind,
    Part,
    Publication,
    Reading,
    Registry,
    Sentence,
    Span,
    Token,
)
from generator.read.sources import OnDisk

PERSONS = ("Ida Moss", "I. Moss", "Jon Reeve", "Una Berg", "U. Berg")
TOWNS = ("mirel", "tolm", "sund")
KINDS = ("attack", "meeting", "disaster")
WORDS = ("bridge", "court", "ferry", "judge", "tower", "train")


@dataclass(frozen=True)
class Told:
    """What one sentence of an invented report tells."""

    kind: str
    person: str
    town: str
    day: int | None
    word: str
    killed: int


TOLD = st.builds(
    Told,
    kind=st.sampled_from(KINDS),
    person=st.sampled_from(PERSONS),
    town=st.sampled_from(TOWNS),
    day=st.sampled_from([None, 4, 5, 6]),
    word=st.sampled_from(WORDS),
    killed=st.integers(0, 3),
)
REPORTS = st.lists(st.lists(TOLD, min_size=1, max_size=3), min_size=1, max_size=5)


def sentence(told: Told) -> str:
    return f"Officials said {told.person} saw a {told.word} {told.kind} near {told.town}."


def article(report: str, rows: Sequence[Told]) -> Article:
    return Article(
        id=report,
        text="Filler first. " + " ".join(map(sentence, rows)) + " Filler last.",
        publisher=f"The {report}",
        published=Publication(date=dt.date(2024, 3, 7), evidence="", origin="sidecar"),
    )


class Newsroom:
    """Stands for the stages that read: what they find is known without a language model."""

    def __init__(self, told: dict[str, list[Told]]) -> None:
        self.told = told

    def understand(self, one: Article, registry: Registry, *, clock: object) -> reading.Understood:
        mentions: list[Mention] = []
        for row in self.told[one.id]:
            own = row.person.casefold().replace(".", "").replace(" ", "-")
            at = one.text.index(row.person)
            known = own in registry.actors
            page = Entity(id=own, name=row.person, kind="person")
            mentions.append(
                Mention(
                    start=at, end=at + 1, text=row.person, kind=NameKind.PERSON, sentence=0,
                    actor=own, proposal=None if known else page,
                )
            )  # fmt: skip
            town = Entity(id=row.town, name=row.town.title(), kind="city", country="NO")
            known = row.town in registry.places
            mentions.append(
                Mention(
                    start=at, end=at + 1, text=row.town, kind=NameKind.PLACE, sentence=0,
                    place=row.town, proposal=None if known else town,
                )
            )  # fmt: skip
        token = Token(start=0, end=5, text="Officials", lemma="official", pos="NOUN", tag="NNS",
                      dep="nsubj", head=0)  # fmt: skip
        read = Sentence(
            start=0, end=5, index=0, text="", paragraph=0, part=Part.BODY, tokens=(token,)
        )
        joined, entities = link.unify({one.id: tuple(mentions)}, registry)
        bare = Reading(article=one, sentences=(read,), mentions=joined[one.id])
        return reading.Understood(
            reading=replace(bare, events=self.extract(bare)),
            registry=reading.with_entities(registry, entities),
            found=tuple(mentions),
            findings=(),
        )

    def extract(self, bare: Reading) -> tuple[EventMention, ...]:
        events: list[EventMention] = []
        cursor = 0
        for number, row in enumerate(self.told[bare.article.id]):
            whole = sentence(row)
            start = bare.article.text.index(whole, cursor)
            cursor = start + len(whole)
            actor = bare.mentions[2 * number].actor
            trigger = start + whole.index(f" {row.kind} ") + 1
            day = f"2024-03-{row.day:02}" if row.day else None
            events.append(
                EventMention(
                    report=bare.article.id,
                    kind=row.kind,
                    mode=Mode.OCCURRENCE,
                    trigger=Span(start=trigger, end=trigger + len(row.kind)),
                    sentences=(number,),
                    quotes=(Span(start=start, end=cursor),),
                    date=EventDate(edtf=day, evidence="on that day", span=None, rule="same clause")
                    if day
                    else None,
                    arguments=(Argument(actor=actor, role="participant"),) if actor else (),
                    places=(row.town,),
                    figures=(
                        Figure(start=0, end=1, what="killed", value=row.killed, by="Officials"),
                    )
                    if row.killed
                    else (),
                    headline=f"{row.word.title()} {row.kind} in {row.town.title()}",
                    gist=f"Officials told of a {row.word} {row.kind} in {row.town.title()}.",
                    lemmas=frozenset({row.word, row.kind, "near", "see"}),
                )
            )
        return tuple(events)

    def article(self, name: str) -> Article:
        return article(name, self.told[name])

    def generate(self, content: Path, names: Sequence[str]) -> write.Summary:
        with pytest.MonkeyPatch.context() as patch:
            found = tuple(OnDisk(Path(name), name) for name in names)
            patch.setattr(pipeline.read, "sources", lambda seeds: found)
            patch.setattr(pipeline.read, "stream", lambda one: iter([self.article(one.name)]))
            patch.setattr(
                pipeline.read.Again, "get", lambda again, one, report: self.article(report).text
            )
            patch.setattr(
                pipeline, "kept", lambda content, registry: nullcontext(Kept(Cache(), b""))
            )
            patch.setattr(reading, "understand", self.understand)
            outcome = pipeline.generate(Path(), content)
            assert outcome.read == len(names)
            return outcome.summary


def told_by(content: Path) -> dict[str, dict[str, Any]]:
    """Return what the ledger says of each entry that stands, by where its reports tell it."""
    found: dict[str, dict[str, Any]] = {}
    for record in ledger.entries(ledger.load(content)).values():
        if record.merged_into is None:
            said = asdict(replace(record, id="x"))
            said["fields"].pop("aliases", None)
            found[json.dumps(said["traces"])] = said
    return found


def named(told: list[list[Told]]) -> dict[str, list[Told]]:
    return {f"report-{number}": rows for number, rows in enumerate(told)}


@settings(max_examples=30, deadline=None)
@given(told=REPORTS, data=st.data())
def test_parts_in_any_order_end_as_the_whole(told: list[list[Told]], data: st.DataObject) -> None:
    newsroom = Newsroom(named(told))
    order = data.draw(st.permutations(sorted(newsroom.told)))
    cut = data.draw(st.integers(0, len(order)))
    with tempfile.TemporaryDirectory() as folder:
        whole, parts = Path(folder, "whole", "content"), Path(folder, "parts", "content")
        newsroom.generate(whole, order)
        for part in (order[:cut], order[cut:]):
            newsroom.generate(parts, part)

        assert told_by(parts) == told_by(whole)
        assert reports.load(parts) == reports.load(whole)
        assert load(parts)[1] == ()


@settings(max_examples=15, deadline=None)
@given(told=REPORTS)
def test_a_run_without_articles_changes_nothing(told: list[list[Told]]) -> None:
    newsroom = Newsroom(named(told))
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        newsroom.generate(content, list(newsroom.told))
        before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
        newsroom.generate(content, [])

        assert {p: p.read_bytes() for p in content.rglob("*") if p.is_file()} == before


FIRST = Told(kind="attack", person="Ida Moss", town="mirel", day=5, word="bridge", killed=2)
LATER = replace(FIRST, killed=3)


def test_a_new_article_alone_joins_an_entry_that_a_person_edited(tmp_path: Path) -> None:
    newsroom = Newsroom({"first": [FIRST], "later": [LATER]})
    content = tmp_path / "content"
    (name,) = newsroom.generate(content, ["first"]).new
    path = content / "entries" / "2024" / f"{name}.md"
    path.write_text(path.read_text().replace("title: Bridge attack in Mirel", "title: Ours  # us"))

    summary = newsroom.generate(content, ["later"])

    assert summary.new == ()
    assert summary.updated == (name,)
    assert "title: Ours  # us" in path.read_text()
    assert [s.report for s in load(content)[0].entries[name].meta.sources] == ["first", "later"]


def test_a_new_article_joins_the_part_it_fits_of_what_a_person_split(tmp_path: Path) -> None:
    ours = replace(FIRST, word="bridge", killed=2)
    theirs = replace(FIRST, word="ferry", killed=3)
    newsroom = Newsroom({"first": [ours], "second": [theirs], "third": [theirs]})
    content = tmp_path / "content"
    (name,) = newsroom.generate(content, ["first", "second"]).new
    other = write.part(content, name, ["second"], pipeline.recollected(content))

    summary = newsroom.generate(content, ["third"])

    entries = load(content)[0].entries
    cited = {own: [s.report for s in page.meta.sources] for own, page in entries.items()}
    assert summary.new == ()
    assert cited == {name: ["first"], other: ["second", "third"]}


def test_an_article_is_not_kept_whole(tmp_path: Path) -> None:
    newsroom = Newsroom({"first": [FIRST]})
    newsroom.generate(tmp_path / "content", ["first"])

    written = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())

    assert b"Filler" not in written


@pytest.mark.parametrize(
    "row",
    [
        "x",
        "{}",
        "[" * 9_999,
        '{"id": "a", "passages": [[99999999999, "x"]]}',
        '{"id": 3}',
    ],
)
def test_a_hostile_memory_stops_the_run_in_one_line(tmp_path: Path, row: str) -> None:
    newsroom = Newsroom({"first": [FIRST]})
    content = tmp_path / "content"
    newsroom.generate(content, ["first"])
    (content / ".ledger" / "reports" / "2024.jsonl").write_text(f"{row}\n")

    with pytest.raises(DatelineError, match=r"2024\.jsonl:1"):
        newsroom.generate(content, [])


@pytest.mark.parametrize("date", ["2024-02-30", "2024-03-05/2024-03-01", "soon"])
def test_a_remembered_date_that_does_not_exist_is_named_with_its_line(
    tmp_path: Path, date: str
) -> None:
    newsroom = Newsroom({"first": [FIRST]})
    content = tmp_path / "content"
    newsroom.generate(content, ["first"])
    path = content / ".ledger" / "reports" / "2024.jsonl"
    path.write_text(re.sub(r'"edtf":"[^"]*"', f'"edtf":"{date}"', path.read_text()))

    with pytest.raises(DatelineError, match=rf"2024\.jsonl:1: .*{date}.*; mend it") as stopped:
        newsroom.generate(content, [])
    assert "\n" not in str(stopped.value)
