"""Pages kept from one build to the next are what a build without them makes."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content import Chronology, EntryPage, Page, Source, TopicPage, load
from generator.content.before import Before
from generator.content.before import before as read_before
from generator.content.cache import Cache
from generator.content.reports import Remembered
from generator.site.catalogue import catalogue
from generator.site.compose import compose
from generator.site.data import LaterFile, single
from generator.site.kept import Kept, Memories, kept
from generator.site.options import Options
from generator.site.published import published
from generator.site.rendering import Rendering
from generator.site.rows import Rows

pytestmark = pytest.mark.no_cover

BUNDLE = Path(__file__).parents[2] / "site_overrides" / "assets" / "bundle"
EDITS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("entries", lambda text: text.replace("title: ", "title: Later, ", 1)),
    ("entries", lambda text: text.replace("\ndate: 20", "\ndate: 19", 1)),
    ("entries", lambda text: f"{text}\nMore is [told elsewhere](../../2025/none.md).\n"),
    ("entries", lambda text: text.replace("status: reviewed", "status: draft", 1)),
    ("actors", lambda text: text.replace("name: ", "name: New ", 1)),
    ("places", lambda text: text.replace("name: ", "name: Upper ", 1)),
    ("places", lambda text: text.replace("\nlat: ", "\nlat: 1", 1)),
    ("topics", lambda text: text.replace("name: ", "name: All ", 1)),
    ("entries", lambda text: ""),
    ("actors", lambda text: ""),
)


def everything(
    content: Path, before: Kept | None = None, memory: Memories | None = None
) -> dict[str, str | bytes]:
    with read_before(content, None if memory is None else memory["content"]) as pages_before:
        chronology = load(content, before=pages_before if before else None)[0]
    site = Rendering(catalogue(chronology), Options(bundle=BUNDLE), kept=before)
    pages: dict[str, str | bytes] = {page.path: page.document() for page in compose(site)[0]}
    return pages | {file.path: file.content for file in single(published(site))}


def edit(content: Path, chance: random.Random) -> None:
    if chance.randrange(len(EDITS)) == 0:
        found = chance.choice(sorted((content / "entries").rglob("*.md")))
        shutil.copy(found, found.with_stem(f"{found.stem}-again"))
    folder, change = chance.choice(EDITS)
    file = chance.choice(sorted((content / folder).rglob("*.md")))
    text = change(file.read_text(encoding="utf-8"))
    if text:
        file.write_text(text, encoding="utf-8")
    else:
        file.unlink()


@pytest.mark.parametrize("seed", range(3))
def test_what_was_kept_changes_no_byte_after_edits(
    invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    content, chance = tmp_path / "content", random.Random(seed)  # noqa: S311 -- nothing secret
    shutil.copytree(invented, content)
    memory: Memories | None = defaultdict(dict) if seed else None  # a server's, and a build's
    for _ in range(6):
        with kept(content, Options(bundle=BUNDLE), memory) as before:
            found = everything(content, before, memory)
        assert found == everything(content)
        for _ in range(chance.randrange(1, 4)):
            edit(content, chance)


def test_the_key_moments_of_a_topic_are_those_that_reports_point_at_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    meta = EntryPage(title="Rain", kind="flood", topics=("floods",), sources=(Source(report="r"),))
    metas = {day: meta.model_copy(update={"date": f"2030-01-0{day}"}) for day in range(1, 7)}
    floods = Page(
        id="floods", path="topics/floods.md", meta=TopicPage(name="Floods"), body="", lines={}
    )
    entries = {
        f"2030-01-0{day}-rain": Page(
            id=f"2030-01-0{day}-rain", path=f"entries/2030/{day}.md", meta=each, body="", lines={}
        )
        for day, each in metas.items()
    }
    shown = catalogue(Chronology(entries=entries, topics={"floods": floods}))

    def topic(days: tuple[int, ...]) -> tuple[object, str]:
        told = tuple((dt.date(2030, 1, day), 9) for day in days)
        with kept(tmp_path, Options()) as before:
            site = Rendering(shown, Options(), {"r": Remembered(id="r", days=told)}, kept=before)
            page = next(page for page in compose(site)[0] if page.path == "topics/floods.md")
            return page.made_from, page.document()

    (first, early), (second, late) = topic((1, 2, 3)), topic((4, 5, 6))
    assert early != late
    assert first != second


@pytest.mark.parametrize("seed", range(2))
def test_what_is_made_from_the_same_is_the_same_whatever_was_edited(
    invented: Path, tmp_path: Path, seed: int
) -> None:
    content, chance = tmp_path / "content", random.Random(seed)  # noqa: S311 -- nothing secret
    shutil.copytree(invented, content)
    known: dict[tuple[object, ...], str | bytes] = {}
    made = 0
    for _ in range(8):
        site = Rendering(catalogue(load(content)[0]), Options(bundle=BUNDLE))
        for page in compose(site)[0]:
            made += 1
            assert known.setdefault(page.made_from, page.document()) == page.document()
            if page.together:
                told = (page.path, *page.together)
                assert known.setdefault(told, page.document()) == page.document()
        for file in single(published(site)):
            if isinstance(file, LaterFile):
                made += 1
                before = known.setdefault((file.path, file.made_from), file.content)
                assert before == file.content
        edit(content, chance)
    assert len(known) < made * 3 / 4


@pytest.mark.parametrize(
    ("old", "new", "listed"),
    [("\n---\n", "\n---\nA word more. ", False), ("title: ", "title: A ", True)],
)
def test_lists_are_composed_only_where_something_changed_that_a_list_shows(
    invented: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    old: str,
    new: str,
    listed: bool,
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    content, composed = tmp_path / "content", []
    shutil.copytree(invented, content)

    def lists(site: Rendering) -> list[object]:
        composed.append(site)
        return []

    monkeypatch.setattr("generator.site.compose._lists", lists)
    for _ in range(2):
        with kept(content, Options()) as before:
            compose(Rendering(catalogue(load(content)[0]), Options(), kept=before))
        entry = min((content / "entries").rglob("*.md"))
        entry.write_text(entry.read_text("utf-8").replace(old, new, 1), "utf-8")

    assert len(composed) == 1 + listed


def test_what_is_made_from_the_same_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    made = iter(("first", "second"))
    with kept(tmp_path, Options()) as before:
        assert before.text(("a", 1), lambda: next(made)) == "first"
    with kept(tmp_path, Options()) as before:
        assert before.text(("a", 1), lambda: next(made)) == "first"
        assert before.text(("a", 2), lambda: next(made)) == "second"


def test_other_settings_find_nothing_that_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    for name in ("Ledger", "Chronicle"):
        with kept(tmp_path, Options(name=name)) as before:
            assert before.text("title", lambda: name) == name  # noqa: B023 -- called at once


def test_what_nobody_asks_for_is_kept_where_it_is_said_to_last(tmp_path: Path) -> None:
    made = iter(range(9))
    for asked, lasting in ((("a", "b"), True), (("a",), True), (("a", "b"), True)):
        rows = Cache(tmp_path / "rows.sqlite")
        before = Before(rows, b"base", lasting=lasting)
        found = [before.take(name, b"same", lambda: next(made)) for name in asked]
        before.keep()
        rows.prune()
        rows.close()

    assert found == [0, 1]


def test_a_row_that_was_made_before_is_taken_up_where_it_is_shown(
    invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    shown = catalogue(load(invented)[0])
    entry = shown.dated[0]
    with kept(tmp_path, Options()) as before:
        first = Rendering(shown, Options(), kept=before).rows.row(entry)
        title = first.title
    monkeypatch.setattr(Rows, "_row", lambda *_: pytest.fail("it is made again"))
    with kept(tmp_path, Options()) as before:
        again = Rendering(shown, Options(), kept=before).rows.row(entry)
        assert (again.told, again.title) == (first.told, title)
        assert again == first


def test_what_no_build_asks_for_is_left_while_it_weighs_no_more_than_what_is_of_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))

    def asked(*letters: str) -> list[str]:
        """Return which texts had to be made."""
        made: list[str] = []
        with kept(tmp_path, Options()) as before:
            for letter in letters:
                before.text(letter, lambda letter=letter: made.append(letter) or letter * 900)
        return made

    maps = tuple("abcdef")
    assert asked("large" * 100, *maps) == ["large" * 100, *maps]
    assert asked("large" * 100) == []
    assert asked(*maps) == []
    asked("a")
    assert asked("b") == ["b"]
