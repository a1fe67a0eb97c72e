"""Ids and names tell pages apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from generator import edtf
from generator.check.subject import Subject
from generator.content import ids
from generator.content.nearest import nearest
from generator.errors import Finding
from generator.lexicons import table

_NEAR = 0.8
"""Likeness from which a kind is taken for a slip: `atack` has .91, `closure` under .6."""


def ids_say_the_date(subject: Subject) -> Iterator[Finding]:
    """Find new entries whose id does not begin with their date; one once given stays."""
    for page in subject.chronology.entries.values():
        if page.id in subject.records:
            continue
        stated = ids.stated_prefix(page.id)
        wanted = ids.prefix(page.meta.date)
        if stated is None or (stated == ids.UNDATED) != (wanted == ids.UNDATED):
            agrees = False
        else:
            agrees = stated == wanted or edtf.overlaps(stated, page.meta.date or stated)
        if not agrees:
            message = f"the id {page.id!r} does not begin with the entry's date, {wanted}"
            fix = f"Name the file `{wanted}-….md`; once published, name the old id in `aliases`."
            yield subject.finding(page, "date", "E020", message, fix)


def former_ids_are_free(subject: Subject) -> Iterator[Finding]:
    """Find redirecting ids that are an entry's own, or redirect to two."""
    owners: dict[str, str] = {}
    for page in subject.chronology.entries.values():
        for at, alias in enumerate(page.meta.aliases):
            first = owners.setdefault(alias, page.id)
            other = alias if f"entries/{alias}" in subject.present else first
            if other != page.id or alias == page.id:
                message = f"{alias!r} is an id of {other!r} already"
                fix = "Take it away here, or there."
                yield subject.finding(page, f"aliases.{at}", "E022", message, fix)


def actors_share_no_name(subject: Subject) -> Iterator[Finding]:
    """Find names that two actors answer to: what they mean would be left unlinked."""
    owners: dict[str, list[str]] = defaultdict(list)
    actors = subject.chronology.actors
    for page in actors.values():
        for name in {n.casefold() for n in (page.meta.name, *page.meta.aliases)}:
            owners[name].append(page.id)
    for page in actors.values():
        names = (("name", page.meta.name), *_numbered(page.meta.aliases))
        for key, name in names:
            others = [own for own in owners[name.casefold()] if own != page.id]
            if others:
                message = f"{name!r} is a name of {', '.join(map(repr, others))} too"
                fix = "Leave it to one of them, or merge the two pages."
                yield subject.finding(page, key, "E035", message, fix)


def kinds_are_spelt_right(subject: Subject) -> Iterator[Finding]:
    """Find kinds that are nearly one of the lexicon's; a curator may use others."""
    for page in subject.chronology.entries.values():
        kind = page.meta.kind
        near = None if kind in _kinds() else nearest(kind, _kinds(), likeness=_NEAR)
        if near:
            message = f"{kind!r} is not a kind of the lexicon, and nearly one"
            yield subject.finding(page, "kind", "E037", message, f"Did you mean `{near}`?")


def _numbered(aliases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((f"aliases.{at}", alias) for at, alias in enumerate(aliases))


@cache
def _kinds() -> tuple[str, ...]:
    return (*(row[0] for row in table("en/event_kinds")), "planned")
