"""A run over what has not changed since the last run is done at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from held import bytes_of
from typer.testing import CliRunner

from generator import generating, pipeline, workers
from generator.cli import app
from generator.content import settled
from generator.errors import Finding

STORM = "A storm flooded the harbour of Rotterdam on Tuesday and injured twelve people.\n"
STRIKE = "Nurses in Lisbon went on strike on 5 March 2024. Minister Ana Prado met them.\n"
Said = tuple[int, str]


class World:
    """Articles and content of a test, the command, and how many runs were done in full."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seeds, self.content, self.cache = (folder / n for n in ("seeds", "content", "cache"))
        self.seeds.mkdir()
        self.whole = 0
        self.meanwhile: Callable[[], None] = lambda: None
        (self.seeds / "storm.txt").write_text(STORM, encoding="utf-8")
        (self.seeds / "storm.yml").write_text("published: 2026-03-04\n", encoding="utf-8")
        (self.seeds / "strike.txt").write_text(STRIKE, encoding="utf-8")
        monkeypatch.setenv("DATELINE_CACHE", str(self.cache))
        real = pipeline.generate

        def counted(*given: object, **options: object) -> pipeline.Outcome:
            self.whole += 1
            done = real(*given, **options)  # type: ignore[arg-type]
            self.meanwhile()
            return done

        monkeypatch.setattr(pipeline, "generate", counted)

    def run(self, *options: str, seeds: Path | None = None) -> Said:
        """Run the command."""
        call = ["generate", str(seeds or self.seeds), "--content", str(self.content), *options]
        done = CliRunner().invoke(app, call)
        return done.exit_code, done.output.strip()  # a bar that ends leaves an empty line

    def entry(self) -> Path:
        """Return the page of the storm."""
        return next((self.content / "entries" / "2026").glob("*.md"))


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """Return a world in which a run changed nothing."""
    made = World(tmp_path, monkeypatch)
    made.run()
    made.run()
    made.whole = 0
    return made


def test_a_run_after_one_that_changed_nothing_says_the_same_and_is_not_done(world: World) -> None:
    known, before = world.run(), bytes_of(world.content)
    assert world.whole == 0

    shutil.rmtree(world.cache / "settled")

    assert world.run() == known
    assert world.whole == 1
    assert bytes_of(world.content) == before
    assert known[0] == 1
    assert "strike.txt" in known[1]


def test_a_run_after_one_that_changed_something_says_what_it_would_and_is_not_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(tmp_path, monkeypatch)
    for again in ("", "A second storm flooded the harbour of Antwerp on Monday.\n"):
        if again:
            (world.seeds / "again.txt").write_text(again, encoding="utf-8")
        world.run()
        world.whole, left = 0, bytes_of(world.content)

        said = world.run()
        assert world.whole == 0
        assert "0 new, 0 updated" in said[1]

        shutil.rmtree(world.cache / "settled")
        assert world.run() == said
        assert world.whole == 1
        assert bytes_of(world.content) == left


@pytest.mark.parametrize("first", [True, False])
def test_a_run_while_which_a_person_wrote_is_followed_by_a_whole_one(
    world: World, *, first: bool
) -> None:
    if first:
        shutil.rmtree(world.content)
    world.meanwhile = lambda: edit_entry(world)
    (world.seeds / "again.txt").write_text("Fire destroyed a mill in Ghent.\n", encoding="utf-8")
    world.run()
    world.meanwhile = lambda: None
    world.whole = 0

    _, said = world.run()

    assert world.whole == 1
    assert "1 kept" in said


def test_what_people_wrote_has_a_run_that_changed_something_done_once_more(world: World) -> None:
    edit_entry(world)
    (world.seeds / "again.txt").write_text(
        "A fire destroyed a mill in Ghent on 4 May 2024.\n", encoding="utf-8"
    )
    _, said = world.run()
    assert "1 new" in said

    world.run()

    assert world.whole == 2


