"""A person's decision on entries: made whole under the lock, noted, and taken back to the byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.content import EntryPage, Page, ids, ledger
from generator.content.frontmatter import RefusedError
from generator.content.ledger import Record
from generator.content.plain import plain
from generator.errors import DatelineError, UsageError
from generator.write import decision_log, open_proposals
from generator.write.commit import commit, opened
from generator.write.decision_log import Decision
from generator.write.dump import UnwritableError, edit
from generator.write.standing import Standing, stand
from generator.write.step import Outcome, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a decision comes to."""

    steps: tuple[Step, ...]
    """What happens to each page."""
    standing: Standing
    """The content folder as the decision found it, with the records that are to stay."""


@contextmanager
def held(content: Path) -> Iterator[Standing]:
    """Hold the content folder while a decision is made on it.

    Raises:
        UsageError: there is no such folder, or another run holds it.

    """
    if not content.is_dir():
        raise UsageError(f"there is no content folder at {content}")
    try:
        with opened(content):
            standing = stand(content)
            if ledger.load(content) != standing.records:
                # A person renamed a file: so that taking the decision back leaves that noted.
                commit(content, (), standing.records)
            yield standing
    except OSError as error:
        raise DatelineError(f"could not write under {content}: {error}") from error


def entry_of(standing: Standing, name: str) -> Page[EntryPage]:
    """Return an entry by its id or a former one.

    Raises:
        UsageError: there is none that can be read.

    """
    entries = standing.chronology.entries
    former = {alias: page.id for page in entries.values() for alias in page.meta.aliases}
    page = entries.get(name) or entries.get(former.get(name, ""))
    if page is None:
        raise UsageError(f"there is no entry {name} that can be read under {standing.content}")
    return page


def text_with(
    standing: Standing, page: Page[EntryPage], changes: Mapping[str, Any], body: str | None = None
) -> str:
    """Return a page's text with some fields changed; None or an empty list takes one out."""
    now = plain(page.meta)
    wanted = {key: value for key, value in {**now, **changes}.items() if value not in (None, [])}
    try:
        ordered = plain(EntryPage.model_validate(wanted))
        text, _ = standing.text(page.path)
        return edit(text, now, ordered, page.body if body is None else body, EntryPage)
    except (UnwritableError, RefusedError, ValidationError) as error:
        raise DatelineError(f"{page.path} cannot be changed: {error}") from error


def step_for(
    standing: Standing, page: Page[EntryPage], text: str | None, record: Record | None = None
) -> Step:
    """Return the step that gives an entry's page a new text, or a new record, or both."""
    before, windows = standing.text(page.path)
    return Step(
        kind="entries",
        id=page.id,
        path=page.path,
        outcome=Outcome.UPDATED,
        before=before,
        after=before if text is None else text,
        windows=windows,
        record=record or standing.entries.get(page.id),
        proposals=open_proposals.of(open_proposals.load(standing.content), page.id),
    )


def settle(before: Standing, made: Decision, settled: Settled) -> None:
    """Write a decision's steps, and note how to take it back."""
    content, steps = before.content, settled.steps
    log = decision_log.load(content)
    paths = tuple(dict.fromkeys(step.path for step in steps))
    wishes = open_proposals.load(content)
    after = {step.path: step.after for step in steps}
    now = ledger.entries(ledger.load(content))
    then = {**settled.standing.entries, **{s.id: s.record for s in steps if s.record}}
    touched = {own for own in {*now, *then} if now.get(own) != then.get(own)}
    names = tuple(sorted({*touched, *(step.id for step in steps)}))
    noted = replace(
        made,
        pages=decision_log.now(content, paths),
        records=decision_log.lines(now, names),
        proposals=tuple(wish for wish in wishes if wish[0] in names),
    )
    lines = decision_log.lines(then, names)
    noted = replace(noted, after=decision_log.fingerprint(after, lines, names))
    own = {decision_log.FILE: decision_log.render([*log, noted])}
    commit(content, steps, settled.standing.records, own=own)


def take_back(standing: Standing, wanted: Callable[[Decision], bool]) -> Decision | None:
    """Undo the last decision of that kind to the byte; None where what it left was changed."""
    content = standing.content
    log = decision_log.load(content)
    found = next((one for one in reversed(log) if wanted(one)), None)
    if found is None:
        return None
    loaded = ledger.load(content)
    pages = {
        path: text if text is None else text.replace("\r\n", "\n")
        for path, text in decision_log.now(content, found.pages).items()
    }
    names = tuple(sorted(found.records))
    lines = decision_log.lines(ledger.entries(loaded), names)
    if decision_log.fingerprint(pages, lines, names) != found.after:
        return None
    own = {decision_log.FILE: decision_log.render([one for one in log if one is not found])}
    gone = {name for name, line in found.records.items() if line is None}
    kept: ledger.Records = {
        file: {name: record for name, record in part.items() if name not in gone}
        for file, part in loaded.items()
    }
    commit(content, _restored(found, pages), kept, own=own)
    return found


def _restored(made: Decision, now: Mapping[str, str | None]) -> Sequence[Step]:
    """Return the steps back to the pages and records before a decision."""
    left = dict(made.pages)
    steps: list[Step] = []
    for name, line in sorted(made.records.items()):
        path = ids.entry_path(name)
        text = left.pop(path, None)
        steps.append(
            Step(
                kind="entries",
                id=name,
                path=path,
                outcome=Outcome.UPDATED,
                before=now.get(path),
                after=None if text is None else text.replace("\r\n", "\n"),
                windows=text is not None and "\r\n" in text,
                record=ledger.parse(line, decision_log.FILE) if line else None,
                proposals=tuple(wish for own, wish in made.proposals if own == name),
            )
        )
    if left:
        raise DatelineError(f"{decision_log.FILE}: {min(left)} is no entry's page")
    return steps
