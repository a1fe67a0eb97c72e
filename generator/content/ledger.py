"""What the generator last wrote, one line a page, under `content/.ledger/`.

Entries stand in `YYYY.jsonl` by the year of their id (`undated.jsonl` without one), actors and
places in `actors.jsonl` and `places.jsonl`. The ledger lies in the content folder and comes by
pull request like it: what it says is checked, and it names no path.
"""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.content import ids
from generator.content.paths import LEDGER, safe_path
from generator.content.shelf import Shelved
from generator.errors import DatelineError


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Where one report tells the event."""

    report: str
    """Report id."""
    kind: str
    """Event kind as extracted."""
    passage: tuple[int, int]
    """The main passage in the article's text: start and end, end exclusive."""
    trigger: tuple[int, int]
    """The word that tells it."""
    quote: str = ""
    """The first words of the main passage, for when the article's text has moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """Words that date the event in one report."""

    report: str
    """Report id."""
    date: str
    """What they date it to, EDTF."""
    words: str
    """As they stand in the report: `on Tuesday`; empty where only the publication bounds it."""
    rule: str
    """The rule that tied them to the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why two reports were taken to tell one event."""

    a: str
    """Report id."""
    b: str
    """Report id."""
    score: float
    """0 to 1."""
    words: tuple[str, ...]
    """Each agreement in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the generator last wrote to one page, and why."""

    id: str
    """The page's id, given once."""
    fields: dict[str, Any] = field(default_factory=dict)
    """Front matter as last written, with items that a person took out."""
    body: str = ""
    """Body as last written."""
    dates: tuple[DateWords, ...] = ()
    """Evidence of the date, report by report."""
    traces: tuple[Trace, ...] = ()
    """Where each report tells it."""
    reasons: tuple[Why, ...] = ()
    """Why its reports were merged."""
    theirs: tuple[str, ...] = ()
    """Fields and items that a person wrote, which stay even where the machine agreed."""
    merged_into: str | None = None
    """The entry that it leads to, which took it up or is its new name; its own file is gone."""
    offered: dict[str, Any] = field(default_factory=dict)
    """What people wrote into entries that it took up, by field: proposed until it is decided."""

    @property
    def reports(self) -> frozenset[str]:
        """The reports that tell it."""
        return frozenset(trace.report for trace in self.traces)


Records = dict[str, MutableMapping[str, Record]]
"""Records by ledger file (`2025`, `undated`, `actors`, `places`), then by id."""

KINDS = ("entries", "actors", "places")
"""Pages that the generator writes."""
_IDS = ("actors", "places", "topics", "same_as", "not_same_as")


def entry_file(entry: str) -> str:
    """Return the ledger file of an entry: `2025`."""
    return ids.folder(entry)


def is_part(name: str) -> bool:
    """Whether a file of that stem is the ledger's."""
    return name in ("actors", "places", ids.UNDATED) or name.isdecimal()


def load(content: Path, kinds: Collection[str] = KINDS) -> Records:
    """Read what the ledger says of pages of some kinds; it lies on disk until it is asked for.

    Raises:
        DatelineError: a line is not a record; the message names it.

    """
    folder = safe_path(content, LEDGER)
    found: Records = {}
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        if not is_part(path.stem) or _kind(path.stem) not in kinds:
            continue
        safe_path(content, f"{LEDGER}/{path.name}")
        part = found[path.stem] = Shelved[Record]()
        with path.open(encoding="utf-8") as rows:
            for number, row in enumerate(rows, start=1):
                record = parse(row, f"{path}:{number}")
                part[record.id] = record
    return found


@cache
def _reader() -> TypeAdapter[Record]:
    return TypeAdapter(Record)  # made where a ledger is read, which a site may not have


def parse(row: str, where: str) -> Record:
    """Read one line of the ledger; `where` names it in the message of what is wrong."""
    try:
        record = _reader().validate_json(row)
    except ValidationError as error:
        problem = error.errors()[0]["msg"]
        raise DatelineError(f"{where}: this is not a line of the ledger: {problem}") from error
    if not _is_shaped(record.fields):
        raise DatelineError(f"{where}: the fields are not those of a page")
    named = (record.id, record.merged_into or record.id)
    if not all(ids.is_id(name) for name in named):
        raise DatelineError(f"{where}: {record.id[:80]!r} is not the id of a page")
    return record


def _is_shaped(fields: Mapping[str, Any]) -> bool:
    """Whether fields are built as a page's are, so that they can be compared with one's."""
    lists = {name: fields.get(name, []) for name in (*_IDS, "aliases", "figures", "sources")}
    if not all(isinstance(items, list) for items in lists.values()):
        return False
    groups = [*lists["figures"], *lists["sources"]]
    if not all(isinstance(group, dict) for group in groups):
        return False
    claims = [figure.get("claims") for figure in lists["figures"]]
    if not all(isinstance(items, list) for items in claims):
        return False
    return all(isinstance(claim, dict) for items in claims for claim in items) and all(
        isinstance(item, str) for name in (*_IDS, "aliases") for item in lists[name]
    )


def line(record: Record) -> str:
    """Write one line of the ledger."""
    return json.dumps(_spare(_data(record)), default=_data, ensure_ascii=False, sort_keys=True)


def render(records: Iterable[Record]) -> str:
    """Write a file of the ledger, sorted by id."""
    return "".join(f"{line(record)}\n" for record in sorted(records, key=lambda r: r.id))


def entries(records: Records) -> Mapping[str, Record]:
    """Return the records of entries by id, as they are at any time."""
    parts = (part for name, part in sorted(records.items()) if _kind(name) == "entries")
    return ChainMap(*reversed([*parts]))


def _kind(part: str) -> str:
    return part if part in ("actors", "places") else "entries"


def _data(part: Record | Trace | DateWords | Why) -> dict[str, Any]:
    """Return the fields as they are; `asdict` would copy all that is in them."""
    return {name: getattr(part, name) for name in part.__slots__}


def _spare(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty: a ledger is read by people too, in a pull request."""
    return {key: value for key, value in data.items() if value not in ("", None, (), {})}
