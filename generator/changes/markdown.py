"""Changes as Markdown for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.changes.compare import Changes, PageChange
from generator.changes.escape import code, text
from generator.changes.leaves import Difference
from generator.content import Source

LENGTH = 65_000
"""Units of UTF-16: a comment on GitHub may have 65,536 characters."""
FIELDS = 40
"""Fields of one page that are listed; an entry with ten sources rewritten has as many."""
VALUES = 10
"""Values of one list that are listed."""
TITLE = "## What this does to the chronology"
NOTHING = "No page of the chronology changes."


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One heading and what stands under it."""

    title: str
    items: tuple[str, ...]


def markdown(changes: Changes, *, length: int = LENGTH) -> str:
    """Say what changed; what goes beyond the length is counted instead."""
    sections = [section for section in _sections(changes) if section.items]
    if not sections:
        return f"{TITLE}\n\n{NOTHING}\n"
    counts = ", ".join(
        f"{one.title[0].lower()}{one.title[1:]}: {len(one.items)}" for one in sections
    )
    head = f"{TITLE}\n\n{counts[0].upper()}{counts[1:]}.\n"
    return _cut(head, sections, length)


def _cut(head: str, sections: Iterable[Section], length: int) -> str:
    """Join the sections so far as they fit, and count the items that do not."""
    parts, left, missing = [head], length - _size(head) - 100, 0
    for section in sections:
        title = f"\n### {section.title}\n\n"
        for at, item in enumerate(section.items):
            block = f"{title if at == 0 else ''}{item}\n"
            if missing or _size(block) > left:
                missing += 1
                continue
            parts.append(block)
            left -= _size(block)
    if missing:
        noun = "item is" if missing == 1 else "items are"
        parts.append(f"\n{missing:,} more {noun} not shown: the comment would be too long.\n")
    return "".join(parts)


def _size(block: str) -> int:
    return len(block.encode("utf-16-le")) // 2


def _sections(changes: Changes) -> Iterator[Section]:
    entries = [one for one in changes.pages if one.kind == "entries"]

    def listed(
        title: str, which: Callable[[PageChange], object], say: Callable[[PageChange], str]
    ) -> Section:
        return Section(title=title, items=tuple(say(one) for one in entries if which(one)))

    yield Section(title="Pages that cannot be read", items=tuple(map(_path, changes.unread)))
    yield Section(title="Pages with findings", items=tuple(map(_path, changes.unsound)))
    yield listed("Entries added", lambda one: one.before is None, _added)
    yield listed("Entries moved on the timeline", lambda one: one.moved, _moved)
    yield listed("Entries changed", lambda one: one.rest() or one.renamed, _changed)
    yield listed("Entries withdrawn", lambda one: one.withdrawn, _withdrawn)
    yield listed("Entries removed", lambda one: one.after is None, _removed)
    yield from _registry(changes)
    new = (_source(one, source) for one in entries for source in one.sources())
    yield Section(title="Sources added", items=tuple(new))


def _registry(changes: Changes) -> Iterator[Section]:
    names = {"actors": "actors", "places": "places", "topics": "topics", "site": "other pages"}
    for kind, noun in names.items():
        pages = [one for one in changes.pages if one.kind == kind]
        new = (_new(one) for one in pages if one.before is None)
        yield Section(title=f"New {noun}", items=tuple(new))
    rest = [one for one in changes.pages if one.kind != "entries" and one.before]
    both = (_changed(one) for one in rest if one.after)
    yield Section(title="Actors, places, topics and other pages changed", items=tuple(both))
    gone = (f"- {_named(one)}" for one in rest if not one.after)
    yield Section(title="Actors, places, topics and other pages removed", items=tuple(gone))


def _added(one: PageChange) -> str:
    _, date = one.value("date")
    meta = one.page.meta
    rows = [f"- {code(date or 'undated')} {_named(one)}, {code(getattr(meta, 'kind', ''))}"]
    for name in ("actors", "places", "topics"):
        ids = getattr(meta, name, ())
        if ids:
            rows.append(f"  - {name}: {_few(ids)}")
    return "\n".join(rows)


def _moved(one: PageChange) -> str:
    was, now = (code(date or "undated") for date in one.value("date"))
    return f"- {_named(one)}: {was} → {now}"


def _changed(one: PageChange) -> str:
    rows = [f"- {_named(one)}"]
    if one.renamed and one.before:
        rows.append(f"  - id: {code(one.before.id)} → {code(one.page.id)}")
    rest = one.rest()
    rows += [f"  - *{text(found.field)}*: {_difference(found)}" for found in rest[:FIELDS]]
    if len(rest) > FIELDS:
        rows.append(f"  - and {len(rest) - FIELDS:,} more fields")
    return "\n".join(rows)


def _difference(found: Difference) -> str:
    if len(found.gone) == len(found.new) == 1:
        return f"{_shown(found.gone[0])} → {_shown(found.new[0])}"
    parts = []
    for word, values in (("added", found.new), ("removed", found.gone)):
        if values:
            more = f" and {len(values) - VALUES:,} more" if len(values) > VALUES else ""
            parts.append(f"{word} {', '.join(map(_shown, values[:VALUES]))}{more}")
    return ", ".join(parts)


def _shown(value: str) -> str:
    """Return a value, of several words between quotation marks."""
    return f"“{text(value)}”" if " " in value.strip() else text(value)


def _withdrawn(one: PageChange) -> str:
    _, reason = one.value("withdrawn_reason")
    return f"- {_named(one)}: {text(reason or 'no reason is given')}"


def _removed(one: PageChange) -> str:
    leads = f", which leads to {code(one.leads_to)}" if one.leads_to else ""
    return f"- {_named(one)}{leads}"


def _new(one: PageChange) -> str:
    meta = one.page.meta
    facts = (getattr(meta, name, None) for name in ("kind", "country", "status"))
    said = ", ".join(text(str(fact)) for fact in facts if fact)
    return f"- {_named(one)}{f': {said}' if said else ''}"


def _source(one: PageChange, source: Source) -> str:
    said = [text(source.publisher)] if source.publisher else []
    said += [f"“{text(source.title)}”"] if source.title else []
    said += [code(source.published)] if source.published else []
    said += [code(source.url)] if source.url else []
    said += [f"report {code(source.report)}"] if source.report else []
    return f"- {code(one.page.id)}: {', '.join(said)}"


def _named(one: PageChange) -> str:
    meta = one.page.meta
    name = getattr(meta, "title", None) or getattr(meta, "name", None)
    return f"**{text(name)}** ({code(one.page.id)})" if name else code(one.page.path)


def _few(ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - VALUES:,} more" if len(ids) > VALUES else ""
    return ", ".join(map(code, ids[:VALUES])) + more


def _path(path: str) -> str:
    return f"- {code(path)}: `dateline check` says what is wrong"
