"""Random sequences of runs and edits: no human character lost, no edit undone."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from stories import ENTITIES, GAZETTE, HERALD, OBSERVER, READINGS, event, told, tree

from generator.content import load
from generator.write import write

pytestmark = pytest.mark.no_cover

FLOOD = "2024-09-17-flood-kills-people-in-ostrava"
TITLES = st.sampled_from([None, "Flood kills three", "Flood kills four"])
REPORTS = st.sets(st.sampled_from([HERALD, OBSERVER]), max_size=2)


class Edits(RuleBasedStateMachine):
    """An editor and a generator at work on one entry."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.content = Path(self.folder.name) / "content"
        self.path = self.content / "entries" / "2024" / f"{FLOOD}.md"
        self.mine: list[str] = []
        self.removed: set[str] = set()
        self.deleted = False
        self.number = 0
        self.run(set(), None)

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(reports=REPORTS, title=TITLES)
    def generate(self, reports: set[object], title: str | None) -> None:
        self.run(reports, title)
        before = tree(self.content)
        self.run(reports, title)
        assert tree(self.content) == before

    def run(self, reports: set[object], title: str | None) -> None:
        mentions = [GAZETTE, *(m for m in (HERALD, OBSERVER) if m in reports)]
        readings = {m.report: READINGS[m.report] for m in mentions}
        write(told([event(*mentions, title=title)], readings), ENTITIES, self.content)

    def edit(self, old: str, new: str) -> bool:
        text = self.path.read_text() if self.path.exists() else ""
        if old not in text:
            return False
        self.path.write_text(text.replace(old, new, 1))
        return True

    def name(self) -> str:
        self.number += 1
        return f"mine-{self.number}"

    @rule()
    def add_an_actor(self) -> None:
        name = self.name()
        if self.edit("actors: [", f"actors: [{name}, "):
            self.mine.append(name)

    @rule()
    def remove_the_machines_actor(self) -> None:
        if self.edit(", jan-kral]", "]"):
            self.removed.add("jan-kral")

    @rule()
    def comment(self) -> None:
        name = self.name()
        if self.edit("kind: ", f"# {name}\nkind: "):
            self.mine.append(name)

    @rule()
    def comment_within_the_sources(self) -> None:
        name = self.name()
        if self.edit("    quotes:\n", f"    # {name}\n    quotes:\n"):
            self.mine.append(name)

    @rule()
    def write_a_paragraph(self) -> None:
        name = self.name()
        if self.path.exists():
            self.path.write_text(f"{self.path.read_text()}\nParagraph {name}.\n")
            self.mine.append(name)

    @rule()
    def change_the_title(self) -> None:
        name = self.name()
        rows = self.path.read_text().splitlines(keepends=True) if self.path.exists() else []
        for at, row in enumerate(rows):
            if row.startswith("title: "):
                if "mine-" in row:
                    self.mine.remove(row.split("Title ")[1].strip())
                rows[at] = f"title: Title {name}\n"
                self.mine.append(name)
        if rows:
            self.path.write_text("".join(rows))

    @rule()
    def delete(self) -> None:
        if self.number > 12 and self.path.exists():
            self.path.unlink()
            self.deleted, self.mine = True, []

    @invariant()
    def nothing_of_the_editors_is_lost(self) -> None:
        if not hasattr(self, "path"):
            return
        assert self.path.exists() != self.deleted
        text = self.path.read_text() if self.path.exists() else ""
        assert all(name in text for name in self.mine)
        if self.path.exists():
            chronology, findings = load(self.content)
            assert findings == ()
            assert self.removed.isdisjoint(chronology.entries[FLOOD].meta.actors)
            assert len(list(self.content.glob("entries/*/*.md"))) == 1


Edits.TestCase.settings = settings(max_examples=15, stateful_step_count=10, deadline=None)
test_no_edit_is_undone = Edits.TestCase
