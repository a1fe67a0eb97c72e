"""What a form suggests: an entry, as answers to the questions, or an article, as a seed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import edtf, write
from generator.authoring.form import ARTICLE, ENTRY, filled
from generator.authoring.page import Answer, Drafted, id_for, kind_for
from generator.content import Source, ids, spelling
from generator.content.frontmatter import Document
from generator.content.plain import plain
from generator.content.validate import typed
from generator.errors import Finding

NAMES = 50
"""Names in one list; an entry names a dozen at most."""
_FACTS = ("title", "publisher", "url", "published")
_NO_TEXT = (
    "Nothing is fetched here. Paste the sentences that tell the events under Text, or start from "
    "the address on your own machine: `dateline new entry --from ADDRESS`."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An entry that a form suggests."""

    said: Mapping[str, Answer]
    """By the keys of the questions; names as ids."""
    unknown: Mapping[str, tuple[str, ...]]
    """Names that no page has, by `actors` and `places`: left out of the entry."""
    kind: str | None = None
    """What was written as the kind, where another is taken."""


def suggestion(path: Path, names: Callable[[str], Mapping[str, str]]) -> Suggestion:
    """Read the form of an entry; UsageError where there is none."""
    values = filled(path, ENTRY)
    said: dict[str, Answer] = {key: value for key, value in values.items() if key != "kind"}
    unknown: dict[str, tuple[str, ...]] = {}
    for folder in ("actors", "places"):
        listed = re.split(r"[,;\n]", values.get(folder, ""))[:NAMES]
        found = {" ".join(one.split()): id_for(one, names(folder)) for one in listed if one.strip()}
        said[folder] = tuple(dict.fromkeys(own for own in found.values() if own))
        unknown[folder] = tuple(name for name, own in found.items() if own is None)
    kind = values.get("kind", "")
    said["kind"] = kind_for(kind) or "other" if kind else "other"
    return Suggestion(
        said=said, unknown=unknown, kind=kind if said["kind"] != ids.slug(kind or "other") else None
    )


def article(path: Path, seeds: Path) -> Drafted:
    """Make a seed of the form of an article, and say what is wrong with it."""
    values = filled(path, ARTICLE)
    meta = {key: values[key] for key in _FACTS if key in values}
    day = values.get("published", "")
    meta["published"] = spelling.date(day) or day
    name = ids.slug(f"{meta['published']} {values.get('publisher', '')} {values.get('title', '')}")
    own, where = f"{name}.md", f"{seeds.name}/{name}.md"
    found = [*_missing(values, where), *_day(meta["published"], where)]
    source = typed(Source, Document(meta={**meta}, body=""), where)
    if isinstance(source, tuple):
        found += [one for one in source if one.field != "published"]
    if found or isinstance(source, tuple):
        return Drafted(path=own, text="", findings=tuple(sorted(found)))
    try:
        text = write.render(plain(source), values["text"], Source)
    except write.UnwritableError as error:
        finding = Finding(where, 0, "text", "E201", f"not written: {error}", "")
        return Drafted(path=own, text="", findings=(finding,))
    return Drafted(path=own, text=text, findings=())


def _missing(values: Mapping[str, str], where: str) -> list[Finding]:
    fixes = {"url": "", "title": "", "publisher": "", "text": _NO_TEXT}
    return [
        Finding(where, 0, key, "E011", "is missing", fix)
        for key, fix in fixes.items()
        if key not in values
    ]


def _day(said: str, where: str) -> list[Finding]:
    """Say that a date is no day, to which `on Tuesday` in the text could be tied."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", said, re.ASCII) and edtf.is_valid(said):
        return []
    message = f"{said[:80]!r} is not a day" if said else "is missing"
    return [Finding(where, 0, "published", "E012", message, "Write it as 2027-10-15.")]
