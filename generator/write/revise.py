"""Decisions on one entry: another id, withdrawn, a proposal taken or refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.content import EntryPage, Page, ids, ledger
from generator.content.ledger import Record
from generator.content.plain import plain
from generator.errors import UsageError
from generator.write import open_proposals
from generator.write.decide import Settled, entry_of, held, settle, step_for, take_back, text_with
from generator.write.decision_log import Decision
from generator.write.standing import Standing
from generator.write.step import Outcome
from generator.write.threeway import Proposal, item_key


def rename(content: Path, entry: str, new: str) -> str:
    """Give an entry another id, to which the old one redirects; return the old one.

    Raises:
        UsageError: there is no such entry, or the new id is none, or is taken.

    """
    with held(content) as standing:
        page = entry_of(standing, entry)
        was = ("rename", new, (page.id,))
        if take_back(standing, lambda d: (d.command, d.entry, d.others) == was):
            return page.id
        _refuse_id(standing, page, new)
        aliases = [*(own for own in page.meta.aliases if own != new), page.id]
        text = text_with(standing, page, {"aliases": aliases})
        moved = step_for(standing, page, text)
        record = moved.record and ledger.renamed(moved.record, new)
        gone = replace(moved, after=None, record=None, proposals=())
        here = replace(moved, id=new, path=ids.entry_path(new), before=None, record=record)
        records = {
            file: {name: one for name, one in part.items() if name != page.id}
            for file, part in standing.records.items()
        }
        made = Decision(command="rename", entry=page.id, others=(new,))
        settle(
            standing, made, Settled(steps=(here, gone), standing=replace(standing, records=records))
        )
        return page.id


def _refuse_id(standing: Standing, page: Page[EntryPage], new: str) -> None:
    if not ids.is_id(new):
        raise UsageError(f"{new[:80]!r} is not an id: lower-case ASCII, joined by hyphens")
    stated = ids.stated_prefix(new)
    if stated is None or not ids.prefix(page.meta.date).startswith(stated):
        raise UsageError(f"an id begins with the entry's date: {ids.prefix(page.meta.date)}-…")
    if new in standing.taken() - set(page.meta.aliases):
        raise UsageError(f"the id {new} is taken")


def withdraw(content: Path, entry: str, reason: str) -> None:
    """Withdraw an entry: its page stays and says why."""
    with held(content) as standing:
        page = entry_of(standing, entry)
        if not " ".join(reason.split()):
            raise UsageError("say why: --reason TEXT")
        changes = {"status": "withdrawn", "withdrawn_reason": " ".join(reason.split())}
        text = text_with(standing, page, changes)
        made = Decision(command="withdraw", entry=page.id)
        settle(standing, made, Settled(steps=(step_for(standing, page, text),), standing=standing))


def reinstate(content: Path, entry: str) -> None:
    """Take a withdrawal back."""
    with held(content) as standing:
        page = entry_of(standing, entry)
        if take_back(standing, lambda d: d.command == "withdraw" and d.entry == page.id):
            return
        if page.meta.status != "withdrawn":
            raise UsageError(f"{page.id} is not withdrawn")
        record = standing.entries.get(page.id, Record(id=page.id))
        changes = {"status": record.fields.get("status", "draft"), "withdrawn_reason": None}
        text = text_with(standing, page, changes)
        made = Decision(command="reinstate", entry=page.id)
        settle(standing, made, Settled(steps=(step_for(standing, page, text),), standing=standing))


def accept(content: Path, entry: str, field: str | None = None) -> tuple[str, ...]:
    """Write the machine's proposals to an entry, or to one of its fields, into its page.

    Raises:
        UsageError: nothing is proposed there, or the page was changed since.

    """
    with held(content) as standing:
        page, wishes, others = _wishes(standing, entry, field)
        record = standing.entries.get(page.id, Record(id=page.id))
        fields, body = plain(page.meta), page.body
        for wish in wishes:
            here = body if wish.field == "body" else _get(fields, wish.field)
            if here != wish.yours:
                raise UsageError(f"{wish.field} of {page.id} was changed since; generate again")
            if wish.field == "body":
                body = wish.machine or ""
            else:
                fields = _set(fields, wish.field, wish.machine)
        changes = {key: fields.get(key) for key in {**plain(page.meta), **fields}}
        text = text_with(standing, page, changes, body)
        taken = {wish.field for wish in wishes}
        theirs = tuple(own for own in record.theirs if own not in taken)
        decided = replace(_decided(record, wishes), theirs=theirs)
        step = replace(step_for(standing, page, text, decided), proposals=others)
        made = Decision(command="accept", entry=page.id, others=())
        settle(standing, made, Settled(steps=(step,), standing=standing))
        return tuple(sorted(taken))


def refuse(content: Path, entry: str, field: str | None = None) -> tuple[str, ...]:
    """Keep a person's values; the machine proposes again only what it has not proposed before.

    Raises:
        UsageError: nothing is proposed there.

    """
    with held(content) as standing:
        page, wishes, others = _wishes(standing, entry, field)
        record = standing.entries.get(page.id, Record(id=page.id))
        twins = [own for wish in wishes if wish.field == "same_as" for own in wish.machine or ()]
        apart = list(dict.fromkeys([*page.meta.not_same_as, *twins]))
        text = text_with(standing, page, {"not_same_as": apart})
        rest = tuple(wish for wish in wishes if wish.field != "same_as")
        step = step_for(standing, page, text, _decided(record, rest))
        step = replace(step, proposals=others, outcome=Outcome.UNCHANGED)
        parted = tuple(
            step_for(standing, entry_of(standing, own), None, without(standing, own, record))
            for own in twins
        )
        made = Decision(command="refuse", entry=page.id, others=tuple(twins))
        settle(standing, made, Settled(steps=(step, *parted), standing=standing))
        return tuple(sorted(wish.field for wish in wishes))


def without(standing: Standing, entry: str, other: Record) -> Record:
    """Return an entry's record without the passages that are another's."""
    record = standing.entries.get(entry, Record(id=entry))
    return replace(record, traces=tuple(t for t in record.traces if t not in other.traces))


def reconsider(content: Path, entry: str) -> str:
    """Take the last `accept` or `refuse` on an entry back; return which it was."""
    with held(content) as standing:
        page = entry_of(standing, entry)
        commands = ("accept", "refuse")
        found = take_back(standing, lambda d: d.command in commands and d.entry == page.id)
        if found is None:
            raise UsageError(f"nothing was taken or refused on {page.id} that still stands so")
        return found.command


def _wishes(
    standing: Standing, entry: str, field: str | None
) -> tuple[Page[EntryPage], tuple[Proposal, ...], tuple[Proposal, ...]]:
    """Return the page, the proposals that are decided, and those that stay open."""
    page = entry_of(standing, entry)
    known = open_proposals.of(open_proposals.load(standing.content), page.id)
    wishes = tuple(wish for wish in known if field in (None, wish.field))
    if not wishes:
        where = f"{field} of {page.id}" if field else page.id
        raise UsageError(f"nothing is proposed to {where}; `dateline proposals` lists what is")
    return page, wishes, tuple(wish for wish in known if wish not in wishes)


def _decided(record: Record, wishes: Sequence[Proposal]) -> Record:
    """Return the record as though the machine had written what it proposed."""
    fields, body = dict(record.fields), record.body
    for wish in wishes:
        said = wish.machine if wish.base is None else wish.base
        if wish.field == "body":
            body = said or ""
        else:
            fields = _set(fields, wish.field, said)
    return replace(record, fields=fields, body=body)


def _get(fields: Mapping[str, Any], field: str) -> Any:
    """Return the value that a dotted field names; None where there is none."""
    return _walk(fields, "", field)


def _walk(value: Any, here: str, field: str) -> Any:
    if here == field:
        return value
    for path, item in _parts(value, here):
        if field == path or field.startswith(f"{path}."):
            found = _walk(item, path, field)
            if found is not None:
                return found
    return None


def _set(fields: Mapping[str, Any], field: str, new: Any) -> dict[str, Any]:
    """Return the fields with one value changed; None takes it out."""
    if field not in fields and not any(field.startswith(f"{key}.") for key in fields):
        return {**fields, field: new} if new is not None else dict(fields)
    changed: dict[str, Any] = _put(fields, "", field, new)
    return changed


def _put(value: Any, here: str, field: str, new: Any) -> Any:
    parts = list(_parts(value, here))
    named = {path for path, _ in parts}
    inner = {path for path in named if field.startswith(f"{path}.")}
    items = [
        new if path == field else _put(item, path, field, new) if path in inner else item
        for path, item in parts
    ]
    if isinstance(value, Mapping):
        made = {key: item for key, item in zip(value, items, strict=True) if item is not None}
        if field not in named and not inner and new is not None:
            made[field.removeprefix(f"{here}.")] = new
        return made
    if isinstance(value, list):
        return [item for item in items if item is not None]
    return value


def _parts(value: Any, here: str) -> list[tuple[str, Any]]:
    """Name the parts of a value as `threeway` names them."""
    prefix = f"{here}." if here else ""
    if isinstance(value, Mapping):
        return [(f"{prefix}{key}", item) for key, item in value.items()]
    if isinstance(value, list):
        return [(f"{prefix}{item_key(here, item)}", item) for item in value]
    return []