def edit_entry(world: World) -> None:
    text = world.entry().read_text(encoding="utf-8")
    world.entry().write_text(text.replace("injured", "hurt"), encoding="utf-8")


def edit_name(world: World) -> None:
    page = next((world.content / "places").glob("*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nA harbour.\n", encoding="utf-8")


def delete_entry(world: World) -> None:
    world.entry().unlink()


def edit_seed(world: World) -> None:
    (world.seeds / "strike.yml").write_text("published: 2024-03-06\n", encoding="utf-8")


def edit_seed_at_the_same_time(world: World) -> None:
    seed = world.seeds / "storm.txt"
    found = seed.stat()
    seed.write_text(STORM.replace("twelve", "eleven"), encoding="utf-8")
    os.utime(seed, ns=(found.st_atime_ns, found.st_mtime_ns))


def damage_note(world: World) -> None:
    for note in (world.cache / "settled").iterdir():
        note.write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        edit_entry,
        edit_name,
        delete_entry,
        edit_seed,
        edit_seed_at_the_same_time,
        damage_note,
    ],
)
def test_after_any_change_a_run_is_done_as_if_nothing_were_known(
    world: World, tmp_path: Path, change: Callable[[World], None]
) -> None:
    change(world)
    copy = shutil.copytree(world.content, tmp_path / "before")
    said, left = world.run(), bytes_of(world.content)
    assert world.whole == 1

    shutil.rmtree(world.cache)
    shutil.rmtree(world.content)
    copy.rename(world.content)

    assert world.run() == said
    assert bytes_of(world.content) == left


@pytest.mark.parametrize("option", ["--dry-run", "--profile"])
def test_a_run_that_shows_more_is_always_done(world: World, option: str) -> None:
    world.run(option)

    assert world.whole == 1


def test_other_articles_are_another_run(world: World) -> None:
    world.run(seeds=world.seeds / "storm.txt")

    assert world.whole == 1


def test_the_sidecar_of_a_single_file_is_looked_at(world: World) -> None:
    one = world.seeds / "storm.txt"
    world.run(seeds=one)
    world.run(seeds=one)
    assert world.whole == 1
    (world.seeds / "storm.yml").write_text("published: 2026-03-05\n", encoding="utf-8")

    world.run(seeds=one)

    assert world.whole == 2


def test_another_program_does_a_run_anew(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled, "program", lambda *_: b"another")

    world.run()

    assert world.whole == 1


def test_beside_a_link_every_run_is_done(world: World) -> None:
    (world.seeds / "linked.txt").symlink_to(world.seeds / "storm.txt")
    world.run()
    world.run()

    assert world.whole == 2


def test_an_edit_while_a_run_goes_on_has_the_next_one_done(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = pipeline.generate

    def disturbed(*given: object, **options: object) -> pipeline.Outcome:
        outcome = counted(*given, **options)  # type: ignore[arg-type]
        edit_entry(world)
        return outcome

    shutil.rmtree(world.cache / "settled")
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "generate", disturbed)
        world.run()

    world.run()

    assert world.whole == 2


def test_an_article_that_was_lost_is_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = Finding("storm.txt", 0, "", generating.LOST, "it ended the process", "")
    outcome = pipeline.generate(world.seeds, world.content)
    broken = type(outcome)(findings=(lost,), events=(), summary=outcome.summary, read=2, again=2)
    shutil.rmtree(world.cache / "settled")
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "generate", lambda *_, **__: broken)
        world.run()
    world.whole = 0

    world.run()

    assert world.whole == 1


def test_no_model_is_loaded_where_no_article_is_read_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[bool] = []
    monkeypatch.setattr(workers, "prepare", lambda: prepared.append(True))
    shutil.rmtree(world.cache / "settled")

    world.run("--jobs", "2")

    assert world.whole == 1
    assert prepared == []
