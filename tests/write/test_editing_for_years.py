"""Random years of runs, edits and decisions: no human character lost, no edit undone.

`DATELINE_SEQUENCES` says how many sequences are tried; `make nightly` tries a thousand.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from stories import ACQUITTAL, ENTITIES, GAZETTE, HERALD, OBSERVER, READINGS, event, tree

from generator.content import Chronology, load
from generator.errors import UsageError
from generator.model import Event, EventMention, Reason
from generator.write import Told, accept, join, part, proposals, refuse, rename, write
from generator.write.standing import stand

SEQUENCES = int(os.environ.get("DATELINE_SEQUENCES", "100"))
OWN = {
    GAZETTE: "Flood kills people in Ostrava",
    HERALD: "Four dead in Ostrava",
    OBSERVER: "Streets of Ostrava dry",
    ACQUITTAL: "Banker acquitted",
}
PICK = st.integers(0, 9)
MARK = re.compile(r"mine-\d+")


@pytest.fixture
def unflushed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk: no power fails here."""
    monkeypatch.setattr("os.fsync", lambda _: None)


class Years(RuleBasedStateMachine):
    """An editor and a generator at work on one chronology."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.content = Path(self.folder.name) / "content"
        self.articles = {"gazette", "herald"}
        self.linked: set[frozenset[EventMention]] = set()
        self.suffix = ""
        self.number = 0
        self.mine: set[str] = set()
        self.removed: dict[str, str] = {}
        self.deleted: set[str] = set()
        self.ids: set[str] = set()
        self.run()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def told(self) -> Told:
        """Return what merging makes of the articles that are there."""
        here = [m for m in OWN if m.report in self.articles]
        groups: list[list[EventMention]] = []
        for one in here:
            home = next(
                (g for g in groups if any(frozenset({one, o}) in self.linked for o in g)), None
            )
            if home is None:
                groups.append([one])
            else:
                home.append(one)
        events = tuple(self.fused(group) for group in groups)
        readings = {report: READINGS[report] for report in sorted(self.articles)}
        return Told(events=events, readings=readings, fuse=self.fused)

    def fused(self, group: Sequence[EventMention], reasons: Sequence[Reason] = ()) -> Event:
        first = min(group, key=list(OWN).index)
        return event(*group, title=OWN[first] + self.suffix)

    def run(self) -> None:
        write(self.told(), ENTITIES, self.content)
        self.ids |= self.chronology().entries.keys()

    def chronology(self) -> Chronology:
        chronology, findings = load(self.content)
        assert findings == ()
        return chronology

    def entry(self, pick: int) -> tuple[str, Path] | None:
        entries = self.chronology().entries
        if not entries:
            return None
        name = sorted(entries)[pick % len(entries)]
        return name, self.content / entries[name].path

    def edit(self, pick: int, old: str, new: str) -> str | None:
        found = self.entry(pick)
        text = found[1].read_text() if found else ""
        if found is None or not re.search(old, text, re.MULTILINE):
            return None
        changed = re.sub(old, new, text, count=1, flags=re.MULTILINE)
        # What the editor overwrites, the editor gave up.
        self.mine -= set(MARK.findall(text)) - set(MARK.findall(changed))
        found[1].write_text(changed)
        return found[0]

    def resolving(self) -> set[str]:
        """Return every id that leads to an entry."""
        entries = self.chronology().entries
        return {*entries, *(old for page in entries.values() for old in page.meta.aliases)}

    def mark(self) -> str:
        self.number += 1
        return f"mine-{self.number}"

    @rule()
    def generate(self) -> None:
        self.run()
        before = tree(self.content)
        self.run()
        assert tree(self.content) == before

    @rule(report=st.sampled_from(["gazette", "herald", "observer"]))
    def add_an_article(self, report: str) -> None:
        self.articles.add(report)
        self.run()

    @rule(report=st.sampled_from(["gazette", "herald", "observer"]))
    def remove_an_article(self, report: str) -> None:
        self.articles.discard(report)
        self.run()

    @rule(suffix=st.sampled_from(["", ", say police", ", say rescuers"]))
    def the_machine_says_it_otherwise(self, suffix: str) -> None:
        self.suffix = suffix
        self.run()

    @rule(other=st.sampled_from([HERALD, OBSERVER]))
    def the_machine_joins_or_parts(self, other: EventMention) -> None:
        self.linked ^= {frozenset({GAZETTE, other})}
        self.run()

    @rule(pick=PICK)
    def edit_a_field(self, pick: int) -> None:
        mark = self.mark()
        if self.edit(pick, r"^title: .*$", f"title: Title {mark}  # note {mark}x"):
            self.mine |= {mark}

    @rule(pick=PICK)
    def edit_the_body(self, pick: int) -> None:
        mark = self.mark()
        if self.edit(pick, r"\Z", f"\nParagraph {mark}.\n"):
            self.mine.add(mark)

    @rule(pick=PICK)
    def add_to_a_list(self, pick: int) -> None:
        mark = self.mark()
        if self.edit(pick, r"^actors: \[", f"actors: [{mark}, "):
            self.mine.add(mark)

    @rule(pick=PICK)
    def remove_from_a_list(self, pick: int) -> None:
        name = self.edit(pick, r", jan-kral\]", "]")
        if name:
            self.removed[name] = "jan-kral"

    @rule(pick=PICK)
    def delete(self, pick: int) -> None:
        found = self.entry(pick)
        if found and self.number > 8:
            self.mine -= set(MARK.findall(found[1].read_text()))
            gone = {found[0], *self.chronology().entries[found[0]].meta.aliases}
            found[1].unlink()
            self.deleted |= gone
            self.ids -= gone
            self.removed.pop(found[0], None)

    @rule(pick=PICK, back=st.booleans())
    def rename(self, pick: int, back: bool) -> None:
        found = self.entry(pick)
        if found is None:
            return
        before = tree(self.content)
        date = self.chronology().entries[found[0]].meta.date
        new = f"{date}-name-{self.mark()}"
        rename(self.content, found[0], new)
        if back:
            rename(self.content, new, found[0])
            assert tree(self.content) == before
        else:
            self.ids.add(new)
            self.now_called(found[0], new)

    @rule(pick=PICK, of=PICK)
    def rename_to_a_former_id(self, pick: int, of: int) -> None:
        found = self.entry(pick)
        former = self.chronology().entries[found[0]].meta.aliases if found else ()
        if found is None or not former:
            return
        new = former[of % len(former)]
        try:
            rename(self.content, found[0], new)
        except UsageError:
            return  # the id is of an entry that this one took up
        if found[0] not in self.resolving():  # a rename that was taken back
            self.ids.discard(found[0])
        self.now_called(found[0], new)

    def now_called(self, old: str, new: str) -> None:
        if old in self.removed:
            self.removed[new] = self.removed.pop(old)

    @rule(pick=PICK, other=PICK, back=st.booleans())
    def merge(self, pick: int, other: int, back: bool) -> None:
        one, two = self.entry(pick), self.entry(other)
        if one is None or two is None or one == two:
            return
        before = tree(self.content)
        record = stand(self.content).entries.get(two[0])
        join(self.content, one[0], [two[0]], self.told())
        if two[0] not in self.resolving():  # a split that was taken back
            self.ids.discard(two[0])
        elif back and record and record.reports:
            assert part(self.content, one[0], sorted(record.reports), self.told()) == two[0]
            assert tree(self.content) == before
        else:
            self.removed.pop(two[0], None)

    @rule(pick=PICK, back=st.booleans())
    def split(self, pick: int, back: bool) -> None:
        found = self.entry(pick)
        if found is None:
            return
        record = stand(self.content).entries.get(found[0])
        reports = sorted(record.reports) if record else []
        if len(reports) < 2:
            return
        before = tree(self.content)
        try:
            name = part(self.content, found[0], reports[-1:], self.told())
        except UsageError:
            assert tree(self.content) == before
            return
        assert name in self.chronology().entries
        if back and found[0] in self.chronology().entries:
            join(self.content, found[0], [name], self.told())
            assert name in self.ids or tree(self.content) == before
        else:
            self.ids.add(name)

    @rule(pick=PICK, take=st.booleans())
    def decide_on_a_proposal(self, pick: int, take: bool) -> None:
        wishes = proposals(self.content)
        if not wishes:
            self.suffix = ", say medics" if self.suffix != ", say medics" else ""
            self.edit_a_field(pick)
            self.run()
            wishes = proposals(self.content)
        if not wishes:
            return
        name, wish = wishes[pick % len(wishes)]
        if name not in self.chronology().entries or (take and wish.field in ("same_as", "body")):
            return
        if take:
            try:
                accept(self.content, name, wish.field)
            except UsageError:
                return  # the page was changed since
            self.mine -= set(MARK.findall(str(wish.yours)))
        else:
            refuse(self.content, name, wish.field)

    @invariant()
    def nothing_of_the_editors_is_lost(self) -> None:
        if not hasattr(self, "ids"):
            return
        text = "".join(p.read_text() for p in self.content.rglob("*.md"))
        log = self.content / ".ledger" / "decisions.jsonl"
        kept = set(MARK.findall(text + (log.read_text() if log.exists() else "")))
        assert self.mine <= kept

    @invariant()
    def no_edit_is_undone_and_no_id_forgotten(self) -> None:
        if not hasattr(self, "ids"):
            return
        entries = self.chronology().entries
        assert not self.deleted & entries.keys()
        assert self.ids <= self.resolving()
        olds = [old for page in entries.values() for old in page.meta.aliases]
        assert len({*olds, *entries}) == len(olds) + len(entries)  # each leads to one entry
        assert not any(self.removed.get(n) in p.meta.actors for n, p in entries.items())


Years.TestCase.settings = settings(
    max_examples=SEQUENCES,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.mark.no_cover
@pytest.mark.usefixtures("unflushed")
class TestYears(Years.TestCase):  # type: ignore[misc,valid-type]
    """Nothing is lost over years of editing."""
