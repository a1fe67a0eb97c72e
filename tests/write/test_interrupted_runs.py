import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import killed
import pytest
from killed import ACTS
from stories import ACQUITTAL, ENTITIES, GAZETTE, HERALD, OBSERVER, event, told, tree

from generator.errors import DatelineError, UsageError
from generator.model import Event
from generator.write import files, mend, write

BEFORE = (event(GAZETTE), event(OBSERVER, title="Streets dry"))
AFTER = (
    event(GAZETTE, OBSERVER, title="Flood kills three"),
    event(ACQUITTAL, title="Banker acquitted"),
    event(HERALD, title="Four dead"),
)
LATER = (event(GAZETTE, OBSERVER, HERALD, title="Flood, later"), event(ACQUITTAL, title="Free"))


class KilledError(BaseException):
    """Stands for a process that ends at once."""


def run(content: Path, events: tuple[Event, ...]) -> None:
    write(told(events), ENTITIES, content)


def start(content: Path) -> None:
    """Write entries and edit one, so that there is something to lose."""
    run(content, BEFORE)
    path = content / "entries" / "2024" / "2024-09-17-flood-kills-people-in-ostrava.md"
    text = path.read_text().replace("status: draft", "status: disputed  # by hand")
    path.write_text(text)


@pytest.fixture
def killer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Return a function that has the nth change of the disk, and all after it, fail."""

    def kill_at(moment: int) -> None:
        count = [0]

        def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
            def act(*args: Any, **named: Any) -> Any:
                count[0] += 1
                if count[0] >= moment:
                    raise KilledError
                return real(*args, **named)

            return act

        for name in ("fsync", "replace", "unlink"):
            monkeypatch.setattr(f"os.{name}", guarded(getattr(os, name)))

    yield kill_at
    monkeypatch.undo()


def kill(content: Path, moment: int, killer: Callable[[int], None]) -> None:
    start(content)
    killer(moment)
    with suppress(KilledError):
        run(content, AFTER)


@pytest.mark.parametrize("name", ACTS)
def test_a_run_or_decision_killed_at_any_moment_has_happened_or_has_not(
    tmp_path: Path, killer: Callable[[int], None], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    base = tmp_path / "start"
    killed.run(base, killed.BEFORE)
    for page in base.glob("entries/*/*.md"):
        page.write_text(page.read_text().replace("status: draft", "status: disputed  # mine"))
    shutil.copytree(base, tmp_path / "whole")
    ACTS[name](tmp_path / "whole")
    before, whole = tree(base), tree(tmp_path / "whole")
    ends = []
    for moment in range(1, 200):
        content = tmp_path / str(moment)
        shutil.copytree(base, content)
        killer(moment)
        try:
            ACTS[name](content)
        except KilledError:
            monkeypatch.undo()
        else:
            break
        mend(content)
        left = {path: text for path, text in tree(content).items() if not left_over(path)}
        ends.append(left == whole)
        assert left in (before, whole)
        if not ends[-1]:
            ACTS[name](content)
            assert tree(content) == whole
    # First it has not happened, then it has, and at no moment is it anything else.
    assert ends == sorted(ends)
    assert {*ends} == {False, True}


def left_over(path: str) -> bool:
    """Whether a file is swept away when the folder is opened next."""
    return path.endswith((".part", "lock.holder"))


@pytest.mark.parametrize("moment", [2, 5, 8, 10, 12, 14])
def test_what_a_killed_run_wrote_is_not_taken_for_a_persons_edit(
    tmp_path: Path,
    killer: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
    moment: int,
) -> None:
    content = tmp_path / "content"
    kill(content, moment, killer)
    monkeypatch.undo()
    summary = write(told(LATER), ENTITIES, content)
    assert summary.kept == ("2024-09-17-flood-kills-people-in-ostrava",)
    assert summary.proposals == ()


def test_a_full_disk_leaves_the_old_content_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    start(content)
    before = tree(content)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DatelineError, match="No space left"):
        run(content, AFTER)
    assert tree(content) == before


@pytest.mark.parametrize("files_written", range(6))
def test_a_disk_that_fills_up_leaves_the_old_content_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files_written: int
) -> None:
    content = tmp_path / "content"
    start(content)
    before = tree(content)
    left, real = [files_written], os.fsync

    def fill(handle: int) -> None:
        if os.fstat(handle).st_size and stat.S_ISREG(os.fstat(handle).st_mode):
            left[0] -= 1
            if left[0] < 0:
                raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr("os.fsync", fill)
    with pytest.raises(DatelineError, match="No space left"):
        run(content, AFTER)
    assert tree(content) == before


def test_leftovers_of_a_killed_run_are_swept(tmp_path: Path) -> None:
    content = tmp_path / "content"
    start(content)
    left = content / "entries" / "2024" / ".dateline-x.md.part"
    left.write_text("half")
    run(content, BEFORE)
    assert not left.exists()


def test_the_lock_says_who_holds_it(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    with files.locked(content), pytest.raises(UsageError, match=rf"process {os.getpid()} of .* on"):
        run(content, BEFORE)


def test_the_lock_of_a_dead_run_holds_nobody_up(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / ".ledger").mkdir(parents=True)
    (content / ".ledger" / "lock").touch()
    (content / ".ledger" / "lock.holder").write_text('{"process": 1}')
    run(content, BEFORE)
    assert not (content / ".ledger" / "lock.holder").exists()
