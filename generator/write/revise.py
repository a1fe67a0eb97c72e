"""Decisions on one entry: another id, withdrawn, a proposal taken or refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.content import EntryPage, Page, ids
from generator.content.ledger import Record
from generator.content.plain import plain
from generator.errors import UsageError
from generator.write import open_proposals
from generator.write.decide import Settled, entry_of, held, settle, step_for, take_back, text_with
from generator.write.decision_log import Decision
from generator.write.fields import value_at, with_value
from generator.write.lineage import end
from generator.write.standing import Standing
from generator.write.step import Outcome
from generator.write.threeway import Proposal


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
        text = text_with(standing, page, {"aliases": _former(page.meta.aliases, page.id, new)})
        moved = step_for(standing, page, text)
        last = standing.entries.get(page.id, Record(id=page.id))
        aliases = _former(last.fields.get("aliases", ()), page.id, new)
        fields = {**last.fields, "aliases": aliases} if last.fields else {}
        here = replace(
            moved,
            id=new,
            path=ids.entry_path(new),
            before=None,
            record=replace(last, id=new, fields=fields) if moved.record else None,
        )
        leads = Record(id=page.id, merged_into=new)
        gone = replace(moved, after=None, record=leads, proposals=())
        made = Decision(command="rename", entry=page.id, others=(new,))
        settle(standing, made, Settled(steps=(here, gone), standing=standing))
        return page.id


def _former(aliases: Sequence[str], old: str, new: str) -> list[str]:
    """Return an entry's former ids once it has another."""
    return [*(own for own in aliases if own != new), old]


def _refuse_id(standing: Standing, page: Page[EntryPage], new: str) -> None:
    if not ids.is_id(new):
        raise UsageError(f"{new[:80]!r} is not an id: lower-case ASCII, joined by hyphens")
    record = standing.entries.get(new, Record(id=new, merged_into=page.id))
    leads_here = new in page.meta.aliases and end(new, {**standing.entries, new: record}) == page.id
    if leads_here and not record.traces:
        return  # its own former id
    if new in standing.taken():
        raise UsageError(f"the id {new} is taken")
    stated = ids.stated_prefix(new)
    if stated is None or not ids.prefix(page.meta.date).startswith(stated):
        raise UsageError(f"an id begins with the entry's date: {ids.prefix(page.meta.date)}-…")


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
            here = body if wish.field == "body" else value_at(fields, wish.field)
            if here != wish.yours:
                raise UsageError(f"{wish.field} of {page.id} was changed since; generate again")
            if wish.field == "body":
                body = wish.machine or ""
            else:
                fields = with_value(fields, wish.field, wish.machine)
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
            fields = with_value(fields, wish.field, said)
    decided = {wish.field: wish.machine for wish in wishes}
    offered = {key: said for key, said in record.offered.items() if decided.get(key) != said}
    return replace(record, fields=fields, body=body, offered=offered)
